import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureNode } from './src/node.mjs';
import { at, say } from './src/paths.mjs';
import { ensureDependencies } from './src/setup.mjs';

// This file and what it imports run on a bare machine: Node 20, no packages.
const [task = '', ...args] = process.argv.slice(2);
const file = at('packages/workshop/src/tasks', `${task.replace(':', '-')}.ts`);

if (!/^[a-z:]+$/.test(task) || !existsSync(file)) {
  const known = readdirSync(at('packages/workshop/src/tasks')).map((name) => name.replace('.ts', '').replace('-', ':'));
  say(`there is no task '${task}'; there are: ${known.join(', ')}`);
  process.exit(2);
}
try {
  await ensureDependencies();
  await ensureNode(fileURLToPath(import.meta.url), [task, ...args]);
  const { main } = await import(pathToFileURL(file).href);
  process.exitCode = await main(args);
} catch (error) {
  say(error instanceof Error ? (process.env.PORTICO_DEBUG ? (error.stack ?? error.message) : error.message) : String(error));
  process.exitCode = 1;
}

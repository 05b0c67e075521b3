import { basename } from 'node:path';
import { cure, ensureChromium } from '../chromium.mjs';
import { filesOf } from '../files.ts';
import { at, say } from '../paths.mjs';
import { run } from '../process.mjs';

/** `npm run bench`: every `test/bench/*.bench.mjs`, or those named; each prints its own figures and fails by its exit code. */
export async function main(args: string[]): Promise<number> {
  const benches = filesOf('test/bench/**/*.bench.mjs').map((file) => ({ file, name: basename(file, '.bench.mjs') }));
  const unknown = args.filter((arg) => !benches.some(({ name }) => name === arg));
  if (unknown.length > 0)
    throw new Error(`there is no bench ${unknown.join(', ')}; there are: ${benches.map(({ name }) => name).join(', ')}`);
  const chromium = await ensureChromium();
  if (chromium === null) say(`no Chromium, so benches of the page will fail: ${cure}`);
  const env = { ...process.env, NODE_ENV: 'production', ...(chromium === null ? {} : { CHROMIUM: chromium }) };
  let worst = 0;
  for (const { file, name } of benches.filter((bench) => args.length === 0 || args.includes(bench.name))) {
    console.log(`\n${name}`);
    const { code } = await run(process.execPath, ['--conditions=portico-source', '--expose-gc', at(file)], { env });
    worst = Math.max(worst, code);
  }
  return worst;
}

import { resolve } from 'node:path';
import { at, root } from '../paths.mjs';
import { run } from '../process.mjs';

/** `npm run test:corpus`: reads every file of a folder (the argument, `PORTICO_FIXTURES`, or the project's own cases) and prints what became of it. */
export async function main(args: string[]): Promise<number> {
  const folder = args[0] ?? (process.env.PORTICO_FIXTURES || at('packages/adapter-fhir/cases'));
  const { code } = await run(process.execPath, [
    '--conditions=portico-source',
    at('packages/adapter-fhir/src/corpus.ts'),
    resolve(root, folder),
  ]);
  return code;
}

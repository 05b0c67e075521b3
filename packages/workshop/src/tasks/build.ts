import { rmSync } from 'node:fs';
import { buildBundle } from '../build/bundle.ts';
import { buildDemo } from '../build/demo.ts';
import { buildDocs } from '../build/docs.ts';
import { buildStorybook } from '../build/storybook.ts';
import { at, say } from '../paths.mjs';
import { run } from '../process.mjs';
import { tool } from '../tool.ts';

async function buildPackages(): Promise<void> {
  const { code } = await run(process.execPath, [tool('@typescript/native', 'tsc'), '-b']);
  if (code !== 0) throw new Error('the packages do not compile');
}

const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  packages: buildPackages,
  bundle: () => buildBundle(),
  docs: buildDocs,
  demo: buildDemo,
  storybook: buildStorybook,
};
const usual = ['packages', 'bundle', 'docs', 'demo'];

/** `npm run build`: modules and types per package, `dist/portico.js`, the manifest and what is made of it, the demo; or the parts named. */
export async function main(args: string[]): Promise<number> {
  if (args.length === 0) rmSync(at('dist'), { recursive: true, force: true });
  for (const name of args.length > 0 ? args : usual) {
    const part = parts[name];
    if (part === undefined) throw new Error(`there is no part '${name}' to build; there are: ${Object.keys(parts).join(', ')}`);
    const started = performance.now();
    await part();
    say(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return 0;
}

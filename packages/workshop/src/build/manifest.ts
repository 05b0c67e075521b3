import { at } from '../paths.mjs';
import { run } from '../process.mjs';
import { tool } from '../tool.ts';

/** Writes `dist/custom-elements.json` from the class doc blocks of the elements. */
export async function buildManifest(): Promise<void> {
  const args = [tool('@custom-elements-manifest/analyzer', 'cem'), 'analyze', '--litelement', '--outdir', at('dist'), '--quiet'];
  const globs = [
    '--globs',
    'packages/elements/src/**/*.element.ts',
    '--globs',
    'packages/elements/src/define/*.ts',
    '--exclude',
    '**/*.test.ts',
  ];
  const { code, text } = await run(process.execPath, [...args, ...globs], { output: 'capture' });
  if (code !== 0) throw new Error(`the manifest could not be made:\n${text.trim()}`);
}

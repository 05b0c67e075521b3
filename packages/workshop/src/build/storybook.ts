import { filesOf } from '../files.ts';
import { at } from '../paths.mjs';
import { run } from '../process.mjs';
import { tool } from '../tool.ts';

const env = { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' };
const common = ['--config-dir', at('stories/.storybook'), '--disable-telemetry'];

/** Builds Storybook into `dist/storybook`. False while there is no story. */
export async function buildStorybook(): Promise<boolean> {
  if (filesOf('stories/**/*.stories.ts').length === 0) return false;
  const args = [tool('storybook'), 'build', ...common, '--output-dir', at('dist/storybook'), '--quiet'];
  const { code, text } = await run(process.execPath, args, { env: { ...env, NODE_ENV: 'production' }, output: 'capture' });
  if (code !== 0) throw new Error(`the Storybook build ended with code ${code}:\n${text.trim()}`);
  return true;
}

/** Serves Storybook with its development server until it is stopped. */
export async function serveStorybook(port: string): Promise<number> {
  return (await run(process.execPath, [tool('storybook'), 'dev', ...common, '--port', port, '--no-open', '--ci'], { env })).code;
}

import { run } from '../process.mjs';
import { tool } from '../tool.ts';

/** `npm run format`: Prettier over everything, or over the files named. */
export async function main(args: string[]): Promise<number> {
  const { code } = await run(process.execPath, [tool('prettier'), '--write', '--log-level', 'warn', ...(args.length > 0 ? args : ['.'])]);
  return code;
}

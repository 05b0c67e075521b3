import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeJsxTypes } from '../build/docs/jsx-types.ts';
import { describeElements } from '../build/manifest.ts';
import { runAll, type Check, type Verdict } from '../checks/pool.ts';
import { checkRepository } from '../checks/repository.ts';
import { filesOf } from '../files.ts';
import { at } from '../paths.mjs';
import { run } from '../process.mjs';
import { nodePart } from '../testing/node-part.ts';
import { tool } from '../tool.ts';

/** A check that is a command: it fails when the command does, and says what the command said. */
const command = (name: string, file: string, ...args: string[]): Check => ({
  name,
  run: async () => {
    const { code, text } = await run(process.execPath, [file, ...args], { output: 'capture' });
    return { ok: code === 0, text: text.trim() };
  },
});

async function architecture(): Promise<Verdict> {
  const { passed, failed, lines } = await nodePart(filesOf('test/architecture.test.ts', 'test/architecture/*.test.ts'));
  return { ok: failed === 0 && passed > 0, text: lines.join('\n') };
}

/** Every package that is published, looked at as npm would pack it: its built files must be there. */
async function published(): Promise<Verdict> {
  const { publint } = await import('publint');
  const { formatMessage } = await import('publint/utils');
  const lines: string[] = [];
  for (const file of filesOf('packages/*/package.json')) {
    const pkg = JSON.parse(readFileSync(at(file), 'utf8')) as Record<string, unknown>;
    if (pkg.private === true) continue;
    const { messages } = await publint({ pkgDir: at(dirname(file)), level: 'warning', pack: false });
    for (const message of messages) lines.push(`${String(pkg.name)}: ${formatMessage(message, pkg, { color: false }) ?? message.code}`);
  }
  return { ok: lines.length === 0, text: lines.join('\n') };
}

const tsc = tool('@typescript/native', 'tsc');

/** The React app as its own project sees the kit: compiled packages, and JSX types made from the manifest. */
async function typesOfReact(): Promise<Verdict> {
  writeJsxTypes(await describeElements(), at('packages/elements/dist'));
  const { code, text } = await run(process.execPath, [tsc, '-p', 'demo/white-label'], { output: 'capture' });
  return { ok: code === 0, text: text.trim() };
}

const checks: readonly Check[] = [
  command('lint', tool('eslint'), '--max-warnings', '0', '.'),
  command('types', tsc, '-b'),
  command('types of tests', tsc, '-p', 'tsconfig.tests.json'),
  { name: 'types of React', after: 'types', run: typesOfReact },
  command('format', tool('prettier'), '--check', '--log-level', 'warn', '.'),
  { name: 'architecture', run: architecture },
  { name: 'repository', run: checkRepository },
  command('dead code', tool('knip'), '--no-progress'),
  // What is published includes the JSX types that the React check makes.
  { name: 'packages', after: 'types of React', run: published },
  command('size', at('packages/workshop/run.mjs'), 'size'),
];

/** A page of text; who needs more runs that check alone. */
function shortened(text: string, most = 60): string {
  const lines = text.split('\n');
  return lines.length <= most ? text : [...lines.slice(0, most), `… ${lines.length - most} more lines`].join('\n');
}

/** `npm run check`: everything that is not a test, two at a time; all run even when one fails. Arguments choose some by name. */
export async function main(args: string[]): Promise<number> {
  const chosen = args.length === 0 ? checks : checks.filter(({ name }) => args.includes(name));
  const reports = await runAll(chosen, 2, ({ name, ok, text, seconds }) => {
    console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok || name === 'size') console.log(shortened(text).replace(/^/gm, '    '));
  });
  const failed = reports.filter(({ ok }) => !ok).map(({ name }) => name);
  console.log(
    failed.length === 0 ? `all ${reports.length} checks hold` : `${failed.length} of ${reports.length} checks fail: ${failed.join(', ')}`,
  );
  return failed.length === 0 ? 0 : 1;
}

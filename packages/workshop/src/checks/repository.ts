import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { at, root } from '../paths.mjs';
import type { Verdict } from './pool.ts';

/** Paths of somebody's machine: this checkout, this home, and the usual shapes of homes. */
const machinePaths = [
  root.replace(/[/\\]$/, ''),
  homedir(),
  '/home/[a-z][a-z0-9_-]*',
  '/Users/[A-Za-z][A-Za-z0-9_-]*',
  'C:\\\\Users\\\\\\w+',
];

const escaped = (path: string): string => (/[[\\]/.test(path) ? path : path.replace(/[.+?^${}()|]/g, '\\$&'));

/** Lines of a text that name a path of a machine. Roots as short as `/root` need something behind them. */
export function machinePathsIn(text: string): readonly string[] {
  const pattern = new RegExp(`(?<![\\w.-])(?:${machinePaths.map(escaped).join('|')})(?=[/\\\\])`);
  return text.split('\n').filter((line) => pattern.test(line));
}

/** What is wrong with the lock file: addresses from which packages were once downloaded tie it to somebody's registry. */
export const addressesIn = (lock: string): number => lock.match(/"resolved":\s*"https?:/g)?.length ?? 0;

/** Lock file and tracked files hold nothing of the machine they were written on. */
export async function checkRepository(): Promise<Verdict> {
  const addresses = addressesIn(readFileSync(at('package-lock.json'), 'utf8'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\0');
  const paths = files
    .filter((file) => file !== '' && file !== 'package-lock.json')
    .flatMap((file) => {
      try {
        return machinePathsIn(readFileSync(at(file), 'utf8')).map((line) => `${file}: ${line.trim().slice(0, 120)}`);
      } catch {
        return []; // deleted, not yet committed
      }
    });
  const lines = [
    ...(addresses > 0
      ? [`package-lock.json holds ${addresses} download addresses; cure: keep omit-lockfile-registry-resolved in .npmrc and make it again`]
      : []),
    ...paths.map((line) => `path of a machine in ${line}`),
  ];
  return { ok: lines.length === 0, text: lines.join('\n') };
}

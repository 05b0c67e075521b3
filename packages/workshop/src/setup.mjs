import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { at, say } from './paths.mjs';
import { run } from './process.mjs';

const stampFile = at('node_modules', '.portico-stamp');
const lockFolder = at('.cache', 'setup.lock');

/** What `node_modules` must have been made from: the lock file, for this platform. */
export function expectedStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform} ${process.arch}\n`;
}

/** Marks `node_modules` as complete. Written last, so an interrupted install is seen as none. */
export const writeStamp = () => writeFileSync(stampFile, expectedStamp());

/** Whether `node_modules` was completely made from the present lock file. */
export function isSetUp() {
  try {
    return readFileSync(stampFile, 'utf8') === expectedStamp();
  } catch {
    return false;
  }
}

/** The environment without what npm put there: a host's `omit`, `ignore-scripts` or `NODE_ENV` must not decide what we install. @param {NodeJS.ProcessEnv} env */
export function scrubbed(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(config|lifecycle|package)_|^NODE_ENV$/i.test(name)));
}

/** The npm that started us, else the one on PATH. @param {NodeJS.ProcessEnv} env @returns {{ command: string, before: string[], shell: boolean }} */
export function npmCommand(env = process.env) {
  const cli = env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return { command: process.execPath, before: [cli], shell: false };
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}

async function install() {
  const { command, before, shell } = npmCommand();
  const args = [
    ...before,
    'ci',
    '--include=dev',
    '--include=optional',
    '--engine-strict=false',
    '--ignore-scripts=false',
    '--no-fund',
    '--no-audit',
  ];
  const started = Date.now();
  say('installing the packages of package-lock.json (one to three minutes, once) …');
  const pulse = setInterval(() => say(`still installing (${Math.round((Date.now() - started) / 1000)} s) …`), 15_000);
  const { code } = await run(command, args, { env: scrubbed(process.env), output: 'to-stderr', shell });
  clearInterval(pulse);
  if (code !== 0)
    throw new Error(`npm ci ended with code ${code}; its own message is above. Once the cause is cured, run the same command again.`);
  writeStamp();
  say(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Whether the process that holds the lock is gone. A lock without a pid is just being made, or stale after ten seconds. */
function isStale() {
  try {
    const pid = Number(readFileSync(`${lockFolder}/pid`, 'utf8'));
    if (pid > 0) return !isAlive(pid);
  } catch {
    // no pid in it yet, or the lock was given back meanwhile
  }
  const made = statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > 10_000;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH';
  }
}

function takeLock() {
  mkdirSync(at('.cache'), { recursive: true });
  try {
    mkdirSync(lockFolder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(`${lockFolder}/pid`, String(process.pid));
  return true;
}

/** Brings `node_modules` to the state of the lock file, once, whoever else asks at the same time. `PORTICO_SETUP=skip` leaves it alone. */
export async function ensureDependencies() {
  if (process.env.PORTICO_SETUP === 'skip' || isSetUp()) return;
  for (let waited = 0; !takeLock(); waited += 1) {
    if (isStale()) rmSync(lockFolder, { recursive: true, force: true });
    else if (waited === 0) say('another command is installing; waiting for it …');
    await wait(500);
  }
  try {
    if (!isSetUp()) await install();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

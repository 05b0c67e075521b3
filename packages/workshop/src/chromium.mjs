import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './paths.mjs';
import { run } from './process.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((base) =>
    base ? [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')] : [],
  ),
];
/** What to do when no browser was found and none could be installed. */
export const cure = 'install Chromium, Chrome or Edge, or name its binary: CHROMIUM=/path/to/chromium npm test';

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** First of some programs found on PATH. @param {readonly string[]} programs @returns {string | null} */
export function onPath(programs) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const name of programs) {
    const file = folders.map((folder) => join(folder, name + suffix)).find(isExecutable);
    if (file) return file;
  }
  return null;
}

/** A Chromium that starts, or null. A binary named by the environment is never silently replaced by another. @returns {Promise<string | null>} */
export async function findChromium() {
  const named = process.env.CHROMIUM ?? process.env.CHROME_PATH;
  const candidates = named ? [named] : [onPath(names), ...places.filter(isExecutable)].filter((file) => file !== null);
  for (const file of candidates) {
    // On Windows `--version` opens a window instead of printing.
    if (process.platform === 'win32' || (await run(file, ['--version'], { output: 'capture', timeout: 20_000 })).code === 0) return file;
  }
  return null;
}

function isDebian() {
  try {
    return /^ID=["']?debian["']?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** The words that run a command as root, or null where we may not. @returns {Promise<string[] | null>} */
async function asRoot() {
  if (process.getuid?.() === 0) return [];
  const sudo = onPath(['sudo']);
  return sudo && (await run(sudo, ['-n', 'true'], { output: 'capture' })).code === 0 ? [sudo, '-n'] : null;
}

async function installOnDebian() {
  const prefix = isDebian() && onPath(['apt-get']) ? await asRoot() : null;
  if (prefix === null) return;
  say("no Chromium here; installing Debian's by apt-get (about a minute, once) …");
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    const { code } = await run(command, rest, { output: 'to-stderr', timeout: 600_000 });
    if (code !== 0) return say(`apt-get ${args[0]} ended with code ${code}`);
  }
}

/** A Chromium to test with: found, or installed where that is a matter of one command, or null. @returns {Promise<string | null>} */
export async function ensureChromium() {
  const found = await findChromium();
  if (found || process.env.CHROMIUM || process.env.CHROME_PATH) return found;
  await installOnDebian();
  return findChromium();
}

/** Flags for a headless browser that talks to nobody. The sandbox is given up only where it cannot work: as root. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...[
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
];

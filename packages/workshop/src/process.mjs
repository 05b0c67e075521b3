import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the repository root
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the child; default: ours
 * @property {'inherit' | 'capture' | 'to-stderr'} [output] default: inherit
 * @property {number} [timeout] milliseconds; the child is terminated after it
 * @property {boolean} [shell]
 *
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 + n after signal n; 127 when it could not be started
 * @property {string} text what it wrote, when captured
 */

const forwarded = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** How a child's standard streams are connected. @param {RunOptions['output']} output @returns {import('node:child_process').StdioOptions} */
function streams(output) {
  if (output === 'capture') return ['ignore', 'pipe', 'pipe'];
  return output === 'to-stderr' ? ['ignore', 2, 2] : 'inherit';
}

/**
 * Runs a child to its end. Signals sent to us are handed on, and we outlive the child: in a terminal both get Ctrl-C.
 * @param {string} command @param {readonly string[]} args @param {RunOptions} [options] @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd = root, env = process.env, output = 'inherit', timeout, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: streams(output), ...(timeout === undefined ? {} : { timeout }) });
    let text = '';
    child.stdout?.on('data', (chunk) => (text += chunk));
    child.stderr?.on('data', (chunk) => (text += chunk));
    const handOn = forwarded.map((signal) => ({ signal, listener: () => void child.kill(signal) }));
    for (const { signal, listener } of handOn) process.on(signal, listener);
    const end = (/** @type {Outcome} */ outcome) => {
      for (const { signal, listener } of handOn) process.off(signal, listener);
      resolve(outcome);
    };
    child.on('error', (error) => end({ code: 127, text: `${text}${error.message}\n` }));
    child.on('close', (code, signal) => end({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), text }));
  });
}

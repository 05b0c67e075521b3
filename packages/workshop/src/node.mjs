import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { at } from './paths.mjs';
import { run } from './process.mjs';

const wanted = 24;
const guard = 'PORTICO_NODE';

/** The environment in which the same `node` as ours is found first. @param {string} binary @returns {NodeJS.ProcessEnv} */
const withFirstOnPath = (binary) => ({ ...process.env, PATH: `${dirname(binary)}${delimiter}${process.env.PATH ?? ''}` });

/** The Node that the lock file brings for this platform, or null where it brings none. */
export function vendoredNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = at('node_modules', `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(binary) ? binary : null;
}

/**
 * Runs the rest on Node 24 or newer: goes on here when this is one, else runs `entry` again with the vendored one and ends with its exit code.
 * @param {string} entry @param {readonly string[]} args
 */
export async function ensureNode(entry, args) {
  if (Number(process.versions.node.split('.')[0]) >= wanted) {
    process.env.PATH = withFirstOnPath(process.execPath).PATH;
    return;
  }
  const binary = vendoredNode();
  if (binary === null || process.env[guard]) {
    throw new Error(
      `Portico's tools need Node ${wanted} or newer on ${process.platform}-${process.arch}; this is ${process.version}. Install it and run the same command again.`,
    );
  }
  const { code } = await run(binary, [entry, ...args], { env: { ...withFirstOnPath(binary), [guard]: binary }, cwd: process.cwd() });
  process.exit(code);
}

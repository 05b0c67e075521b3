import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { citationsIn, contractsInUse, type Citation } from '../domain-ids/ids.ts';
import { filesOf, testFiles } from '../files.ts';
import { at } from '../paths.mjs';

function read(path: string): string | null {
  try {
    return readFileSync(at(path), 'utf8');
  } catch {
    return null;
  }
}

const numbered = (id: string): number => 'NMEP'.indexOf(id.charAt(0)) * 100 + Number(id.slice(1));

/** `npm run coverage:ids`: each id of the domain, its tests and what they drive; `-- --require N1,N4` fails when one is driven neither through a port nor in the DOM. */
export async function main(args: string[]): Promise<number> {
  const { require = '' } = parseArgs({ args, options: { require: { type: 'string' } } }).values;
  const tests = [...testFiles.node(), ...testFiles.browser(), ...testFiles.pages(), ...testFiles.stories()].filter(
    (file) => !file.startsWith('packages/workshop/'),
  );
  const contracts = contractsInUse(filesOf('packages/*/src/**/*.contract.ts'), tests, read);
  const byId = Map.groupBy(
    [...tests, ...contracts].flatMap((file) => citationsIn(file, read)),
    ({ id }) => id,
  );
  const required = require.split(',').filter(Boolean);
  const ids = [...new Set([...byId.keys(), ...required])].sort((a, b) => numbered(a) - numbered(b));
  const drives = (id: string): readonly Citation[] => (byId.get(id) ?? []).filter((citation) => citation.drives !== 'rule');
  for (const id of ids) {
    console.log(`${id}${drives(id).length === 0 ? '  not driven' : ''}`);
    for (const { drives: what, title, file } of byId.get(id) ?? []) console.log(`  ${what.padEnd(4)}  ${title}  (${file})`);
  }
  const missing = required.filter((id) => drives(id).length === 0);
  console.log(
    `${ids.filter((id) => drives(id).length > 0).length} ids driven through a port or in the DOM${missing.length > 0 ? `; missing: ${missing.join(', ')}` : ''}`,
  );
  return missing.length === 0 ? 0 : 1;
}

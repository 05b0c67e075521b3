import { at, root } from '../paths.mjs';
import { run } from '../process.mjs';
import { wrongNames } from '../scaffold/slice.ts';
import { writeSlice } from '../scaffold/write.ts';
import { tool } from '../tool.ts';

const areas = [
  'access',
  'directory',
  'members',
  'documents',
  'claims',
  'authorizations',
  'messages',
  'disputes',
  'enrollment',
  'plans',
  'payments',
  'office',
];

/** `npm run new <area> <stem>`: the slice of a new task, green from the first moment: machine, view, texts, element, styles, tests, story. */
export async function main(args: string[]): Promise<number> {
  const [area = '', stem = ''] = args;
  if (args.length !== 2) throw new Error('npm run new <area> <stem>, for instance: npm run new claims claim-notes');
  const wrong = wrongNames(areas, { area, stem });
  if (wrong !== null) throw new Error(wrong);
  const files = writeSlice(root, { area, stem });
  await run(process.execPath, [tool('prettier'), '--write', '--log-level', 'warn', ...files.map((file) => at(file))]);
  for (const file of files) console.log(file);
  console.log(`
Next: name its ids in the titles of its tests, let packages/elements/src/${area}/${stem}.task.ts ask a port, give it its words.
npm test -- --group ${stem}`);
  return 0;
}

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { copyTree } from '../planted/copy.ts';
import { at } from '../paths.mjs';
import { run } from '../process.mjs';
import { tool } from '../tool.ts';
import { filled, withElement, wrongNames } from './slice.ts';
import { writeSlice } from './write.ts';

const names = { area: 'members', stem: 'member-notes' };

test('names are filled in every spelling', () => {
  const text = '__stem__ __Stem__ __camel__ __Title__ __title__ __area__ __Area__';
  assert.equal(filled(text, names), 'member-notes MemberNotes memberNotes Member notes member notes members Members');
});

test('a name that is no area or no tag is told', () => {
  assert.equal(wrongNames(['members'], names), null);
  assert.match(wrongNames(['claims'], names) ?? '', /'members' is not an area; there are: claims/);
  assert.match(wrongNames(['members'], { area: 'members', stem: 'Notes' }) ?? '', /two words or more/);
});

test('the new element stands among the others in order, and a changed file is not spoilt', () => {
  const source = readFileSync(at('packages/elements/src/define/define-elements.ts'), 'utf8');
  const tags = [...withElement(source, names).matchAll(/^ {2}'([a-z-]+)': \w+,$/gm)].map(([, tag]) => tag);
  assert.ok(tags.includes('member-notes'));
  assert.deepEqual(tags, tags.toSorted());
  assert.throws(() => withElement('export const elements = [];', names), /by hand/);
});

suite('a fresh slice', () => {
  const tree = copyTree();
  after(() => tree.remove());
  const files = writeSlice(tree.folder, names);

  test('compiles', async () => {
    const config = { extends: './tsconfig.tests.json', include: files.filter((file) => file.endsWith('.ts')) };
    writeFileSync(join(tree.folder, 'tsconfig.slice.json'), JSON.stringify(config));
    const args = [tool('@typescript/native', 'tsc'), '-p', 'tsconfig.slice.json', '--pretty', 'false'];
    const { text } = await run(process.execPath, args, { cwd: tree.folder, output: 'capture' });
    assert.deepEqual(
      text.split('\n').filter((line) => line.includes('member-notes')),
      [],
    );
  });

  test('passes its own tests', async () => {
    // The runner does not run inside itself: a process of its own, which does not know that it stands in a test.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const tests = files.filter((file) => file.endsWith('.machine.test.ts'));
    const { code, text } = await run(process.execPath, ['--conditions=portico-source', '--test', ...tests], {
      cwd: tree.folder,
      env,
      output: 'capture',
    });
    assert.equal(code, 0, text);
    assert.match(text, /pass [1-9]\d/);
  });

  test('is not written over', () => {
    assert.throws(() => writeSlice(tree.folder, names), /is there already/);
    assert.ok(readFileSync(join(tree.folder, files[0] ?? ''), 'utf8').length > 0);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationsIn, contractsInUse, drivesOf, idsOf, type ReadFile } from './ids.ts';

const reading =
  (files: Readonly<Record<string, string>>): ReadFile =>
  (path) =>
    files[path] ?? null;

test('ids stand at the beginning of a title, alone, listed or as a range', () => {
  assert.deepEqual(idsOf('N4 locks on the fourth failure'), ['N4']);
  assert.deepEqual(idsOf('N1, N2 and N6 contacts by country'), ['N1', 'N2', 'N6']);
  assert.deepEqual(idsOf('N21–N23 queries'), ['N21', 'N22', 'N23']);
  assert.deepEqual(idsOf('locks as N4 wants it'), []);
});

test('a title alone does not count: what is imported decides', () => {
  const drives = (path: string, text: string) => drivesOf(path, reading({ [path]: text }));
  assert.equal(drives('packages/core/src/access/a.test.ts', "import { isLocked } from './account.rules.ts';"), 'rule');
  assert.equal(drives('packages/core/src/access/a.test.ts', "import { signInMachine } from './sign-in.machine.ts';"), 'port');
  assert.equal(drives('packages/backend/src/a.test.ts', "import { createBackend } from './create-backend.ts';"), 'port');
  assert.equal(drives('packages/elements/src/a.element.test.ts', "import { A } from './a.element.ts';"), 'dom');
  assert.equal(drives('packages/elements/src/kit/a.test.ts', "import { b } from './b.ts';"), 'rule');
  assert.equal(drives('packages/elements/src/a.element.test.ts', "import { fixture } from '@open-wc/testing';"), 'dom');
  assert.equal(drives('stories/a.stories.ts', "import '@portico/elements/define/sign-in';"), 'dom');
});

test('imports of a helper are imports of the test', () => {
  const read = reading({
    'test/journeys/a.page.ts': "import { open } from './harness.ts';",
    'test/journeys/harness.ts': "import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';",
  });
  assert.equal(drivesOf('test/journeys/a.page.ts', read), 'dom');
});

test('titles are those of tests, suites, contract cases and stories; comments and data are none', () => {
  const text =
    "// test('N9 no', …)\ntest('N4 locks', run);\nconst cases = {\n  'N5 recovers': async () => {},\n};\nconst plan = 'P1 gold';\nexport const A = { name: 'N21 by date' };";
  const found = citationsIn('a.contract.ts', reading({ 'a.contract.ts': text }));
  assert.deepEqual(found.map(({ id, drives }) => [id, drives]).sort(), [
    ['N21', 'port'],
    ['N4', 'port'],
    ['N5', 'port'],
  ]);
});

test('a contract that no test runs proves nothing', () => {
  const contract = 'packages/testing/src/contract/access.contract.ts';
  const store = 'packages/backend/src/store.contract.ts';
  const read = reading({ 'test/a.test.ts': "import { run } from '@portico/testing/contract';" });
  assert.deepEqual(contractsInUse([contract, store], ['test/a.test.ts'], read), [contract]);
  assert.deepEqual(contractsInUse([contract, store], [], read), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAssertion, parsePatch } from './patch.ts';

const head = '# test: packages/core/src/a.test.ts -- N4 locks\n# runner: web\n# area: lockout\n';
const diff = '--- a/packages/core/src/a.ts\n+++ b/packages/core/src/a.ts\n@@ -1 +1 @@\n-a\n+b\n';

test('a patch says which test must notice it', () => {
  const { name, test: file, title, runner, area, touches } = parsePatch('test/planted/lock.patch', head + diff);
  assert.deepEqual(
    { name, file, runner, area, touches },
    { name: 'lock', file: 'packages/core/src/a.test.ts', runner: 'web', area: 'lockout', touches: ['packages/core/src/a.ts'] },
  );
  assert.match('access › N4 locks on the fourth', title);
});

test('a patch without a test, of no runner, or that changes a test is refused', () => {
  assert.throws(() => parsePatch('a.patch', diff), /no line '# test/);
  assert.throws(() => parsePatch('a.patch', head.replace('web', 'moon') + diff), /no runner 'moon'/);
  assert.throws(
    () => parsePatch('a.patch', head + diff.replaceAll('a.ts', 'a.test.ts')),
    /must change sources of packages, and changes packages/,
  );
  assert.throws(() => parsePatch('a.patch', head), /changes nothing/);
});

test('a failed comparison is an assertion, also inside a property; a crash is none', () => {
  const caught = (run: () => void): unknown => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const failed = caught(() => assert.equal(1, 2));
  assert.equal(isAssertion(failed), true);
  assert.equal(isAssertion(new Error('Property failed after 3 tests', { cause: failed })), true);
  assert.equal(isAssertion({ name: 'AssertionError', message: 'expected 1 to equal 2' }), true);
  assert.equal(isAssertion(new TypeError('x is not a function')), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInGroup, testFiles } from './files.ts';

test('a group is a folder or the beginning of a stem', () => {
  assert.equal(isInGroup('packages/core/src/claims/case.rules.test.ts', 'claims'), true);
  assert.equal(isInGroup('packages/core/src/claims/case.rules.test.ts', 'core'), true);
  assert.equal(isInGroup('stories/claims/claim-query.stories.ts', 'claim-query'), true);
  assert.equal(isInGroup('stories/claims/claim-query.stories.ts', 'claim'), true);
  assert.equal(isInGroup('packages/export/src/scores.test.ts', 'core'), false);
  assert.equal(isInGroup('anything.ts', undefined), true);
});

test('every test file belongs to exactly one runner', () => {
  const all = [...testFiles.node(), ...testFiles.browser(), ...testFiles.stories(), ...testFiles.pages()];
  assert.equal(new Set(all).size, all.length);
  assert.ok(testFiles.node().includes('packages/workshop/src/files.test.ts'));
});

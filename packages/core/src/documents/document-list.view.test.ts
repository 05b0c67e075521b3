import assert from 'node:assert/strict';
import { test } from 'node:test';
import { occurring } from './document-list.view.ts';

test('N17 words to narrow to stand in the order of the policy; one that it no longer offers comes last', () => {
  assert.deepEqual(occurring(['internal', 'old', 'to-submit', 'internal'], ['to-submit', 'correspondence', 'internal']), [
    'to-submit',
    'internal',
    'old',
  ]);
});

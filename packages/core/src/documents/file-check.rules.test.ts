import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentsPolicyDefaults, type DocumentLimits } from './documents.policy.ts';
import { checkFile, checkSelection, isDuplicate } from './file-check.rules.ts';

const limits: DocumentLimits = documentsPolicyDefaults;
const MEBIBYTE = 1024 * 1024;
const file = (size: number, name = 'a.pdf'): { name: string; size: number } => ({ name, size });

test('P4 T9 25 MB is 25 × 1024 × 1024 bytes: one less and just that are taken, one more is not', () => {
  assert.deepEqual(
    [-1, 0, 1].map((more) => checkFile(file(25 * MEBIBYTE + more), [], limits)),
    [null, null, 'too-large'],
  );
});

test('P13 T9 five files go with a note, the sixth does not', () => {
  const six = Array.from({ length: 6 }, () => file(10));
  assert.deepEqual(checkSelection(six, [], limits), [null, null, null, null, null, 'too-many-files']);
  assert.deepEqual(checkSelection([file(10)], six.slice(1), limits), ['too-many-files']);
});

test('T9 the total is the last byte that fits', () => {
  const four = Array.from({ length: 4 }, () => file(25 * MEBIBYTE));
  const tight = { ...limits, maxTotalBytes: 100 * MEBIBYTE + 7 };
  assert.deepEqual(
    [6, 7, 8].map((size) => checkFile(file(size), four, tight)),
    [null, null, 'total-too-large'],
  );
});

test('a refused file leaves the good ones, in their order', () => {
  const chosen = [file(10), file(0), file(20, 'a.exe'), file(26 * MEBIBYTE), file(10, 'report.exe.pdf'), file(30)];
  assert.deepEqual(checkSelection(chosen, [], { ...limits, maxFiles: 2 }), [
    ...[null, 'empty', 'kind-not-accepted', 'too-large', 'name-double-extension', null],
  ]);
});

test('T9 whatever is chosen in whatever portions, what is taken keeps to every limit', () => {
  const size = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(99, 100, 101, Number.NaN, -5, 0.5, Infinity));
  fc.assert(
    fc.property(
      fc.array(fc.array(size, { maxLength: 8 }), { maxLength: 5 }),
      fc.record({ maxFiles: fc.nat(6), maxTotalBytes: fc.nat(300) }),
      (portions, some) => {
        const narrow = { ...limits, ...some, maxFileBytes: 100 };
        const taken: { name: string; size: number }[] = [];
        for (const sizes of portions) {
          const chosen = sizes.map((one) => file(one));
          const answers = checkSelection(chosen, taken, narrow);
          assert.equal(answers.length, chosen.length);
          const before = [...taken];
          chosen.forEach((one, index) => {
            // One by one gives the same answer as all at once.
            assert.equal(checkFile(one, taken, narrow), answers[index]);
            if (answers[index] === null) taken.push(one);
          });
          assert.deepEqual(taken.slice(0, before.length), before);
        }
        assert.ok(taken.length <= narrow.maxFiles);
        assert.ok(taken.reduce((sum, one) => sum + one.size, 0) <= narrow.maxTotalBytes);
        assert.ok(taken.every((one) => Number.isSafeInteger(one.size) && one.size >= 1 && one.size <= 100));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('the same bytes are told by their hash, and by nothing else', () => {
  assert.equal(isDuplicate('aa', [{ size: 1, sha256: 'aa' }]), true);
  assert.equal(isDuplicate('aa', [{ size: 1, sha256: 'ab' }, { size: 1 }]), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportCodes } from '@portico/adapter-fhir/read';
import { claimIntakeLinesMessages } from '@portico/core/claims/claim-intake';

test('everything that the reading of a file can say has words', () => {
  const worded = Object.keys(claimIntakeLinesMessages).map((key) => key.replace('claim-intake.line.', ''));
  assert.deepEqual(worded.toSorted(), [...reportCodes].toSorted());
});

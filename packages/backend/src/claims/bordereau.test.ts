import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bordereauTotals, type CaseRow, type IntakeCase } from '@portico/core/claims';
import { plainDate } from '@portico/core/kernel';
import { anything, contractWorld, createMemoryWorld, people } from '@portico/testing/contract';
import { worldCases } from '@portico/testing/world';

const day = plainDate('2026-08-30');

describe('bordereau', () => {
  it('N22 a batch of more rows than one record holds is read whole by pages of any size', async () => {
    const cases = [...worldCases({ seed: 9, count: 1_100, today: day })].map((record): IntakeCase => ({
      ...record,
      ...{ provider: { id: 'provider:a', name: 'A', identifiers: [] }, payer: { id: 'payer:x', name: 'X', identifiers: [] } },
      ...{ serviceFrom: day, serviceTo: day },
    }));
    const world = await createMemoryWorld([{ ...contractWorld[0]!, cases }]);
    const page = world.connect();
    await page.access!.signIn(people.clerk);
    const request = { providerId: 'provider:a', payerId: 'payer:x', period: { from: day, to: day }, criteria: anything };
    const answer = await page.claims!.issueBordereau!(request, { commandId: 'one' });
    assert.ok(answer.status === 'accepted' && answer.value.rowCount === 1_100);
    for (const limit of [1_000, 500, 499, 7]) {
      const rows: CaseRow[] = [];
      for (let cursor: string | null = null; ;) {
        const part = await page.claims!.bordereauRows!(answer.value.number, { limit, cursor });
        rows.push(...part.rows);
        cursor = part.next;
        if (cursor === null) break;
      }
      assert.deepEqual([rows.length, new Set(rows.map(({ id }) => id)).size], [1_100, 1_100], `pages of ${limit}`);
      assert.deepEqual(bordereauTotals(rows), answer.value.totals);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClaimsPort } from '@portico/core/claims';
import {
  contractCases,
  memoryFactory,
  questioningFactory,
  readOnlyFactory,
  reportContract,
  runContract,
  secretQuestionCases,
  type ContractFactory,
} from './index.ts';

runContract(describe, it, memoryFactory, contractCases);
runContract(describe, it, questioningFactory, secretQuestionCases);

describe('contract for a backend of one read-only port', () => {
  it('holds for what it can do, and says what is not for it', async () => {
    const { ok, text } = await reportContract(readOnlyFactory, contractCases);
    assert.ok(ok, text);
    assert.match(text, /N21 lists claims|– N4 tells the tries that are left.* \(has no access\)/);
    const [, holding] = /(\d+) clauses hold/.exec(text)!;
    assert.ok(Number(holding) >= 12, text);
  });

  it('names the clause that a wrong adapter breaks', async () => {
    const text = (
      await reportContract(
        broken((claims) => ({
          ...claims,
          search: async (criteria, request) => {
            const page = await claims.search(criteria, request);
            return { ...page, rows: page.rows.toReversed() };
          },
        })),
        contractCases,
      )
    ).text;
    assert.match(text, /✗ N21 sorts by serviceDate/);
    assert.match(text, /✗ N21 lists claims and authorizations together/);
    assert.doesNotMatch(text, /✗ a case that is not there is null/);
  });

  it('fails a runner’s test that could not be asked, unless the author says so', async () => {
    const titles: string[] = [];
    const failed: string[] = [];
    const runs: Promise<void>[] = [];
    const collect = (title: string, run: () => Promise<void>): void => {
      titles.push(title);
      runs.push(run().catch(() => void failed.push(title)));
    };
    runContract(
      (_title, define) => define(),
      collect,
      { ...readOnlyFactory, lacks: ['access', 'drafts', 'mails', 'reload'] },
      contractCases,
    );
    await Promise.all(runs);
    assert.ok(!titles.some((title) => title.startsWith('N4 a lock holds')));
    assert.ok(failed.some((title) => title.startsWith('N22 issues a numbered batch')));
  });
});

/** The read-only backend with a claims port that does something wrong. */
const broken = (spoil: (claims: ClaimsPort) => ClaimsPort): ContractFactory => ({
  ...readOnlyFactory,
  async create(world) {
    const context = await readOnlyFactory.create(world);
    const backend = await context.connect();
    return { ...context, connect: async () => ({ ...backend, claims: spoil(backend.claims!) }) };
  },
});

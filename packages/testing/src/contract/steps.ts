import { equal, ok, rejects } from '@portico/backend/check';
import { decisionOf, rowOf, type Case, type CaseCriteria, type CaseRow, type CaseSort, type ClaimsPort } from '@portico/core/claims';
import { toPortError, type CommandAnswer, type Page, type PortErrorCode } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import type { ContractContext } from './contract.ts';
import { people, worldCases, type PersonName } from './contract-world.ts';

/** Criteria that find everything. */
export const anything: CaseCriteria = {
  ...{ dateMode: 'service', from: null, to: null, kinds: [], decisions: [], notUsedOnly: false },
  ...{ memberName: '', memberNumber: '', payerId: null, providerId: null, physician: '', identifier: '', amount: null },
};

/** A page on which this person is signed in. Where a backend knows no sign-in, its page is the clerk's. */
export async function signedIn(context: ContractContext, person: PersonName): Promise<Backend> {
  const backend = await context.connect();
  if (backend.access === undefined) return backend;
  const { name, password } = people[person];
  const answer = await backend.access.signIn({ name, password });
  equal(answer.status, 'signed-in', `the right password of ${person}`);
  return backend;
}

/** The claims port of a page on which this person is signed in. */
export async function claimsOf(context: ContractContext, person: PersonName = 'clerk'): Promise<ClaimsPort> {
  const { claims } = await signedIn(context, person);
  ok(claims, 'there is a claims port');
  return claims;
}

/** All rows of a query, page by page; checks that the pages fit together. */
export async function allRows(
  claims: ClaimsPort,
  criteria: CaseCriteria,
  sort: CaseSort | null = null,
  limit = 25,
): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 1_000; pages += 1) {
    const page: Page<CaseRow> = await claims.search(criteria, { sort, cursor, limit });
    ok(page.rows.length <= limit, `a page has at most ${limit} rows, this one had ${page.rows.length}`);
    rows.push(...page.rows);
    cursor = page.next;
    if (cursor === null) return rows;
  }
  throw new Error('the pages do not end');
}

/** The first number of rows that came back, to compare them with the world's. */
export const references = (rows: readonly CaseRow[]): readonly string[] => rows.map(({ reference }) => reference);

/** What the world's cases look like as rows; the ids are not the backend's. */
export const worldRows: readonly CaseRow[] = worldCases.map((record, n) => {
  const own = {
    id: `n-${n}`,
    version: 1,
    lifecycleVersion: 1,
    organisationId: 'organisation:1',
    takenInAt: 0,
    deadlines: { modification: null },
  } as const;
  return rowOf({ ...record, ...own, decision: decisionOf(record) } satisfies Case);
});

/** The world's rows that the clerk may see. */
export const clerksRows: readonly CaseRow[] = worldRows.filter(({ providerId }) =>
  people.clerk.subject.providerIds.some((id) => id === providerId),
);

/** Fails unless the call rejects with a PortError of this code. */
export async function failsWith(code: PortErrorCode | readonly PortErrorCode[], call: () => Promise<unknown>, what: string): Promise<void> {
  const error = await rejects(call, what);
  equal((error as { name?: unknown }).name, 'PortError', `${what}: the error`);
  const codes = typeof code === 'string' ? [code] : code;
  ok(codes.includes(toPortError(error).code), `${what}: wanted ${codes.join(' or ')}, got ${toPortError(error).code}`);
}

/** The value of an accepted answer; fails for any other. */
export function valueOf<Value>(answer: CommandAnswer<Value>, what: string): Value {
  if (answer.status !== 'accepted') throw new Error(`${what}: wanted accepted, got ${JSON.stringify(answer)}`);
  return answer.value;
}

/** The code of a refused answer, else its status. */
export const refusalOf = (answer: CommandAnswer<unknown>): string => (answer.status === 'refused' ? answer.code : answer.status);

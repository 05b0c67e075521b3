import { can, dateIn, PortError, type Instant } from '@portico/core/kernel';
import {
  answerEligibility,
  checkQuery,
  checkServiceDate,
  numberKey,
  withoutAmounts,
  type BulkLine,
  type EligibilityAbout,
  type EligibilityAnswer,
  type MemberQuery,
  type MembersPolicy,
  type MembersPort,
} from '@portico/core/members';
import { audit } from '../audit.ts';
import { throwIfAborted, type Asker, type Sessions } from '../access/sessions.ts';
import type { CoverageRecord, PayerRecord, Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';

const MINUTE = 60_000;

/** Look-up and eligibility over the kept coverages (N9, N10); every question leaves a row in the audit that names no person. */
export function createMembersService(office: Office, sessions: Sessions): Required<MembersPort> {
  const { store, clock, policyFor } = office;

  /** All questions of one call in one transaction, counted and audited with their answers. */
  async function ask(
    queries: readonly MemberQuery[],
    about: EligibilityAbout,
    most: (policy: MembersPolicy) => number,
    signal: AbortSignal | undefined,
  ): Promise<readonly BulkLine[]> {
    throwIfAborted(signal);
    const key = await sessions.key();
    const done = await store.transaction('write', async (tx) => {
      const asker = await sessions.identify(tx, key);
      if (asker === null) throw new PortError('not-signed-in');
      const permission = can(asker.subject, 'members.read', { payerId: about.payerId });
      if (!permission.allow) throw new PortError('denied');
      const payer = await tx.get('payers', `${asker.subject.organisationId}/${about.payerId}`);
      if (payer === null) throw new PortError('not-found');
      const policy = policyFor({ payerId: about.payerId }).members;
      const at = clock.now();
      const today = dateIn(policyFor({ payerId: about.payerId }).claims.zone, at);
      if (queries.length === 0 || queries.length > most(policy)) throw new PortError('invalid');
      if (checkServiceDate(about.serviceDate, { today, policy }) !== null) throw new PortError('invalid');
      await sessions.touch(tx, asker);
      const wait = await countAsks(tx, asker, queries.length, policy.asksPerMinute, at);
      if (wait > 0) {
        await note(tx, asker, about, 'refused', 'rate-limited');
        return { wait, lines: [] };
      }
      const lines: BulkLine[] = [];
      for (const query of queries) {
        if (checkQuery(query, today) !== null) {
          lines.push({ query, answer: null, code: 'invalid' });
          continue;
        }
        const answer = await answerFor(tx, payer, query, about, at);
        await note(tx, asker, about, 'accepted', answer.status);
        lines.push({ query, answer: permission.hidden.includes('amounts') ? withoutAmounts(answer) : answer, code: null });
      }
      return { wait: 0, lines };
    });
    if (done.wait > 0) throw new PortError('rate-limited', { retryAfter: done.wait });
    throwIfAborted(signal);
    return done.lines;
  }

  const note = (tx: Tx, { subject }: Asker, { payerId }: EligibilityAbout, outcome: 'accepted' | 'refused', code: string): Promise<void> =>
    audit(office, tx, {
      ...{ organisationId: subject.organisationId, actor: subject.accountId, action: 'members.eligibility', target: payerId },
      ...{ outcome, code, commandId: null },
    });

  return {
    async eligibility(query, about, { signal } = {}) {
      const [line] = await ask([query], about, () => 1, signal);
      if (!line?.answer) throw new PortError('invalid');
      return line.answer;
    },
    async eligibilityOf(queries, about, { signal } = {}) {
      const rows = await ask(queries, about, ({ maxBulk }) => maxBulk, signal);
      return { rows, next: null, total: { kind: 'exact', n: rows.length } };
    },
  };
}

/** Counts what somebody asks within a minute; answers how long to wait, 0 where it may be asked now. What is refused does not count. */
async function countAsks(tx: Tx, { account }: Asker, asks: number, most: number, at: Instant): Promise<number> {
  const kept = await tx.get('memberAsks', account.id);
  const isSame = kept !== null && at - kept.since < MINUTE;
  const count = (isSame ? kept.count : 0) + asks;
  // One call that asks for more than a minute's worth goes through alone: waiting would not help it.
  if (isSame && count > most) return kept.since + MINUTE - at;
  await tx.put('memberAsks', { id: account.id, version: (kept?.version ?? 0) + 1, since: isSame ? kept.since : at, count });
  return 0;
}

async function answerFor(
  tx: Tx,
  { organisationId, payer, phone, outage }: PayerRecord,
  query: MemberQuery,
  { serviceDate }: EligibilityAbout,
  at: Instant,
): Promise<EligibilityAnswer> {
  if (outage && (outage.until === null || at < outage.until)) {
    const helpline = phone === undefined ? null : ({ phone, source: 'payer' } as const);
    return { asOf: at, serviceDate, payerId: payer.id, helpline, status: 'payer-unavailable', retryAt: outage.until };
  }
  const found = await coveragesFor(tx, query);
  const own = found.filter((one) => one.organisationId === organisationId).map(({ kept }) => kept);
  return answerEligibility(own, query, { payerId: payer.id, serviceDate, at, payerPhone: phone ?? null });
}

/** What an index finds; whether it is meant is for the rule to say. */
function coveragesFor(tx: Tx, query: MemberQuery): Promise<readonly CoverageRecord[]> {
  const where =
    query.by === 'name'
      ? eq('birthDate', query.birthDate)
      : eq({ card: 'cardKey', 'member-number': 'memberKey', 'national-id': 'nationalKey' }[query.by], numberKey(query.value));
  return tx.query('coverages', { where });
}

import {
  awaited,
  decideAuthorization,
  isBare,
  type Authorization,
  type AuthorizationEntry,
  type AuthorizationRefusal,
  type AuthorizationsPort,
  type PayerAnswer,
  type ReceiveReport,
} from '@portico/core/authorizations';
import { accepted, can, normalizeIdentifier, refused, type Change, type Subject } from '@portico/core/kernel';
import type { Asker, Sessions } from '../access/sessions.ts';
import type { AuthorizationRecord, Tx } from '../collections.ts';
import { runCommand } from '../command-pipeline.ts';
import type { Office } from '../office.ts';
import { notify, type Told } from '../notices.ts';
import { eq } from '../store.ts';
import { keepAuthorization } from './keeping.ts';
import { boundWhere, named } from './worklist.ts';

/** A payer's answers from a file or a feed: each finds its record by any of its numbers, and is decided by the chart. */
export function createReceive(office: Office, sessions: Sessions): Required<AuthorizationsPort>['receive'] {
  const { clock, policyFor } = office;

  type Kept = Pick<Awaited<ReturnType<typeof keepAuthorization>>, 'changes' | 'told'>;
  const take = async (tx: Tx, reach: Reach, notice: PayerAnswer): Promise<Kept | AuthorizationRefusal | 'unchanged'> => {
    const found = await recordOf(tx, reach, notice);
    if (found === null) return 'no-such-authorization';
    const { authorizations: policy, claims } = policyFor({ payerId: found.payerId });
    const at = clock.now();
    const decision = decideAuthorization(found.record, {
      ...{ type: 'authorization.notified', at, by: null, policy, zone: claims.zone, notice },
    });
    if (!decision.accepted) {
      const isOld = decision.code === 'known-notification' || decision.code === 'older-notification';
      return isOld ? 'unchanged' : decision.code;
    }
    const entries = entriesOf(found.record, decision.record, notice, at);
    return keepAuthorization(office, tx, found, decision.record, { at, by: null, to: 'provider', entries });
  };

  return async (batch, meta) => {
    const { payerAnswerSchema } = await import('@portico/core/schemas');
    const max = policyFor('portal').claims.maxIntakeRecords;
    const parsed = batch.length > max ? [] : batch.map((one) => payerAnswerSchema.safeParse(one).data ?? null);
    return runCommand<ReceiveReport, 'denied' | 'too-many-records'>(office, sessions, meta, {
      type: 'authorizations.receive',
      payload: batch,
      right: { action: 'authorizations.receive' },
      work: async (tx, asker) => {
        if (batch.length > max) return { answer: refused('too-many-records', { max }) };
        const reach = await reachOf(office, tx, asker.subject);
        const changes: Change[] = [];
        const told: Told[] = [];
        const bad: { index: number; code: AuthorizationRefusal }[] = [];
        let [taken, unchanged] = [0, 0];
        for (const [index, notice] of parsed.entries()) {
          const came = notice === null ? 'invalid' : await take(tx, reach, notice);
          if (came === 'unchanged') unchanged += 1;
          else if (typeof came === 'string') bad.push({ index, code: came });
          else {
            taken += 1;
            changes.push(...came.changes);
            told.push(...came.told);
          }
        }
        changes.push(...(await bound(tx, asker, reach)));
        changes.push(...(await notify(office, tx, clock.now(), told)));
        return { answer: accepted({ taken, unchanged, refused: bad }), changes };
      },
    });
  };
}

/** How far a subject's answers reach; `adopts` is filled with payers that nobody served, null where the back office binds nobody to them. */
interface Reach {
  readonly subject: Subject;
  readonly served: ReadonlySet<string>;
  readonly adopts: Set<string> | null;
}

/** Where files are opened from anywhere (a demo), the payer's person serves payers that nobody here does, as a clerk does providers. */
async function reachOf({ adoptProviders }: Office, tx: Tx, subject: Subject): Promise<Reach> {
  const adopts = adoptProviders && subject.roles.includes('claims-center') ? new Set<string>() : null;
  const accounts = adopts === null ? [] : await tx.query('accounts', {});
  return { subject, served: new Set(accounts.flatMap(({ payerIds }) => payerIds)), adopts };
}

/** Keeps to which payers the person was bound. */
async function bound(tx: Tx, { account, row }: Asker, { adopts }: Reach): Promise<readonly Change[]> {
  if (adopts === null || adopts.size === 0) return [];
  const payerIds = [...new Set([...account.payerIds, ...adopts])];
  await tx.put('accounts', { ...account, version: account.version + 1, payerIds }, account.version);
  return [{ topic: 'session', id: '*', version: row.version }];
}

/** The one record of this member that has one of these numbers, among those this subject may take answers for. */
async function recordOf(tx: Tx, { subject, served, adopts }: Reach, { numbers, member }: PayerAnswer): Promise<AuthorizationRecord | null> {
  const where = adopts === null ? boundWhere(subject) : eq('organisationId', subject.organisationId);
  const isMine = ({ providerId, payerId }: AuthorizationRecord): boolean =>
    can(subject, 'authorizations.receive', { providerId, payerId }).allow || (adopts !== null && !served.has(payerId));
  for (const { value } of numbers) {
    const same = await tx.query('authorizations', { where: [named(value), ...where] });
    const [found, ...others] = same.filter((one) => isMine(one) && isOf(one.record, member ?? null));
    if (found === undefined || others.length > 0) continue;
    if (!can(subject, 'authorizations.receive', { payerId: found.payerId }).allow) adopts?.add(found.payerId);
    return found;
  }
  return null;
}

/** Whether an answer can be about this member, as far as both tell a number: a decision on somebody else's is worse than none. */
const isOf = ({ member }: Authorization, number: string | null): boolean =>
  number === null || member.number === null || normalizeIdentifier(member.number) === normalizeIdentifier(number);

/** What the history says of an answer: nothing where it says nothing itself. What is asked for too late is noted as such. */
function entriesOf(before: Authorization, after: Authorization, notice: PayerAnswer, at: number): readonly AuthorizationEntry[] {
  const isLate = before.state.case === 'closed' || before.state.case === 'superseded';
  const { ask } = notice;
  if (!isLate && ask !== undefined) return askedEntries(before, after, ask, at);
  if (!isLate && isBare(notice)) return [];
  const { case: now } = after.state;
  const stage = now === 'decided' || now === 'pended' ? now : 'cancelled';
  const what = isLate ? 'late-answer' : notice.stage === 'error' ? 'rejected' : stage;
  return [{ at, what, by: null, reference: notice.notificationId }];
}

/** That something is awaited now which was not before; of one that is decided, that it was asked for and nothing came of it. */
function askedEntries(
  before: Authorization,
  after: Authorization,
  { id, state }: NonNullable<PayerAnswer['ask']>,
  at: number,
): readonly AuthorizationEntry[] {
  const isAwaited = (record: Authorization): boolean => awaited(record).some((one) => one.id === id);
  const isKnown = before.informationRequests.some((one) => one.id === id);
  if (isAwaited(after) && !isAwaited(before)) return [{ at, what: 'information-requested', by: null, reference: id }];
  return !isKnown && state === 'open' ? [{ at, what: 'late-answer', by: null, reference: id }] : [];
}

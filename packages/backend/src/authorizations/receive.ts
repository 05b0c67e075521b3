import {
  decideAuthorization,
  type Authorization,
  type AuthorizationEntry,
  type AuthorizationRefusal,
  type AuthorizationsPort,
  type PayerAnswer,
  type ReceiveReport,
} from '@portico/core/authorizations';
import { accepted, can, refused, type Change, type Subject } from '@portico/core/kernel';
import type { Sessions } from '../access/sessions.ts';
import type { AuthorizationRecord, Tx } from '../collections.ts';
import { runCommand } from '../command-pipeline.ts';
import type { Office } from '../office.ts';
import { notify, type Told } from '../notices.ts';
import { keepAuthorization, numberMark } from './keeping.ts';
import { boundWhere } from './worklist.ts';

/** A payer's answers from a file or a feed: each finds its record by any of its numbers, and is decided by the chart. */
export function createReceive(office: Office, sessions: Sessions): Required<AuthorizationsPort>['receive'] {
  const { clock, policyFor } = office;

  type Kept = Pick<Awaited<ReturnType<typeof keepAuthorization>>, 'changes' | 'told'>;
  const take = async (tx: Tx, subject: Subject, notice: PayerAnswer): Promise<Kept | AuthorizationRefusal | 'unchanged'> => {
    const found = await recordOf(tx, subject, notice);
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
      work: async (tx, { subject }) => {
        if (batch.length > max) return { answer: refused('too-many-records', { max }) };
        const changes: Change[] = [];
        const told: Told[] = [];
        const bad: { index: number; code: AuthorizationRefusal }[] = [];
        let [taken, unchanged] = [0, 0];
        for (const [index, notice] of parsed.entries()) {
          const came = notice === null ? 'invalid' : await take(tx, subject, notice);
          if (came === 'unchanged') unchanged += 1;
          else if (typeof came === 'string') bad.push({ index, code: came });
          else {
            taken += 1;
            changes.push(...came.changes);
            told.push(...came.told);
          }
        }
        changes.push(...(await notify(office, tx, clock.now(), told)));
        return { answer: accepted({ taken, unchanged, refused: bad }), changes };
      },
    });
  };
}

/** The one record that has one of these numbers, among those this subject may take answers for. */
async function recordOf(tx: Tx, subject: Subject, { numbers }: PayerAnswer): Promise<AuthorizationRecord | null> {
  for (const { value } of numbers) {
    const where = [...boundWhere(subject), { op: 'contains', field: 'numbers', text: numberMark(value) } as const];
    const found = (await tx.query('authorizations', { where })).filter(
      ({ providerId, payerId }) => can(subject, 'authorizations.receive', { providerId, payerId }).allow,
    );
    if (found.length === 1) return found[0]!;
  }
  return null;
}

/** What the history says of an answer: nothing where it changed nothing but that it came. */
function entriesOf(
  before: Authorization,
  { state }: Authorization,
  { notificationId, stage, items }: PayerAnswer,
  at: number,
): readonly AuthorizationEntry[] {
  const isLate = before.state.case === 'closed' || before.state.case === 'superseded';
  if (!isLate && (stage === 'received' || (stage === 'decided' && items.length === 0 && state.case === before.state.case))) return [];
  const what = isLate ? 'late-answer' : state.case === 'decided' ? 'decided' : state.case === 'pended' ? 'pended' : 'cancelled';
  return [{ at, what, by: null, reference: notificationId }];
}

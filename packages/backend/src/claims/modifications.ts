import {
  decideModification,
  modificationContext,
  rowOf,
  type CaseEvent,
  type ClaimsPort,
  type ModificationAsked,
  type ModificationCommandRefusal,
  type ModificationEntry,
  type ModificationEvent,
  type ModificationRequest,
  type ModificationVerdict,
} from '@portico/core/claims';
import { accepted, can, PortError, refused, scopeOf, type Action, type Subject } from '@portico/core/kernel';
import type { Asker, Sessions } from '../access/sessions.ts';
import type { CaseRecord, Tx } from '../collections.ts';
import { runCommand, type Outcome } from '../command-pipeline.ts';
import { caseFor } from '../documents/case-access.ts';
import { notify } from '../notices.ts';
import type { Office } from '../office.ts';
import { paged } from '../paged.ts';
import { eq, type Condition } from '../store.ts';
import { putCases } from './case-search.ts';

type Modifications = Pick<
  Required<ClaimsPort>,
  'modificationRequests' | 'requestModification' | 'withdrawModification' | 'answerModification'
>;
type Answered = Outcome<ModificationRequest, ModificationCommandRefusal>;

const ASK: Action = 'claims.request-modification';
const ANSWER: Action = 'claims.answer-modification';

/** Requests to the claims center to modify a case (N11): decided by the lifecycle of core at the back office's own time. */
export function createModifications(office: Office, sessions: Sessions): Modifications {
  const { clock, ids } = office;

  const ask = async (tx: Tx, { subject }: Asker, caseId: string, asked: ModificationAsked): Promise<Answered> => {
    const found = await caseFor(tx, subject, ASK, caseId);
    if (found === null) return { answer: refused('not-found') };
    if (!(await areOfCase(tx, asked.documentIds, caseId))) return { answer: refused('invalid'), target: caseId };
    const at = clock.now();
    const context = modificationContext(found.record, await requestsOf(tx, caseId));
    const decision = decideModification('none', context, { type: 'modification.requested', at, asked });
    if (!decision.accepted) return { answer: refused(decision.code), target: caseId };
    const { organisationId, record } = found;
    const request: ModificationRequest = {
      ...{ id: ids.uuid(), version: 1, lifecycleVersion: 1, organisationId, caseId },
      ...{ providerId: record.provider.id, payerId: record.payer.id },
      ...{ requestedBy: nameOf(subject), requestedAt: at, asked, state: decision.state, answer: null },
    };
    return written(office, tx, found, request, { at, what: 'modification-requested', by: subject.displayName, reference: asked.subject });
  };

  /** Decides an event over a request that this subject may do that to, and tells the case's history. */
  const decide = async (
    tx: Tx,
    { subject }: Asker,
    id: string,
    event: Omit<ModificationEvent, 'at'>,
    verdict: ModificationVerdict | null,
  ): Promise<Answered> => {
    const before = await requestFor(tx, subject, verdict === null ? ASK : ANSWER, id);
    const found = before && (await tx.get('cases', before.caseId));
    if (!before || !found) return { answer: refused('not-found') };
    const at = clock.now();
    const decision = decideModification(before.state, modificationContext(found.record, []), { ...event, at });
    if (!decision.accepted) return { answer: refused(decision.code), target: before.caseId };
    const answer = verdict && { ...verdict, text: verdict.text.trim(), at, by: nameOf(subject) };
    const request = { ...before, version: before.version + 1, state: decision.state, answer };
    const what = `modification-${decision.state}` as const;
    return written(office, tx, found, request, { at, what, by: subject.displayName, reference: verdict?.reason ?? before.asked.subject });
  };

  const present =
    (id: string, action: Action) =>
    async (tx: Tx, { subject }: Asker): Promise<{ version: number; value: ModificationRequest } | null> => {
      const request = await requestFor(tx, subject, action, id);
      return request && { version: request.version, value: request };
    };

  return {
    modificationRequests: ({ caseId, states, cursor, limit, signal }) =>
      sessions.reading(async (tx, { subject }) => {
        const where = boundWhere(subject);
        if (caseId !== undefined) where.push({ op: 'eq', field: 'caseId', value: caseId });
        if (states !== undefined) where.push({ op: 'in', field: 'state', values: states });
        return paged(
          tx,
          {
            ...{ collection: 'modifications', where, field: 'requestedAt', asked: { caseId: caseId ?? null, states: states ?? null } },
            keyOf: ({ requestedAt }) => requestedAt,
            rowOf: ({ request }) => entryOf(tx, subject, request),
          },
          { cursor: cursor ?? null, ...(limit === undefined ? {} : { limit }) },
        );
      }, signal),

    async requestModification(caseId, asked, meta) {
      const { modificationAskedSchema } = await import('@portico/core/schemas');
      const parsed = modificationAskedSchema.safeParse(asked);
      return runCommand<ModificationRequest, ModificationCommandRefusal>(office, sessions, meta, {
        type: 'claims.request-modification',
        payload: { caseId, asked },
        right: { action: ASK },
        work: async (tx, asker) => (parsed.success ? ask(tx, asker, caseId, parsed.data) : { answer: refused('invalid'), target: caseId }),
      });
    },

    withdrawModification: (id, meta) =>
      runCommand<ModificationRequest, ModificationCommandRefusal>(office, sessions, meta, {
        type: 'claims.withdraw-modification',
        payload: { id },
        right: { action: ASK },
        present: present(id, ASK),
        work: (tx, asker) => decide(tx, asker, id, { type: 'modification.withdrawn' }, null),
      }),

    async answerModification(id, verdict, meta) {
      const { modificationVerdictSchema } = await import('@portico/core/schemas');
      const parsed = modificationVerdictSchema.safeParse(verdict);
      return runCommand<ModificationRequest, ModificationCommandRefusal>(office, sessions, meta, {
        type: 'claims.answer-modification',
        payload: { id, verdict },
        right: { action: ANSWER },
        present: present(id, ANSWER),
        work: async (tx, asker) => {
          if (!parsed.success) return { answer: refused('invalid') };
          const { outcome, reason, text } = parsed.data;
          return decide(tx, asker, id, { type: `modification.${outcome}`, verdict: { reason, text } }, parsed.data);
        },
      });
    },
  };
}

const nameOf = ({ accountId, displayName }: Subject): ModificationRequest['requestedBy'] => ({ accountId, displayName });

/** Writes the request and tells its case's history and the other side; whoever looks at the case or at the queue hears of it. */
async function written(office: Office, tx: Tx, found: CaseRecord, request: ModificationRequest, event: CaseEvent): Promise<Answered> {
  const { id, version, organisationId, caseId, providerId, payerId, state, requestedAt } = request;
  await tx.put(
    'modifications',
    { ...{ id, version, organisationId, caseId, providerId, payerId, state, requestedAt }, request },
    version - 1,
  );
  const next = found.version + 1;
  await putCases(tx, [{ ...found, version: next, record: { ...found.record, version: next }, events: [...found.events, event] }]);
  const told = await notify(office, tx, event.at, [
    {
      ...{ topic: 'modifications', recordId: caseId, event: state, reference: rowOf(found.record).reference },
      ...{ to: request.answer === null ? 'payer' : 'provider', organisationId, providerId, payerId },
    },
  ]);
  return { answer: accepted(request), target: caseId, changes: [{ topic: 'claims', id: caseId, version: next }, ...told] };
}

/** All requests of a case, whoever asked. */
async function requestsOf(tx: Tx, caseId: string): Promise<readonly ModificationRequest[]> {
  return (await tx.query('modifications', { where: eq('caseId', caseId) })).map(({ request }) => request);
}

/** Whether all of them are documents of that case which both sides may see; what is not is answered like what does not exist. */
async function areOfCase(tx: Tx, documentIds: readonly string[], caseId: string): Promise<boolean> {
  for (const id of documentIds) {
    const kept = await tx.get('documents', id);
    const note = kept?.caseId === caseId ? await tx.get('notes', kept.noteId) : null;
    const document = note?.note.documents.find((one) => one.id === id);
    if (document === undefined || document.purpose === 'internal') return false;
  }
  return true;
}

/** The request, where this subject may do that to it; one of somebody else is answered like one that does not exist. */
async function requestFor(tx: Tx, subject: Subject, action: Action, id: string): Promise<ModificationRequest | null> {
  const found = await tx.get('modifications', id);
  if (found === null || found.organisationId !== subject.organisationId) return null;
  return can(subject, action, found).allow ? found.request : null;
}

/** What this subject may see: for whoever may ask or answer, within the bounds of the roles that let them. PortError `denied` for others. */
function boundWhere(subject: Subject): Condition[] {
  const roles = subject.roles.filter((role) => [ASK, ANSWER].some((action) => can({ ...subject, roles: [role] }, action).allow));
  if (roles.length === 0) throw new PortError('denied');
  const { providerIds, payerIds } = scopeOf({ ...subject, roles });
  return [
    ...eq('organisationId', subject.organisationId),
    ...(providerIds === null ? [] : [{ op: 'in', field: 'providerId', values: providerIds } as const]),
    ...(payerIds === null ? [] : [{ op: 'in', field: 'payerId', values: payerIds } as const]),
  ];
}

async function entryOf(tx: Tx, subject: Subject, request: ModificationRequest): Promise<ModificationEntry | null> {
  const found = await tx.get('cases', request.caseId);
  const permission = can(subject, 'claims.read', request);
  return found === null || !permission.allow ? null : { request, row: rowOf(found.record, permission.hidden) };
}

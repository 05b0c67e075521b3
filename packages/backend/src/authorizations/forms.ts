import { FORM_VERSION, formOf, isFormDue, isSameDecision, visibleForm, type Authorization } from '@portico/core/authorizations';
import type { FormDocument, FormStanding, OpenedForm } from '@portico/core/documents';
import { can, PortError, type Change, type Instant } from '@portico/core/kernel';
import type { Sessions } from '../access/sessions.ts';
import type { FormRecord, Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';

type Policies = Pick<Office, 'policyFor'>;

const idOf = (caseId: string, number: number): string => `${caseId}:form:${number}`;

/** Forms that are filed with an authorization, oldest first. */
async function filedForms(tx: Tx, caseId: string): Promise<readonly FormRecord[]> {
  return (await tx.query('forms', { where: eq('caseId', caseId) })).toSorted((a, b) => a.number - b.number);
}

/** The form that belongs to a record as it stands, where none of this decision is filed; null for none. */
async function dueForm(
  { policyFor }: Policies,
  tx: Tx,
  record: Authorization,
  last: FormRecord | undefined,
  issuedAt: Instant,
): Promise<FormRecord | null> {
  if (!isFormDue(record)) return null;
  const payer = await tx.get('payers', `${record.organisationId}/${record.payer.id}`);
  const values = formOf(record, { issuedAt, zone: policyFor({ payerId: record.payer.id }).claims.zone, helpline: payer?.phone ?? null });
  if (last && isSameDecision(last.values, values)) return null;
  const number = (last?.number ?? 0) + 1;
  const id = idOf(record.id, number);
  return {
    ...{ id, version: 1, caseId: record.id, number, values },
    document: {
      ...{ id, caseId: record.id, kind: 'form', template: 'authorization-form', templateVersion: FORM_VERSION, type: 'authorization-form' },
      ...{ itemSequence: null, noteId: null, name: values.numbers[0]?.value ?? record.id, purpose: 'correspondence' },
      ...{ postedAt: issuedAt, postedBy: record.payer.name, side: 'payer' },
    },
  };
}

/**
 * Files the form of what was decided (N28), once for each decision, in the transaction that writes the record. One that came authorized from
 * elsewhere has had none so far: its form is filed before the record becomes another one.
 */
export async function fileForms(
  policies: Policies,
  tx: Tx,
  before: Authorization | null,
  record: Authorization,
  at: Instant,
): Promise<readonly Change[]> {
  const due = [...(before && isFormDue(before) ? [[before, before.decidedAt ?? at] as const] : []), ...[[record, at] as const]];
  if (!due.some(([one]) => isFormDue(one))) return [];
  let last = (await filedForms(tx, record.id)).at(-1);
  const first = last;
  for (const [one, issuedAt] of due) {
    const form = await dueForm(policies, tx, one, last, issuedAt);
    if (form === null) continue;
    await tx.put('forms', form, 0);
    last = form;
  }
  return last === first ? [] : [{ topic: 'documents', id: record.id, version: at }];
}

/** How a form stands: what the record became since counts for all, a later decision for those before it. */
function standingOf(
  { state, cancelledAt, rejectedAt, supersededBy }: Authorization,
  isLast: boolean,
  isDecidedAnew: boolean,
): FormStanding {
  if (state.use === 'not-used') return 'not-used';
  if ([cancelledAt, rejectedAt, supersededBy].some((end) => end !== null)) return 'ended';
  return isLast && !isDecidedAnew ? 'in-force' : 'superseded';
}

/** A form with how it stands; `isFiled` is false for one that is due and written when it is first opened, or when its record changes. */
export interface StandingForm {
  readonly record: FormRecord;
  readonly document: FormDocument;
  readonly isFiled: boolean;
}

/** The forms of an authorization as they stand now, newest first. */
export async function formsOf(policies: Policies, tx: Tx, record: Authorization): Promise<readonly StandingForm[]> {
  const filed = await filedForms(tx, record.id);
  const due = await dueForm(policies, tx, record, filed.at(-1), record.decidedAt ?? record.submittedAt);
  const all = due ? [...filed, due] : filed;
  const isDecidedAnew = record.state.case === 'decided' && !isFormDue(record);
  return all
    .map((one, index) => ({
      record: one,
      document: { ...one.document, standing: standingOf(record, index === all.length - 1, isDecidedAnew) },
      isFiled: one !== due,
    }))
    .reverse();
}

/** Opens a form for whoever may read its authorization; PortError `not-found` for somebody else's, like one that does not exist. */
export async function openForm(office: Office, sessions: Sessions, documentId: string, signal?: AbortSignal): Promise<OpenedForm> {
  const caseId = /^(.+):form:\d+$/.exec(documentId)?.[1] ?? '';
  const { form, hidden } = await sessions.reading(async (tx, { subject }) => {
    if (!can(subject, 'authorizations.read').allow) throw new PortError('denied');
    const found = await tx.get('authorizations', caseId);
    const mine = found?.organisationId === subject.organisationId ? found : null;
    const permission = mine && can(subject, 'authorizations.read', { providerId: mine.providerId, payerId: mine.payerId });
    const forms = mine && permission?.allow ? await formsOf(office, tx, mine.record) : [];
    const one = forms.find(({ document }) => document.id === documentId);
    if (one === undefined || !permission?.allow) throw new PortError('not-found');
    return { form: one, hidden: permission.hidden };
  }, signal);
  // What was read is answered even where nothing can be written any more, or another page has filed it meanwhile.
  if (!form.isFiled) await office.store.transaction('write', (tx) => tx.put('forms', form.record, 0)).catch(() => undefined);
  return { document: form.document, values: visibleForm(form.record.values, hidden), hidden };
}

import { licenceTypes } from '../directory/index.ts';
import { isRefused, type Attachment } from '../documents/index.ts';
import { normalizeIdentifier, sameDays, toDecimal, type DateInputOptions } from '../kernel/index.ts';
import type { ItemForm, RequestForm } from './authorization-request-draft.schema.ts';
import type { AuthorizationRequestContext, AuthorizationRequestEvent, GivenMember, RemovedLine } from './authorization-request.task.ts';
import type { Authorization } from './authorization.schema.ts';

type Event<Type extends AuthorizationRequestEvent['type']> = Extract<AuthorizationRequestEvent, { type: Type }>;

/** A form that nobody touched. */
export const emptyForm: RequestForm = {
  ...{ kind: 'request', urgency: 'standard', payerId: '', providerId: '', physician: null, unlistedPhysician: null },
  ...{ member: { id: null, name: '', number: '', birthDate: null }, serviceFrom: '', serviceTo: '', currency: '' },
  ...{ diagnoses: [], items: [], nextSequence: 1, note: '' },
};

/** Whether something was typed that a person would miss: what is chosen by itself, or stays for the next request, is not. */
export const isTouched = (form: RequestForm): boolean =>
  [form.member.name, form.member.number, form.serviceFrom, form.serviceTo, form.note].some((text) => text.trim() !== '') ||
  form.diagnoses.length + form.items.length > 0 ||
  form.unlistedPhysician !== null;

/** An empty form for the next request: the desk is the same, the member is not. */
export const nextForm = ({ payerId, providerId, currency, kind }: RequestForm): RequestForm => ({
  ...{ ...emptyForm, payerId, providerId, currency, kind },
});

/** The form with other values. Who types another number means another member: what was known of the one before is gone. */
export function changed(form: RequestForm, changes: Event<'form.changed'>['changes']): RequestForm {
  const { member, payerId } = changes;
  const base = payerId === undefined ? form : ofPayer(form, payerId);
  if (!member || sameNumber(member.number, form.member.number)) return { ...base, ...changes };
  return { ...base, ...changes, member: { ...member, id: null, birthDate: null } };
}

/** Another payer's own currency comes with its rules. */
const ofPayer = (form: RequestForm, payerId: string): RequestForm => (payerId === form.payerId ? form : { ...form, payerId, currency: '' });

const sameNumber = (a: string | null, b: string | null): boolean => normalizeIdentifier(a ?? '') === normalizeIdentifier(b ?? '');

/**
 * The form with the payer and the member that the host names. What was begun for another member is put aside whole: diagnoses of one must not
 * come to stand under the name of another.
 */
export function withGiven(
  form: RequestForm,
  { payerId, member }: { readonly payerId: string | null; readonly member: GivenMember | null },
): { readonly form: RequestForm; readonly isOther: boolean } {
  const { number, name } = form.member;
  const isOther = member !== null && (number === '' ? name !== '' && name !== member.name : !sameNumber(number, member.number));
  const base = isOther && isTouched(form) ? nextForm(form) : form;
  return {
    form: {
      ...(payerId === null ? base : ofPayer(base, payerId)),
      ...(member !== null && { member: { ...member, number: member.number ?? '' } }),
    },
    isOther: base !== form,
  };
}

/** A new request with all that a refused one asked for (`domain.md` trap 4): its lines keep their numbers, what the payer added is left. */
export function ofReplaced(record: Authorization): RequestForm {
  const { kind, urgency, payer, provider, physician, member, serviceFrom, serviceTo, currency, diagnoses, note } = record;
  const unlisted = record.unlistedPhysician;
  const type = licenceTypes.find((one) => one === unlisted?.identifier.type) ?? 'other';
  const asked = record.items.filter(({ origin, outcome }) => origin === 'provider' && outcome !== 'cancelled');
  return {
    ...{ kind, urgency, payerId: payer.id, providerId: provider.id, physician, currency, diagnoses, note },
    ...{ serviceFrom: serviceFrom ?? '', serviceTo: serviceTo ?? '', member: { ...member, number: member.number ?? '' } },
    unlistedPhysician: unlisted && { type, number: unlisted.identifier.value, name: unlisted.name },
    items: asked.map((item): ItemForm => ({
      ...{ sequence: item.sequence, service: item.service, name: item.unlisted?.name ?? '', quantity: item.quantity ?? '' },
      estimate: item.unlisted ? toDecimal(item.unlisted.estimatedCost) : '',
      amount: item.amount ? toDecimal(item.amount) : '',
      ...{ from: item.from ?? '', to: item.to ?? '' },
    })),
    nextSequence: Math.max(0, ...record.items.map(({ sequence }) => sequence)) + 1,
  };
}

/** A diagnosis is there once, however often it is picked. */
export const withDiagnosis = (form: RequestForm, { coded }: Event<'diagnosis.added'>): RequestForm =>
  form.diagnoses.some((one) => one.coded.code === coded.code && one.coded.system === coded.system)
    ? form
    : { ...form, diagnoses: [...form.diagnoses, { coded, exact: null }] };

/** The exact words of a diagnosis (N19), or none. */
export const withExact = (form: RequestForm, { index, exact }: Event<'diagnosis.changed'>): RequestForm => ({
  ...{ ...form, diagnoses: form.diagnoses.map((one, at) => (at === index ? { ...one, exact } : one)) },
});

/** One line more, under a number that none had before. */
export const withItem = (form: RequestForm, { service, name = '' }: Event<'item.added'>): RequestForm => ({
  ...form,
  items: [...form.items, { sequence: form.nextSequence, service, name, estimate: '', quantity: '1', amount: '', from: '', to: '' }],
  nextSequence: form.nextSequence + 1,
});

/** A line with other values. */
export const withItemChanged = (form: RequestForm, { sequence, changes }: Event<'item.changed'>): RequestForm => ({
  ...{ ...form, items: form.items.map((item) => (item.sequence === sequence ? { ...item, ...changes } : item)) },
});

/** A line whose days stay the same days over a change of language. */
export const itemRespoken = (item: ItemForm, before: string, reading: DateInputOptions): ItemForm =>
  sameDays(item, ['from', 'to'], before, reading);

/** The form whose days stay the same days over a change of language. */
export const formRespoken = (form: RequestForm, before: string, reading: DateInputOptions): RequestForm => ({
  ...sameDays(form, ['serviceFrom', 'serviceTo'], before, reading),
  items: form.items.map((item) => itemRespoken(item, before, reading)),
});

/** Where a line stands; below 0: nowhere. */
export const placeOf = ({ items }: RequestForm, sequence: number): number => items.findIndex((item) => item.sequence === sequence);

/** The form without a line, and the line with its place. */
export function withoutLine(
  form: RequestForm,
  of: RemovedLine['of'],
  index: number,
): Pick<AuthorizationRequestContext, 'form' | 'removedLine'> | null {
  const line = form[of][index];
  if (line === undefined) return null;
  return { form: { ...form, [of]: form[of].toSpliced(index, 1) }, removedLine: { of, index, line } as RemovedLine };
}

/** The form with a removed line where it stood. */
export const withReturnedLine = (form: RequestForm, { of, index, line }: RemovedLine): RequestForm => ({
  ...form,
  [of]: (form[of] as readonly unknown[]).toSpliced(index, 0, line),
});

/** The files that leave with the request, for lines that it still has; those of a removed line are of the whole. */
export const filesToSend = (files: readonly Attachment[], { items }: Pick<RequestForm, 'items'>): readonly Attachment[] => {
  const lines = new Set(items.map(({ sequence }) => sequence));
  return files
    .filter((file) => !isRefused(file))
    .map((file) => (file.itemSequence === null || lines.has(file.itemSequence) ? file : { ...file, itemSequence: null }));
};

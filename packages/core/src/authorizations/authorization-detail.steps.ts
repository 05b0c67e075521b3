import { callPort, parseDateInput, sameDays, toPortError, type CommandAnswer, type CommandMeta, type PlainDate } from '../kernel/index.ts';
import type { AddedItem, DetailForm, ItemChange } from './authorization-detail-draft.schema.ts';
import { actsAt, nextLook, type DetailAct, type PayerRules } from './authorization-detail.acts.ts';
import { changeOf, itemsToSend } from './authorization-detail.rules.ts';
import type { AuthorizationDetailInput, AuthorizationDetailMemory, DetailRefusal } from './authorization-detail.task.ts';
import { refuseExtension, refuseVoid } from './authorization.rules.ts';
import type { Authorization } from './authorization.schema.ts';
import type { AuthorizationDetail, AuthorizationRefusal } from './authorizations.port.ts';
import type { Case } from '../claims/index.ts';

type Memory = AuthorizationDetailMemory;
type Step = Partial<Memory>;
type Answer = CommandAnswer<Authorization, AuthorizationRefusal>;

const untouched = { form: null, putAway: null, commandId: null, notice: null, refusal: null, fault: null, code: null } as const;
const unread = { detail: null, found: null, rules: null, acts: [], isStale: false } as const;

/** The memory of a task that has just begun. */
export const begin = (ports: AuthorizationDetailInput): Memory => ({
  ...{ ports, id: ports.id, at: ports.clock.now(), keepsText: ports.drafts !== null },
  ...unread,
  ...untouched,
});

/** Another one: nothing of the one before stays. */
export const opened = (id: string | null): Step => ({ id, ...unread, ...untouched });

/** What was read of one authorization. */
export interface Loaded {
  readonly detail: AuthorizationDetail;
  readonly found: Case | null;
  readonly rules: PayerRules;
}

/** Reads the record, its payer's rules and its case; a case that cannot be had keeps nobody from reading. Null: there is none. */
export const load = ({ ports, id }: Memory, signal: AbortSignal): Promise<Loaded | null> =>
  callPort(
    async (limited) => {
      const [detail, found] = await Promise.all([
        ports.authorizations.get(id!, { signal: limited }),
        ports.claims?.get(id!, { signal: limited }).catch(() => null) ?? null,
      ]);
      return detail && { detail, found: found?.record ?? null, rules: await ports.rulesFor(detail.record.payer.id) };
    },
    { clock: ports.clock, signal },
  );

/** It was read; what was typed stays. */
export function loaded({ ports }: Memory, read: Loaded | null): Step {
  if (read === null) return { ...unread, code: null };
  const at = ports.clock.now();
  return { ...read, at, acts: canDo(ports, actsAt(read.detail, read.rules, at)), isStale: false, code: null };
}

/** The time has gone on: what is late, and what is offered, may be something else. */
export function looked({ ports, detail, rules }: Memory): Step {
  const at = ports.clock.now();
  return { at, ...(detail && rules && { acts: canDo(ports, actsAt(detail, rules, at)) }) };
}

/** Those acts for which the backend has a command. */
function canDo({ authorizations, canPost }: AuthorizationDetailInput, acts: readonly DetailAct[]): readonly DetailAct[] {
  const { answerInformation, extend, update, cancel, void: voids } = authorizations;
  const has = { 'answer-information': answerInformation && canPost, extend, update, cancel, void: voids };
  return acts.filter((act) => has[act]);
}

/** Milliseconds until time changes what is told; null where it changes nothing. */
export const untilNext = ({ detail, rules, at }: Memory): number | null => detail && rules && nextLook(detail.record, at, rules.zone);

const empty: DetailForm = {
  ...{ act: 'void', reason: '', text: '', until: '', changes: [], added: [], requestId: null, isLast: true },
};

/** Whether something was typed or chosen that would be missed. */
const isWritten = (form: DetailForm | null): boolean =>
  form !== null && (form.text + form.until !== '' || form.changes.length + form.added.length > 0);

/** Something is begun; a reason that is the only one needs no choice. */
export const begun = ({ form, rules, putAway }: Memory, act: DetailAct, requestId: string | null): Step => ({
  form: { ...empty, act, requestId, reason: act === 'void' && rules?.policy.voidReasons.length === 1 ? rules.policy.voidReasons[0]! : '' },
  putAway: isWritten(form) ? form : putAway,
  ...{ commandId: null, notice: null, refusal: null, fault: null, code: null },
});

/** Something was typed: what was wrong is gone, and the next try is another command. */
export const typed = ({ form }: Memory, changes: Partial<DetailForm>): Step => ({
  form: form && { ...form, ...changes },
  ...{ commandId: null, notice: null, refusal: null, fault: null, code: null },
});

/** The language changed: days that were understood stay the same days, also in what was put away. It stays the same command. */
export function respoken({ form, putAway, ports }: Memory, before: string): Step {
  const reading = { today: ports.today(), locale: ports.locale() };
  const kept = (one: DetailForm): DetailForm => ({
    ...sameDays(one, ['until'], before, { ...reading, isAhead: true }),
    changes: one.changes.map((change) => sameDays(change, ['from', 'to'], before, reading)),
  });
  return { form: form && kept(form), putAway: putAway && kept(putAway) };
}

/** A field of an item was changed; only items that were touched are in the form. */
export function itemTyped(memory: Memory, sequence: number, changes: Partial<ItemChange>): Step {
  const { form, detail } = memory;
  const item = detail?.record.items.find((one) => one.sequence === sequence);
  if (!form || !item) return {};
  const before = form.changes.find((one) => one.sequence === sequence) ?? changeOf(item);
  return typed(memory, { changes: [...form.changes.filter((one) => one !== before), { ...before, ...changes, sequence }] });
}

/** An added service was changed, or with null taken out again. */
export function addedTyped(memory: Memory, index: number, changes: Partial<AddedItem> | null): Step {
  const added = memory.form?.added ?? [];
  const next = changes === null ? added.toSpliced(index, 1) : added.map((one, n) => (n === index ? { ...one, ...changes } : one));
  return typed(memory, { added: next });
}

/** A service of the list is added. */
export const added = (memory: Memory, service: AddedItem['service']): Step =>
  typed(memory, { added: [...(memory.form?.added ?? []), { service, quantity: '1', amount: '' }] });

/** Put away, with a way back where something was written. */
export const closed = ({ form }: Memory): Step => ({ ...untouched, putAway: isWritten(form) ? form : null });

/** What was put away is back. */
export const undone = ({ putAway }: Memory): Step => ({ form: putAway, putAway: null });

/** The end day as it was typed, without a year the next such day; null where it is none. */
export function untilOf({ ports, form }: Pick<Memory, 'ports' | 'form'>): PlainDate | null {
  const read = parseDateInput(form?.until ?? '', { today: ports.today(), locale: ports.locale(), isAhead: true });
  return 'date' in read ? read.date : null;
}

/** Refused at once where the back office would refuse it; checked at the moment of sending, not at that of reading. */
export function asked(memory: Memory): Step {
  const now = { ...memory, ...looked(memory) };
  const { refusal, fault } = refuse(now);
  return { at: now.at, acts: now.acts, refusal, fault, code: null, notice: null, commandId: memory.commandId ?? memory.ports.ids.uuid() };
}

function refuse({ ports, form, acts, detail, rules, isStale }: Memory): { refusal: DetailRefusal | null; fault: string | null } {
  const no = (refusal: DetailRefusal | null, fault: string | null = null): { refusal: DetailRefusal | null; fault: string | null } => ({
    refusal,
    fault,
  });
  if (!form || !detail || !rules || isStale || !acts.includes(form.act)) return no('not-in-this-state');
  if (form.act === 'void') return no(refuseVoid(form, rules.policy));
  if (form.act === 'extend') {
    const until = untilOf({ ports, form });
    return no(until === null ? 'not-a-date' : refuseExtension(detail.record, until));
  }
  if (form.act !== 'update') return no(null);
  if (form.changes.length + form.added.length === 0) return no('nothing-changed');
  const items = itemsToSend(detail.record, form, { today: ports.today(), locale: ports.locale() });
  return 'code' in items ? no(items.code, items.at) : no(null);
}

/** Sends it, about the record as it was shown. */
export async function send({ ports, detail, form, commandId }: Memory): Promise<Answer> {
  const { authorizations } = ports;
  const { id, version: expectedVersion } = detail!.record;
  const run = (meta: CommandMeta): Promise<Answer> => {
    if (form!.act === 'void') return authorizations.void!(id, { reason: form!.reason, text: form!.text.trim() }, meta);
    if (form!.act === 'extend') return authorizations.extend!(id, untilOf({ ports, form })!, meta);
    if (form!.act === 'cancel') return authorizations.cancel!(id, meta);
    const items = itemsToSend(detail!.record, form!, { today: ports.today(), locale: ports.locale() });
    return 'code' in items ? Promise.resolve({ status: 'refused', code: 'invalid' }) : authorizations.update!(id, items, meta);
  };
  return ports.submit((meta) => run({ ...meta, expectedVersion }), { commandId: commandId!, recordId: id, expectedVersion });
}

/** What the command came to. A refusal is kept under its id, so the next try is another command; one nobody knows of is asked again. */
export function took({ form, commandId }: Memory, answer: Answer): Step {
  if (answer.status === 'accepted') return { ...untouched, notice: form!.act };
  const refusal = answer.status === 'refused' ? answer.code : answer.status;
  return { refusal, commandId: answer.status === 'unknown' ? commandId : null, code: null };
}

/** The note is with the payer; whether it answers the question is told apart. */
export const answered = (refusal: DetailRefusal | null): Step => ({
  ...untouched,
  ...(refusal === null ? { notice: 'answer-information' } : { refusal }),
});

/** It could not be sent, or not be read. */
export const failed = (error: unknown): Step => ({ code: toPortError(error).code, notice: null });

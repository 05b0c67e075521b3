import { callPort, DRAFT_PAUSE, toPortError, type CommandAnswer, type Page } from '../kernel/index.ts';
import { decideAuthorization } from './authorization.lifecycle.ts';
import type { AuthorizationEvent } from './authorization.rules.ts';
import type { Authorization } from './authorization.schema.ts';
import type { AuthorizationRefusal, AuthorizationRow, WorklistFilter } from './authorizations.port.ts';
import {
  approvedAll,
  deskRespoken,
  emptyDeskForm,
  fitted,
  readDecision,
  readPend,
  readQuestion,
  type DeskError,
  type DeskReading,
  type Outgoing,
} from './decision-desk.rules.ts';
import type { DeskForm } from './decision-desk.schema.ts';
import type { DecisionDeskInput, DecisionDeskMemory, DeskRecord } from './decision-desk.task.ts';

type Memory = DecisionDeskMemory;
type Step = Partial<Memory>;

/** What a command came back with. */
export type DeskAnswer = CommandAnswer<Authorization, AuthorizationRefusal>;

/** A record as it was opened, with the draft that was kept of it. */
export interface DeskOpening {
  readonly record: DeskRecord | null;
  readonly draft: DeskForm | null;
}

/** How many rows are shown at first, and added with each further page. */
const PAGE = 25;

const quiet = { notice: null, errors: [], refusal: null, code: null } as const satisfies Step;
const nothingOpen = { openId: null, opened: null, form: null, isBegun: false, before: null, out: null, isOvertaken: false } as const;

/** The memory of a task that has just begun: what waits for the payer. */
export const begin = (ports: DecisionDeskInput): Memory => ({
  ...{ ports, rows: [], next: null, total: { kind: 'unknown' }, limit: PAGE, readAt: ports.clock.now() },
  filter: { scope: 'mine', payerId: null, urgency: null, number: '' },
  ...{ ...nothingOpen, aside: new Map(), isHeld: false, nextId: null, isSending: false, keepsText: ports.drafts !== null, ...quiet },
});

/** One page of the queue, due first. */
export const list = ({ ports: { authorizations, clock }, filter, limit }: Memory, signal: AbortSignal): Promise<Page<AuthorizationRow>> =>
  callPort((limited) => authorizations.worklist(filter, { limit, signal: limited }), { clock, signal });

/** The queue was read. */
export const listed = ({ ports }: Memory, { rows, next, total }: Page<AuthorizationRow>): Step => ({
  ...{ rows, next, total, readAt: ports.clock.now(), code: null },
});

/** More of the queue is asked for. */
export const further = ({ limit }: Memory): Step => ({ limit: limit + PAGE });

/** Another part of the queue is asked for. */
export const filtered = ({ filter }: Memory, changes: Partial<WorklistFilter>): Step => ({
  filter: { ...filter, ...changes },
  limit: PAGE,
});

/** A record is being opened: what was begun on another one waits for its return. */
export const opening = (memory: Memory, id: string): Step => ({ ...closed(memory), openId: id, nextId: null });

/** What was sent was taken, and is told while the record is opened to which somebody went on. */
export const next = (memory: Memory): Step => ({ ...opening(memory, memory.nextId!), notice: memory.notice });

/** Reads a record, its payer's policy and what was written on it before. */
export async function open({ ports, openId, form, aside }: Memory, signal: AbortSignal): Promise<DeskOpening> {
  const { authorizations, clock, policy } = ports;
  const detail = await callPort((limited) => authorizations.get(openId!, { signal: limited }), { clock, signal });
  if (detail === null) return { record: null, draft: null };
  const rules = await callPort(() => policy(detail.record.payer.id), { clock, signal });
  const draft = form === null ? (aside.get(openId!) ?? (await draftOf(ports, openId!).catch(() => null))) : null;
  return { record: { detail, ...rules }, draft };
}

/** The record came, or came anew: what was typed stays, over the record as it is now. */
export function read(memory: Memory, { record, draft }: DeskOpening): Step {
  if (record === null) return { opened: null, form: null, isBegun: false, refusal: 'no-such-authorization' };
  const { form, isBegun, opened, ports, rows } = memory;
  const now = record.detail.record;
  const isOvertaken = isBegun && opened !== null && opened.detail.record.version !== now.version;
  const wanted = form ?? draft ?? emptyDeskForm(now, { ...record, at: ports.clock.now() });
  return {
    ...{ opened: record, form: fitted(wanted, now), isBegun: isBegun || draft !== null, code: null },
    isOvertaken: memory.isOvertaken || isOvertaken,
    // Opening marks as read.
    rows: rows.map((row) => (row.id === now.id && row.isUnread ? { ...row, isUnread: false } : row)),
    ...(draft !== null && { notice: 'kept' as const }),
  };
}

/** The record is put out of sight; what was begun on it stays. */
export const closed = ({ form, isBegun, aside }: Memory): Step => ({
  ...{ ...nothingOpen, ...quiet },
  aside: form && isBegun ? new Map([...aside, [form.id, form]]) : aside,
});

const without = (aside: Memory['aside'], id: string): Memory['aside'] => new Map([...aside].filter(([key]) => key !== id));

/** The language changed: days that were understood stay the same days, also in what can come back and on records put out of sight. */
export function respoken({ form, before, aside, opened, ports }: Memory, language: string): Step {
  const reading = { zone: opened?.zone ?? 'UTC', at: ports.clock.now(), locale: ports.locale() };
  const kept = (one: DeskForm): DeskForm => deskRespoken(one, language, reading);
  return {
    ...{ form: form && kept(form), before: before && kept(before) },
    aside: new Map([...aside].map(([id, one]) => [id, kept(one)])),
  };
}

const written = { ...quiet, isBegun: true, before: null } as const;

/** Something was chosen or typed: what was wrong with it is gone. */
export const changed = ({ form }: Memory, changes: Partial<DeskForm>): Step => ({ ...written, form: form && { ...form, ...changes } });

/** Something was chosen or typed about one item. */
export const itemChanged = ({ form }: Memory, sequence: number, changes: object): Step => ({
  ...written,
  form: form && { ...form, items: form.items.map((item) => (item.sequence === sequence ? { ...item, ...changes } : item)) },
});

/** What was written is put away, with a way back. */
export const cleared = ({ form, opened, ports, aside }: Memory): Step => ({
  ...{ ...quiet, aside: without(aside, form?.id ?? ''), before: form, isBegun: false, isOvertaken: false, notice: 'cleared' },
  form: opened && { ...emptyDeskForm(opened.detail.record, { ...opened, at: ports.clock.now() }), act: form?.act ?? 'decide' },
});

/** What was put away, or was there before everything was approved, is back. */
export const restored = ({ before, form }: Memory, notice: 'undone' | null): Step => ({
  ...{ ...quiet, form: before ?? form, before: null, out: null, isBegun: true, notice },
});

/** Everything that waits is approved, as far as nothing else was said. */
export function approved(memory: Memory): Step {
  const { form, opened } = memory;
  const next = approvedAll(form!, opened!.detail.record);
  const step = checked({ ...memory, form: next });
  // What stops it is at an item that was decided otherwise: the others wait for that too.
  return step.out === null ? { ...step, form: { ...form!, act: 'decide' } } : { ...step, form: next, before: form, isBegun: true };
}

const events = {
  decide: 'authorization.decided',
  pend: 'authorization.pended',
  ask: 'information.requested',
  use: 'authorization.used',
} as const;

/** What the chart of the record says to this: the code of the rule that would refuse it, or null. */
function whyRefused({ ports, opened }: Memory, out: Outgoing): AuthorizationRefusal | null {
  const { detail, policy, zone } = opened!;
  const decision = decideAuthorization(detail.record, {
    ...{ type: events[out.act], at: ports.clock.now(), by: null, policy, zone },
    ...(out.act === 'decide' && { decision: out.decision }),
    ...(out.act === 'pend' && { text: out.text }),
    ...(out.act === 'ask' && { ask: { id: '', ...out.ask } }),
    ...(out.act === 'use' && { how: out.how }),
  } as AuthorizationEvent);
  return decision.accepted ? null : decision.code;
}

/** Reads what was typed and asks the chart, before anything leaves the page. */
export function checked(memory: Memory): Step {
  const { form, opened, ports } = memory;
  const reading: DeskReading = { policy: opened!.policy, zone: opened!.zone, at: ports.clock.now(), locale: ports.locale() };
  const { record } = opened!.detail;
  const out =
    form!.act === 'decide' ? readDecision(form!, record, reading) : form!.act === 'ask' ? readQuestion(form!, reading) : readPend(form!);
  return 'act' in out ? ready(memory, out) : { ...quiet, out: null, errors: out as readonly DeskError[] };
}

/** Billed, in part or as a whole. */
export const marking = (memory: Memory, how: 'partly-used' | 'used'): Step => ready(memory, { act: 'use', how });

function ready(memory: Memory, out: Outgoing): Step {
  const refusal = whyRefused(memory, out);
  return { ...quiet, refusal, out: refusal === null ? out : null };
}

/** Sends what was checked, about the record as it was shown. */
export async function send({ ports, opened, out, form }: Memory): Promise<DeskAnswer> {
  const { authorizations, submit } = ports;
  const { id, version } = opened!.detail.record;
  const answer = await submit<Authorization, AuthorizationRefusal>(
    (meta) => {
      const told = { ...meta, expectedVersion: version };
      if (out!.act === 'decide') return authorizations.decide(id, out!.decision, told);
      if (out!.act === 'pend') return authorizations.pend!(id, { text: out!.text }, told);
      if (out!.act === 'ask') return authorizations.requestInformation!(id, out!.ask, told);
      return authorizations.markUsed!(id, out!.how, told);
    },
    { recordId: id, expectedVersion: version },
  );
  if (out!.act !== 'use') await (answer.status === 'accepted' ? forget(ports, id) : keepNow(ports, form!).catch(() => undefined));
  return answer;
}

const notices = { decide: 'decided', pend: 'pended', ask: 'asked', use: 'used' } as const;

/** What the command came to: an accepted one closes its record and leaves the part of the queue that waits. */
export function took({ out, rows, openId, total, aside }: Memory, answer: DeskAnswer): Step {
  if (answer.status !== 'accepted')
    return { refusal: answer.status === 'refused' ? answer.code : answer.status, out: null, before: null, isSending: false, nextId: null };
  const notice = notices[out!.act];
  const left = out!.act === 'decide' || out!.act === 'ask' ? rows.filter(({ id }) => id !== openId) : rows;
  return {
    ...{ ...nothingOpen, ...quiet, isSending: false, notice, rows: left, aside: without(aside, openId!) },
    total: total.kind === 'unknown' ? total : { ...total, n: total.n - (rows.length - left.length) },
  };
}

/** It could not be sent, or the queue or the record not be read. */
export const failed = (error: unknown): Step => ({ code: toPortError(error).code, notice: null });

/** Nobody knows what became of the command, or it never left. */
export const unsent = (error: unknown): Step => ({
  ...{ ...failed(error), out: null, before: null, isSending: false, nextId: null },
});

/** Keeps what is being written, a moment after the last key. Rejects with PortError when it could not be kept. */
export async function keep({ ports, form }: Memory, signal: AbortSignal): Promise<void> {
  await ports.clock.after(DRAFT_PAUSE, signal);
  await keepNow(ports, form!);
}

async function keepNow({ clock, drafts, taskId }: DecisionDeskInput, form: DeskForm): Promise<void> {
  const kept = { commandId: null, savedAt: clock.now() };
  await callPort(
    async () => {
      await drafts?.put({ ...kept, taskId: `${taskId}/${form.id}`, payload: form });
      await drafts?.put({ ...kept, taskId, payload: { id: form.id } });
    },
    { clock },
  );
}

/** Forgets what was written on a record; a draft that cannot be forgotten now is found again, which keeps nobody from working. */
export async function forget({ clock, drafts, taskId }: DecisionDeskInput, id: string): Promise<void> {
  await callPort(
    async () => {
      await drafts?.remove(`${taskId}/${id}`);
      await drafts?.remove(taskId);
    },
    { clock },
  ).catch(() => undefined);
}

/** The record that was being worked on when the page went away; null for none. */
export async function place({ clock, drafts, taskId }: DecisionDeskInput): Promise<string | null> {
  const draft = await callPort(async () => (await drafts?.get(taskId)) ?? null, { clock });
  const { deskPlaceSchema } = await import('./decision-desk.schema.ts');
  return draft && (deskPlaceSchema.safeParse(draft.payload).data?.id ?? null);
}

async function draftOf({ clock, drafts, taskId }: DecisionDeskInput, id: string): Promise<DeskForm | null> {
  const draft = await callPort(async () => (await drafts?.get(`${taskId}/${id}`)) ?? null, { clock });
  if (!draft) return null;
  const { deskFormSchema } = await import('./decision-desk.schema.ts');
  return deskFormSchema.safeParse(draft.payload).data ?? null;
}

import { createActor } from 'xstate';
import { settled, TestClock } from '../claims/claim-query-fixture.test.ts';
import type { Change, CommandMeta, Draft, PortError } from '../kernel/index.ts';
import { policy as cmsPolicy, records, zone } from './authorization.fixture.test.ts';
import { authorizationHeadline } from './authorization-headline.ts';
import type { Authorization } from './authorization.schema.ts';
import type { AuthorizationAct, AuthorizationRow } from './authorizations.port.ts';
import { decisionDeskMachine } from './decision-desk.machine.ts';
import type { DeskAnswer } from './decision-desk.steps.ts';
import type { DecisionDeskEvent } from './decision-desk.task.ts';
import { decisionDeskView } from './decision-desk.view.ts';

const acts: readonly AuthorizationAct[] = ['decide', 'pend', 'request-information', 'mark-used'];
const rowOf = (record: Authorization, { id, version, state, submittedAt, clock } = record): AuthorizationRow => ({
  ...{ id, version, reference: id, memberName: 'Mara Lind', payerId: 'payer:x', payerName: 'X', providerName: 'A' },
  ...{ kind: 'request', urgency: 'standard', state, serviceFrom: null, submittedAt, dueAt: clock?.dueAt ?? null, isUnread: true },
  headline: authorizationHeadline(record),
});

/** What left the desk, for the test to answer. */
export type Out = {
  act: string;
  id: string;
  what: unknown;
  meta: CommandMeta;
  answer(answer: DeskAnswer): void;
  fail(error: unknown): void;
};

/** A desk over ports that the test answers for. */
export function aDesk({
  drafts = [],
  policy = {},
  locale = () => 'en-GB',
}: { drafts?: readonly Draft[]; policy?: Partial<typeof cmsPolicy>; locale?: () => string } = {}) {
  const clock = new TestClock();
  const kept = new Map(drafts.map((draft) => [draft.taskId, draft]));
  const listeners = new Set<(change: Change) => void>();
  const sent: Out[] = [];
  const world = {
    records: new Map<string, Authorization>(['a-1', 'a-2'].map((id) => [id, { ...records.received, id }])),
    error: null as PortError | null,
    filters: [] as unknown[],
    offers: acts,
  };
  const leaves = (act: string) => (id: string, what: unknown, meta: CommandMeta) =>
    new Promise<DeskAnswer>((answer, fail) => sent.push({ act, id, what, meta, answer, fail }));
  const actor = createActor(decisionDeskMachine, {
    input: {
      authorizations: {
        worklist: async (filter, { limit = 50 }) => {
          world.filters.push(filter);
          if (world.error) throw world.error;
          const rows = [...world.records.values()].map((one) => rowOf(one));
          return { rows: rows.slice(0, limit), next: null, total: { kind: 'exact', n: rows.length } };
        },
        get: async (id) => {
          const record = world.records.get(id);
          return record ? { record, hidden: [], offers: world.offers, history: [] } : null;
        },
        ...{ decide: leaves('decide'), pend: leaves('pend'), requestInformation: leaves('ask'), markUsed: leaves('use') },
      },
      policy: async () => ({ policy: { ...cmsPolicy, ...policy }, zone }),
      changes: { subscribe: (_, listener) => (listeners.add(listener), () => listeners.delete(listener)) },
      submit: (run, { expectedVersion } = {}) => run({ commandId: 'the-act', ...(expectedVersion && { expectedVersion }) }) as never,
      drafts: {
        get: async (taskId) => kept.get(taskId) ?? null,
        put: async (one) => void kept.set(one.taskId, one),
        remove: async (taskId) => void kept.delete(taskId),
      },
      ...{ taskId: 'decision-desk:main', clock, locale },
    },
  });
  const errors: unknown[] = [];
  const done: unknown[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  actor.on('command.done', (event) => done.push(event));
  actor.start();
  /** Somebody else changed it. */
  const overtake = (id: string, changes: Partial<Authorization>): void => {
    const before = world.records.get(id)!;
    world.records.set(id, { ...before, ...changes, id, version: before.version + 1 });
    listeners.forEach((tell) => tell({ topic: 'authorizations', id, version: before.version + 1 }));
  };
  return { actor, clock, kept, sent, world, errors, done, overtake, view: () => decisionDeskView(actor.getSnapshot()) };
}

/** A desk with the record a-1 opened, to which these things happened. */
export async function opened(events: readonly DecisionDeskEvent[] = [], options: Parameters<typeof aDesk>[0] = {}) {
  const desk = aDesk(options);
  await settled();
  desk.actor.send({ type: 'record.opened', id: 'a-1' });
  await settled();
  for (const event of events) desk.actor.send(event);
  await settled();
  return desk;
}
/** Something is said of an item. */
export const says = (sequence: number, changes: Extract<DecisionDeskEvent, { type: 'item.changed' }>['changes']): DecisionDeskEvent => ({
  ...{ type: 'item.changed', sequence, changes },
});
export const sent: DecisionDeskEvent = { type: 'form.sent' };
/** What is wrong, and where. */
export const faults = ({ view }: Awaited<ReturnType<typeof opened>>): readonly string[] =>
  view().errors.map(({ sequence, field, code }) => `${sequence ?? '-'} ${field} ${code}`);

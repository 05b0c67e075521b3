import { assign, fromPromise } from 'xstate';
import type { Payer } from '../directory/index.ts';
import { callPort, PortError, sameDays, setup, toPortError } from '../kernel/index.ts';
import type {
  EligibilityCheckContext,
  EligibilityCheckEvent,
  EligibilityCheckInput,
  EligibilityForm,
  EligibilityOutcome,
} from './eligibility-check.task.ts';
import { readAbout, readLines, readLookup, sameLines } from './member-lookup.rules.ts';

const emptyForm = (payerId: string | null, today: string): EligibilityForm => ({
  ...{ by: 'card', payerId: payerId ?? '', value: '', name: '', birthDate: '', serviceDate: today, isBulk: false, lines: '' },
});

/** Reads the form by the payer's policy and asks what it asks; what is wrong with it is an outcome, not a failure. */
async function ask({ ports, asked }: EligibilityCheckContext, signal: AbortSignal): Promise<EligibilityOutcome> {
  const { members, clock, today, locale } = ports;
  const form = asked!;
  const reading = async () => ({
    ...{ today: today(), locale: locale() },
    policy: await callPort((limited) => ports.policy(form.payerId, limited), { clock, signal }),
  });
  const refused = { kind: 'refused', lines: null } as const;
  if (form.payerId === '') return { ...refused, errors: [{ field: 'payerId', code: 'missing' }] };
  const rules = await reading();
  if (!form.isBulk) {
    const { query, about, errors } = readLookup(form, rules);
    if (query === null || about === null) return { ...refused, errors };
    const answer = await callPort((limited) => members.eligibility(query, about, { signal: limited }), { clock, signal });
    if (typeof answer?.status !== 'string') throw new PortError('internal');
    return { kind: 'answer', query, answer };
  }
  const { about, errors } = readAbout(form, rules);
  const lines = readLines(form.lines, form.by, rules);
  const unread = lines.findIndex(({ query }) => query === null);
  const { maxBulk } = rules.policy;
  if (lines.length === 0) return { ...refused, errors, lines: { code: 'missing', n: maxBulk } };
  if (lines.length > maxBulk) return { ...refused, errors, lines: { code: 'too-many', n: maxBulk } };
  if (unread >= 0) return { ...refused, errors, lines: { code: 'unreadable', n: unread + 1 } };
  if (about === null) return { ...refused, errors };
  const queries = lines.map(({ query }) => query!);
  const page = await callPort(async (limited) => members.eligibilityOf?.(queries, about, { signal: limited }), { clock, signal });
  if (!Array.isArray(page?.rows)) throw new PortError('internal');
  return { kind: 'lines', about, lines: page.rows };
}

/** The language changed: days that were understood stay the same days, also where the same is asked once more. */
function respoken({ form, asked, ports }: EligibilityCheckContext, before: string): Partial<EligibilityCheckContext> {
  const reading = { today: ports.today(), locale: ports.locale() };
  const kept = (one: EligibilityForm): EligibilityForm => {
    const days = sameDays(one, ['serviceDate', 'birthDate'], before, reading);
    return days.by === 'name' ? { ...days, lines: sameLines(days.lines, before, reading) } : days;
  };
  return { form: kept(form), asked: asked && kept(asked) };
}

const retryAtOf = (outcome: EligibilityOutcome): number | null =>
  outcome.kind === 'answer' && outcome.answer.status === 'payer-unavailable' ? outcome.answer.retryAt : null;

/** One person asks whether a member is covered on a day (N9, N10), or asks about many at once (P21). Nothing is asked by itself. */
export const eligibilityCheckMachine = setup({
  types: {} as { context: EligibilityCheckContext; events: EligibilityCheckEvent; input: EligibilityCheckInput },
  actors: {
    listPayers: fromPromise<readonly Payer[], EligibilityCheckInput>(async ({ input: { payers, clock }, signal }) => {
      const found = await callPort(payers, { clock, signal });
      if (!Array.isArray(found)) throw new PortError('internal');
      return found as readonly Payer[];
    }),
    ask: fromPromise<EligibilityOutcome, EligibilityCheckContext>(({ input, signal }) => ask(input, signal)),
    wait: fromPromise<void, EligibilityCheckContext>(({ input: { ports, retryAt }, signal }) =>
      ports.clock.after(Math.max(0, retryAt! - ports.clock.now()), signal),
    ),
  },
  guards: {
    mustWait: ({ context: { retryAt, ports } }) => retryAt !== null && ports.clock.now() < retryAt,
    isDue: ({ context: { retryAt, ports } }) => retryAt === null || ports.clock.now() >= retryAt,
    hasPayers: ({ context }) => context.payers !== null,
  },
  actions: {
    noteChanges: assign({
      form: ({ context, event }) => (event.type === 'form.changed' ? { ...context.form, ...event.changes } : context.form),
    }),
    noteAsked: assign({ asked: ({ context }) => context.form, outcome: null, code: null, retryAt: null }),
    noteCandidate: assign({
      form: ({ context, event }) =>
        event.type === 'candidate.chosen' ? { ...context.form, by: 'member-number' as const, value: event.number } : context.form,
    }),
    noteFailure: assign(({ context, event }) => {
      const { code, retryAfter } = toPortError((event as unknown as { readonly error: unknown }).error);
      return { code, outcome: null, retryAt: retryAfter === undefined ? null : context.ports.clock.now() + retryAfter };
    }),
  },
}).createMachine({
  id: 'eligibility-check',
  context: ({ input }) => ({
    ...{ ports: input, payers: null, form: emptyForm(input.payerId, input.today()), outcome: null, asked: null, code: null, retryAt: null },
  }),
  initial: 'preparing',
  on: {
    'form.changed': { actions: 'noteChanges' },
    'language.changed': { actions: assign(({ context, event }) => respoken(context, event.before)) },
  },
  states: {
    preparing: {
      invoke: {
        src: 'listPayers',
        input: ({ context }) => context.ports,
        onDone: {
          target: 'ready',
          // Where there is one payer only, nobody has to choose it.
          actions: assign(({ context: { form }, event: { output } }) => ({
            payers: output,
            form: form.payerId === '' && output.length === 1 ? { ...form, payerId: output[0]!.id } : form,
          })),
        },
        onError: { target: 'settled', actions: 'noteFailure' },
      },
    },
    ready: { on: { 'check.submitted': { target: 'asking', actions: 'noteAsked' } } },
    asking: {
      invoke: {
        src: 'ask',
        input: ({ context }) => context,
        onDone: {
          target: 'settled',
          actions: assign({ outcome: ({ event }) => event.output, retryAt: ({ event }) => retryAtOf(event.output) }),
        },
        onError: { target: 'settled', actions: 'noteFailure' },
      },
      on: { 'check.cancelled': 'ready' },
    },
    settled: {
      initial: 'deciding',
      on: {
        'check.submitted': { guard: 'hasPayers', target: 'asking', actions: 'noteAsked' },
        'check.retried': [
          { guard: ({ context }) => context.payers === null, target: 'preparing', actions: assign({ code: null }) },
          { guard: 'isDue', target: 'asking', actions: assign({ code: null, outcome: null, retryAt: null }) },
        ],
        'candidate.chosen': { target: 'asking', actions: ['noteCandidate', 'noteAsked'] },
      },
      states: {
        deciding: { always: [{ guard: 'mustWait', target: 'waiting' }, { target: 'due' }] },
        waiting: { invoke: { src: 'wait', input: ({ context }) => context, onDone: 'due' } },
        due: {},
      },
    },
  },
});

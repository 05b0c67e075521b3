import { assign, fromCallback, fromPromise, type EventObject } from 'xstate';
import { setup } from '../kernel/index.ts';
import { readFilters, writeFilters } from './claim-worklist.filters.ts';
import { isSameForm, refuseFilterName } from './claim-worklist.rules.ts';
import type { SavedFilter } from './claim-worklist.schema.ts';
import { again, arrived, ask, begun, failed, isOutdated, mayGoOn, opened, running, type WorklistAnswer } from './claim-worklist.steps.ts';
import type { ClaimWorklistEvent, ClaimWorklistInput, ClaimWorklistMemory, ClaimWorklistNews } from './claim-worklist.task.ts';

/** How often marks of time are looked at, and how long news are gathered, in milliseconds. */
const MINUTE = 60_000;
const PAUSE = 1_000;

/** N26: the worklist. Show Data applies the filter in force, Show All drops it; what changes meanwhile is told and moves no row. */
export const claimWorklistMachine = setup({
  types: {} as { context: ClaimWorklistMemory; events: ClaimWorklistEvent | ClaimWorklistNews; input: ClaimWorklistInput },
  actors: {
    list: fromPromise<WorklistAnswer, ClaimWorklistMemory>(({ input, signal }) => ask(input, signal)),
    look: fromPromise<boolean, ClaimWorklistMemory>(({ input, signal }) => isOutdated(input, signal)),
    wait: fromPromise<void, { ports: ClaimWorklistInput; time: number }>(({ input, signal }) =>
      input.ports.clock.after(input.time, signal),
    ),
    readFilters: fromPromise<readonly SavedFilter[], ClaimWorklistMemory>(({ input, signal }) => readFilters(input, signal)),
    writeFilters: fromPromise<readonly SavedFilter[], ClaimWorklistMemory>(({ input }) => writeFilters(input)),
    news: fromCallback<EventObject, ClaimWorklistInput>(({ input, sendBack }) =>
      input.changes.subscribe('authorizations', ({ id }) => sendBack({ type: 'authorizations.changed', id })),
    ),
  },
  guards: {
    mayGoOn: ({ context }) => mayGoOn(context),
    isHere: ({ context, event }) => event.type === 'authorizations.changed' && context.rows.some(({ id }) => id === event.id),
    isOutdated: ({ event }) => (event as unknown as { readonly output: boolean }).output,
    keepsFilters: ({ context }) => context.ports.drafts !== null,
    isSaved: ({ context, event }) => event.type === 'filter.applied' && context.filters.some(({ id }) => id === event.id),
    isThere: ({ context, event }) => event.type === 'filter.removed' && context.filters.some(({ id }) => id === event.id),
    isNamed: ({ context, event }) => event.type === 'filter.saved' && refuseFilterName(context.filters, event.name) === null,
    wasRemoved: ({ context }) => context.done === 'removed' && context.acting !== null,
  },
}).createMachine({
  id: 'claim-worklist',
  context: ({ input }) => begun(input),
  type: 'parallel',
  invoke: { src: 'news', input: ({ context }) => context.ports },
  on: {
    'form.changed': { actions: assign(({ context, event }) => ({ form: { ...context.form, ...event.changes } })) },
    'place.changed': { actions: assign(({ event: { activeId, offset } }) => ({ place: { activeId, offset } })) },
    'row.opened': { actions: assign(({ context, event }) => opened(context, event.id)) },
  },
  states: {
    list: {
      initial: 'loading',
      on: {
        'data.shown': { target: '.loading', actions: assign(({ context }) => running(context.form)) },
        'all.shown': { target: '.loading', actions: assign(() => running('all')) },
        'filter.applied': {
          guard: 'isSaved',
          target: '.loading',
          actions: assign(({ context, event }) => {
            const { form } = context.filters.find(({ id }) => id === event.id)!;
            return { form, ...running(form) };
          }),
        },
        'list.refreshed': { target: '.loading', actions: assign(({ context }) => again(context)) },
      },
      states: {
        loading: {
          invoke: {
            src: 'list',
            input: ({ context }) => context,
            onDone: { target: 'ready', actions: assign(({ context, event }) => arrived(context, event.output)) },
            onError: { target: 'failed', actions: assign(({ event }) => failed(event.error)) },
          },
        },
        ready: { on: { 'more.requested': { guard: 'mayGoOn', target: 'loading', actions: assign({ goesOn: true }) } } },
        failed: {},
      },
    },
    news: {
      initial: 'quiet',
      on: {
        // Its row is under the eyes: there is nothing to ask.
        'authorizations.changed': [{ guard: 'isHere', actions: assign({ hasNews: true }) }, { target: '.gathering' }],
      },
      states: {
        quiet: {},
        gathering: { invoke: { src: 'wait', input: ({ context }) => ({ ports: context.ports, time: PAUSE }), onDone: 'looking' } },
        looking: {
          invoke: {
            src: 'look',
            input: ({ context }) => context,
            onDone: [{ guard: 'isOutdated', target: 'quiet', actions: assign({ hasNews: true }) }, { target: 'quiet' }],
            onError: 'quiet',
          },
        },
      },
    },
    time: {
      initial: 'passing',
      states: {
        passing: {
          invoke: {
            src: 'wait',
            input: ({ context }) => ({ ports: context.ports, time: MINUTE }),
            onDone: {
              target: 'passing',
              reenter: true,
              actions: assign(({ context }) => ({ at: context.ports.clock.now(), revision: context.revision + 1 })),
            },
          },
        },
      },
    },
    filters: {
      initial: 'beginning',
      states: {
        beginning: { always: [{ guard: 'keepsFilters', target: 'reading' }, { target: 'absent' }] },
        absent: {},
        reading: {
          invoke: {
            src: 'readFilters',
            input: ({ context }) => context,
            onDone: { target: 'ready', actions: assign({ filters: ({ event }) => event.output }) },
            // Who keeps one next reads them first.
            onError: 'ready',
          },
        },
        ready: {
          on: {
            'filter.saved': [
              {
                guard: 'isNamed',
                target: 'writing',
                actions: assign(({ context: { filters, form, ports }, event }) => {
                  const name = event.name.trim();
                  const id = filters.find((one) => one.name === name)?.id ?? ports.ids.uuid();
                  return { acting: { id, name, form }, act: 'saved', done: null, refusal: null };
                }),
              },
              { actions: assign(({ context, event }) => ({ refusal: refuseFilterName(context.filters, event.name), done: null })) },
            ],
            'filter.removed': {
              guard: 'isThere',
              target: 'writing',
              actions: assign(({ context, event }) => ({
                ...{ acting: context.filters.find(({ id }) => id === event.id)!, act: 'removed', done: null, refusal: null },
              })),
            },
            'removal.undone': { guard: 'wasRemoved', target: 'writing', actions: assign({ act: 'saved', done: null, refusal: null }) },
          },
        },
        writing: {
          invoke: {
            src: 'writeFilters',
            input: ({ context }) => context,
            onDone: { target: 'ready', actions: assign(({ context, event }) => ({ filters: event.output, done: context.act })) },
            onError: { target: 'ready', actions: assign({ refusal: 'failed' }) },
          },
        },
      },
    },
  },
});

/** Whether the filter in the form is another one than what is shown. */
export const isStale = ({ form, shown }: ClaimWorklistMemory): boolean => shown !== null && shown !== 'all' && !isSameForm(form, shown);

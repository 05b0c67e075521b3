import { assign, fromPromise } from 'xstate';
import {
  callPort,
  setup,
  toPortError,
  type Clock,
  type CommandAnswer,
  type Ids,
  type PortErrorCode,
  type SubmitCommand,
} from '../kernel/index.ts';
import type { CaseCriteria, CaseSort, SavedQuery } from './claim-query.schema.ts';
import type { ClaimsPort } from './claims.port.ts';
import { queryNamed, refuseName } from './saved-queries.rules.ts';

/** What keeping queries needs. Where the backend has no saved queries, leave the whole task out. */
export interface SavedQueriesInput {
  readonly claims: Required<Pick<ClaimsPort, 'savedQueries' | 'saveQuery' | 'removeQuery'>>;
  readonly submit: SubmitCommand;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly clock: Clock;
}

/** What a person does with saved queries. To run one: `formOf` its criteria into `criteria.changed`, then `query.executed`. */
export type SavedQueriesEvent =
  | { readonly type: 'query.saved'; readonly name: string; readonly criteria: CaseCriteria; readonly sort: CaseSort | null }
  | { readonly type: 'query.removed'; readonly id: string }
  /** Puts the query that was removed last back under its id. */
  | { readonly type: 'removal.undone' }
  | { readonly type: 'list.retried' }
  | { readonly type: 'notice.dismissed' };

/** Why a query was not saved or removed. */
export type SavedQueryRefusal = 'name-missing' | 'name-too-long' | 'too-many-queries' | 'denied' | 'invalid' | 'failed';

interface SavedQueriesContext {
  readonly ports: SavedQueriesInput;
  readonly queries: readonly SavedQuery[];
  /** The query that is being saved or removed, or was last. */
  readonly acting: SavedQuery | null;
  readonly notice: 'saved' | 'removed' | null;
  readonly refusal: SavedQueryRefusal | null;
  readonly code: PortErrorCode | null;
}

interface Act {
  readonly ports: SavedQueriesInput;
  readonly query: SavedQuery;
}
type Answer = CommandAnswer<unknown, 'denied' | 'too-many-queries' | 'invalid'>;

const refusalOf = (answer: Answer): SavedQueryRefusal => (answer.status === 'refused' ? answer.code : 'failed');
const act = ({ context }: { context: SavedQueriesContext }): Act => ({ ports: context.ports, query: context.acting! });

/** The person's own saved queries: listed, saved, removed, and put back. */
export const savedQueriesMachine = setup({
  types: {} as { context: SavedQueriesContext; events: SavedQueriesEvent; input: SavedQueriesInput },
  actors: {
    list: fromPromise<readonly SavedQuery[], SavedQueriesInput>(({ input: { claims, clock }, signal }) =>
      callPort((limited) => claims.savedQueries({ signal: limited }), { clock, signal }),
    ),
    save: fromPromise<Answer, Act>(({ input: { ports, query } }) =>
      ports.submit((meta) => ports.claims.saveQuery(query, meta), { recordId: query.id }),
    ),
    remove: fromPromise<Answer, Act>(({ input: { ports, query } }) =>
      ports.submit((meta) => ports.claims.removeQuery(query.id, meta), { recordId: query.id }),
    ),
  },
  guards: {
    hasBadName: ({ event }) => event.type === 'query.saved' && refuseName(event.name) !== null,
    isKnown: ({ context, event }) => event.type === 'query.removed' && context.queries.some(({ id }) => id === event.id),
    isRemoved: ({ context }) => context.notice === 'removed',
  },
}).createMachine({
  id: 'saved-queries',
  context: ({ input }) => ({ ports: input, queries: [], acting: null, notice: null, refusal: null, code: null }),
  initial: 'loading',
  on: { 'notice.dismissed': { actions: assign({ notice: null, refusal: null }) } },
  states: {
    loading: {
      invoke: {
        src: 'list',
        input: ({ context }) => context.ports,
        onDone: { target: 'ready', actions: assign(({ event }) => ({ queries: event.output, code: null })) },
        onError: { target: 'failed', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
      },
    },
    failed: { on: { 'list.retried': 'loading' } },
    ready: {
      on: {
        'query.saved': [
          { guard: 'hasBadName', actions: assign(({ event }) => ({ refusal: refuseName(event.name), notice: null })) },
          {
            target: 'saving',
            actions: assign(({ context: { queries, ports }, event: { name, criteria, sort } }) => ({
              acting: queryNamed(queries, { name, criteria, sort }, ports.ids.uuid),
              refusal: null,
            })),
          },
        ],
        'query.removed': {
          guard: 'isKnown',
          target: 'removing',
          actions: assign(({ context, event }) => ({ acting: context.queries.find(({ id }) => id === event.id) ?? null, refusal: null })),
        },
        'removal.undone': { guard: 'isRemoved', target: 'saving' },
      },
    },
    saving: {
      invoke: {
        src: 'save',
        input: act,
        onDone: [
          { guard: ({ event }) => event.output.status === 'accepted', target: 'loading', actions: assign({ notice: 'saved' }) },
          { target: 'loading', actions: assign(({ event }) => ({ refusal: refusalOf(event.output), notice: null })) },
        ],
        onError: { target: 'loading', actions: assign({ refusal: 'failed', notice: null }) },
      },
    },
    removing: {
      invoke: {
        src: 'remove',
        input: act,
        onDone: [
          { guard: ({ event }) => event.output.status === 'accepted', target: 'loading', actions: assign({ notice: 'removed' }) },
          { target: 'loading', actions: assign(({ event }) => ({ refusal: refusalOf(event.output), notice: null })) },
        ],
        onError: { target: 'loading', actions: assign({ refusal: 'failed', notice: null }) },
      },
    },
  },
});

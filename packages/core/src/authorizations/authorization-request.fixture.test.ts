// No tests of its own: a request over ports that take everything, with all that they were asked.
import { createActor } from 'xstate';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { documentsPolicyDefaults, type NewNote, type Note, type NoteRefusal, type Upload } from '../documents/index.ts';
import { membersPolicyDefaults, type EligibilityAnswer, type MemberQuery } from '../members/index.ts';
import { accepted, plainDate, PortError, type CommandAnswer, type Draft, type FileSource, type SubmitCommand } from '../kernel/index.ts';
import { fresh, policy, request } from './authorization.fixture.test.ts';
import { authorizationRequestMachine, authorizationRequestPlace } from './authorization-request.machine.ts';
import type { AuthorizationRequestEvent, AuthorizationRequestInput } from './authorization-request.task.ts';
import { authorizationRequestView, type AuthorizationRequestView } from './authorization-request.view.ts';
import type { Authorization, AuthorizationRequest } from './authorization.schema.ts';
import type { AuthorizationRefusal, AuthorizationRow } from './authorizations.port.ts';

type Answer = CommandAnswer<Authorization, AuthorizationRefusal>;

/** What the ports of a test answer; what is left out is taken. */
export interface Given {
  readonly answers?: readonly (Answer | PortError)[];
  readonly notes?: readonly (CommandAnswer<Note, NoteRefusal> | PortError)[];
  readonly duplicates?: readonly AuthorizationRow[] | PortError;
  /** What the payer says of a member; left out: it cannot be asked. */
  readonly member?: (query: MemberQuery) => Partial<EligibilityAnswer> | PortError;
  readonly drafts?: Map<string, Draft> | null;
  readonly waiting?: readonly Upload[];
  /** Names of files whose upload fails once. */
  readonly failing?: readonly string[];
  readonly input?: Partial<AuthorizationRequestInput>;
}

const noteOf = ({ caseId, text }: NewNote): Note => ({
  ...{ id: 'note-1', caseId, text, postedAt: 0, postedBy: 'Amal', side: 'provider', documents: [] },
});

const party = (id: string, name: string) => ({ id, name, identifiers: [] });

/** Opens a request; `open` opens another on the same ports, as after a reload. */
export async function started(given: Given = {}) {
  const clock = simulatedClock();
  const drafts = given.drafts === undefined ? new Map<string, Draft>() : given.drafts;
  const sent: { readonly request: AuthorizationRequest; readonly commandId: string }[] = [];
  const posted: { readonly note: NewNote; readonly commandId: string }[] = [];
  const uploaded: string[] = [];
  const askedAbout: MemberQuery[] = [];
  const failing = new Set(given.failing);
  let [ids, tell]: [number, (state: 'sending' | 'waiting') => void] = [0, () => undefined];
  const submit: SubmitCommand = (run, options) => run({ commandId: options?.commandId ?? 'none' }) as never;
  const input: AuthorizationRequestInput = {
    authorizations: {
      get: async (id) => (id === 'old' ? { record: fresh(), hidden: [], offers: [], history: [] } : null),
      duplicates: async () => {
        if (given.duplicates instanceof PortError) throw given.duplicates;
        return given.duplicates ?? [];
      },
      submit: async (asked, { commandId }) => {
        sent.push({ request: asked, commandId });
        const answer = given.answers?.[sent.length - 1] ?? accepted(fresh(asked));
        if (answer instanceof PortError) throw answer;
        return answer;
      },
    },
    members: given.member
      ? {
          by: ['card', 'member-number'],
          eligibility: async (query, { payerId, serviceDate }) => {
            askedAbout.push(query);
            const answer = given.member!(query);
            if (answer instanceof PortError) throw answer;
            return { asOf: 0, helpline: null, payerId, serviceDate, ...answer } as EligibilityAnswer;
          },
        }
      : null,
    documents: {
      upload: async (_case, { name, size }, { uploadId }) => {
        if (failing.delete(name)) throw new PortError('unavailable');
        uploaded.push(name);
        return accepted({ uploadId, name, kind: 'pdf', size, sha256: name.padEnd(64, '0') });
      },
      post: async (note, { commandId }) => {
        posted.push({ note, commandId });
        const answer = given.notes?.[posted.length - 1] ?? accepted(noteOf(note));
        if (answer instanceof PortError) throw answer;
        return answer;
      },
      waiting: async () => given.waiting ?? [],
      discard: async () => undefined,
    },
    payers: async () => [
      { id: 'payer:x', name: 'X', brandId: null },
      { id: 'payer:y', name: 'Y', brandId: null },
    ],
    providers: async () => [party('provider:a', 'A'), party('provider:b', 'B')],
    rules: async (payerId) => ({
      authorizations: payerId === 'payer:y' ? { ...policy, kinds: ['inpatient-notification'], recommendsDocuments: false } : policy,
      documents: documentsPolicyDefaults,
      members: membersPolicyDefaults,
      currencies: ['USD', 'KWD'],
    }),
    submit,
    underWay: (_, listener) => {
      tell = listener;
      return () => undefined;
    },
    ids: { uuid: () => `id-${(ids += 1)}` },
    drafts: drafts && {
      get: async (taskId) => drafts.get(taskId) ?? null,
      put: async (draft) => void drafts.set(draft.taskId, JSON.parse(JSON.stringify(draft)) as Draft),
      remove: async (taskId) => void drafts.delete(taskId),
    },
    ...{ mayRepeat: true, taskId: 'request', clock, digest: null, progress: () => undefined },
    ...{ today: () => plainDate('2026-11-21'), locale: () => 'en-GB', payerId: null, member: null, supersedes: null },
    ...given.input,
  };
  const open = async (more: Partial<AuthorizationRequestInput> = {}) => {
    const actor = createActor(authorizationRequestMachine, { input: { ...input, ...more } });
    const told: string[] = [];
    actor.on('request.accepted', ({ id }) => told.push(id));
    actor.start();
    await settled();
    const view = (): AuthorizationRequestView => authorizationRequestView(actor.getSnapshot());
    return {
      ...{ actor, told, view },
      place: () => authorizationRequestPlace(actor.getSnapshot()),
      send: async (...events: AuthorizationRequestEvent[]): Promise<void> => {
        // Each is done by somebody who has seen what came of the one before.
        for (const event of events) {
          actor.send(event);
          await settled();
        }
      },
      /** Waits for what loads its code on first use. */
      until: async (isSo: () => boolean): Promise<void> => {
        for (let turn = 0; turn < 200 && !isSo(); turn += 1) await settled();
        if (!isSo()) throw new Error(`${view().state}: ${JSON.stringify(view().problems)} ${view().notice ?? ''}`);
      },
    };
  };
  return {
    ...(await open()),
    open,
    clock,
    drafts,
    sent,
    posted,
    uploaded,
    askedAbout,
    tell: (state: 'sending' | 'waiting') => tell(state),
  };
}

/** Codes as a picker gives them. */
export const diagnosis = (code: string): AuthorizationRequestEvent => ({
  type: 'diagnosis.added',
  coded: { code, system: null, text: null },
});
export const service = (code: string): AuthorizationRequestEvent => ({ type: 'item.added', service: { code, system: null, text: null } });
export const choose = (...files: FileSource[]): AuthorizationRequestEvent => ({ type: 'files.chosen', files });
export const change = (changes: Extract<AuthorizationRequestEvent, { type: 'form.changed' }>['changes']): AuthorizationRequestEvent => ({
  ...{ type: 'form.changed', changes },
});
export const review: AuthorizationRequestEvent = { type: 'review.requested' };
export const dispatch: AuthorizationRequestEvent = { type: 'request.sent' };

/** Everything that a sound request needs. */
export const sound: readonly AuthorizationRequestEvent[] = [
  change({
    ...{ payerId: 'payer:x', providerId: 'provider:a', physician: party('physician:1', 'Dr. One'), serviceFrom: '1/12/2026' },
    member: { id: null, name: 'Mara Lind', number: 'M-1', birthDate: null },
  }),
  diagnosis('D-1'),
  service('S-1'),
];

/** A row of a record that may be the same. */
export const row = (id: string): AuthorizationRow =>
  ({
    ...{ id, version: 1, reference: `PA-${id}`, memberName: 'Mara Lind', payerId: 'payer:x', payerName: 'X', providerName: 'A' },
    ...{ kind: 'request', urgency: 'standard', state: fresh().state, headline: 'received' },
    ...{ serviceFrom: request().serviceFrom, submittedAt: 0, dueAt: null, isUnread: false },
  }) as AuthorizationRow;

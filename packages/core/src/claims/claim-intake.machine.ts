import { assign, enqueueActions, fromPromise, type AnyActorRef } from 'xstate';
import { setup, toPortError, type FileSource } from '../kernel/index.ts';
import { bringIn, takesOf } from './claim-intake.steps.ts';
import type { ClaimIntakeEvent, ClaimIntakeInput, IntakeFile } from './claim-intake.task.ts';

interface ClaimIntakeContext {
  readonly ports: ClaimIntakeInput;
  readonly files: readonly IntakeFile[];
}

type Changed = { readonly type: 'file.changed'; readonly changes: Partial<IntakeFile> };

/** What the machine tells whoever runs it. */
export type ClaimIntakeEmitted =
  | { readonly type: 'claims-taken-in'; readonly taken: number; readonly refused: number }
  | { readonly type: 'answers-taken-in'; readonly taken: number; readonly refused: number };

const nothingYet = {
  share: 0,
  recordCount: 0,
  answerCount: 0,
  report: null,
  outcome: null,
  answers: null,
  held: null,
  code: null,
} as const;

const fresh = (source: FileSource): IntakeFile => ({ source, state: 'waiting', ...nothingYet });

const isWaiting = ({ state }: IntakeFile): boolean => state === 'waiting';
const isUnderWay = ({ state }: IntakeFile): boolean => state === 'waiting' || state === 'reading' || state === 'sending';

/** Changes the file whose turn it is. */
const current = (files: readonly IntakeFile[], changes: Partial<IntakeFile>): readonly IntakeFile[] => {
  const index = files.findIndex(isUnderWay);
  return files.map((file, at) => (at === index ? { ...file, ...changes } : file));
};

/** Takes claims in from files, one file after another: a bad file leaves the good ones, and each is accounted for. */
export const claimIntakeMachine = setup({
  types: {} as {
    context: ClaimIntakeContext;
    events: ClaimIntakeEvent | Changed;
    input: ClaimIntakeInput;
    emitted: ClaimIntakeEmitted;
  },
  actors: {
    takeIn: fromPromise<Partial<IntakeFile>, { ports: ClaimIntakeInput; file: IntakeFile; parent: AnyActorRef }>(
      async ({ input: { ports, file, parent }, signal }) => {
        const tell = (changes: Partial<IntakeFile>): void => {
          // Broken off, the turn is another file's.
          if (!signal.aborted) parent.send({ type: 'file.changed', changes });
        };
        tell({ state: 'reading' });
        const onProgress = throttled(ports, (share) => tell({ share }));
        // Reading is work on this machine: it has no time limit, a person can break it off.
        const reading = await ports.read(file.source, { signal, onProgress });
        const takes = takesOf(ports);
        const recordCount = reading.records.length;
        const answerCount = (reading.answers ?? []).reduce((sum, one) => sum + one.answers.length, 0);
        const held = answerCount > 0 && !takes.answers ? 'answers' : recordCount > 0 && !takes.cases ? 'cases' : null;
        tell({ state: 'sending', share: 0, recordCount, answerCount, held, report: reading.report });
        return bringIn(ports, reading, { signal, tell });
      },
    ),
  },
  guards: {
    hasWaiting: ({ context }) => context.files.some(isWaiting),
  },
  actions: {
    add: assign(({ context, event }) => (event.type === 'files.chosen' ? { files: [...context.files, ...event.files.map(fresh)] } : {})),
    change: assign(({ context, event }) => (event.type === 'file.changed' ? { files: current(context.files, event.changes) } : {})),
    cancel: assign(({ context }) => ({
      files: context.files.map((file) => (isUnderWay(file) ? { ...file, state: 'cancelled' as const } : file)),
    })),
    again: assign(({ context }) => ({
      files: context.files.map((file) => (file.state === 'failed' || file.state === 'cancelled' ? fresh(file.source) : file)),
    })),
  },
}).createMachine({
  id: 'claim-intake',
  context: ({ input }) => ({ ports: input, files: [] }),
  initial: 'idle',
  on: { 'files.chosen': { actions: 'add' } },
  states: {
    idle: {
      always: { guard: 'hasWaiting', target: 'working' },
      on: { 'intake.retried': { actions: 'again' }, 'intake.cleared': { actions: assign({ files: [] }) } },
    },
    working: {
      invoke: {
        src: 'takeIn',
        input: ({ context, self }) => ({ ports: context.ports, file: context.files.find(isWaiting)!, parent: self }),
        onDone: {
          target: 'idle',
          actions: [
            assign(({ context, event }) => ({ files: current(context.files, event.output) })),
            enqueueActions(({ event: { output }, enqueue }) => {
              const { outcome, answers } = output;
              if (outcome) enqueue.emit({ type: 'claims-taken-in', taken: outcome.taken + outcome.updated, refused: outcome.refused });
              if (answers) enqueue.emit({ type: 'answers-taken-in', taken: answers.taken, refused: sumOf(answers.refused) });
            }),
          ],
        },
        onError: {
          target: 'idle',
          actions: assign(({ context, event }) => ({
            files: current(context.files, { state: 'failed', code: toPortError(event.error).code }),
          })),
        },
      },
      on: { 'file.changed': { actions: 'change' }, 'intake.cancelled': { target: 'idle', actions: 'cancel' } },
    },
  },
});

const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** At most ten a second: a reading knows of every resource, a person does not want to. */
function throttled({ clock }: ClaimIntakeInput, tell: (share: number) => void): (share: number) => void {
  let last = -Infinity;
  return (share) => {
    if (clock.now() - last < 100) return;
    last = clock.now();
    tell(share);
  };
}

import {
  can,
  PortError,
  refused,
  type Action,
  type Change,
  type CommandAnswer,
  type CommandMeta,
  type Resource,
} from '@portico/core/kernel';
import { throwIfAborted, type Asker, type Sessions } from './access/sessions.ts';
import { audit } from './audit.ts';
import { canonical } from './canonical.ts';
import type { OfficeChange } from './changes.ts';
import type { Tx } from './collections.ts';
import type { Office } from './office.ts';

/** What a command came to: the answer, what it acted on (an id), and whom to tell after the commit. A refusal must have written nothing. */
export interface Outcome<Value, Code extends string> {
  readonly answer: CommandAnswer<Value, Code>;
  readonly target?: string | null;
  /** What a repetition is answered, where the answer itself holds a secret that is told once and kept nowhere. */
  readonly kept?: CommandAnswer<Value, Code>;
  /** Of the organisation of whoever asked, where they say nothing else. */
  readonly changes?: readonly (Change & Partial<OfficeChange>)[];
}

/** A command that works before sign-in. */
export interface OpenCommand<Value, Code extends string> {
  /** Name of the command: port and method. */
  readonly type: string;
  readonly payload: unknown;
  readonly work: (tx: Tx) => Promise<Outcome<Value, Code>>;
}

/** A command that needs a right. */
export interface Command<Value, Code extends string> {
  readonly type: string;
  readonly payload: unknown;
  /** The right it needs, and on what. */
  readonly right: { readonly action: Action; readonly resource?: Resource };
  /** The record that `expectedVersion` is about, as the person would see it now. */
  readonly present?: (tx: Tx, asker: Asker) => Promise<{ readonly version: number; readonly value: Value } | null>;
  readonly work: (tx: Tx, asker: Asker) => Promise<Outcome<Value, Code>>;
}

/** A refusal that any command can meet: the id was used for something else, or the right is missing. */
export type PipelineRefusal = 'payload-differs' | 'denied';

/**
 * The one way every command takes, in one transaction: known id → who asks, may they → version → decide and do → audit → stored answer.
 * Same id and payload: the stored answer. Conflicts and denials are decided anew each time, because they have no effect to repeat.
 */
export async function runCommand<Value, Code extends string>(
  office: Office,
  sessions: Sessions,
  meta: CommandMeta,
  { type, payload, right, present, work }: Command<Value, Code>,
): Promise<CommandAnswer<Value, Code>> {
  throwIfAborted(meta.signal);
  const sessionKey = await sessions.key();
  return inOneTransaction(office, meta, { type, payload }, async (tx) => {
    const asker = await sessions.identify(tx, sessionKey);
    if (asker === null) throw new PortError('not-signed-in');
    await sessions.touch(tx, asker);
    return {
      asker,
      async decided() {
        if (!can(asker.subject, right.action, right.resource).allow) return passing<Value, Code>(refused('denied'));
        if (meta.expectedVersion !== undefined && present) {
          const now = await present(tx, asker);
          if ((now?.version ?? 0) !== meta.expectedVersion)
            return passing<Value, Code>({ status: 'conflict', present: now?.value ?? null });
        }
        return { ...(await work(tx, asker)), isFinal: true };
      },
    };
  });
}

/** The same way without the question who asks, for the few commands that work before sign-in. */
export function runOpenCommand<Value, Code extends string>(
  office: Office,
  meta: CommandMeta,
  { type, payload, work }: OpenCommand<Value, Code>,
): Promise<CommandAnswer<Value, Code>> {
  throwIfAborted(meta.signal);
  return inOneTransaction(office, meta, { type, payload }, async (tx) => ({
    asker: null,
    decided: async () => ({ ...(await work(tx)), isFinal: true }),
  }));
}

type Decided<Value, Code extends string> = Outcome<Value, Code | PipelineRefusal> & { readonly isFinal: boolean };

/** An answer that is not kept. */
const passing = <Value, Code extends string>(answer: CommandAnswer<Value, Code | PipelineRefusal>): Decided<Value, Code> => ({
  answer,
  isFinal: false,
});

async function inOneTransaction<Value, Code extends string>(
  office: Office,
  { commandId, expectedVersion }: CommandMeta,
  { type, payload }: { readonly type: string; readonly payload: unknown },
  begin: (tx: Tx) => Promise<{ readonly asker: Asker | null; readonly decided: () => Promise<Decided<Value, Code>> }>,
): Promise<CommandAnswer<Value, Code>> {
  if (commandId === '') throw new PortError('invalid');
  const payloadHash = await office.hasher.digest(canonical([type, payload, expectedVersion ?? null]));

  const { answer, changes } = await office.store.transaction('write', async (tx) => {
    const { asker, decided } = await begin(tx);
    const id = `${asker?.subject.accountId ?? 'anybody'}/${commandId}`;
    const known = await tx.get('commands', id);
    if (known !== null) return { answer: known.payloadHash === payloadHash ? known.answer : refused('payload-differs'), changes: [] };

    const outcome = await decided();
    await audit(office, tx, {
      organisationId: asker?.subject.organisationId ?? null,
      actor: asker?.subject.accountId ?? null,
      action: type,
      target: outcome.target ?? null,
      outcome: outcome.answer.status,
      code: outcome.answer.status === 'refused' ? outcome.answer.code : null,
      commandId,
    });
    if (outcome.isFinal)
      await tx.put('commands', { id, version: 1, payloadHash, answer: outcome.kept ?? outcome.answer, at: office.clock.now() }, 0);
    const organisationId = asker?.subject.organisationId ?? null;
    return { answer: outcome.answer, changes: (outcome.changes ?? []).map((change) => ({ organisationId, ...change })) };
  });

  office.changes.publish(changes);
  office.flush();
  // What was stored under this id is of this type: the payload's digest holds the name of the command.
  return answer as CommandAnswer<Value, Code>;
}

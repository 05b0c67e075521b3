import type { CommandAnswer, CommandMeta, PortAnswer } from './command.ts';

/** What goes with a command that is handed over. */
export interface SubmitOptions {
  /** Kept from an earlier try of the same act; left out for a new act. */
  readonly commandId?: string;
  readonly expectedVersion?: number;
  /** Id of the record that is changed: commands for one record go out one after another, in the order they were given. */
  readonly recordId?: string;
}

/**
 * Hands a command over to be seen through, whatever becomes of the element that asked: the same command id on every try, retried where
 * that is safe. Answers `unknown` where only a person can find out whether it was done; rejects with PortError when it could not be sent.
 */
export type SubmitCommand = <Value, Code extends string>(
  run: (meta: CommandMeta) => Promise<PortAnswer<Value, Code>>,
  options?: SubmitOptions,
) => Promise<CommandAnswer<Value, Code>>;

/** What every command carries. `commandId` is a UUID v7 made once when the person acted: it is the idempotency key. */
export interface CommandMeta {
  readonly commandId: string;
  /** The version of the record the person saw; left out where the command makes a new record. */
  readonly expectedVersion?: number;
  readonly signal?: AbortSignal;
}

/** The answer to a command: done, refused by a rule, overtaken by another change, or not known (ask again with the same id). */
export type CommandAnswer<Value, Code extends string = string> =
  | { readonly status: 'accepted'; readonly value: Value }
  | { readonly status: 'refused'; readonly code: Code; readonly detail?: Readonly<Record<string, string | number>> }
  | { readonly status: 'conflict'; readonly present: Value | null }
  | { readonly status: 'unknown' };

/**
 * What a port answers to a command: besides its own refusals also `payload-differs`, where the id was used for something else before. Whoever
 * submits the command is not asked to know it: the outbox tells it as PortError `invalid`, for it is a fault and not a decision.
 */
export type PortAnswer<Value, Code extends string = string> = CommandAnswer<Value, Code | 'payload-differs'>;

/** Shorthand for an accepted answer. */
export const accepted = <Value>(value: Value): { readonly status: 'accepted'; readonly value: Value } => ({ status: 'accepted', value });

/** Shorthand for a refused answer; `detail` holds numbers and codes only, never a person's data. */
export const refused = <Code extends string>(
  code: Code,
  detail?: Readonly<Record<string, string | number>>,
): { readonly status: 'refused'; readonly code: Code; readonly detail?: Readonly<Record<string, string | number>> } =>
  detail === undefined ? { status: 'refused', code } : { status: 'refused', code, detail };

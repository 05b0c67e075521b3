/** What a payer or an installation may want otherwise of messages. */
export interface MessagesPolicy {
  /** How long a notice is kept after it was written, in days; its read marks go with it. What it tells of stays in the record's history. */
  readonly noticeDays: number;
}

/** What holds when a pack says nothing else. */
export const messagesPolicyDefaults: MessagesPolicy = { noticeDays: 180 };

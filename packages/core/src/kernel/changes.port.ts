/** Something happened to a record: ids and a version, never the record. */
export interface Change {
  readonly topic: ChangeTopic;
  readonly id: string;
  readonly version: number;
}

/** What one can be told of. */
export type ChangeTopic = 'claims' | 'session' | 'mail' | 'world';

/** Tells of changes: pushed where the backend can, else by polite refresh. Returns the way to stop. A listener never throws into the port. */
export interface ChangesPort {
  subscribe(topic: ChangeTopic, listener: (change: Change) => void): () => void;
}

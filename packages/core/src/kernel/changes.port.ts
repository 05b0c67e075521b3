/** Something happened to a record: ids and a version, never the record. */
export interface Change {
  readonly topic: ChangeTopic;
  /** For `session`: a session that is over, or an account that left this browser. For `activity`: an account whose person did something. For `notices` in version 0: the account whose read marks changed. `*`: many at once, ask again. */
  readonly id: string;
  readonly version: number;
}

/** What one can be told of. */
export type ChangeTopic = 'claims' | 'authorizations' | 'documents' | 'notices' | 'accounts' | 'session' | 'mail' | 'world' | 'activity';

/** Tells of changes: pushed where the backend can, else by polite refresh. Returns the way to stop. A listener never throws into the port. */
export interface ChangesPort {
  subscribe(topic: ChangeTopic, listener: (change: Change) => void): () => void;
  /** Tells the other pages of this browser, also offline: a sign-out must reach them when the backend cannot be reached. */
  announce?(change: Change): void;
}

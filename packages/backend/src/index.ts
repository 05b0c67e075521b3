export { createBackend, createBackOffice, type BackOffice, type BackOfficeOptions, type WholeBackend } from './create-backend.ts';
export type { OfficeChange } from './changes.ts';
export type { ChangeRelay, Hasher, Mailer, OutgoingMail, SessionKeeper } from './office.ts';
export { policyOf, type PolicyOptions } from './policy-of.ts';
export type { InTurn } from './in-turn.ts';
export { indexes, type BackOfficeStore, type Records } from './collections.ts';
export { createMemoryFiles, type FileStore, type KeptFile } from './files.ts';
export { createDemoMailbox } from './demo-mailbox.ts';
export { loadDirectory, type DirectoryContent } from './directory/lists.ts';
export { adoptAll } from './authorizations/keeping.ts';
export { seed, seedMissing, type Seed, type SeedAccount, type SeedOptions, type SeedPayer } from './seed.ts';
export { createMemoryStore } from './stores/memory-store.ts';
export {
  VersionConflict,
  type Condition,
  type Indexes,
  type Kept,
  type Order,
  type Query,
  type Scalar,
  type Store,
  type Transaction,
} from './store.ts';
export { planOf, readInOrder, type Plan, type Stretch } from './ordered.ts';
export { arranged, meets } from './where.ts';

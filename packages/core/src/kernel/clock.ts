import type { Instant } from './calendar-date.ts';

/** The only source of time in core: `now` in epoch milliseconds; `after` waits and rejects with the signal's reason when aborted. */
export interface Clock {
  now(): Instant;
  after(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Makes identifiers: `uuid` is a UUID v7 (sortable by time), `secret` is at least 256 random bits as URL-safe text. */
export interface Ids {
  uuid(): string;
  secret(): string;
}

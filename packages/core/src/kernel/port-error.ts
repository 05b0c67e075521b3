/** The closed set of reasons for which a port could not answer at all. A refusal by a rule is an answer, not one of these. */
export type PortErrorCode =
  | 'offline'
  | 'timeout'
  | 'unavailable'
  | 'rate-limited'
  | 'not-signed-in'
  | 'denied'
  | 'not-found'
  | 'not-supported'
  | 'invalid'
  | 'expired-cursor'
  | 'storage-missing'
  | 'storage-blocked'
  | 'storage-full'
  | 'storage-held'
  | 'aborted'
  | 'internal';

const RETRYABLE: readonly PortErrorCode[] = ['offline', 'timeout', 'unavailable', 'rate-limited', 'storage-held', 'expired-cursor'];

/** Every failure that crosses a port. Its text names a code only: no person's data ever stands in an error. */
export class PortError extends Error {
  override readonly name = 'PortError';
  readonly code: PortErrorCode;
  /** True when the same call may succeed later. */
  readonly retryable: boolean;
  /** Milliseconds to wait before a retry, when the backend said so. */
  readonly retryAfter: number | undefined;
  /** What the helpdesk can look the failure up by. */
  readonly correlationId: string | undefined;

  constructor(code: PortErrorCode, more: { retryAfter?: number; correlationId?: string; cause?: unknown } = {}) {
    super(`[portico] ${code}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.retryable = RETRYABLE.includes(code);
    this.retryAfter = more.retryAfter;
    this.correlationId = more.correlationId;
  }
}

/** Turns whatever a port threw into a PortError; what is unknown becomes `internal`. Works across bundle copies (no `instanceof`). */
export function toPortError(thrown: unknown): PortError {
  if (typeof thrown === 'object' && thrown !== null) {
    const { name, code } = thrown as { name?: unknown; code?: unknown };
    if (name === 'PortError' && typeof code === 'string') return thrown as PortError;
    if (name === 'AbortError') return new PortError('aborted', { cause: thrown });
  }
  return new PortError('internal', { cause: thrown });
}

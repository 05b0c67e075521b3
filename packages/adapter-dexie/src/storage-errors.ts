import { PortError, type PortErrorCode } from '@portico/core/kernel';

/** What the browser's storage failed of, as the code that a page can act on; anything else comes back as it is. */
export function storageError(thrown: unknown): unknown {
  const name = nameOf(thrown);
  // What the browser broke off without a reason is no call that nobody waits for any more.
  const broken = name === 'AbortError' ? 'storage-blocked' : undefined;
  const code = codes[name] ?? codes[nameOf((thrown as { inner?: unknown } | null)?.inner)] ?? broken;
  return code === undefined ? thrown : new PortError(code, { cause: thrown });
}

// Dexie reports a full disk as an AbortError with the real reason inside.
const codes: Readonly<Record<string, PortErrorCode>> = {
  QuotaExceededError: 'storage-full',
  MissingAPIError: 'storage-missing',
  SecurityError: 'storage-blocked',
  OpenFailedError: 'storage-blocked',
  UnknownError: 'storage-blocked',
  DatabaseClosedError: 'storage-blocked',
  InvalidStateError: 'storage-blocked',
  VersionError: 'storage-held',
};

const nameOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && typeof (thrown as { name?: unknown }).name === 'string'
    ? (thrown as { name: string }).name
    : '';

import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { __camel__Machine, __Stem__Row } from './__stem__.machine.ts';

/** What is shown. */
export interface __Stem__View {
  readonly state: 'loading' | 'listed' | 'empty' | 'failed';
  readonly rows: readonly __Stem__Row[];
  readonly failure: '__stem__.denied' | '__stem__.notSupported' | '__stem__.unavailable' | null;
  readonly canRetry: boolean;
  /** Why it could not be shown, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

const failures: Partial<Record<PortErrorCode, __Stem__View['failure']>> = {
  denied: '__stem__.denied',
  'not-signed-in': '__stem__.denied',
  'not-supported': '__stem__.notSupported',
};

/** Pure: a snapshot of the machine to what is shown. */
export function __camel__View({ value, context: { rows, code } }: SnapshotFrom<typeof __camel__Machine>): __Stem__View {
  const failure = value === 'failed' ? ((code && failures[code]) ?? '__stem__.unavailable') : null;
  return {
    state: value === 'listed' && rows.length === 0 ? 'empty' : value,
    rows,
    failure,
    canRetry: failure === '__stem__.unavailable',
    code: failure === null ? null : code,
  };
}

import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { bordereauExportMachine } from './bordereau-export.machine.ts';
import type { bordereauExportMessages } from './bordereau-export.messages.ts';
import type { BordereauExportContext, BordereauFormat } from './bordereau-export.task.ts';

type Key = keyof typeof bordereauExportMessages;

/** What is shown of an export. */
export interface BordereauExportView extends Pick<
  BordereauExportContext,
  'payerId' | 'providerId' | 'payers' | 'providers' | 'period' | 'errors' | 'bordereau' | 'format' | 'limit'
> {
  readonly state:
    'resuming' | 'idle' | 'counting' | 'empty' | 'choosing' | 'issuing' | 'refused' | 'issued' | 'writing' | 'done' | 'failed';
  readonly isBusy: boolean;
  /** A party is missing, and the person was told so. */
  readonly payerError: Extract<Key, 'bordereau.payerMissing'> | null;
  readonly providerError: Extract<Key, 'bordereau.providerMissing'> | null;
  /** Rows written so far, and of how many. */
  readonly rows: number;
  readonly rowCount: number;
  /** What to say: a refusal wants `limit`; of a failure say what to do. */
  readonly notice: Extract<Key, `bordereau.${'refused' | 'failed'}.${string}` | 'bordereau.empty' | 'bordereau.written'> | null;
  readonly canRetry: boolean;
  readonly code: PortErrorCode | null;
}

/** What is shown of an export. */
export function bordereauExportView({ value, context }: SnapshotFrom<typeof bordereauExportMachine>): BordereauExportView {
  const state = stateOf(value);
  const { payerId, providerId, payers, providers, period, errors, bordereau, format, limit, isExplained, rows, code } = context;
  return {
    ...{ payerId, providerId, payers, providers, period, errors, bordereau, format, limit, state, rows },
    isBusy: ['resuming', 'counting', 'issuing', 'writing'].includes(state),
    payerError: isExplained && !payerId ? 'bordereau.payerMissing' : null,
    providerError: isExplained && !providerId ? 'bordereau.providerMissing' : null,
    rowCount: bordereau?.rowCount ?? 0,
    notice: noticeOf(state, context),
    canRetry: state === 'failed',
    code: state === 'failed' ? code : null,
  };
}

function stateOf(value: SnapshotFrom<typeof bordereauExportMachine>['value']): BordereauExportView['state'] {
  if (typeof value === 'string') return value === 'deciding' ? 'idle' : value;
  return value.issued === 'unwritten' ? 'issued' : value.issued;
}

function noticeOf(state: BordereauExportView['state'], { refusal, code, step }: BordereauExportContext): BordereauExportView['notice'] {
  if (state === 'empty') return 'bordereau.empty';
  if (state === 'done') return 'bordereau.written';
  if ((state === 'choosing' || state === 'refused') && refusal) return `bordereau.refused.${refusal}`;
  if (state !== 'failed') return null;
  return code === 'offline' ? 'bordereau.failed.offline' : `bordereau.failed.${step}`;
}

/** What a person may choose from: the formats there are. */
export const bordereauFormats: readonly BordereauFormat[] = ['xlsx', 'csv', 'print'];

import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { recoverySettingsMachine } from './recovery-settings.machine.ts';
import type { recoverySettingsMessages } from './recovery-settings.messages.ts';

type Key<Names extends string> = Extract<keyof typeof recoverySettingsMessages, `recovery-settings.${Names}`>;

/** What is shown of making a recovery code. */
export interface RecoverySettingsView {
  readonly state: 'idle' | 'issuing' | 'shown' | 'lost' | 'failed';
  /** The new code, while it is shown. */
  readonly issued: string | null;
  readonly notice: Key<'shown' | 'lost' | 'offline' | 'unavailable'> | null;
  readonly focus: 'notice' | 'make' | null;
  /** Why it was not possible, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** What is shown before anything was asked for: the same as of a machine that has only begun. */
export const recoverySettingsFirstView: RecoverySettingsView = { state: 'idle', issued: null, notice: null, focus: null, code: null };

/** Pure: a snapshot of the machine to what is shown. */
export function recoverySettingsView({ value, context }: SnapshotFrom<typeof recoverySettingsMachine>): RecoverySettingsView {
  const failure = context.code === 'offline' ? 'recovery-settings.offline' : 'recovery-settings.unavailable';
  const notices = { shown: 'recovery-settings.shown', lost: 'recovery-settings.lost', failed: failure } as const;
  const notice = value === 'idle' || value === 'issuing' ? null : notices[value];
  return {
    state: value,
    issued: context.issued,
    notice,
    focus: notice ? 'notice' : value === 'idle' && context.commandId !== '' ? 'make' : null,
    code: value === 'failed' ? context.code : null,
  };
}

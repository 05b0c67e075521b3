import { recoverySettingsMachine, recoverySettingsView } from '@portico/core/access/recovery-settings';
import { actorTask } from '../kit/run-actor.ts';

/** Starts the making of a recovery code. */
export const startRecoverySettings = actorTask({
  name: 'recovery-settings',
  machine: recoverySettingsMachine,
  view: recoverySettingsView,
  input: ({ backend, ids, clock }) => ({ access: backend.access!, ids, clock }),
});

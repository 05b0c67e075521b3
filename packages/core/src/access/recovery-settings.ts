// Loaded where a person looks after the own account.
export { recoverySettingsMachine, type RecoverySettingsEvent, type RecoverySettingsInput } from './recovery-settings.machine.ts';
export { recoverySettingsFirstView, recoverySettingsView, type RecoverySettingsView } from './recovery-settings.view.ts';
export { recoverySettingsMessages } from './recovery-settings.messages.ts';

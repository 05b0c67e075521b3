// Loaded where a person looks after the own account.
export { recoverySettingsMachine, type RecoverySettingsEvent, type RecoverySettingsInput } from './recovery-settings.machine.ts';
export { recoverySettingsFirstView, recoverySettingsView, type RecoverySettingsView } from './recovery-settings.view.ts';
export { recoverySettingsMessages } from './recovery-settings.messages.ts';
export { recoveryMessages } from './recovery.messages.ts';
export { secretQuestionMachine, type SecretQuestionEvent, type SecretQuestionInput } from './secret-question.machine.ts';
export { secretQuestionFirstView, secretQuestionView, type SecretQuestionView } from './secret-question.view.ts';
export { secretQuestionMessages } from './secret-question.messages.ts';

// Loaded when somebody wants back in, not with the sign-in form.
export { passwordRecoveryMachine, type PasswordRecoveryEvent, type PasswordRecoveryInput } from './password-recovery.machine.ts';
export { passwordRecoveryView, type PasswordRecoveryView } from './password-recovery.view.ts';
export { passwordRecoveryMessages } from './password-recovery.messages.ts';
export { recoveryMessages } from './recovery.messages.ts';

// Every Arabic catalogue of core, loaded when Arabic is first spoken: one line an area.
export { contactDirectoryMessagesAr } from './directory/contact-directory.messages.ar.ts';
export { passwordRecoveryMessagesAr } from './access/password-recovery.messages.ar.ts';
export { signInMessagesAr } from './access/sign-in.messages.ar.ts';

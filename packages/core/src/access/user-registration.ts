// Loaded by the form of registration, not with the sign-in form.
export { userRegistrationMachine, type UserRegistrationEvent, type UserRegistrationInput } from './user-registration.machine.ts';
export { userRegistrationView, type UserRegistrationView } from './user-registration.view.ts';
export { userRegistrationMessages } from './user-registration.messages.ts';

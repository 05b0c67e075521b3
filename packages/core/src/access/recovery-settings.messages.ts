import { catalogue } from '../kernel/index.ts';

/** Texts of the own recovery code. */
export const recoverySettingsMessages = catalogue({
  'recovery-settings.title': 'Recovery code',
  'recovery-settings.text':
    'With a recovery code you get back into your account when the password is lost. It works once. Keep it where you keep things of value.',
  'recovery-settings.make': 'Make a new recovery code',
  'recovery-settings.making': 'One moment…',
  'recovery-settings.shown':
    'This is your recovery code. Write it down now: it is not shown again, and an older one does not work any more.',
  'recovery-settings.noted': 'I have written it down',
  'recovery-settings.lost': 'A code was made, but it did not reach this page. Make another one.',
  'recovery-settings.offline': 'There is no connection. Check the network and try again.',
  'recovery-settings.unavailable': 'This is not possible just now. Try again in a moment.',
  'recovery-settings.retry': 'Try again',
});

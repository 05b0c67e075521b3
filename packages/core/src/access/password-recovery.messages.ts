import { catalogue } from '../kernel/index.ts';

/** Texts of getting back in. Asking for a link is answered with one text, whether the name is known or not (N4, N5). */
export const passwordRecoveryMessages = catalogue({
  'password-recovery.title': 'Get back into your account',
  'password-recovery.name': 'User name',
  'password-recovery.nameMissing': 'Enter your user name.',
  'password-recovery.request': 'Send a link by e-mail',
  'password-recovery.requesting': 'Asking for a link…',
  'password-recovery.sent': 'If there is such an account, a link is on its way to its e-mail address.',
  'password-recovery.sentMinutes': {
    on: 'n',
    one: 'If there is such an account, a link is on its way to its e-mail address. It works once, for {$n :number} minute.',
    other: 'If there is such an account, a link is on its way to its e-mail address. It works once, for {$n :number} minutes.',
  },
  'password-recovery.again': 'Ask for a new link',
  'password-recovery.password': 'New password',
  'password-recovery.showPassword': 'Show password',
  'password-recovery.hidePassword': 'Hide password',
  'password-recovery.rules':
    'Between {$min :number} and {$max :number} characters. Any characters, spaces too; a few words that only you would put together are good.',
  'password-recovery.tooShort': {
    on: 'n',
    one: 'Use at least {$n :number} character.',
    other: 'Use at least {$n :number} characters.',
  },
  'password-recovery.tooLong': {
    on: 'n',
    one: 'Use at most {$n :number} character.',
    other: 'Use at most {$n :number} characters.',
  },
  'password-recovery.refused': 'This password cannot be used. Choose another one.',
  'password-recovery.tooCommon': 'Many people use this password, so it is easy to guess. Choose another one.',
  'password-recovery.submit': 'Set the password',
  'password-recovery.recovering': 'Setting the password…',
  'password-recovery.linkNotValid': 'This link does not work any more. Links work once and for a short time.',
  'password-recovery.done': 'The password is set and the account is unlocked. You can sign in now.',
  'password-recovery.signIn': 'Sign in',
  'password-recovery.unavailable': 'This is not possible just now. Nothing you typed is lost.',
  'password-recovery.offline': 'There is no connection. Check the network and try again; nothing you typed is lost.',
  'password-recovery.busy': 'There are too many requests just now. Wait a moment and try again.',
  'password-recovery.retry': 'Try again',
  'password-recovery.unsupported': 'The helpdesk helps you back into your account.',
});

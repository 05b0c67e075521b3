import { catalogue } from '../kernel/index.ts';

/** Texts of registration (N7). None says whether a name is known. */
export const userRegistrationMessages = catalogue({
  'user-registration.title': 'Register new user',
  'user-registration.text':
    'All fields are mandatory. The helpdesk activates the account; what you type is kept only while this page is open.',
  'user-registration.displayName': 'Your full name',
  'user-registration.email': 'Work e-mail',
  'user-registration.phone': 'Phone',
  'user-registration.role': 'What you want to do',
  'user-registration.role.clerk': 'Work for a provider',
  'user-registration.role.claims-center': 'Work for a payer',
  'user-registration.providerNumber': 'Licence or Tax ID of your provider',
  'user-registration.providerName': 'Name of your provider',
  'user-registration.name': 'User name',
  'user-registration.password': 'Password',
  'user-registration.rules': 'From {$min :number} to {$max :number} characters. Any words will do.',
  'user-registration.showPassword': 'Show password',
  'user-registration.hidePassword': 'Hide password',
  'user-registration.issue.missing': 'Fill in this field.',
  'user-registration.issue.too-long': 'This is too long.',
  'user-registration.issue.not-valid': 'Check this: it cannot be right.',
  'user-registration.issue.password-too-short': 'The password is too short. Choose a longer one.',
  'user-registration.issue.password-too-long': 'The password is too long. Choose a shorter one.',
  'user-registration.issue.password-too-common': 'This password is used by too many people. Choose another.',
  'user-registration.submit': 'Register',
  'user-registration.sending': 'Registering…',
  'user-registration.loading': 'One moment…',
  'user-registration.sent':
    'Your registration was sent. You get an e-mail; the helpdesk then activates the account, and until then nobody can sign in with it. If no e-mail comes, call the helpdesk.',
  'user-registration.offline': 'There is no connection. Check the network and try again.',
  'user-registration.busy': 'There are too many registrations just now. Wait a while and try again.',
  'user-registration.unavailable': 'Registration is not possible just now. Try again in a moment.',
  'user-registration.unsupported': 'This portal takes no registrations. Call the helpdesk.',
  'user-registration.retry': 'Try again',
  'user-registration.signIn': 'Back to sign-in',
});

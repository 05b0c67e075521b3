import { catalogue } from '@portico/core/kernel';

/** Texts of the shell round a portal. */
export const portalShellMessages = catalogue({
  'shell.skip': 'Skip to content',
  'shell.menu': 'Main menu',
  'shell.page.sign-in': 'Sign in',
  'shell.page.claims': 'Claims Query',
  'shell.page.contacts': 'Contact us',
  'shell.signOut': 'Sign out',
  'shell.signedInAs': 'Signed in as {$name}',
  'shell.role.clerk': 'Clerk',
  'shell.role.helpdesk': 'Helpdesk',
  'shell.role.claims-center': 'Claims center',
  'shell.restoring': 'Looking for your session…',
  'shell.notConnected': 'No portal is connected. Put this element inside a portal provider, or give it a portal.',
  'shell.nothing': 'There is no page here that you may see. Your helpdesk can tell you why.',
  'shell.ended.signed-out': 'You signed out. Nothing was kept in this browser for you.',
  'shell.ended.idle': 'You were signed out because nothing was done for a while. Sign in to go on where you were.',
  'shell.ended.expired': 'Your session came to its end. Sign in to go on where you were.',
  'shell.ended.elsewhere': 'Your session was ended on another page or by the helpdesk.',
  'shell.ending': 'Your session ends at {$at :time}.',
  'shell.stay': 'Stay signed in',
  'shell.rehearsal': 'This portal runs inside your browser alone: sign-in, locks and rights are a rehearsal here, not a protection.',
  'shell.offline': 'You are offline. What is on the page stays; what you send waits.',
  'shell.waiting': { on: 'n', one: '{$n :number} change is waiting to be sent', other: '{$n :number} changes are waiting to be sent' },
});

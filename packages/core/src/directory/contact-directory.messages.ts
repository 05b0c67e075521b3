import { catalogue } from '../kernel/index.ts';

/** Texts of the contact page. */
export const contactDirectoryMessages = catalogue({
  'contact-directory.title': 'Contact us',
  'contact-directory.country': 'Country',
  'contact-directory.allCountries': 'All countries',
  'contact-directory.loading': 'Looking up the contacts…',
  'contact-directory.found': { on: 'n', one: '{$n :number} contact', other: '{$n :number} contacts' },
  'contact-directory.empty': 'No contacts are listed here.',
  'contact-directory.call': 'Call',
  'contact-directory.write': 'E-mail',
  'contact-directory.fax': 'Fax',
  'contact-directory.purpose.helpdesk': 'Helpdesk',
  'contact-directory.purpose.claims-center': 'Claims center',
  'contact-directory.purpose.authorizations': 'Authorizations',
  'contact-directory.purpose.appeals': 'Appeals',
  'contact-directory.hours': 'Open {$hours}',
  'contact-directory.offline': 'There is no connection. Check the network and try again.',
  'contact-directory.busy': 'There are too many requests just now. Wait a moment and try again.',
  'contact-directory.denied': 'You may not see these contacts. Sign in, or ask whoever runs this portal.',
  'contact-directory.unavailable': 'The contacts cannot be shown just now. Try again in a moment.',
  'contact-directory.retry': 'Try again',
});

import { catalogue } from '../kernel/index.ts';

/** Texts of the search for a physician. */
export const physicianSearchMessages = catalogue({
  'physician.label': 'Physician',
  'physician.hint': 'Name, or a whole licence number',
  'physician.required': 'Choose a physician from the list.',
  'physician.denied': 'You have no right to see the physicians. Ask the helpdesk.',
  'physician.identifier.lop': 'LOP (Lebanon)',
  'physician.identifier.dha': 'DHA (Dubai)',
  'physician.identifier.doh': 'DOH (Abu Dhabi)',
  'physician.identifier.moh': 'Ministry of Health',
  'physician.identifier.npi': 'NPI',
  'physician.identifier.other': 'Another licence',
  'physician.unlisted': 'The physician is not in the list: give the licence and the name. The helpdesk looks into it.',
  'physician.type': 'Licence',
  'physician.number': 'Licence number',
  'physician.name': 'Name of the physician',
  'physician.listed': 'Back to the list',
  'physician.helpdesk': 'Or ask the helpdesk',
  'physician.helpdesk.failed': 'The helpdesk’s numbers cannot be shown just now.',
  'physician.call': 'Call',
  'physician.write': 'E-mail',
  'physician.fax': 'Fax',
  'physician.missing': 'This is needed.',
  'physician.not-an-npi': 'This is no NPI: ten digits with a check digit.',
  'physician.not-an-identifier': 'A licence number has letters, digits, hyphens and dots.',
});

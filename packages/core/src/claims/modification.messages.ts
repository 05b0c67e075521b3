import { catalogue } from '../kernel/index.ts';

/** Names of what may be modified, of the answers and their reasons: shared by the case's history, the request and the queue. */
export const modificationMessages = catalogue({
  'modification.subject.member': 'Member data',
  'modification.subject.service-dates': 'Service dates',
  'modification.subject.services': 'Services or quantities',
  'modification.subject.diagnoses': 'Diagnoses',
  'modification.subject.physician': 'Physician',
  'modification.subject.amounts': 'Amounts',
  'modification.subject.other': 'Something else',
  'modification.reason.as-requested': 'As requested',
  'modification.reason.in-part': 'In part',
  'modification.reason.documents-missing': 'Documents are missing',
  'modification.reason.not-covered': 'Not covered by the plan',
  'modification.reason.settled': 'The case is settled already',
  'modification.reason.not-plausible': 'The request does not fit the case',
  'modification.reason.other': 'Another reason',
});

import { catalogue } from '../kernel/index.ts';

/** What documents are and what for: the words every element with documents uses. */
export const documentMessages = catalogue({
  'document.type': 'Type',
  'document.type.medical-report': 'Medical report',
  'document.type.lab-result': 'Laboratory result',
  'document.type.imaging': 'Imaging',
  'document.type.prescription': 'Prescription',
  'document.type.discharge-summary': 'Discharge summary',
  'document.type.operative-report': 'Operative report',
  'document.type.invoice': 'Invoice',
  'document.type.receipt': 'Receipt',
  'document.type.identity': 'Identity document',
  'document.type.other': 'Other',
  'document.type.authorization-form': 'Authorization form',
  'document.purpose': 'Purpose',
  'document.purpose.to-submit': 'To submit',
  'document.purpose.correspondence': 'Correspondence',
  'document.purpose.internal': 'Internal',
  'document.line': 'Belongs to',
  'document.wholeClaim': 'The whole case',
  'document.lineNumber': 'Line {$n :number}',
  'document.lineService': 'Line {$n :number}: {$service}',
  'document.download': 'Download {$name}',
  'document.taking': 'Fetching {$name}…',
  'document.notTaken': '{$name} could not be fetched. Try again.',
  'document.gone': '{$name} is not there any more, or you may not see it.',
});

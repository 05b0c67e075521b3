import { catalogue } from '../kernel/index.ts';

/** Texts of the documents of a case, by line and for the claim as a whole (N16, N17). */
export const documentListMessages = catalogue({
  'documents.title': 'Documents',
  'documents.idle': 'Open a case to see its documents here.',
  'documents.loading': 'Loading the documents…',
  'documents.none': 'There are no documents on this case yet.',
  'documents.noneFit': 'No document is of this type and purpose.',
  'documents.showAll': 'Show all',
  'documents.notFound': 'There is no such case, or you may not see it.',
  'documents.denied': 'You have no right to see the documents of this case.',
  'documents.offline': 'There is no connection. Try again when you are online.',
  'documents.failed': 'The documents could not be loaded.',
  'documents.stale': 'The documents could not be refreshed. What you see may be out of date.',
  'documents.retry': 'Try again',
  'documents.more': 'Show older documents',
  'documents.allTypes': 'All types',
  'documents.allPurposes': 'All purposes',
  'documents.count': { on: 'n', '=0': 'No document', one: '{$n :number} document', other: '{$n :number} documents' },
  'documents.ofMore': { on: 'n', one: '{$n :number} document so far', other: '{$n :number} documents so far' },
  'documents.postedBy': '{$who}, {$at :datetime}',
  'documents.preview': 'Preview {$name}',
  'documents.previewShort': 'Preview',
  'documents.downloadShort': 'Download',
  'documents.previewOf': 'Preview of {$name}',
  'documents.close': 'Close',
  'documents.noPreview': 'This file cannot be shown here. Download it to read it.',
});

import { catalogue } from '@portico/core/kernel';

/** Texts of a field that is chosen from a long list. */
export const comboboxMessages = catalogue({
  'combobox.searching': 'Searching…',
  'combobox.found': { on: 'n', '=0': 'Nothing found.', one: '{$n :number} found.', other: '{$n :number} found.' },
  'combobox.first': 'The first {$n :number} are shown: type more to narrow it down.',
  'combobox.failed': 'The list cannot be reached just now.',
  'combobox.retry': 'Try again',
  'combobox.notListed': 'Not in the list…',
});

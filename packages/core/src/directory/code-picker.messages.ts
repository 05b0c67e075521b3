import { catalogue } from '../kernel/index.ts';

/** Texts of a field for a code. */
export const codePickerMessages = catalogue({
  'code-picker.diagnoses': 'Diagnosis',
  'code-picker.services': 'Service',
  'code-picker.hint': 'A code, or words of the name',
  'code-picker.required': 'Choose one from the list.',
  'code-picker.denied': 'You have no right to see this list. Ask the helpdesk.',
  'code-picker.unlisted.diagnoses':
    'The diagnosis is not in the list: choose the nearest code, and write it in your own words. The claims center sees that the code is not exact.',
  'code-picker.unlisted.services': 'The service is not in the list: give its name and what it will cost, as far as you can tell.',
  'code-picker.exact': 'The exact diagnosis in your words',
  'code-picker.name': 'Name of the service',
  'code-picker.cost': 'Estimated cost ({$currency})',
  'code-picker.listed': 'Back to the list',
  'code-picker.missing': 'This is needed.',
  'code-picker.not-an-amount': 'Give an amount above zero.',
});

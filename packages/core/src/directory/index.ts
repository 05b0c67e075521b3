export type { CodeEntry, CodeListName, Contact, ContactChannel, DirectoryPort, Payer, Physician, Provider } from './directory.port.ts';
export { contactDirectoryMachine, type ContactDirectoryEvent, type ContactDirectoryInput } from './contact-directory.machine.ts';
export { contactDirectoryFirstView, contactDirectoryView, type ContactDirectoryView } from './contact-directory.view.ts';
export { contactDirectoryMessages } from './contact-directory.messages.ts';
export { nameOfCode } from './code-name.ts';
export { searchWords, wordBegins, wordForms } from './search-words.ts';
export {
  licenceTypes,
  unlistedPhysicianOf,
  unlistedServiceOf,
  type LicenceType,
  type UnlistedPhysician,
  type UnlistedProblem,
  type UnlistedService,
} from './unlisted.rules.ts';
export { codePickerMessages } from './code-picker.messages.ts';
export { physicianSearchMessages } from './physician-search.messages.ts';

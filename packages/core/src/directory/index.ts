export type { Contact, ContactChannel, DirectoryPort, Payer } from './directory.port.ts';
export { contactDirectoryMachine, type ContactDirectoryEvent, type ContactDirectoryInput } from './contact-directory.machine.ts';
export { contactDirectoryFirstView, contactDirectoryView, type ContactDirectoryView } from './contact-directory.view.ts';
export { contactDirectoryMessages } from './contact-directory.messages.ts';

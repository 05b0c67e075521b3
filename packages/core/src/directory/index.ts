export type { Contact, ContactChannel, DirectoryPort, Payer } from './directory.port.ts';

// Loaded with a list of documents.
export { byPlace, fits, occurring, type DocumentFilter, type DocumentGroup } from './document-list.view.ts';
export { documentListMessages } from './document-list.messages.ts';

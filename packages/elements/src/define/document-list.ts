import { DocumentListElement } from '../documents/document-list.element.ts';
import { define } from './define.ts';

define('document-list', DocumentListElement);

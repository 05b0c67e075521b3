import { ContactDirectoryElement } from '../directory/contact-directory.element.ts';
import { define } from './define.ts';

define('contact-directory', ContactDirectoryElement);

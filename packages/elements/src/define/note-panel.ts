import { NotePanelElement } from '../documents/note-panel.element.ts';
import { define } from './define.ts';

define('note-panel', NotePanelElement);

import { ModificationQueueElement } from '../claims/modification-queue.element.ts';
import { define } from './define.ts';

define('modification-queue', ModificationQueueElement);

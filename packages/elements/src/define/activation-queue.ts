import { ActivationQueueElement } from '../access/activation-queue.element.ts';
import { define } from './define.ts';

define('activation-queue', ActivationQueueElement);

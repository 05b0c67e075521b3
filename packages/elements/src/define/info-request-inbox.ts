import { InfoRequestInboxElement } from '../authorizations/info-request-inbox.element.ts';
import { define } from './define.ts';

define('info-request-inbox', InfoRequestInboxElement);

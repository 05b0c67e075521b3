import { NoticeInboxElement } from '../messages/notice-inbox.element.ts';
import { define } from './define.ts';

define('notice-inbox', NoticeInboxElement);

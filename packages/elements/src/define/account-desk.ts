import { AccountDeskElement } from '../access/account-desk.element.ts';
import { define } from './define.ts';

define('account-desk', AccountDeskElement);

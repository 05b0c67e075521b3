import { PasswordRecoveryElement } from '../access/password-recovery.element.ts';
import { define } from './define.ts';

define('password-recovery', PasswordRecoveryElement);

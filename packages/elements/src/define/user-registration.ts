import { UserRegistrationElement } from '../access/user-registration.element.ts';
import { define } from './define.ts';

define('user-registration', UserRegistrationElement);

import { SignInElement } from '../access/sign-in.element.ts';
import { define } from './define.ts';

define('sign-in', SignInElement);

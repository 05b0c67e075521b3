import { AuthorizationRequestElement } from '../authorizations/authorization-request.element.ts';
import { define } from './define.ts';

define('authorization-request', AuthorizationRequestElement);

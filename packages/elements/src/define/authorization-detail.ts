import { AuthorizationDetailElement } from '../authorizations/authorization-detail.element.ts';
import { define } from './define.ts';

define('authorization-detail', AuthorizationDetailElement);

import { ClaimQueryElement } from '../claims/claim-query.element.ts';
import { define } from './define.ts';

define('claim-query', ClaimQueryElement);

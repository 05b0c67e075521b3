import { ClaimWorklistElement } from '../authorizations/claim-worklist.element.ts';
import { define } from './define.ts';

define('claim-worklist', ClaimWorklistElement);

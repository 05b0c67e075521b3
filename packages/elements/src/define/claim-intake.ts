import { ClaimIntakeElement } from '../claims/claim-intake.element.ts';
import { define } from './define.ts';

define('claim-intake', ClaimIntakeElement);

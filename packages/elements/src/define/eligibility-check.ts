import { EligibilityCheckElement } from '../members/eligibility-check.element.ts';
import { define } from './define.ts';

define('eligibility-check', EligibilityCheckElement);

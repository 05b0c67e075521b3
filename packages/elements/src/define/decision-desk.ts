import { DecisionDeskElement } from '../authorizations/decision-desk.element.ts';
import { define } from './define.ts';

define('decision-desk', DecisionDeskElement);

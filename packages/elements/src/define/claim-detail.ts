import { ClaimDetailElement } from '../claims/claim-detail.element.ts';
import { define } from './define.ts';

define('claim-detail', ClaimDetailElement);

import { BordereauExportElement } from '../claims/bordereau-export.element.ts';
import { define } from './define.ts';

define('bordereau-export', BordereauExportElement);

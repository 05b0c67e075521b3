import { CodePickerElement } from '../directory/code-picker.element.ts';
import { define } from './define.ts';

define('code-picker', CodePickerElement);

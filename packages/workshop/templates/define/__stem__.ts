import { __Stem__Element } from '../__area__/__stem__.element.ts';
import { define } from './define.ts';

define('__stem__', __Stem__Element);

import { PhysicianSearchElement } from '../directory/physician-search.element.ts';
import { define } from './define.ts';

define('physician-search', PhysicianSearchElement);

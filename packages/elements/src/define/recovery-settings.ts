import { RecoverySettingsElement } from '../access/recovery-settings.element.ts';
import { define } from './define.ts';

define('recovery-settings', RecoverySettingsElement);

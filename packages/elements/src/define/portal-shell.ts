import { PortalShellElement } from '../portal/portal-shell.element.ts';
import { define } from './define.ts';

define('portal-shell', PortalShellElement);

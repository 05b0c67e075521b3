import { PortalProviderElement } from '../portal/portal-provider.element.ts';
import { define } from './define.ts';

define('portal-provider', PortalProviderElement);

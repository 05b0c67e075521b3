export { createPortal, type PortalOptions } from './portal/create-portal.ts';
export type { Portal, PortalSettings } from './portal/portal.ts';
export type { Appearance, TokenName } from './portal/appearance.ts';
export { demoStarterKey, type DemoStarter } from './portal/demo-starter.ts';
export { PortalProviderElement } from './portal/portal-provider.element.ts';
export { defineElements, elements } from './define/define-elements.ts';
export { define, type DefineOptions, type ElementClass } from './define/define.ts';
export { portalContext } from './kit/portal-context.ts';

export type { Backend, Capabilities, DemoControls, DemoMail } from './backend.ts';
export { createPortal } from './create-portal.ts';
export type { HeadlessPortal, HeadlessPortalOptions } from './portal.ts';
export type { PortalEvent, PortalEvents } from './portal-events.ts';
export type { SessionView } from './session.view.ts';
export type { SessionEnd } from './session.rules.ts';
export type { ActorRegistry, Lease, Stoppable } from './actor-registry.ts';
export type { CommandEnd, Outbox, PendingCommand } from './outbox.ts';

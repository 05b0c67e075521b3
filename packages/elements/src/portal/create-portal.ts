import { createClock, createIds } from '@portico/core/kernel';
import { createPortal as createHeadlessPortal, type HeadlessPortalOptions } from '@portico/core/portal';
import { appearanceProperties } from './appearance.ts';
import { checkedSettings } from './checked-settings.ts';
import type { Portal, PortalSettings } from './portal.ts';

const pageClock = createClock({
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
});
const pageIds = createIds({ now: () => Date.now(), fill: (bytes) => crypto.getRandomValues(bytes) });

/** What a portal is made from: a backend, and whatever of the settings the host decides. */
export type PortalOptions = HeadlessPortalOptions & PortalSettings;

/** Makes a portal for elements; give it to `<portal-provider>` or to an element's `portal` property. */
export function createPortal({ locale, appearance, messages, formats, weekStart, ...headless }: PortalOptions): Portal {
  const { clock = headless.backend.clock ?? pageClock, ids = headless.backend.ids ?? pageIds } = headless;
  const listeners = new Set<() => void>();
  let settings = checkedSettings({ locale, appearance, messages, formats, weekStart });
  const half = {
    get settings(): PortalSettings {
      return settings;
    },
    get looks(): ReadonlyMap<string, string> {
      return appearanceProperties(settings.appearance ?? {});
    },
    onSettings(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    update(changed: PortalSettings): void {
      settings = { ...settings, ...checkedSettings(changed) };
      listeners.forEach((tell) => tell());
    },
  };
  const portal = createHeadlessPortal({ ...headless, clock, ids });
  const wake = (): void => portal.outbox.wake();
  // Absent where pages are rendered on a server.
  globalThis.addEventListener?.('online', wake);
  const close = (): void => {
    globalThis.removeEventListener?.('online', wake);
    portal.close();
  };
  // Descriptors, not values: `settings` must stay a getter.
  return Object.defineProperties({ ...portal, close }, Object.getOwnPropertyDescriptors(half)) as Portal;
}

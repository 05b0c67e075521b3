import { createClock, createIds } from '@portico/core/kernel';
import { createPortal as createHeadlessPortal, type HeadlessPortalOptions } from '@portico/core/portal';
import { appearanceProperties } from './appearance.ts';
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
  let settings = withoutUndefined({ locale, appearance, messages, formats, weekStart });
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
      settings = { ...settings, ...withoutUndefined(changed) };
      listeners.forEach((tell) => tell());
    },
  };
  // Descriptors, not values: `settings` must stay a getter.
  return Object.defineProperties(createHeadlessPortal({ ...headless, clock, ids }), Object.getOwnPropertyDescriptors(half)) as Portal;
}

const withoutUndefined = (settings: { [Key in keyof PortalSettings]: PortalSettings[Key] | undefined }): PortalSettings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

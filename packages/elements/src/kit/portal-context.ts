import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Portal } from '../portal/portal.ts';
import { warnOnce } from './warn-once.ts';

/** The key under which a provider hands out its portal; `Symbol.for` makes it one key across bundles. */
export const portalContext = createContext<Portal | undefined>(Symbol.for('portico.portal'));

/** The value where it is a portal that this build can work with; anything else is warned about once and counts as none. */
export function usablePortal(value: Portal | undefined | null): Portal | undefined {
  if (value == null || (value as { contractVersion?: unknown }).contractVersion === 1) return value ?? undefined;
  warnOnce(
    '[portico/portal] what was given as portal is none: make one with createPortal({ backend }); if it comes as a promise, await it first; ' +
      'if it was made by another version of Portico, load one version only.',
  );
  return undefined;
}

/** An element that shows something of a portal: its own `portal` wins over the nearest provider's. */
export interface PortalHost extends ReactiveElement {
  portal: Portal | undefined;
  /** Called when the portal in force changed, undefined when there is none. */
  portalChanged(portal: Portal | undefined): void;
}

/**
 * Finds the portal: property, else nearest provider, else none yet. A request made before the provider existed is lost, so it asks again
 * whenever a provider announces itself, also one from another bundle.
 */
export class PortalController implements ReactiveController {
  current: Portal | undefined;
  readonly #host: PortalHost;
  readonly #consumer: ContextConsumer<typeof portalContext, PortalHost>;

  constructor(host: PortalHost) {
    this.#host = host;
    // The consumer may answer inside its own constructor, before `#consumer` is set: adopt() reads it with care.
    this.#consumer = new ContextConsumer(host, { context: portalContext, subscribe: true, callback: () => this.adopt() });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('context-provider', this.#ask);
    this.adopt();
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('context-provider', this.#ask);
    // Where it comes back there may be another provider, or none.
    this.#consumer.value = undefined;
  }

  hostUpdate(): void {
    this.adopt();
  }

  /** Takes the portal in force now and tells the host if it is another one. */
  adopt(): void {
    const portal = usablePortal(this.#host.portal) ?? usablePortal(this.#consumer?.value);
    if (portal === this.current) return;
    this.current = portal;
    this.#host.portalChanged(portal);
    this.#host.requestUpdate();
  }

  #ask = (event: Event): void => {
    if ((event as Event & { context?: unknown }).context === portalContext && this.#consumer.value === undefined)
      this.#consumer.hostConnected();
  };
}

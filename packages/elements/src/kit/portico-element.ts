import { LitElement, type PropertyValues } from 'lit';
import type { Portal, PortalSettings } from '../portal/portal.ts';
import { directionOf, languageAt, LanguageController } from './locale.ts';
import { version } from './version.ts';
import { PortalController, type PortalHost } from './portal-context.ts';

const none: PortalSettings = {};

/**
 * What every element of ours has in common: it finds its portal, follows the language around it, and shows nothing of its own
 * before both are known.
 */
export abstract class PorticoElement extends LitElement implements PortalHost {
  /** The build this class came from. */
  static readonly version: string = `portico ${version}`;
  static override properties = { portal: { attribute: false } };

  /** The portal to work with; undefined: the nearest `<portal-provider>`. */
  declare portal: Portal | undefined;

  readonly #portal = new PortalController(this);
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    new LanguageController(this);
  }

  /** The portal in force. */
  protected get connectedPortal(): Portal | undefined {
    return this.#portal.current;
  }

  /** The host's settings of language and looks. */
  get settings(): PortalSettings {
    return this.#portal.current?.settings ?? none;
  }

  /** The language to speak: the portal's, else the nearest `lang`. */
  get locale(): string {
    return this.settings.locale ?? languageAt(this);
  }

  portalChanged(portal: Portal | undefined): void {
    this.#unsubscribe?.();
    this.#unsubscribe = portal?.onSettings(() => this.requestUpdate());
    this.connected(portal);
  }

  /** Override to start and stop tasks. */
  protected connected(_portal: Portal | undefined): void {}

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { locale } = this.settings;
    // Only a portal that sets a language of its own marks the element; otherwise it inherits from the page.
    if (locale !== undefined && languageAt(this) !== locale) {
      this.lang = locale;
      this.dir = directionOf(locale);
    }
  }

  /** Sends an event that a host may listen to: it bubbles, crosses shadow roots, and carries ids only. False when a listener refused it. */
  protected emit(name: string, detail: Readonly<Record<string, unknown>>, options: { cancelable?: boolean } = {}): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, ...options }));
  }
}

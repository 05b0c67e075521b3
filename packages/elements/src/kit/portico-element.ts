import type { SessionView } from '@portico/core/portal';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { kitMessages } from './kit.messages.ts';
import { MessagesController } from './messages-controller.ts';
import type { Appearance } from '../portal/appearance.ts';
import type { Portal, PortalSettings } from '../portal/portal.ts';
import { wearLooks } from '../portal/wear-looks.ts';
import { directionOf, isBusyAround, languageAt, LanguageController } from './locale.ts';
import { version } from './version.ts';
import { PortalController, type PortalHost } from './portal-context.ts';

const none: PortalSettings = {};

/** Milliseconds after which somebody who waits is told so: what is over sooner would only flash, and delay the form behind it. */
const TELL_AFTER = 100;

const texts = { en: kitMessages, ar: async () => (await import('./kit.messages.ar.ts')).kitMessagesAr };

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
  readonly #kit = new MessagesController(this, texts);
  #unsubscribe: readonly (() => void)[] = [];
  #isMarked = false;
  #isFocusWanted = false;
  #appearance: Appearance | undefined;
  #worn: readonly string[] = [];
  #wait: 'unknown' | 'short' | 'told' = 'unknown';

  constructor() {
    super();
    new LanguageController(this);
    this.addController({ hostUpdated: () => this.#refocus() });
  }

  /** The portal in force. */
  get connectedPortal(): Portal | undefined {
    return this.#portal.current;
  }

  /** The host's settings of language and looks. @internal */
  get settings(): PortalSettings {
    return this.#portal.current?.settings ?? none;
  }

  /** The language to speak: the portal's, else the nearest `lang`. @internal */
  get locale(): string {
    return this.settings.locale ?? languageAt(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen(this.#portal.current);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(undefined);
  }

  /** Called by the controller that finds the portal. @internal */
  portalChanged(portal: Portal | undefined): void {
    this.#listen(portal);
    this.connected(portal);
  }

  /** Override to start and stop tasks. */
  protected connected(_portal: Portal | undefined): void {}

  // Not in willUpdate: the portal in force is known only after it.
  protected override update(changed: PropertyValues): void {
    const { locale } = this.settings;
    // Only a portal that sets a language of its own marks the element; otherwise it inherits from the page.
    if (locale !== undefined && languageAt(this) !== locale) {
      this.#isMarked = true;
      this.lang = locale;
      this.dir = directionOf(locale);
    } else if (locale === undefined && this.#isMarked) {
      this.#isMarked = false;
      this.removeAttribute('lang');
      this.removeAttribute('dir');
    }
    this.#wear();
    super.update(changed);
  }

  /** Looks of a portal that is this element's own; a provider's are inherited. */
  #wear(): void {
    const { current } = this.#portal;
    const appearance = current && current === this.portal ? current.settings.appearance : undefined;
    if (appearance === this.#appearance) return;
    this.#appearance = appearance;
    this.#worn = wearLooks(this, appearance && current, this.#worn);
  }

  /** Puts the focus on the first field, or where there is none on the first thing that can be used; as soon as there is one. */
  override focus(options?: FocusOptions): void {
    const root = this.renderRoot as ParentNode | undefined;
    const first = root?.querySelector<HTMLElement>('input, select') ?? root?.querySelector<HTMLElement>('button, a[href], [tabindex]');
    first?.focus(options);
    this.#isFocusWanted = !this.matches(':focus-within');
  }

  /** What can have the focus is known only after an update; who went somewhere else meanwhile is left alone. */
  #refocus = (): void => {
    if (!this.#isFocusWanted) return;
    if (document.activeElement === null || document.activeElement === document.body) this.focus();
    else this.#isFocusWanted = false;
  };

  /**
   * What stands where a task cannot be shown: why, and a button where something can be done about it. `waitsFor` says what the element would
   * show its task with: a `session`, the `task` itself that is on its way, or `nothing`, because this portal has no such thing.
   */
  protected placeholder(retry?: () => void, waitsFor: 'session' | 'task' | 'nothing' = 'session'): TemplateResult {
    const portal = this.connectedPortal;
    if (!retry && portal?.session().state === 'restoring' && !this.#isWaitTold()) return html``;
    const key = retry ? 'kit.broken' : portal ? this.#whyNot(portal.session().state, waitsFor) : this.#whyNone();
    return html`<p class="notice" role="status">
      ${this.#kit.ready ? this.#kit.show(key) : ''}
      ${retry ? html`<button type="button" @click=${retry}>${this.#kit.show('kit.retry')}</button>` : ''}
    </p>`;
  }

  #isWaitTold(): boolean {
    if (this.#wait === 'unknown') {
      this.#wait = 'short';
      setTimeout(() => {
        this.#wait = 'told';
        this.requestUpdate();
      }, TELL_AFTER);
    }
    return this.#wait === 'told';
  }

  /** A portal lives longer than elements: it must not hold on to those that are gone. */
  #listen(portal: Portal | undefined): void {
    const update = (): void => this.requestUpdate();
    this.#unsubscribe.forEach((stop) => stop());
    this.#unsubscribe = portal && this.isConnected ? [portal.onSettings(update), portal.onSession(update)] : [];
  }

  #whyNone(): keyof typeof kitMessages {
    return isBusyAround(this) ? 'kit.restoring' : 'kit.notConnected';
  }

  #whyNot(session: SessionView['state'], waitsFor: 'session' | 'task' | 'nothing'): keyof typeof kitMessages {
    if (waitsFor === 'task' || (waitsFor === 'session' && session === 'restoring')) return 'kit.restoring';
    return waitsFor === 'session' && (session === 'none' || session === 'ended') ? 'kit.signedOut' : 'kit.notSupported';
  }

  /** Sends an event that a host may listen to: it bubbles, crosses shadow roots, and carries ids only. False when a listener refused it. */
  protected emit(
    name: string,
    detail: Readonly<Record<string, string | number | boolean>>,
    options: { cancelable?: boolean } = {},
  ): boolean {
    const event = new CustomEvent(name, { detail, bubbles: true, composed: true, ...options });
    return this.dispatchEvent(event);
  }
}

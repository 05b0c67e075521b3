import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { directionOf, LanguageController } from '../kit/locale.ts';
import { portalContext, usablePortal } from '../kit/portal-context.ts';
import { version } from '../kit/version.ts';
import type { Portal } from './portal.ts';
import type { ProviderDemo } from './provider-demo.ts';
import { wearLooks } from './wear-looks.ts';

/**
 * Holds the portal for every Portico element inside it.
 *
 * @summary Gives a portal to the elements inside.
 * @slot - The page's own content with Portico elements anywhere in it.
 * @attr {boolean} demo - Starts a demo world in this browser; needs the assembled kit.
 * @event portal-ready - The portal is there: `{}`.
 * @event {CustomEvent<{ code: string }>} portal-failed - The demo world could not start: `{ code }`.
 * @csspart ribbon - The line that says that this is demo data, or why there is none.
 */
export class PortalProviderElement extends LitElement {
  static readonly version: string = `portico ${version}`;
  static override properties = { portal: { attribute: false }, demo: { type: Boolean } };
  static override styles = css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      margin: 0 0 12px;
      padding: 6px 16px;
      border-radius: var(--portico-radius, 6px);
      background: var(--portico-color-warning-surface, light-dark(#fff4dd, #332405));
      color: var(--portico-color-warning, light-dark(#7a4d00, #ffcf82));
      font: 0.875rem / 1.5 var(--portico-font-family, system-ui, sans-serif);
    }
    button {
      min-block-size: 28px;
      padding-inline: 10px;
      border: 1px solid currentColor;
      border-radius: var(--portico-radius, 6px);
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
  `;

  /** The portal to give to the elements inside. */
  declare portal: Portal | undefined;
  declare demo: boolean;

  readonly #provider = new ContextProvider(this, { context: portalContext });
  #unsubscribe: (() => void) | undefined;
  #shown: Portal | undefined;
  #worn: readonly string[] = [];
  #demo: ProviderDemo | 'loading' | undefined;

  constructor() {
    super();
    this.demo = false;
    new LanguageController(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const portal = usablePortal(this.portal);
    if (!changed.has('portal') || portal === this.#shown) return;
    this.#unsubscribe?.();
    this.#shown = portal;
    this.#unsubscribe = portal?.onSettings(() => this.#apply());
    this.#provider.setValue(portal);
    this.#apply();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('portal') && this.#shown)
      this.dispatchEvent(new CustomEvent('portal-ready', { bubbles: true, composed: true, detail: {} }));
    if (this.demo && !this.portal && !this.#demo) void this.#startDemo();
  }

  protected override render(): TemplateResult {
    return html`${typeof this.#demo === 'object' ? this.#demo.render() : nothing}<slot></slot>`;
  }

  /** Looks and language go on this element itself, where what is inside inherits them. */
  #apply(): void {
    const locale = this.#shown?.settings.locale;
    if (locale !== undefined) {
      this.lang = locale;
      this.dir = directionOf(locale);
    }
    this.#worn = wearLooks(this, this.#shown, this.#worn);
  }

  async #startDemo(): Promise<void> {
    this.#demo = 'loading';
    // What is inside says "one moment" instead of "not connected".
    this.setAttribute('aria-busy', 'true');
    const { ProviderDemo } = await import('./provider-demo.ts');
    this.#demo = new ProviderDemo(this);
  }
}

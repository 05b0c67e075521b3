import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { directionOf, LanguageController } from '../kit/locale.ts';
import { portalContext } from '../kit/portal-context.ts';
import { version } from '../kit/version.ts';
import type { Portal } from './portal.ts';

/** What starts a demo world; the assembled kit registers one under this key. */
export type DemoStarter = (options: { readonly provider: HTMLElement }) => Promise<Portal>;

/** Global key of the demo starter; `Symbol.for`, so that any build's provider finds it. */
export const demoStarterKey = Symbol.for('portico.demo-starter');

/**
 * Holds the portal for every Portico element inside it.
 *
 * @summary Gives a portal to the elements inside.
 * @slot - The page's own content with Portico elements anywhere in it.
 * @attr {boolean} demo - Starts a demo world in this browser; needs the assembled kit.
 * @event portal-ready - The portal is there: `{}`.
 * @event portal-failed - The demo world could not start: `{ code }`.
 * @csspart ribbon - The line that says that this is demo data.
 */
export class PortalProviderElement extends LitElement {
  static readonly version: string = `portico ${version}`;
  static override properties = { portal: { attribute: false }, demo: { type: Boolean }, failed: { state: true } };
  static override styles = css`
    :host {
      display: block;
    }
    p {
      margin: 0;
      padding: 4px 12px;
      background: var(--portico-color-warning-surface, light-dark(#fff4dd, #332405));
      color: var(--portico-color-warning, light-dark(#7a4d00, #ffcf82));
      font: 0.875rem / 1.5 var(--portico-font-family, system-ui, sans-serif);
    }
  `;

  /** The portal to give to the elements inside. */
  declare portal: Portal | undefined;
  declare demo: boolean;
  declare protected failed: string | undefined;

  readonly #provider = new ContextProvider(this, { context: portalContext });
  #unsubscribe: (() => void) | undefined;
  #shown: Portal | undefined;
  #applied: string[] = [];

  constructor() {
    super();
    this.demo = false;
    new LanguageController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.demo && !this.portal) void this.#startDemo();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('portal') && this.portal !== this.#shown) {
      this.#unsubscribe?.();
      this.#shown = this.portal;
      this.#unsubscribe = this.portal?.onSettings(() => this.#apply());
      this.#provider.setValue(this.portal);
      this.#apply();
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('portal') && this.portal)
      this.dispatchEvent(new CustomEvent('portal-ready', { bubbles: true, composed: true, detail: {} }));
  }

  protected override render(): TemplateResult {
    return html`${this.failed ? html`<p part="ribbon" role="alert">${this.failed}</p>` : nothing}<slot></slot>`;
  }

  #apply(): void {
    const locale = this.portal?.settings.locale;
    if (locale !== undefined) {
      this.lang = locale;
      this.dir = directionOf(locale);
    }
    for (const name of this.#applied) this.style.removeProperty(name);
    this.#applied = [];
    this.portal?.looks.forEach((value, name) => {
      this.#applied.push(name);
      this.style.setProperty(name, value);
    });
  }

  async #startDemo(): Promise<void> {
    const start = (globalThis as unknown as Record<symbol, DemoStarter | undefined>)[demoStarterKey];
    try {
      if (!start)
        throw new Error('[portico/portal-provider] demo needs the assembled kit: load dist/portico.js, or give this element a portal.');
      this.portal = await start({ provider: this });
    } catch (error) {
      // A developer's page, not a clerk's: the text says what to do and names nobody.
      this.failed =
        error instanceof Error && error.message.startsWith('[portico')
          ? error.message
          : '[portico/portal-provider] The demo world could not start.';
      const code = (error as { code?: unknown }).code;
      this.dispatchEvent(
        new CustomEvent('portal-failed', { bubbles: true, composed: true, detail: { code: typeof code === 'string' ? code : 'internal' } }),
      );
    }
  }
}

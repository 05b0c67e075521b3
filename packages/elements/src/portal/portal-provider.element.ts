import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { directionOf, languageAt, LanguageController } from '../kit/locale.ts';
import { portalContext, usablePortal } from '../kit/portal-context.ts';
import { version } from '../kit/version.ts';
import type { DemoNotice } from './demo-notices.ts';
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
  #applied: readonly string[] = [];
  #isStarting = false;
  #notice: DemoNotice | undefined;
  #template: typeof import('./demo-notices.ts').demoNotice | undefined;

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
    if (this.demo && !this.portal && !this.#notice) void this.#startDemo();
  }

  protected override render(): TemplateResult {
    return html`${this.#notice && this.#template?.(this.#notice, languageAt(this))}<slot></slot>`;
  }

  /** Looks and language go on this element itself: through the object model, which a strict policy allows. */
  #apply(): void {
    const locale = this.#shown?.settings.locale;
    if (locale !== undefined) {
      this.lang = locale;
      this.dir = directionOf(locale);
    }
    for (const name of this.#applied) this.style.removeProperty(name);
    const looks = this.#shown?.looks ?? new Map<string, string>();
    this.#applied = [...looks.keys()];
    looks.forEach((value, name) => this.style.setProperty(name, value));
  }

  async #startDemo(): Promise<void> {
    if (this.#isStarting) return;
    this.#isStarting = true;
    try {
      // Without it there is no WebCrypto, and without that no sign-in.
      if (!globalThis.isSecureContext) return await this.#fail('insecure');
      const start = (globalThis as unknown as Record<symbol, DemoStarter | undefined>)[demoStarterKey];
      if (!start)
        return await this.#fail(
          'not-supported',
          '[portico/portal-provider] demo needs the assembled kit: load dist/portico.js, or give this element a portal.',
        );
      const portal = await start({ provider: this });
      // The host may have given a portal of its own meanwhile.
      if (this.portal) return portal.close();
      this.portal = portal;
      await this.#say({ kind: 'ribbon', delete: this.#confirm });
    } catch (error) {
      const { name, message } = error as { name?: unknown; message?: string };
      const isMistake = name !== 'PortError' && message?.startsWith('[portico');
      await this.#fail(codeOf(error), isMistake ? message : undefined);
    } finally {
      this.#isStarting = false;
    }
  }

  async #fail(code: string, mistake?: string): Promise<void> {
    const retry = (): void => this.#set(undefined);
    this.dispatchEvent(new CustomEvent('portal-failed', { bubbles: true, composed: true, detail: { code } }));
    await this.#say(mistake === undefined ? { kind: 'failed', code, retry } : { kind: 'mistake', text: mistake });
  }

  async #say(notice: DemoNotice): Promise<void> {
    this.#template ??= (await import('./demo-notices.ts')).demoNotice;
    this.#set(notice);
  }

  #set(notice: DemoNotice | undefined): void {
    this.#notice = notice;
    this.requestUpdate();
  }

  #confirm = (): void => {
    this.#set({
      kind: 'confirm',
      delete: () => void this.#delete(),
      keep: () => this.#set({ kind: 'ribbon', delete: this.#confirm }),
    });
  };

  async #delete(): Promise<void> {
    const portal = this.portal;
    await portal?.logout();
    this.portal = undefined;
    try {
      await portal?.backend.demo?.destroy();
      portal?.close();
      // Without a portal and a notice the demo starts anew.
      this.#set(undefined);
    } catch (error) {
      await this.#fail(codeOf(error));
    }
  }
}

const codeOf = (error: unknown): string => {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'internal';
};

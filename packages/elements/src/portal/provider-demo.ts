import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { languageAt } from '../kit/locale.ts';
import { demoNotice, type DemoNotice } from './demo-notices.ts';
import { demoStarterKey, type DemoStarter } from './demo-starter.ts';
import type { Portal } from './portal.ts';

/** The provider that a demo runs in. */
export interface DemoHost extends HTMLElement, Pick<ReactiveControllerHost, 'requestUpdate'> {
  portal: Portal | undefined;
}

const codeOf = (error: unknown): string => {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'internal';
};

/** Starts the demo world of a provider, and says what holds of it: that it is one, or why there is none. Loaded where there is one. */
export class ProviderDemo {
  #notice: DemoNotice | undefined;
  readonly #host: DemoHost;

  constructor(host: DemoHost) {
    this.#host = host;
    void this.#start();
  }

  /** The line above the page. */
  render(): TemplateResult | undefined {
    return this.#notice && demoNotice(this.#notice, languageAt(this.#host));
  }

  #start = async (): Promise<void> => {
    this.#say(undefined);
    this.#host.setAttribute('aria-busy', 'true');
    try {
      await this.#open();
    } catch (error) {
      const { name, message = '' } = error as { readonly name?: unknown; readonly message?: string };
      if (name !== 'PortError' && message.startsWith('[portico')) this.#fail('not-supported', message);
      else this.#fail(codeOf(error));
    } finally {
      this.#host.removeAttribute('aria-busy');
    }
  };

  async #open(): Promise<void> {
    // Without it there is no WebCrypto, and without that no sign-in.
    if (!globalThis.isSecureContext) return this.#fail('insecure');
    const start = (globalThis as unknown as Record<symbol, DemoStarter | undefined>)[demoStarterKey];
    if (!start)
      throw new Error('[portico/portal-provider] demo needs the assembled kit: load dist/portico.js, or give this element a portal.');
    const portal = await start({ provider: this.#host });
    // The host may have given a portal of its own meanwhile.
    if (this.#host.portal) return portal.close();
    this.#host.portal = portal;
    this.#tell();
  }

  async #delete(): Promise<void> {
    const { portal } = this.#host;
    await portal?.logout();
    this.#host.portal = undefined;
    try {
      await portal?.backend.demo?.destroy();
      portal?.close();
    } catch (error) {
      return this.#fail(codeOf(error));
    }
    await this.#start();
  }

  #tell = (): void =>
    this.#say({ kind: 'ribbon', delete: () => this.#say({ kind: 'confirm', delete: () => void this.#delete(), keep: this.#tell }) });

  #fail(code: string, mistake?: string): void {
    this.#host.dispatchEvent(new CustomEvent('portal-failed', { bubbles: true, composed: true, detail: { code } }));
    this.#say(mistake === undefined ? { kind: 'failed', code, retry: () => void this.#start() } : { kind: 'mistake', text: mistake });
  }

  #say(notice: DemoNotice | undefined): void {
    this.#notice = notice;
    this.#host.requestUpdate();
  }
}

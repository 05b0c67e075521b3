import { html, nothing, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from './portal.ts';
import { portalShellMessages } from './portal-shell.messages.ts';
import { portalShellStyles } from './portal-shell.styles.ts';

/** An entry of the menu. `label` is the host's own text; without it the shell must know the id. */
export interface ShellPage {
  readonly id: string;
  readonly label?: string;
  /** Left out, the page is there for everybody. */
  readonly isOffered?: (portal: Portal) => boolean;
}

const knownPages: readonly ShellPage[] = [
  { id: 'sign-in', isOffered: (portal) => ['none', 'ended'].includes(portal.session().state) },
  { id: 'claims', isOffered: (portal) => portal.backend.claims !== undefined && portal.can('claims.search').allow },
  { id: 'contacts', isOffered: (portal) => portal.backend.directory !== undefined },
];

const texts = { en: portalShellMessages, ar: async () => (await import('./portal-shell.messages.ar.ts')).portalShellMessagesAr };

/**
 * The frame of a whole portal: brand, menu by rights and capabilities, session, status line.
 *
 * @summary Header, menu and session round a portal's pages.
 * @slot brand - Name or logo.
 * @slot tools - Language switch and the like, in the header.
 * @slot signed-out - Shown while nobody is signed in, e.g. the sign-in.
 * @slot claims - The page "Claims Query".
 * @slot contacts - The page "Contact us".
 * @attr {string} page - Id of the page that is shown; the slot of that name.
 * @event {CustomEvent<{ page: string }>} page-opened - A page of the menu was chosen: `{ page }`.
 * @csspart header - The line with brand, menu and session.
 * @csspart main - The frame round the page.
 */
export class PortalShellElement extends PorticoElement {
  static override properties = { ...PorticoElement.properties, page: {}, pages: { attribute: false } };
  static override styles = [tokens, fields, portalShellStyles];

  declare page: string;
  /** The menu; a page that the person may not see is left out. */
  declare pages: readonly ShellPage[];

  readonly #messages = new MessagesController(this, texts);
  #stop: (() => void) | undefined;

  constructor() {
    super();
    this.page = 'claims';
    this.pages = knownPages;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#refresh);
    addEventListener('offline', this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#refresh);
    removeEventListener('offline', this.#refresh);
  }

  protected override connected(portal: Portal | undefined): void {
    this.#stop?.();
    const stops = portal ? [portal.onSession(this.#refresh), portal.outbox.subscribe(this.#refresh)] : [];
    this.#stop = () => stops.forEach((stop) => stop());
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { show, text } = this.#messages;
    const portal = this.connectedPortal;
    if (!portal) return html`<p class="notice">${show('shell.notConnected')}</p>`;
    const { state } = portal.session();
    const isIn = state === 'active' || state === 'hosted';
    // Contacts are read before sign-in too (N1).
    const pages = this.pages.filter((page) => page.isOffered?.(portal) ?? true);
    const shown = pages.find((page) => page.id === this.page) ?? pages.find((page) => isIn || page.id === 'sign-in');
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${show('shell.skip')}</a>
      <header part="header">
        <div class="brand"><slot name="brand"></slot></div>
        <nav aria-label=${text('shell.menu')}>
          <ul>
            ${pages.map((page) => html`<li>${this.#link(page, page === shown)}</li>`)}
          </ul>
        </nav>
        <div class="who"><slot name="tools"></slot>${this.#who(portal)}</div>
      </header>
      <div class="status" role="status">${this.#status(portal)}</div>
      <main id="main" part="main" tabindex="-1" @pointerdown=${() => portal.touch()} @keydown=${() => portal.touch()}>
        ${this.#main(state, isIn, shown)}
      </main>
    `;
  }

  #main(state: string, isIn: boolean, shown: ShellPage | undefined): TemplateResult {
    const { show } = this.#messages;
    if (state === 'restoring') return html`<p aria-busy="true">${show('shell.restoring')}</p>`;
    if (shown && shown.id !== 'sign-in') return html`<slot name=${shown.id}></slot>`;
    return isIn ? html`<p class="notice">${show('shell.nothing')}</p>` : html`<slot name="signed-out"></slot>`;
  }

  #link(page: ShellPage, isCurrent: boolean): TemplateResult {
    const label = page.label ?? this.#messages.show(`shell.page.${page.id as 'claims' | 'contacts' | 'sign-in'}`);
    return html`<a href="#${page.id}" aria-current=${isCurrent ? 'page' : nothing} @click=${(event: Event) => this.#open(event, page.id)}
      >${label}</a
    >`;
  }

  #who(portal: Portal): TemplateResult | typeof nothing {
    const subject = portal.subject();
    if (!subject) return nothing;
    const { show } = this.#messages;
    return html`
      <span>${show('shell.signedInAs', { name: subject.displayName })}</span>
      ${subject.roles.map((role) => html`<span class="role">${show(`shell.role.${role}`)}</span>`)}
      <button type="button" @click=${() => void portal.logout()}>${show('shell.signOut')}</button>
    `;
  }

  #status(portal: Portal): readonly (TemplateResult | typeof nothing)[] {
    const { show } = this.#messages;
    const { reason, endsAt, canStay } = portal.session();
    const waiting = portal.outbox.pending().filter((command) => command.state !== 'sending').length;
    return [
      portal.backend.capabilities.enforcement === 'rehearsal' ? html`<p>${show('shell.rehearsal')}</p>` : nothing,
      navigator.onLine ? nothing : html`<p class="warning">${show('shell.offline')}</p>`,
      waiting === 0 ? nothing : html`<p class="warning">${show('shell.waiting', { n: waiting })}</p>`,
      reason === null ? nothing : html`<p class="warning">${show(`shell.ended.${reason}`)}</p>`,
      endsAt === null
        ? nothing
        : html`<p class="warning">
            ${show('shell.ending', { at: endsAt })}
            ${canStay ? html`<button type="button" @click=${() => portal.touch()}>${show('shell.stay')}</button>` : nothing}
          </p>`,
    ];
  }

  #open(event: Event, page: string): void {
    event.preventDefault();
    this.connectedPortal?.touch();
    this.page = page;
    this.emit('page-opened', { page });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('main')?.focus());
  }

  #skip = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };

  #refresh = (): void => this.requestUpdate();
}

import { html, nothing, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from './portal.ts';
import { portalShellMessages } from './portal-shell.messages.ts';
import { portalShellStyles } from './portal-shell.styles.ts';
import { UnreadCount } from './unread-count.ts';

/** An entry of the menu. `label` is the host's own text; without it the shell must know the id. */
export interface ShellPage {
  readonly id: string;
  readonly label?: string;
  /** There only where the host has something in its slot. @default false */
  readonly isOptional?: boolean;
  /** Left out, the page is there for everybody. */
  readonly isOffered?: (portal: Portal) => boolean;
}

const knownPages: readonly ShellPage[] = [
  { id: 'sign-in', isOffered: (portal) => ['none', 'ended'].includes(portal.session().state) },
  { id: 'claims', isOffered: (portal) => portal.backend.claims !== undefined && portal.can('claims.search').allow },
  {
    ...{ id: 'authorizations', isOptional: true },
    isOffered: (portal) => portal.backend.authorizations !== undefined && portal.can('authorizations.read').allow,
  },
  {
    ...{ id: 'request', isOptional: true },
    isOffered: (portal) => portal.backend.authorizations?.submit !== undefined && portal.can('authorizations.submit').allow,
  },
  {
    ...{ id: 'decisions', isOptional: true },
    isOffered: (portal) => portal.backend.authorizations?.decide !== undefined && portal.can('authorizations.decide').allow,
  },
  {
    ...{ id: 'eligibility', isOptional: true },
    isOffered: (portal) => portal.backend.members !== undefined && portal.can('members.read').allow,
  },
  {
    ...{ id: 'modifications', isOptional: true },
    isOffered: (portal) => portal.backend.claims?.answerModification !== undefined && portal.can('claims.answer-modification').allow,
  },
  {
    ...{ id: 'notices', isOptional: true },
    isOffered: (portal) => portal.backend.messages !== undefined && portal.can('messages.read').allow,
  },
  {
    ...{ id: 'accounts', isOptional: true },
    isOffered: (portal) => portal.backend.access?.findAccounts !== undefined && portal.can('access.find-account').allow,
  },
  {
    ...{ id: 'account', isOptional: true },
    isOffered: ({ backend: { access }, subject }) =>
      (access?.issueRecoveryCode ?? access?.setSecretQuestion) !== undefined && subject() !== null,
  },
  { id: 'contacts', isOffered: (portal) => portal.backend.directory !== undefined },
];

const texts = { en: portalShellMessages, ar: async () => (await import('./portal-shell.messages.ar.ts')).portalShellMessagesAr };

/**
 * The frame of a whole portal: brand, menu by rights and capabilities, session, status line. The entry of the notices tells how many are
 * unread. After a sign-in the element of the page that
 * bears `autofocus` has the focus, else the page itself.
 *
 * @summary Header, menu and session round a portal's pages.
 * @slot brand - Name or logo.
 * @slot tools - Language switch and the like, in the header.
 * @slot signed-out - Shown while nobody is signed in, e.g. the sign-in.
 * @slot claims - The page "Claims Query".
 * @slot authorizations - The page "Authorizations": a worklist and what is opened from it.
 * @slot request - The page "New request", for whoever may send one.
 * @slot decisions - The page "Decisions", for the payer's side.
 * @slot eligibility - The page "Eligibility", for whoever may ask about members.
 * @slot modifications - The page "Modification requests", for the claims center.
 * @slot notices - The page "Notices".
 * @slot accounts - The page "Accounts", for the helpdesk.
 * @slot account - The page "My account", where there is something to look after.
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
  #stops: readonly (() => void)[] = [];
  readonly #unread = new UnreadCount(() => this.requestUpdate());
  #wasIn: boolean | null = null;
  #hadFocus = false;
  /** Where a sign-out stands that would lose commands that were not sent. */
  #leaving: 'asking' | 'sending' | null = null;

  constructor() {
    super();
    this.page = 'claims';
    this.pages = knownPages;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
    this.requestUpdate();
    addEventListener('online', this.#backOnline);
    addEventListener('offline', this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen();
    this.#countUnread();
    removeEventListener('online', this.#backOnline);
    removeEventListener('offline', this.#refresh);
  }

  protected override connected(): void {
    this.#listen();
  }

  protected override updated(): void {
    const isIn = whoIsIn(this.connectedPortal);
    // Who came in or went out stood in a page that is no longer there.
    if (this.#hadFocus && isIn !== null && this.#wasIn !== null && isIn !== this.#wasIn) this.#focusPage();
    this.#wasIn = isIn;
    this.#hadFocus = false;
    this.#countUnread();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { show, text } = this.#messages;
    const portal = this.connectedPortal;
    if (!portal) return html`<p class="notice">${show('shell.notConnected')}</p>`;
    const isIn = whoIsIn(portal) === true;
    // Contacts are read before sign-in too (N1).
    const pages = this.pages.filter((page) => this.#isShown(page, portal));
    const shown = pages.find((page) => page.id === this.page) ?? pages.find((page) => isIn || page.id === 'sign-in');
    return html`
      <header part="header">
        <a class="skip" href="#main" @click=${this.#skip}>${show('shell.skip')}</a>
        <div class="brand"><slot name="brand"></slot></div>
        ${
          pages.length === 0
            ? nothing
            : html`<nav aria-label=${text('shell.menu')}>
                <ul>
                  ${pages.map((page) => html`<li>${this.#link(page, page === shown)}</li>`)}
                </ul>
              </nav>`
        }
        <div class="who"><slot name="tools"></slot>${this.#who(portal)}</div>
      </header>
      <div class="status" role="status">${this.#status(portal)}</div>
      <div class="status" role="alert">${this.#warning(portal)}</div>
      <main id="main" part="main" tabindex="-1" @pointerdown=${() => portal.touch()} @keydown=${() => portal.touch()}>
        ${this.#main(portal, isIn, shown)}
      </main>
    `;
  }

  #isShown(page: ShellPage, portal: Portal): boolean {
    return (page.isOffered?.(portal) ?? true) && (!page.isOptional || this.#hasSlotted(page));
  }

  /** Where there is an entry that tells it. */
  #countUnread(): void {
    const portal = this.isConnected ? this.connectedPortal : undefined;
    const isTold = portal?.can('messages.read').allow && this.pages.some((page) => page.id === 'notices' && this.#isShown(page, portal));
    this.#unread.follow(isTold ? portal : undefined);
  }

  #hasSlotted({ id }: ShellPage): boolean {
    return [...this.children].some((child) => child.slot === id);
  }

  #main(portal: Portal, isIn: boolean, shown: ShellPage | undefined): TemplateResult {
    const { show } = this.#messages;
    if (whoIsIn(portal) === null) return html`<p aria-busy="true">${show('shell.restoring')}</p>`;
    if (shown && shown.id !== 'sign-in') return html`<slot name=${shown.id}></slot>`;
    return isIn ? html`<p class="notice">${show('shell.nothing')}</p>` : html`<slot name="signed-out"></slot>`;
  }

  #link(page: ShellPage, isCurrent: boolean): TemplateResult {
    const key = `shell.page.${page.id}`;
    const label = page.label ?? (key in portalShellMessages ? this.#messages.show(key as 'shell.page.claims') : page.id);
    return html`<a href="#${page.id}" aria-current=${isCurrent ? 'page' : nothing} @click=${(event: Event) => this.#open(event, page.id)}
      >${label}${page.id === 'notices' ? this.#badge() : nothing}</a
    >`;
  }

  #badge(): TemplateResult | typeof nothing {
    const n = this.#unread.count ?? 0;
    if (n === 0) return nothing;
    const { show } = this.#messages;
    return html`<span class="badge" aria-hidden="true">${show('shell.badge', { n })}</span
      ><span class="visually-hidden">${show('shell.unread', { n })}</span>`;
  }

  #who(portal: Portal): TemplateResult | typeof nothing {
    const subject = portal.subject();
    if (!subject) return nothing;
    const { show } = this.#messages;
    return html`
      <span class="person">
        <span class="visually-hidden">${show('shell.signedInAs')}</span>
        <bdi class="name">${subject.displayName}</bdi>
        <span class="role">${subject.roles.map((role, n) => html`${n > 0 ? ' · ' : ''}${show(`shell.role.${role}`)}`)}</span>
      </span>
      <button type="button" @click=${() => this.#leave(portal)}>${show('shell.signOut')}</button>
    `;
  }

  #status(portal: Portal): readonly (TemplateResult | typeof nothing)[] {
    const { show } = this.#messages;
    const { reason } = portal.session();
    const isRehearsal = portal.backend.capabilities.enforcement === 'rehearsal';
    const waiting = portal.outbox.pending().filter((command) => command.state !== 'sending').length;
    return [
      isRehearsal ? html`<p>${show('shell.rehearsal')}</p>` : nothing,
      navigator.onLine ? nothing : html`<p class="warning">${show('shell.offline')}</p>`,
      waiting === 0 || this.#leaving ? nothing : html`<p class="warning"><span>${show('shell.waiting', { n: waiting })}</span></p>`,
      reason === null
        ? nothing
        : html`<p>${show(reason === 'signed-out' && isRehearsal ? 'shell.ended.here' : `shell.ended.${reason}`)}</p>`,
    ];
  }

  /** What cannot wait: the session is about to end, or a sign-out would lose something. */
  #warning(portal: Portal): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    const { endsAt, canStay } = portal.session();
    const n = portal.outbox.pending().length;
    if (this.#leaving && n > 0) {
      return html`<p class="warning">
        <span>${show(this.#leaving === 'asking' ? 'shell.leaving' : 'shell.sending', { n })}</span>
        <span class="actions">
          ${
            this.#leaving === 'asking'
              ? html`<button type="button" id="send" @click=${() => this.#sendFirst(portal)}>${show('shell.sendFirst')}</button>`
              : nothing
          }
          <button type="button" @click=${() => this.#discard(portal)}>${show('shell.discard')}</button>
          <button type="button" @click=${() => this.#setLeaving(null)}>${show('shell.stay')}</button>
        </span>
      </p>`;
    }
    if (endsAt === null) return nothing;
    return html`<p class="warning">
      <span>${show('shell.ending', { at: endsAt })}</span>
      ${canStay ? html`<button type="button" @click=${() => portal.touch()}>${show('shell.stay')}</button>` : nothing}
    </p>`;
  }

  /** Signs out; where something was not sent yet, asks first what is to become of it. */
  #leave(portal: Portal): void {
    if (portal.outbox.pending().length === 0) return void portal.logout();
    this.#setLeaving('asking');
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#send')?.focus());
  }

  #setLeaving(leaving: 'asking' | 'sending' | null): void {
    this.#leaving = leaving;
    this.requestUpdate();
  }

  #sendFirst(portal: Portal): void {
    this.#setLeaving('sending');
    portal.outbox.wake();
    this.#refresh();
  }

  #discard(portal: Portal): void {
    this.#setLeaving(null);
    void portal.logout();
  }

  #open(event: Event, page: string): void {
    event.preventDefault();
    this.connectedPortal?.touch();
    this.page = page;
    this.emit('page-opened', { page });
    void this.updateComplete.then(() => {
      this.scrollIntoView();
      this.#focusMain();
    });
  }

  #skip = (event: Event): void => {
    event.preventDefault();
    this.#focusMain({});
  };

  /** Where the work of the page begins, as its host marked it. */
  #focusPage(): void {
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('main slot');
    const marked = slot?.assignedElements().flatMap((page) => [page, ...page.querySelectorAll('[autofocus]')]);
    const first = marked?.find((element) => element.hasAttribute('autofocus') && element.checkVisibility());
    if (first) (first as HTMLElement).focus();
    else this.#focusMain();
  }

  #focusMain(options: FocusOptions = { preventScroll: true }): void {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus(options);
  }

  #listen(): void {
    const portal = this.isConnected ? this.connectedPortal : undefined;
    this.#stops.forEach((stop) => stop());
    this.#stops = portal
      ? [
          portal.outbox.subscribe(this.#refresh),
          // Asked before anything is rendered: the field that had the focus may go with its form.
          portal.onSession(() => (this.#hadFocus = this.contains(document.activeElement))),
        ]
      : [];
  }

  #backOnline = (): void => {
    this.#unread.again();
    this.#refresh();
  };

  #refresh = (): void => {
    const portal = this.connectedPortal;
    if (this.#leaving === 'sending' && portal?.outbox.pending().length === 0) this.#discard(portal);
    this.requestUpdate();
  };
}

/** Whether somebody is in; null where that is not known yet. */
function whoIsIn(portal: Portal | undefined): boolean | null {
  const state = portal?.session().state;
  return state === undefined || state === 'restoring' ? null : state === 'active' || state === 'hosted';
}

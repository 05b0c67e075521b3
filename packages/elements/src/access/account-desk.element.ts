import type { AccountState, AccountTrace } from '@portico/core/access';
import {
  accountDeskFirstView,
  accountDeskMessages,
  type AccountDeskEmitted,
  type AccountDeskEvent,
  type AccountDeskView,
  type DeskAct,
} from '@portico/core/access/account-desk';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText, type Shown } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { readTable } from '../controls/table.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { accountDeskStyles } from './account-desk.styles.ts';

type Key = keyof typeof accountDeskMessages;

const texts = {
  en: accountDeskMessages,
  ar: async () => (await import('@portico/core/access/account-desk.messages.ar')).accountDeskMessagesAr,
};

/**
 * The helpdesk's screen: finds an account by its exact name or e-mail address, tells its state and what happened last, unlocks it and ends
 * its sessions. Nothing is listed without a search; everything that is done here stands in the audit.
 *
 * Keyboard: Enter in the field searches; what came of an act has the focus.
 *
 * @summary Finds and unlocks accounts, for the helpdesk.
 * @event {CustomEvent<{ accountId: string }>} account-unlocked - An account was unlocked: `{ accountId }`.
 * @event {CustomEvent<{ accountId: string }>} account-sessions-ended - Its sessions were ended: `{ accountId }`.
 * @csspart form - The search.
 * @csspart field - Its field.
 * @csspart account - Each account.
 */
export class AccountDeskElement extends PorticoElement {
  static override styles = [tokens, fields, readTable, accountDeskStyles];

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<AccountDeskView, AccountDeskEvent>(this, {
    load: async () => (await import('./account-desk.task.ts')).startAccountDesk,
    first: () => accountDeskFirstView,
    changed: (view, before) => this.#changed(view, before),
    emitted: (event) => this.#emitted(event as AccountDeskEmitted),
  });

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.access?.findAccounts ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken } = this.#task;
    const portal = this.connectedPortal;
    if (broken || !view || !portal) {
      const waitsFor = portal?.backend.access?.findAccounts === undefined ? 'nothing' : 'session';
      return this.placeholder(broken ? () => this.#task.restart() : undefined, waitsFor);
    }
    const { show } = this.#messages;
    if (!portal.can('access.find-account').allow) return html`<p class="notice" role="status">${show('account-desk.refused')}</p>`;
    return html`
      <h2>${show('account-desk.title')}</h2>
      <form part="form" role="search" novalidate aria-busy=${view.isBusy} @focusin=${this.#wake} @submit=${this.#submit}>
        ${fieldText({
          name: 'text',
          label: show('account-desk.text'),
          hint: show('account-desk.textHint'),
          value: view.text,
          direction: 'auto',
          error: view.textError && show(view.textError),
          required: true,
        })}
        <div class="actions"><button class="primary" type="submit">${show('account-desk.find')}</button></div>
      </form>
      <p class="count" role="status">${this.#count(view)}</p>
      <div role="alert" id="notice" tabindex="-1">${this.#notice(view)}</div>
      ${view.accounts.map((account) => this.#account(account, view))}
    `;
  }

  #count({ state, accounts }: AccountDeskView): Shown {
    const { show } = this.#messages;
    if (state === 'searching') return show('account-desk.searching');
    return accounts.length === 0 ? '' : show('account-desk.found', { n: accounts.length });
  }

  #notice({ state, failure, outcome }: AccountDeskView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    if (failure) {
      return html`<div class="notice danger">
        <p>${show(failure)}</p>
        <div class="actions">
          <button type="button" @click=${() => this.#task.send({ type: 'desk.retried' })}>${show('account-desk.retry')}</button>
        </div>
      </div>`;
    }
    if (outcome) {
      const isDone = outcome === 'account-desk.unlocked' || outcome === 'account-desk.ended';
      return html`<p class="notice ${isDone ? 'success' : 'danger'}">${show(outcome)}</p>`;
    }
    return state === 'empty' ? html`<p class="notice info">${show('account-desk.empty')}</p>` : nothing;
  }

  #account(account: AccountState, view: AccountDeskView): TemplateResult {
    const { show } = this.#messages;
    const { accountId, displayName, email, roles, isLocked, isRecoveryLocked, sessions, lastSignInAt } = account;
    return html`<article part="account" aria-labelledby="name-${accountId}">
      <div>
        <h3 id="name-${accountId}"><bdi>${displayName}</bdi></h3>
        <p class="mail"><bdi>${email}</bdi></p>
      </div>
      <dl>
        ${this.#fact('state', this.#state(account))} ${this.#fact('sessions', show('account-desk.count', { n: sessions }))}
        ${this.#fact('lastSignIn', lastSignInAt === null ? show('account-desk.never') : show('account-desk.instant', { at: lastSignInAt }))}
        ${this.#fact('roles', html`${roles.map((role, n) => html`${n > 0 ? ' · ' : ''}${show(`account-desk.role.${role}`)}`)}`)}
      </dl>
      <div class="actions">
        ${isLocked || isRecoveryLocked ? this.#button('unlock', account, view) : nothing}
        ${sessions > 0 ? this.#button('end-sessions', account, view) : nothing}
      </div>
      ${this.#traces(account)}
    </article>`;
  }

  #fact(name: 'state' | 'sessions' | 'lastSignIn' | 'roles', value: Shown): TemplateResult {
    return html`<div>
      <dt>${this.#messages.show(`account-desk.${name}`)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #state({ life, isLocked, lockedUntil, isRecoveryLocked }: AccountState): TemplateResult {
    const { show } = this.#messages;
    const lock = lockedUntil === null ? show('account-desk.locked') : show('account-desk.lockedUntil', { when: lockedUntil });
    return html`${isLocked ? html`<span class="locked">${lock}</span>` : show(`account-desk.life.${life}`)}
    ${isRecoveryLocked ? html`<br /><span class="locked">${show('account-desk.recoveryLocked')}</span>` : nothing}`;
  }

  #button(act: DeskAct, { accountId }: AccountState, view: AccountDeskView): TemplateResult {
    const { show } = this.#messages;
    const isMine = view.acting === act && view.actingOn === accountId;
    const label = act === 'unlock' ? 'account-desk.unlock' : 'account-desk.endSessions';
    return html`<button
      type="button"
      class=${act === 'unlock' ? 'primary' : nothing}
      aria-describedby="name-${accountId}"
      aria-disabled=${view.isBusy}
      @click=${() => this.#task.send({ type: 'act.chosen', act, accountId })}
    >
      ${show(isMine ? 'account-desk.working' : label)}
    </button>`;
  }

  #traces({ traces, accountId }: AccountState): TemplateResult {
    const { show } = this.#messages;
    if (traces.length === 0) return html`<p>${show('account-desk.noTraces')}</p>`;
    const head = (['at', 'what', 'result', 'by'] as const).map((key) => html`<th scope="col">${show(`account-desk.${key}`)}</th>`);
    return html`<div class="traces" role="region" tabindex="0" aria-labelledby="traces-${accountId}">
      <table>
        <caption id="traces-${accountId}">
          ${show('account-desk.traces')}
        </caption>
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${traces.map((trace) => this.#trace(trace))}
        </tbody>
      </table>
    </div>`;
  }

  #trace({ at, action, outcome, code, by }: AccountTrace): TemplateResult {
    const { show } = this.#messages;
    return html`<tr>
      <td>${show('account-desk.instant', { at })}</td>
      <td>${this.#known(`account-desk.action.${action}`, action)}</td>
      <td>${this.#known(`account-desk.outcome.${outcome}`, outcome)} ${code === null ? nothing : html`<code dir="ltr">${code}</code>`}</td>
      <td>${show(`account-desk.by.${by}`)}</td>
    </tr>`;
  }

  /** The text of a code; the code itself where an adapter has one that nobody here knows. */
  #known(key: string, code: string): Shown {
    return key in accountDeskMessages
      ? this.#messages.show(key as Extract<Key, 'account-desk.title'>)
      : html`<code dir="ltr">${code}</code>`;
  }

  #wake = (): void => this.#task.wake();

  #emitted({ type, accountId }: AccountDeskEmitted): void {
    this.emit(type, { accountId });
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    this.#task.send({ type: 'search.submitted', text: this.renderRoot.querySelector<HTMLInputElement>('#text')!.value });
    // The same field may be empty again: the view then stays the same, and the focus is wanted all the same.
    void this.#focus(this.#task.view?.textError ? 'text' : null);
  };

  #changed(view: AccountDeskView, before: AccountDeskView | undefined): void {
    // What was done has its say each time, also the same twice.
    const isNew = before !== undefined && (view.focus !== before.focus || before.isBusy);
    if (isNew && !view.isBusy) void this.#focus(view.focus);
  }

  async #focus(id: AccountDeskView['focus']): Promise<void> {
    if (!id) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

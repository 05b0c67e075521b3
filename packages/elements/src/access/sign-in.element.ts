import { signInMessages, type RecoveryMethod, type SignInEmitted, type SignInEvent, type SignInView } from '@portico/core/access';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText, type Shown } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { accessStyles } from './access.styles.ts';
import { fieldPassword } from './password-field.parts.ts';
import { signInFirstView } from './sign-in.first-view.ts';

const texts = { en: signInMessages, ar: async () => (await import('@portico/core/access/sign-in.messages.ar')).signInMessagesAr };

const recoveryTexts = {
  'email-link': 'sign-in.recoverByEmail',
  'recovery-code': 'sign-in.recoverByCode',
  'secret-question': 'sign-in.recoverByQuestion',
} as const satisfies Record<RecoveryMethod, keyof typeof signInMessages>;

/**
 * Sign-in with name and password. After each wrong try it tells how many are left, and at the lock how to get back in; it never tells which
 * field was wrong.
 *
 * @summary Signs a person in.
 * @event {CustomEvent<{ accountId: string }>} signed-in - The person is in: `{ accountId }`.
 * @event {CustomEvent<{ method: string }>} recovery-chosen - The person asks for a way back in: `{ method }`; show `<password-recovery>`.
 * @csspart form - The form.
 * @csspart field - Each field.
 * @csspart notice - What came of the last try.
 */
export class SignInElement extends PorticoElement {
  static override styles = [tokens, fields, accessStyles];

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<SignInView, SignInEvent>(this, {
    needsSession: false,
    load: async () => (await import('./sign-in.task.ts')).startSignIn,
    first: signInFirstView,
    changed: (view, before) => this.#changed(view, before),
    emitted: (event) => this.#emitted(event as SignInEmitted),
  });
  #showsPassword = false;

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.signIn ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { show } = this.#messages;
    const { view, broken } = this.#task;
    const session = this.connectedPortal?.session().state;
    // Somebody may still be in from before a reload: nobody types into a form that is about to go.
    if (broken || !view || session === 'restoring')
      return this.placeholder(broken ? () => this.#task.restart() : undefined, view ? 'task' : 'nothing');
    if (session === 'active') return this.#inside();
    return html`
      <form part="form" novalidate aria-busy=${view.isBusy} @focusin=${this.#wake} @submit=${this.#submit}>
        <h2>${show('sign-in.title')}</h2>
        ${view.isRehearsal ? html`<p class="aside">${show('sign-in.rehearsal')}</p>` : nothing}
        <div role="alert" id="notice" tabindex="-1">${this.#notice(view)}</div>
        ${fieldText({
          name: 'name',
          label: show('sign-in.name'),
          value: view.name,
          autocomplete: 'username',
          direction: 'auto',
          error: view.nameError && show(view.nameError),
          required: true,
        })}
        ${fieldPassword({
          label: show('sign-in.password'),
          autocomplete: 'current-password',
          error: view.passwordError && show(view.passwordError),
          isShown: this.#showsPassword,
          toggleLabel: show(this.#showsPassword ? 'sign-in.hidePassword' : 'sign-in.showPassword'),
          toggled: this.#toggle,
        })}
        <div class="submit">
          <button class="primary" type="submit" aria-disabled=${view.isBusy}>
            ${show(view.isBusy ? 'sign-in.verifying' : 'sign-in.submit')}
          </button>
          ${
            view.isBusy
              ? html`<button type="button" @click=${() => this.#task.send({ type: 'sign-in.cancelled' })}>
                  ${show('sign-in.cancel')}
                </button>`
              : nothing
          }
        </div>
        ${
          view.recovery.length === 0 || view.state === 'locked'
            ? nothing
            : html`<div class="ways actions" role="group" aria-labelledby="forgot">
                <span id="forgot">${show('sign-in.forgot')}</span>${this.#ways(view)}
              </div>`
        }
      </form>
    `;
  }

  #inside(): TemplateResult {
    return html`<div class="card">
      <p part="notice" class="notice success" id="notice" role="status" tabindex="-1">${this.#messages.show('sign-in.signedIn')}</p>
    </div>`;
  }

  /** What came of the last try; where the account is locked, with the ways out of it (N5, N6). */
  #notice(view: SignInView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    if (view.notice === null) return nothing;
    const isLocked = view.state === 'locked';
    return html`<div part="notice" class="notice danger">
      <p>${this.#told(view)}</p>
      ${view.showsHelpdesk ? html`<p>${show('sign-in.helpdesk')}</p>` : nothing} ${this.#helpdesk(view)}
      ${
        isLocked
          ? html`<div class="actions">
              ${this.#ways(view)}
              <button type="button" class="quiet" @click=${() => this.#task.send({ type: 'sign-in.restarted' })}>
                ${show('sign-in.anotherName')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  /** Whom to call, by country (N6). */
  #helpdesk({ showsHelpdesk, helpdesk }: SignInView): TemplateResult | typeof nothing {
    if (!showsHelpdesk || helpdesk.length === 0) return nothing;
    const names = new Intl.DisplayNames([this.#messages.locale], { type: 'region' });
    return html`<details>
      <summary>${this.#messages.show('sign-in.helpdeskNumbers')}</summary>
      <ul class="helpdesk">
        ${helpdesk.map(
          ({ country, kind, value }) =>
            html`<li>
              ${names.of(country)}:
              <a href=${kind === 'phone' ? `tel:${value.replace(/[^+\d]/g, '')}` : `mailto:${value}`}><bdi dir="ltr">${value}</bdi></a>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #told({ notice, attemptsLeft, until }: SignInView): Shown {
    const { show } = this.#messages;
    if (notice === 'sign-in.failed') return show(notice, { n: attemptsLeft });
    if (notice === 'sign-in.lockedUntil') return show(notice, { when: until! });
    return show(notice!);
  }

  #ways({ recovery }: SignInView): readonly TemplateResult[] {
    return recovery.map(
      (method) =>
        html`<button type="button" class="quiet" @click=${() => this.#task.send({ type: 'recovery.chosen', method })}>
          ${this.#messages.show(recoveryTexts[method])}
        </button>`,
    );
  }

  #wake = (): void => this.#task.wake();

  #toggle = (): void => {
    this.#showsPassword = !this.#showsPassword;
    this.requestUpdate();
  };

  #field(name: 'name' | 'password'): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
  }

  #emitted(event: SignInEmitted): void {
    if (event.type === 'signed-in') this.emit(event.type, { accountId: event.accountId });
    else this.emit(event.type, { method: event.method });
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    this.#showsPassword = false;
    this.requestUpdate();
    this.#task.send({ type: 'credentials.submitted', name: this.#field('name')!.value, password: this.#field('password')!.value });
    // The same field may be missing again: the view then stays the same, and the focus is wanted all the same.
    void this.#focus(this.#task.view?.focus);
  };

  #changed(view: SignInView, before: SignInView | undefined): void {
    if (!before) return;
    const isOver = before.isBusy && !view.isBusy;
    void this.updateComplete.then(() => {
      const password = this.#field('password');
      // The password stays in the page no longer than the try it was typed for.
      if (isOver && password) password.value = '';
    });
    // What had the focus may be gone with a state: a cancelled try leads back to the field, another name to an empty form.
    const isEmptied = before.state === 'locked' && view.state === 'idle';
    void this.#focus((view.focus !== before.focus && view.focus) || (isEmptied ? 'name' : isOver ? 'password' : null));
  }

  async #focus(id: SignInView['focus'] | undefined): Promise<void> {
    if (!id) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

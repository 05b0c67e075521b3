import { signInMessages, type RecoveryMethod, type SignInEmitted, type SignInEvent, type SignInView } from '@portico/core/access';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { signInStyles } from './sign-in.styles.ts';

const texts = { en: signInMessages, ar: async () => (await import('@portico/core/access/sign-in.messages.ar')).signInMessagesAr };

const recoveryTexts = {
  'email-link': 'sign-in.recoverByEmail',
  'recovery-code': 'sign-in.recoverByCode',
  'secret-question': 'sign-in.recoverByQuestion',
} as const satisfies Record<RecoveryMethod, keyof typeof signInMessages>;

/** The empty form, which can be typed into before its task is there. */
const firstView = ({ backend: { capabilities } }: Portal): SignInView => ({
  state: 'idle',
  isBusy: false,
  name: '',
  nameError: null,
  passwordError: null,
  notice: null,
  attemptsLeft: 0,
  until: null,
  recovery: capabilities.access?.recovery.slice(0, 1) ?? [],
  showsHelpdesk: false,
  isRehearsal: capabilities.enforcement === 'rehearsal',
  focus: null,
  code: null,
});

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
  static override styles = [tokens, fields, signInStyles];

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<SignInView, SignInEvent>(this, {
    needsSession: false,
    load: async () => (await import('./sign-in.task.ts')).startSignIn,
    first: firstView,
    changed: (view, before) => this.#changed(view, before),
    emitted: (event) => this.#emitted(event as SignInEmitted),
  });

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.signIn ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { show, text } = this.#messages;
    const { view } = this.#task;
    if (this.#task.broken || !view) return this.placeholder(this.#task.broken ? () => this.#task.restart() : undefined);
    const notice =
      view.notice === 'sign-in.failed'
        ? show('sign-in.failed', { n: view.attemptsLeft })
        : view.notice === 'sign-in.lockedUntil'
          ? show('sign-in.lockedUntil', { when: view.until! })
          : view.notice && show(view.notice);
    const isGood = view.state === 'signedIn';
    return html`
      <form part="form" novalidate aria-busy=${view.isBusy} @focusin=${this.#wake} @submit=${this.#submit}>
        <h2>${show('sign-in.title')}</h2>
        ${view.isRehearsal ? html`<p class="rehearsal">${show('sign-in.rehearsal')}</p>` : nothing}
        <div role="alert" id="notice" tabindex="-1">
          ${notice ? html`<p part="notice" class="notice ${isGood ? 'success' : 'danger'}">${notice} ${view.showsHelpdesk ? show('sign-in.helpdesk') : nothing}</p>` : nothing}
        </div>
        ${fieldText({
          name: 'name',
          label: show('sign-in.name'),
          value: view.name,
          autocomplete: 'username',
          direction: 'auto',
          error: view.nameError && show(view.nameError),
          required: true,
        })}
        ${fieldText({
          name: 'password',
          label: show('sign-in.password'),
          value: '',
          type: 'password',
          autocomplete: 'current-password',
          error: view.passwordError && show(view.passwordError),
          required: true,
        })}
        <div class="actions">
          <button class="primary" type="submit" ?disabled=${view.isBusy}>
            ${show(view.isBusy ? 'sign-in.verifying' : 'sign-in.submit')}
          </button>
          ${view.isBusy ? html`<button type="button" @click=${() => this.#task.send({ type: 'sign-in.cancelled' })}>${show('sign-in.cancel')}</button>` : nothing}
        </div>
        ${
          view.recovery.length === 0
            ? nothing
            : html`<div class="actions" role="group" aria-label=${text('sign-in.forgot')}>
                <span aria-hidden="true">${show('sign-in.forgot')}</span>
                ${view.recovery.map(
                  (method) =>
                    html`<button type="button" class="quiet" @click=${() => this.#task.send({ type: 'recovery.chosen', method })}>
                      ${show(recoveryTexts[method])}
                    </button>`,
                )}
              </div>`
        }
      </form>
    `;
  }

  #input(name: 'name' | 'password'): HTMLInputElement {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)!;
  }

  #wake = (): void => this.#task.wake();

  #emitted(event: SignInEmitted): void {
    if (event.type === 'signed-in') this.emit(event.type, { accountId: event.accountId });
    else this.emit(event.type, { method: event.method });
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const password = this.#input('password');
    this.#task.send({ type: 'credentials.submitted', name: this.#input('name').value, password: password.value });
  };

  #changed(view: SignInView, before: SignInView | undefined): void {
    if (!before) return;
    void this.updateComplete.then(() => {
      // The password stays in the page no longer than the try it was typed for.
      if (before.isBusy && !view.isBusy) this.#input('password').value = '';
      if (view.focus && view.focus !== before.focus) this.renderRoot.querySelector<HTMLElement>(`#${view.focus}`)?.focus();
    });
  }
}

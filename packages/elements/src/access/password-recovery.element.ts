import {
  passwordRecoveryMessages,
  recoveryMessages,
  type PasswordRecoveryEvent,
  type PasswordRecoveryView,
} from '@portico/core/access/password-recovery';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { RecoveryMethod } from '@portico/core/access';
import { fieldChoices, fieldText, type Shown } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { choices } from '../controls/choices.styles.ts';
import { accessStyles } from './access.styles.ts';
import { fieldPassword } from './password-field.parts.ts';
import { passwordRecoveryFirstView } from './password-recovery.first-view.ts';

const texts = {
  en: { ...recoveryMessages, ...passwordRecoveryMessages },
  ar: async () => {
    const [questions, own] = await Promise.all([
      import('@portico/core/access/recovery.messages.ar'),
      import('@portico/core/access/password-recovery.messages.ar'),
    ]);
    return { ...questions.recoveryMessagesAr, ...own.passwordRecoveryMessagesAr };
  },
};

/**
 * The ways back in that policy offers: a link by e-mail, a saved recovery code, a secret question; or, given the secret of a link, a new
 * password. Whatever is asked is answered the same for every name.
 *
 * @summary Gets a person back into an account.
 * @attr {'email-link'|'recovery-code'|'secret-question'} method - The way that is chosen at first, where it is offered; as `recovery-chosen` of the sign-in names it.
 * @event recovery-requested - A link was asked for: `{}`.
 * @event password-recovered - The new password is set and the account unlocked: `{}`.
 * @event sign-in-chosen - The person wants to sign in: `{}`; show `<sign-in>`.
 * @csspart form - The form.
 * @csspart field - Each field.
 * @csspart notice - What came of it.
 */
export class PasswordRecoveryElement extends PorticoElement {
  static override properties = { ...PorticoElement.properties, secret: { attribute: false }, method: {} };
  static override styles = [tokens, fields, choices, accessStyles];

  /**
   * The secret of the link that led here; the host takes it out of the address's fragment. A property only, so that it never stands in the
   * page; forgotten as soon as it was used. Without it the element asks for a link.
   */
  declare secret: string | undefined;
  declare method: RecoveryMethod | undefined;

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<PasswordRecoveryView, PasswordRecoveryEvent>(this, {
    needsSession: false,
    load: async () => (await import('./password-recovery.task.ts')).startPasswordRecovery(this.#asked, this.method ?? null),
    first: (portal) => passwordRecoveryFirstView(portal, this.#asked, this.method ?? null),
    // The rules of a new password are told before it is typed, and only the task knows them.
    mustWake: async () => this.#asked !== null,
    changed: (view, before) => this.#changed(view, before),
    emitted: ({ type }) => this.emit(type, {}),
  });
  /** The secret that the task in force was started with. */
  #asked: string | null = null;
  #showsPassword = false;

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.access ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const secret = this.secret ?? null;
    // Another way chosen at the sign-in begins anew; a link is redeemed whatever was chosen.
    const isAnotherWay = this.hasUpdated && changed.has('method') && secret === null;
    if (!isAnotherWay && (!changed.has('secret') || secret === this.#asked)) return;
    this.#asked = secret;
    this.#task.restart();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken } = this.#task;
    if (broken || !view) return this.placeholder(broken ? () => this.#task.restart() : undefined, 'nothing');
    const { show } = this.#messages;
    return html`
      <form part="form" novalidate aria-busy=${view.isBusy} @focusin=${this.#wake} @submit=${this.#submit}>
        <h2>${show('password-recovery.title')}</h2>
        <div role="alert" id="notice" tabindex="-1">${this.#notice(view)}</div>
        ${this.#form(view)}
        ${
          view.state === 'done'
            ? nothing
            : html`<div class="ways actions">
                ${
                  view.state === 'proving'
                    ? html`<button type="button" class="quiet" @click=${() => this.#task.send({ type: 'recovery.restarted' })}>
                        ${show('password-recovery.otherWay')}
                      </button>`
                    : nothing
                }
                <button type="button" class="quiet" @click=${this.#leave}>${show('password-recovery.signIn')}</button>
              </div>`
        }
      </form>
    `;
  }

  #form(view: PasswordRecoveryView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    switch (view.state) {
      case 'asking':
        return html`
          ${fieldText({
            name: 'name',
            label: show('password-recovery.name'),
            value: view.name,
            autocomplete: 'username',
            direction: 'auto',
            error: view.nameError && show(view.nameError),
            required: true,
          })}
          ${view.methods.length > 1 ? this.#methods(view) : nothing} ${this.#button(view, show(this.#askingLabel(view)))}
        `;
      case 'proving':
        return html`${this.#proof(view)} ${this.#password(view)}`;
      case 'choosing':
        return this.#password(view);
      case 'done':
        return html`<div class="submit">
          <button type="button" class="primary" @click=${this.#leave}>${show('password-recovery.signIn')}</button>
        </div>`;
      default:
        return view.canRestart
          ? html`<div class="submit">
              <button type="button" @click=${() => this.#task.send({ type: 'recovery.restarted' })}>
                ${show(view.method === 'email-link' ? 'password-recovery.again' : 'password-recovery.otherWay')}
              </button>
            </div>`
          : nothing;
    }
  }

  #askingLabel({ method, isBusy }: PasswordRecoveryView): 'password-recovery.request' {
    const [verb, doing] = method === 'email-link' ? ['request', 'requesting'] : ['continue', 'continuing'];
    return `password-recovery.${isBusy ? doing : verb}` as 'password-recovery.request';
  }

  #methods({ methods, method }: PasswordRecoveryView): TemplateResult {
    const { show } = this.#messages;
    return fieldChoices({
      name: 'method',
      legend: show('password-recovery.method'),
      type: 'radio',
      options: methods.map((value) => ({ value, label: show(`password-recovery.method.${value}`), checked: value === method })),
      chosen: (value) => this.#task.send({ type: 'method.chosen', method: value as RecoveryMethod }),
    });
  }

  /** The code, or the answer under its question. */
  #proof(view: PasswordRecoveryView): TemplateResult {
    const { show } = this.#messages;
    const { question, proofError, attemptsLeft: n } = view;
    return html`
      ${question === null ? nothing : html`<p class="question" id="question">${show(question)}</p>`}
      ${fieldText({
        name: 'proof',
        label: show(question === null ? 'password-recovery.code' : 'password-recovery.answer'),
        value: '',
        hint: show(question === null ? 'password-recovery.codeHint' : 'password-recovery.answerHint'),
        direction: question === null ? 'ltr' : 'auto',
        error: proofError && (proofError === 'password-recovery.proofWrong' ? show(proofError, { n }) : show(proofError)),
        required: true,
        ...(question === null ? {} : { describedBy: 'question' }),
      })}
    `;
  }

  #password(view: PasswordRecoveryView): TemplateResult {
    const { show } = this.#messages;
    return html`
      ${fieldPassword({
        label: show('password-recovery.password'),
        autocomplete: 'new-password',
        hint: view.minLength && view.maxLength ? show('password-recovery.rules', { min: view.minLength, max: view.maxLength }) : null,
        error: this.#passwordError(view),
        isShown: this.#showsPassword,
        toggleLabel: show(this.#showsPassword ? 'password-recovery.hidePassword' : 'password-recovery.showPassword'),
        toggled: this.#toggle,
      })}
      ${this.#button(view, show(view.isBusy ? 'password-recovery.recovering' : 'password-recovery.submit'))}
    `;
  }

  #button(view: PasswordRecoveryView, label: Shown): TemplateResult {
    return html`<div class="submit"><button class="primary" type="submit" aria-disabled=${view.isBusy}>${label}</button></div>`;
  }

  #notice(view: PasswordRecoveryView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    const { state, failure, linkMinutes: n } = view;
    if (failure) {
      return html`<div part="notice" class="notice danger">
        <p>${show(failure)}</p>
        <div class="actions">
          <button type="button" @click=${() => this.#task.send({ type: 'recovery.retried' })}>${show('password-recovery.retry')}</button>
        </div>
      </div>`;
    }
    if (state === 'asking' || state === 'choosing' || state === 'proving') return nothing;
    const tone = { sent: 'info', done: 'success', linkNotValid: 'danger', locked: 'danger', unsupported: 'info' }[state];
    const text =
      state !== 'sent'
        ? show(`password-recovery.${state}`)
        : n === null
          ? show('password-recovery.sent')
          : show('password-recovery.sentMinutes', { n });
    return html`<div part="notice" class="notice ${tone}"><p>${text}</p></div>
      ${
        view.nextCodeText === null
          ? nothing
          : html`<div class="notice warning">
              <p>${show(view.nextCodeText)}</p>
              ${view.nextCode === null ? nothing : html`<p><code class="code" dir="ltr">${view.nextCode}</code></p>`}
            </div>`
      }`;
  }

  #passwordError({ passwordError, minLength, maxLength }: PasswordRecoveryView): Shown | null {
    const { show } = this.#messages;
    if (passwordError === 'password-recovery.tooShort') return show(passwordError, { n: minLength! });
    if (passwordError === 'password-recovery.tooLong') return show(passwordError, { n: maxLength! });
    return passwordError && show(passwordError);
  }

  #wake = (): void => this.#task.wake();

  #toggle = (): void => {
    this.#showsPassword = !this.#showsPassword;
    this.requestUpdate();
  };

  #leave = (): void => void this.emit('sign-in-chosen', {});

  #submit = (event: Event): void => {
    event.preventDefault();
    const [name, proof, password] = ['name', 'proof', 'password'].map((id) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`));
    this.#showsPassword = false;
    this.requestUpdate();
    if (proof) this.#task.send({ type: 'proof.submitted', proof: proof.value, password: password!.value });
    else if (password) this.#task.send({ type: 'password.submitted', password: password.value });
    else if (name) this.#task.send({ type: 'name.submitted', name: name.value });
    // The same may be wrong again: the view then stays the same, and the focus is wanted all the same.
    void this.#focus(this.#task.view?.focus);
  };

  #changed(view: PasswordRecoveryView, before: PasswordRecoveryView | undefined): void {
    if (view.state === 'done' || view.state === 'linkNotValid') {
      this.#asked = null;
      this.secret = undefined;
    }
    if (!before) return;
    const first = ({ asking: 'name', proving: 'proof', choosing: 'password' } as const)[view.state as 'asking'] ?? null;
    void this.#focus((view.focus !== before.focus && view.focus) || (view.state !== before.state && first) || null);
  }

  async #focus(id: PasswordRecoveryView['focus'] | undefined): Promise<void> {
    if (!id) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

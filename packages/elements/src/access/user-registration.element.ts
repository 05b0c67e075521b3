import type { RegistrationField, RegistrationRole } from '@portico/core/access';
import { userRegistrationMessages, type UserRegistrationEvent, type UserRegistrationView } from '@portico/core/access/user-registration';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldSelect, fieldText } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { accessStyles } from './access.styles.ts';
import { fieldPassword } from './password-field.parts.ts';

const texts = {
  en: userRegistrationMessages,
  ar: async () => (await import('@portico/core/access/user-registration.messages.ar')).userRegistrationMessagesAr,
};

/** How each text field is typed. */
const kinds = {
  displayName: { autocomplete: 'name', direction: 'auto' },
  email: { autocomplete: 'email', direction: 'ltr', inputMode: 'email' },
  phone: { autocomplete: 'tel', direction: 'ltr' },
  providerNumber: { direction: 'ltr' },
  providerName: { autocomplete: 'organization', direction: 'auto' },
  name: { autocomplete: 'username', direction: 'auto' },
} as const;

/**
 * Register New User: asks what policy wants to know, all of it mandatory, and sends it to the helpdesk, who activates the account. A user
 * name that somebody has is answered like any other; only its owner is told, by mail. What is typed stays in the fields through errors and
 * a change of language, and is kept nowhere else.
 *
 * Keyboard: Enter in a field registers; the first field that is wrong has the focus.
 *
 * @summary Registers a new user.
 * @event registration-sent - The registration was sent: `{}`.
 * @event sign-in-chosen - The person wants to sign in: `{}`; show `<sign-in>`.
 * @csspart form - The form.
 * @csspart field - Each field.
 * @csspart notice - What came of it.
 */
export class UserRegistrationElement extends PorticoElement {
  static override styles = [tokens, fields, accessStyles];

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<UserRegistrationView, UserRegistrationEvent>(this, {
    needsSession: false,
    load: async () => (await import('./user-registration.task.ts')).startUserRegistration,
    changed: (view, before) => before && view.focus && (view.focus !== before.focus || before.isBusy) && void this.#focus(view.focus),
    emitted: () => this.emit('registration-sent', {}),
  });
  #showsPassword = false;

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.access?.register && portal.backend.capabilities.access?.registration ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken } = this.#task;
    const { show } = this.#messages;
    const { connectedPortal: portal } = this;
    if (portal && !broken && !portal.backend.capabilities.access?.registration)
      return html`<p class="notice" role="status">${show('user-registration.unsupported')}</p>`;
    if (broken || !view) return this.placeholder(broken ? () => this.#task.restart() : undefined, 'task');
    const { state, isBusy } = view;
    return html`
      <form part="form" novalidate aria-busy=${isBusy} @submit=${this.#submit}>
        <h2>${show('user-registration.title')}</h2>
        ${state === 'sent' ? nothing : html`<p class="aside">${show('user-registration.text')}</p>`}
        <div role="alert" id="notice" tabindex="-1">${this.#notice(view)}</div>
        ${state === 'sent' ? nothing : view.fields.map((field) => this.#field(field, view))}
        ${
          state === 'sent' || view.fields.length === 0
            ? nothing
            : html`<div class="submit">
                <button class="primary" type="submit" aria-disabled=${isBusy}>
                  ${show(isBusy ? 'user-registration.sending' : 'user-registration.submit')}
                </button>
              </div>`
        }
        <div class="ways actions">
          <button type="button" class="quiet" @click=${this.#leave}>${show('user-registration.signIn')}</button>
        </div>
      </form>
    `;
  }

  #field(name: RegistrationField, view: UserRegistrationView): TemplateResult {
    const { show, text } = this.#messages;
    const issue = view.issues[name];
    const error = issue && show(`user-registration.issue.${issue}`);
    if (name === 'password')
      return fieldPassword({
        label: show('user-registration.password'),
        autocomplete: 'new-password',
        hint: show('user-registration.rules', { min: view.minLength, max: view.maxLength }),
        error,
        isShown: this.#showsPassword,
        toggleLabel: show(this.#showsPassword ? 'user-registration.hidePassword' : 'user-registration.showPassword'),
        toggled: this.#toggle,
      });
    const label = show(`user-registration.${name}`);
    if (name === 'role')
      return fieldSelect({
        ...{ name, label, error, value: view.role },
        options: view.roles.map((value) => ({ value, label: text(`user-registration.role.${value}`) })),
        chosen: (value) => this.#task.send({ type: 'role.chosen', role: value as RegistrationRole }),
      });
    // The value stands in the input alone, so that nothing that happens writes over it.
    return fieldText({ ...kinds[name], name, label, error, value: '', required: true });
  }

  #notice({ notice, state, canRetry }: UserRegistrationView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    if (notice === null) return nothing;
    return html`<div part="notice" class="notice ${state === 'sent' ? 'success' : 'danger'}">
      <p>${show(notice)}</p>
      ${
        canRetry
          ? html`<div class="actions">
              <button type="button" @click=${() => this.#task.send({ type: 'registration.retried' })}>
                ${show('user-registration.retry')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #toggle = (): void => {
    this.#showsPassword = !this.#showsPassword;
    this.requestUpdate();
  };

  #leave = (): void => {
    this.#task.send({ type: 'registration.left' });
    this.emit('sign-in-chosen', {});
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    const typed = (id: string): string => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
    const [displayName, email, phone] = [typed('displayName'), typed('email'), typed('phone')];
    const [providerNumber, providerName] = [typed('providerNumber'), typed('providerName')];
    const [name, password] = [typed('name'), typed('password')];
    const entry = { displayName, email, phone, providerNumber, providerName, name, password, locale: this.#messages.locale };
    this.#showsPassword = false;
    this.requestUpdate();
    this.#task.send({ type: 'registration.submitted', entry });
    // The same may be wrong again: the view then stays the same, and the focus is wanted all the same.
    if (!this.#task.view?.isBusy) void this.#focus(this.#task.view?.focus);
  };

  async #focus(id: UserRegistrationView['focus'] | undefined): Promise<void> {
    if (!id) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

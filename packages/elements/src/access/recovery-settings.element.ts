import type { SecretQuestion } from '@portico/core/access';
import {
  recoveryMessages,
  recoverySettingsFirstView,
  recoverySettingsMessages,
  secretQuestionFirstView,
  secretQuestionMessages,
  type RecoverySettingsEvent,
  type RecoverySettingsView,
  type SecretQuestionEvent,
  type SecretQuestionView,
} from '@portico/core/access/recovery-settings';
import { html, nothing, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { accessStyles } from './access.styles.ts';
import { secretQuestionForm } from './secret-question.parts.ts';

const texts = {
  en: { ...recoveryMessages, ...secretQuestionMessages, ...recoverySettingsMessages },
  ar: async () => {
    const [questions, question, own] = await Promise.all([
      import('@portico/core/access/recovery.messages.ar'),
      import('@portico/core/access/secret-question.messages.ar'),
      import('@portico/core/access/recovery-settings.messages.ar'),
    ]);
    return { ...questions.recoveryMessagesAr, ...question.secretQuestionMessagesAr, ...own.recoverySettingsMessagesAr };
  },
};

/**
 * The own ways back into the account, as far as policy offers them: a new recovery code, made and shown once; the secret question with its
 * answer, for which the password is asked again. Neither answer nor password is kept in the page once the backend has answered.
 *
 * Keyboard: Enter in a field sets the question; the first field that is wrong, or what came of it, has the focus.
 *
 * @summary Makes a recovery code and sets the secret question of whoever is signed in.
 * @event recovery-code-issued - A new code was made and is shown: `{}`.
 * @event secret-question-set - Question and answer were set: `{}`.
 * @csspart card - The frame of the code.
 * @csspart form - The form of the question.
 * @csspart field - Each of its fields.
 * @csspart notice - The code, what came of it, or why it was not possible.
 */
export class RecoverySettingsElement extends PorticoElement {
  static override styles = [tokens, fields, accessStyles];

  readonly #messages = new MessagesController(this, texts);
  readonly #code = new TaskController<RecoverySettingsView, RecoverySettingsEvent>(this, {
    load: async () => (await import('./recovery-settings.task.ts')).startRecoverySettings,
    first: () => recoverySettingsFirstView,
    changed: (view, before) => before && void this.#focus(view.focus),
    emitted: ({ type }) => this.emit(type, {}),
  });
  readonly #question = new TaskController<SecretQuestionView, SecretQuestionEvent>(this, {
    load: async () => (await import('./secret-question.task.ts')).startSecretQuestion,
    first: () => secretQuestionFirstView,
    changed: (view, before) => before && view.state !== 'saving' && view.state !== before.state && void this.#focus(view.focus),
    emitted: ({ type }) => this.emit(type, {}),
  });
  #showsPassword = false;

  protected override connected(portal: Portal | undefined): void {
    const access = portal?.backend.access;
    this.#code.connect(access?.issueRecoveryCode ? portal : undefined);
    this.#question.connect(access?.setSecretQuestion ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const access = this.connectedPortal?.backend.access;
    const [code, question] = [this.#code, this.#question];
    const isBroken = code.broken || question.broken;
    if (isBroken || (!code.view && !question.view)) {
      const waitsFor = access?.issueRecoveryCode || access?.setSecretQuestion ? 'session' : 'nothing';
      return this.placeholder(isBroken ? () => [code, question].forEach((task) => task.restart()) : undefined, waitsFor);
    }
    return html`${code.view ? this.#codeCard(code.view) : nothing} ${question.view ? this.#questionForm(question.view) : nothing}`;
  }

  #codeCard(view: RecoverySettingsView): TemplateResult {
    const { show } = this.#messages;
    const isBusy = view.state === 'issuing';
    return html`<section class="card" part="card" aria-labelledby="title" aria-busy=${isBusy}>
      <h2 id="title">${show('recovery-settings.title')}</h2>
      <p class="aside">${show('recovery-settings.text')}</p>
      <div role="alert" id="notice" tabindex="-1">${this.#notice(view)}</div>
      ${
        view.state === 'shown'
          ? this.#button('noted', { type: 'code.noted' })
          : view.state === 'failed'
            ? this.#button('retry', { type: 'code.retried' })
            : html`<button type="button" id="make" aria-disabled=${isBusy} @click=${() => this.#code.send({ type: 'code.requested' })}>
                ${show(isBusy ? 'recovery-settings.making' : 'recovery-settings.make')}
              </button>`
      }
    </section>`;
  }

  #button(key: 'noted' | 'retry', event: RecoverySettingsEvent): TemplateResult {
    return html`<button type="button" @click=${() => this.#code.send(event)}>${this.#messages.show(`recovery-settings.${key}`)}</button>`;
  }

  #notice({ notice, issued }: RecoverySettingsView): TemplateResult | typeof nothing {
    if (notice === null) return nothing;
    return html`<div part="notice" class="notice ${issued === null ? 'danger' : 'warning'}">
      <p>${this.#messages.show(notice)}</p>
      ${issued === null ? nothing : html`<p><code class="code" dir="ltr">${issued}</code></p>`}
    </div>`;
  }

  #questionForm(view: SecretQuestionView): TemplateResult {
    const { show, text } = this.#messages;
    return secretQuestionForm(view, {
      ...{ show, text, showsPassword: this.#showsPassword },
      chosen: (value) => this.#question.send({ type: 'question.chosen', question: value as SecretQuestion }),
      submitted: this.#submit,
      toggled: () => this.#shows(!this.#showsPassword),
      pressed: (type) => this.#question.send({ type }),
    });
  }

  #shows(isShown: boolean): void {
    this.#showsPassword = isShown;
    this.requestUpdate();
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const [answer, password] = ['answer', 'password'].map((id) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!.value);
    this.#shows(false);
    this.#question.send({ type: 'question.submitted', answer: answer!, password: password! });
    // The same may be wrong again: the view then stays the same, and the focus is wanted all the same.
    if (this.#question.view?.state === 'editing') void this.#focus(this.#question.view.focus);
  };

  async #focus(id: RecoverySettingsView['focus'] | SecretQuestionView['focus']): Promise<void> {
    if (!id) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

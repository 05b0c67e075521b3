import { secretQuestions } from '@portico/core/access';
import type { recoveryMessages, secretQuestionMessages, SecretQuestionView } from '@portico/core/access/recovery-settings';
import type { Messages } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldSelect, fieldText } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';
import { fieldPassword } from './password-field.parts.ts';

type Texts = typeof recoveryMessages & typeof secretQuestionMessages;

/** What the form is given by its element. */
export interface SecretQuestionActs {
  readonly show: MessagesController<Texts>['show'];
  readonly text: Messages<Texts>['text'];
  readonly showsPassword: boolean;
  readonly chosen: (question: string) => void;
  readonly submitted: (event: Event) => void;
  readonly toggled: () => void;
  readonly pressed: (type: 'question.retried' | 'question.restarted') => void;
}

/** The own secret question: what is asked, the answer, the password. Answer and password stand in their inputs alone. */
export function secretQuestionForm(view: SecretQuestionView, acts: SecretQuestionActs): TemplateResult {
  const { show } = acts;
  const isOver = view.state === 'done' || view.state === 'locked';
  return html`<form part="form" novalidate aria-labelledby="question-title" aria-busy=${view.state === 'saving'} @submit=${acts.submitted}>
    <h2 id="question-title">${show('secret-question.title')}</h2>
    ${isOver ? nothing : html`<p class="aside">${show('secret-question.text')}</p>`}
    <div role="alert" id="question-notice" tabindex="-1">${notice(view, acts)}</div>
    ${isOver ? nothing : inputs(view, acts)}
  </form>`;
}

function inputs(
  { question, answerError, passwordError, attemptsLeft: n, state }: SecretQuestionView,
  acts: SecretQuestionActs,
): TemplateResult {
  const { show, text } = acts;
  const isBusy = state === 'saving';
  return html`${fieldSelect({
      ...{ name: 'question', label: show('secret-question.question'), value: question, chosen: acts.chosen },
      options: secretQuestions.map((value) => ({ value, label: text(`recovery.question.${value}`) })),
    })}
    ${fieldText({
      ...{ name: 'answer', label: show('secret-question.answer'), hint: show('secret-question.answerHint'), direction: 'auto' },
      ...{ value: '', required: true, error: answerError && show(answerError) },
    })}
    ${fieldPassword({
      ...{ label: show('secret-question.password'), hint: show('secret-question.passwordHint'), autocomplete: 'current-password' },
      error: passwordError && (passwordError === 'secret-question.passwordWrong' ? show(passwordError, { n }) : show(passwordError)),
      isShown: acts.showsPassword,
      toggleLabel: show(acts.showsPassword ? 'secret-question.hidePassword' : 'secret-question.showPassword'),
      toggled: acts.toggled,
    })}
    <div class="submit">
      <button class="primary" type="submit" aria-disabled=${isBusy}>
        ${show(isBusy ? 'secret-question.setting' : 'secret-question.set')}
      </button>
    </div>`;
}

function notice({ notice: key, state }: SecretQuestionView, { show, pressed }: SecretQuestionActs): TemplateResult | typeof nothing {
  if (key === null) return nothing;
  const further = ({ done: ['another', 'question.restarted'], failed: ['retry', 'question.retried'] } as const)[state as 'done'];
  return html`<div part="notice" class="notice ${state === 'done' ? 'success' : 'danger'}">
    <p>${show(key)}</p>
    ${
      further
        ? html`<div class="actions">
            <button type="button" @click=${() => pressed(further[1])}>${show(`secret-question.${further[0]}`)}</button>
          </div>`
        : nothing
    }
  </div>`;
}

import type { DetailRefusal } from '@portico/core/authorizations/authorization-detail';
import type { DocumentsPolicy } from '@portico/core/documents';
import type { NotePanelEvent, NotePanelView } from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { AttachmentsController } from '../documents/attachments-controller.ts';
import { attachments } from '../documents/attachments.parts.ts';
import { choosingTexts, choosingTextsAr } from '../documents/choosing.texts.ts';
import { createWriting } from '../documents/note-writing.parts.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { TaskController, type TaskHost } from '../kit/task-controller.ts';
import type { DetailTexts } from './authorization-detail.parts.ts';
import { startInformationAnswer } from './information-answer.task.ts';

const choosing = { en: choosingTexts, ar: choosingTextsAr };

/** What is shown of an answer. */
export interface AnswerShown {
  readonly texts: DetailTexts;
  readonly isLast: boolean;
  readonly isAsked: boolean;
  readonly lastChanged: (isLast: boolean) => void;
  readonly closed: () => void;
}

/** Which question is answered; null: none. */
export interface AnswerOf {
  readonly id: string;
  readonly requestId: string;
}

/** The form that answers a question of the payer: text, files or both, posted as one note, which can be taken back for a few seconds. */
export interface InformationAnswer {
  /** Begins the answer to this question, goes on with it, or leaves it. */
  readonly follow: (question: AnswerOf | null) => void;
  readonly show: (shown: AnswerShown) => TemplateResult | typeof nothing;
}

/** Makes it for an element. `isLast` is asked at the moment of posting; `posted` hears what became of it. */
export function createInformationAnswer(
  host: PorticoElement & TaskHost,
  isLast: () => boolean,
  posted: (requestId: string, refusal: DetailRefusal | null) => void,
): InformationAnswer {
  let question: AnswerOf | null = null;
  let refusal: DetailRefusal | null = null;
  const texts = new MessagesController(host, choosing);
  const files = new AttachmentsController(host, (event) => task.send(event));
  const writing = createWriting(host, files);
  const task: TaskController<NotePanelView, NotePanelEvent> = new TaskController(host, {
    load: async () => {
      const bound = (code: DetailRefusal | null): void => void (refusal = code);
      return startInformationAnswer({ ...question!, isLast, bound, progress: files.progress });
    },
    emitted: () => question && posted(question.requestId, refusal),
  });
  const post = (): void => task.send({ type: 'post.requested' });
  const undo = (): void => task.send({ type: 'post.undone' });

  const form = (view: NotePanelView & { readonly policy: DocumentsPolicy }, shown: AnswerShown): TemplateResult => {
    const { show } = shown.texts;
    const hint = show('authorization-detail.answerHint', { max: view.policy.maxNoteLength });
    return html`${writing.keeping(view)}
      ${shown.isAsked ? nothing : html`<p class="notice warning">${show('authorization-detail.notAsked')}</p>`}
      ${writing.field(view, show('authorization-detail.answerText'), hint, (text) => task.send({ type: 'text.changed', text }))}
      ${texts.ready ? attachments({ view, texts, controller: files }) : nothing}
      <label class="choice">
        <input
          type="checkbox"
          id="is-last"
          .checked=${live(shown.isLast)}
          ?disabled=${!view.isOpen}
          @change=${(event: Event) => shown.lastChanged((event.target as HTMLInputElement).checked)}
        />
        <span>${show('authorization-detail.isLast')}</span>
      </label>
      ${writing.status(view)}
      <div class="actions">
        ${writing.actions(view, show('authorization-detail.sendAnswer'), { post, undo })}
        ${view.isOpen ? html`<button type="button" @click=${shown.closed}>${show('authorization-detail.close')}</button>` : nothing}
      </div>`;
  };

  return {
    follow: (next) => {
      if (next?.requestId === question?.requestId) return;
      question = next;
      refusal = null;
      task.connect(next === null ? undefined : host.connectedPortal);
    },
    show: (shown) => {
      const { view, broken } = task;
      if (broken || !view || view.state === 'opening')
        return html`<p role="status">
          ${broken ? shown.texts.show('authorization-detail.failed') : shown.texts.show('authorization-detail.loading')}
        </p>`;
      if (view.state === 'failed' || view.state === 'notFound')
        return html`${writing.noForm(view, () => task.send({ type: 'task.retried' }))}`;
      return view.policy
        ? html`<div class="answer-form" part="form" @paste=${files.pasted}>${form({ ...view, policy: view.policy }, shown)}</div>`
        : html``;
    },
  };
}

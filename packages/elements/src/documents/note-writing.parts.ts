import { notePostingMessages, type NotePanelView } from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import type { AttachmentsController } from './attachments-controller.ts';

const texts = {
  en: notePostingMessages,
  ar: async () => (await import('@portico/core/documents/note-posting.messages.ar')).notePostingMessagesAr,
};

type WritingTexts = MessagesController<typeof notePostingMessages>;
type Shown = TemplateResult | typeof nothing;

/** What an element without a text to write says instead. */
export interface OwnWords {
  readonly posted?: unknown;
  readonly nothing?: unknown;
}

/** What stands round a form from which something is posted; loaded with its task. */
export interface NoteWriting {
  /** What a backend that keeps no drafts means for whoever is about to write. */
  readonly keeping: (view: NotePanelView) => Shown;
  /** Where the text is written, under its label and over its hint. */
  readonly field: (view: NotePanelView, label: unknown, hint: unknown, written: (text: string) => void) => TemplateResult;
  /** What stands where there is nothing to write to. */
  readonly noForm: (view: NotePanelView, retry: () => void) => Shown;
  /** A notice, or how far it is: a live region that says it once, not with every second and every byte; the seconds left are for the eye. */
  readonly status: (view: NotePanelView, words?: OwnWords) => TemplateResult;
  /** The buttons: post it, or take it back while it can be. */
  readonly actions: (view: NotePanelView, label: unknown, acts: { readonly post: () => void; readonly undo: () => void }) => Shown;
}

/** Makes what stands round the form of an element. */
export function createWriting(host: PorticoElement, files: AttachmentsController): NoteWriting {
  const messages = new MessagesController(host, texts);
  const when = (show: () => Shown): Shown => (messages.ready ? show() : nothing);
  return {
    keeping: (view) => when(() => keepingNotice(view, messages)),
    field: noteField,
    noForm: (view, retry) => when(() => noForm(view, messages, retry)),
    // Always there, so that what comes into it is heard.
    status: (view, words = {}) =>
      html`${when(() => countdown(view, messages))}
        <div class="status" role="status">${messages.ready ? noticeOf(view, messages, files, words) : nothing}</div>`,
    actions: (view, label, acts) => when(() => writingActions(view, messages, label, acts)),
  };
}

function keepingNotice({ keeps }: NotePanelView, { show }: WritingTexts): Shown {
  if (keeps === 'kept') return nothing;
  return html`<p class="notice warning">${show(keeps === 'failed' ? 'note.keepFailed' : 'note.notKept')}</p>`;
}

function noteField(
  { text, isOpen, notice }: NotePanelView,
  label: unknown,
  hint: unknown,
  written: (text: string) => void,
): TemplateResult {
  const isWrong = notice === 'note.refused.nothing-to-post' || notice === 'note.refused.text-too-long';
  return html`<div class="field" part="field">
    <label for="text">${label}</label>
    <textarea
      id="text"
      rows="3"
      dir="auto"
      .value=${live(text)}
      ?readonly=${!isOpen}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${isWrong ? 'notice text-hint' : 'text-hint'}
      @input=${(event: Event) => written((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="field-hint" id="text-hint">${hint}</p>
  </div>`;
}

function noForm({ state, notice }: NotePanelView, { show }: WritingTexts, retry: () => void): TemplateResult {
  return html`<div class="notice danger" role="alert">
    ${notice ? show(notice) : nothing}
    ${state === 'failed' ? html`<button type="button" @click=${retry}>${show('note.retry')}</button>` : nothing}
  </div>`;
}

function noticeOf(view: NotePanelView, texts: WritingTexts, controller: AttachmentsController, words: OwnWords): unknown {
  const { show } = texts;
  const { state, files, along, policy, notice } = view;
  if (notice === 'note.posted') return html`<p class="notice success">${words.posted ?? show(notice)} ${leftBehind(view, texts)}</p>`;
  if (notice === 'note.refused.nothing-to-post' && words.nothing) return html`<p id="notice" class="notice danger">${words.nothing}</p>`;
  if (notice) return html`<p id="notice" class="notice danger">${show(notice)}</p>`;
  if (state === 'posting') return html`<p>${show('note.posting')}</p>`;
  if (state === 'gathering') return html`<p>${show('note.gathering')} ${leftBehind(view, texts)}</p>`;
  if (state === 'held')
    return html`<p>
      <span class="visually-hidden">${show('note.held', { seconds: policy!.undoSeconds })}</span>
      ${along > 0 ? show('note.heldFiles', { n: along }) : nothing} ${leftBehind(view, texts)}
    </p>`;
  return files.length > 0 ? html`<p class="small">${controller.status(view)}</p>` : nothing;
}

/** The seconds, for the eye: whoever listens is told once, by the live region. */
const countdown = ({ state, secondsLeft }: NotePanelView, { show }: WritingTexts): Shown =>
  state === 'held' ? html`<p class="count" aria-hidden="true">${show('note.held', { seconds: secondsLeft })}</p>` : nothing;

/** The files that the note goes without, by name. */
function leftBehind({ behind }: NotePanelView, { show, locale }: WritingTexts): unknown {
  if (behind.length === 0) return nothing;
  const names = new Intl.ListFormat(locale).formatToParts(behind.map(({ name }) => name));
  return html`${show('note.behind', { n: behind.length })}
  ${names.map(({ type, value }) => (type === 'element' ? html`<bdi>${value}</bdi>` : value))}.`;
}

function writingActions(
  view: NotePanelView,
  texts: WritingTexts,
  label: unknown,
  acts: { post: () => void; undo: () => void },
): TemplateResult {
  const { show } = texts;
  const { state, isOpen, canUndo } = view;
  const isUnsent = state === 'unsent';
  return html`<div class="actions">
    <button type="button" class="primary" aria-disabled=${!isOpen && !isUnsent} @click=${isOpen || isUnsent ? acts.post : nothing}>
      ${isUnsent ? show('note.retry') : label}
    </button>
    ${
      canUndo
        ? html`<button type="button" class="undo" @click=${acts.undo}>${show(isUnsent ? 'note.edit' : 'note.undo')}</button>`
        : nothing
    }
  </div>`;
}

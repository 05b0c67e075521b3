import type { notePanelMessages, NotePanelView } from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesController } from '../kit/messages-controller.ts';
import { filesStatus, type AttachmentTexts } from './attachments.parts.ts';

/** Texts of what is about to leave. */
export type WritingTexts = AttachmentTexts & MessagesController<typeof notePanelMessages>;

/** What a backend that keeps no drafts means for whoever is about to write. */
export function keepingNotice({ keeps }: NotePanelView, { show }: WritingTexts): TemplateResult | typeof nothing {
  if (keeps === 'kept') return nothing;
  return html`<p class="notice warning">${show(keeps === 'failed' ? 'note.keepFailed' : 'note.notKept')}</p>`;
}

/** What stands where there is nothing to write to. */
export function noForm({ state, notice }: NotePanelView, { show }: WritingTexts, retry: () => void): TemplateResult {
  return html`<div class="notice danger" role="alert">
    ${notice ? show(notice) : nothing}
    ${state === 'failed' ? html`<button type="button" @click=${retry}>${show('note.retry')}</button>` : nothing}
  </div>`;
}

/** The live region: a notice, or how far it is; each said once, not with every second and every byte. */
export const writingStatus = (view: NotePanelView, texts: WritingTexts, posted?: unknown): TemplateResult =>
  html`<div class="status" role="status">${noticeOf(view, texts, posted)}</div>`;

function noticeOf(view: NotePanelView, texts: WritingTexts, posted: unknown): unknown {
  const { show } = texts;
  const { state, files, policy, notice } = view;
  if (notice === 'note.posted') return html`<p class="notice success">${posted ?? show(notice)}</p>`;
  if (notice) return html`<p id="notice" class="notice danger">${show(notice)}</p>`;
  if (state === 'posting') return html`<p>${show('note.posting')}</p>`;
  if (state === 'gathering') return html`<p>${show('note.gathering')}</p>`;
  if (state === 'held')
    return html`<p>
      ${show('note.held', { seconds: policy!.undoSeconds })} ${files.length > 0 ? show('note.heldFiles', { n: files.length }) : nothing}
    </p>`;
  return files.length > 0 ? html`<p class="small">${filesStatus(view, texts)}</p>` : nothing;
}

/** The buttons: post it, or take it back while it can be; the seconds left are for the eye. */
export function writingActions(
  view: NotePanelView,
  texts: WritingTexts,
  label: unknown,
  acts: { post: () => void; undo: () => void },
): TemplateResult {
  const { show } = texts;
  const { state, isOpen, canUndo, secondsLeft } = view;
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
    ${state === 'held' ? html`<span class="count" aria-hidden="true">${show('note.left', { seconds: secondsLeft })}</span>` : nothing}
  </div>`;
}

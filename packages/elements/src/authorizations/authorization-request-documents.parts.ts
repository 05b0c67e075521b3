import type { AuthorizationRequestView, ItemForm } from '@portico/core/authorizations/authorization-request';
import { isUnderWay } from '@portico/core/documents';
import { html, type TemplateResult } from 'lit';
import { attachments, type FilesView } from '../documents/attachments.parts.ts';
import { lineName } from './authorization-request-lines.parts.ts';
import type { RequestParts } from './authorization-request.page.ts';

/** Documents of the request, each for a line or for the whole (N15, N16); they leave right after it. */
export function requestDocuments(parts: RequestParts): TemplateResult {
  const { view, texts } = parts;
  const { show } = texts;
  return html`<fieldset>
    <legend>${show('request.documents')}</legend>
    ${
      !view.takesFiles
        ? html`<p class="small">${show('request.documentsNone')}</p>`
        : view.rules === null
          ? html`<p class="small">${show('request.documentsPayer')}</p>`
          : html`<p class="small">${show('request.documentsHint')}</p>
              ${fileList(parts)}`
    }
  </fieldset>`;
}

/** The list of files and the way to choose more. */
export function fileList({ view, texts, files: controller }: RequestParts): unknown {
  if (view.rules === null) return null;
  const shown = filesView(view, view.rules, texts);
  return html`${attachments({ view: shown, texts: texts as never, controller })}
    <div class="small" role="status">${controller.status(shown)}</div>`;
}

const folders = new WeakMap<readonly ItemForm[], { readonly locale: string; readonly folder: NonNullable<FilesView['folder']> }>();

/** The same lines, the same object: rows of files are drawn anew only where something changed. */
function folderOf(items: readonly ItemForm[], texts: RequestParts['texts']): NonNullable<FilesView['folder']> {
  const known = folders.get(items);
  if (known?.locale === texts.locale) return known.folder;
  const folder = {
    items: items.map((item) => ({ sequence: item.sequence, text: item.service || item.name.trim() ? lineName(item, texts) : '' })),
  };
  folders.set(items, { locale: texts.locale, folder });
  return folder;
}

function filesView(
  { files, details, state, removedFileName, form }: AuthorizationRequestView,
  rules: NonNullable<AuthorizationRequestView['rules']>,
  texts: RequestParts['texts'],
): FilesView {
  const underWay = files.filter(isUnderWay).length;
  const through = files.filter((file) => file.state === 'checked' || file.state === 'uploaded').length;
  return {
    ...{ files, details, underWay, through, takesFiles: true, policy: rules.documents },
    isOpen: state === 'composing' || state === 'incomplete',
    removedName: state === 'composing' ? removedFileName : null,
    stuck: files.length - underWay - through,
    folder: folderOf(form.items, texts),
  };
}

import type { CodedText } from '@portico/core/claims';
import type { ItemForm } from '@portico/core/authorizations/authorization-request';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Combobox } from '../controls/combobox.ts';
import { fieldDate } from '../controls/field-date.parts.ts';
import { fieldText, type Shown } from '../controls/field.parts.ts';
import type { RequestParts } from './authorization-request.page.ts';

/** A code and its text, as one reads them. */
export const codeText = ({ code, text }: CodedText): TemplateResult =>
  html`<bdi dir="ltr">${code}</bdi>${text ? html` · <bdi>${text}</bdi>` : nothing}`;

/** What a line is called in one word. */
export const lineName = ({ service, name, sequence }: ItemForm, { text }: Pick<RequestParts['texts'], 'text'>): string =>
  service?.text ?? service?.code ?? (name.trim() || text('request.line', { n: sequence }));

/** Diagnoses: one field adds them; each may say that its code is only the nearest one (N19). */
export function diagnoses(parts: RequestParts): TemplateResult {
  const { view, texts, send, errorOf, focusNext } = parts;
  const { show, text } = texts;
  return html`<fieldset>
    <legend>${show('request.diagnoses')}</legend>
    ${view.form.diagnoses.map(
      ({ coded, exact }, index) =>
        html`<div class="line" part="line">
          <div class="line-head">
            <span>${codeText(coded)}</span>
            ${removeButton(text('request.remove', { name: coded.text ?? coded.code }), () => {
              send({ type: 'diagnosis.removed', index });
              focusNext('#line-back');
            })}
          </div>
          <label class="choice">
            <input
              type="checkbox"
              .checked=${exact !== null}
              @change=${(event: Event) => {
                const isNearest = (event.target as HTMLInputElement).checked;
                send({ type: 'diagnosis.changed', index, exact: isNearest ? '' : null });
                if (isNearest) focusNext(`#diagnosis-${index}-exact`);
              }}
            />
            <span>${show('request.nearest', { code: coded.code })}</span>
          </label>
          ${
            exact === null
              ? nothing
              : fieldText({
                  ...{ name: `diagnosis-${index}-exact`, label: show('request.exact'), value: exact, hint: show('request.exactHint') },
                  ...{ error: errorOf(`diagnosis-${index}-exact`), direction: 'auto', maxLength: 2_000 },
                  typed: (words) => send({ type: 'diagnosis.changed', index, exact: words }),
                })
          }
        </div>`,
    )}
    ${returns(parts, 'diagnoses', '#diagnosis')}
    ${adding(parts, 'diagnosis', parts.pickers.diagnosis, show('request.diagnosisAdd'), (coded) => send({ type: 'diagnosis.added', coded }))}
  </fieldset>`;
}

/** Services: one field adds them; one that is in no list goes by name and estimated cost (N20). */
export function services(parts: RequestParts): TemplateResult {
  const { view, texts, send, focusNext } = parts;
  const { show } = texts;
  return html`<fieldset>
    <legend>${show('request.services')}</legend>
    ${repeat(
      view.form.items,
      ({ sequence }) => sequence,
      (item) => line(item, parts),
    )}
    ${returns(parts, 'items', '#item')}
    ${adding(parts, 'item', parts.pickers.service, show('request.serviceAdd'), (coded) => send({ type: 'item.added', service: coded }))}
    <div class="actions">
      <button
        type="button"
        class="quiet"
        @click=${() => {
          send({ type: 'item.added', service: null });
          focusNext(`#item-${view.form.nextSequence}-name`);
        }}
      >
        ${show('request.serviceUnlisted')}
      </button>
    </div>
  </fieldset>`;
}

function line(item: ItemForm, { view, texts, send, errorOf, meaningOf, focusNext }: RequestParts): TemplateResult {
  const { show, text } = texts;
  const { sequence, service } = item;
  const { currency } = view.form;
  const change = (changes: Partial<Omit<ItemForm, 'sequence'>>): void => send({ type: 'item.changed', sequence, changes });
  const field = (
    name: 'name' | 'estimate' | 'quantity' | 'amount',
    label: Shown,
    more: Partial<Parameters<typeof fieldText>[0]> = {},
  ): TemplateResult =>
    fieldText({
      ...{ name: `item-${sequence}-${name}`, label, value: item[name], error: errorOf(`item-${sequence}-${name}`) },
      ...{ direction: 'ltr', maxLength: 64, inputMode: 'decimal', typed: (value) => change({ [name]: value }) },
      ...more,
    });
  const date = (name: 'from' | 'to'): TemplateResult =>
    fieldDate({
      ...{ name: `item-${sequence}-${name}`, label: show(`request.${name}`), value: item[name] },
      ...{ error: errorOf(`item-${sequence}-${name}`), meaning: meaningOf(item[name]) },
      typed: (value) => change({ [name]: value }),
    });
  return html`<fieldset class="line" part="line">
    <legend>${show('request.line', { n: sequence })}${service ? html` · ${codeText(service)}` : nothing}</legend>
    ${service === null ? field('name', show('request.serviceName'), { direction: 'auto', maxLength: 512, inputMode: 'text' }) : nothing}
    <div class="fields narrow">
      ${service === null ? field('estimate', show('request.estimate', { currency })) : nothing}
      ${field('quantity', show('request.quantity'))} ${service === null ? nothing : field('amount', show('request.amount', { currency }))}
      ${date('from')} ${date('to')}
    </div>
    ${removeButton(text('request.remove', { name: lineName(item, texts) }), () => {
      send({ type: 'item.removed', sequence });
      focusNext('#line-back');
    })}
  </fieldset>`;
}

const removeButton = (label: string, remove: () => void): TemplateResult =>
  html`<button type="button" class="sign" aria-label=${label} @click=${remove}><span aria-hidden="true">✕</span></button>`;

/** What was removed last can come back where it stood. */
function returns({ view, texts, send, focusNext }: RequestParts, of: 'diagnoses' | 'items', then: string): TemplateResult | typeof nothing {
  const { removedLine: gone } = view;
  if (gone?.of !== of) return nothing;
  const name = gone.of === 'items' ? lineName(gone.line, texts) : (gone.line.coded.text ?? gone.line.coded.code);
  return html`<div class="actions" role="status">
    <span class="small">${texts.show('request.removed', { name })}</span>
    <button
      type="button"
      id="line-back"
      @click=${() => {
        send({ type: 'line.returned' });
        focusNext(then);
      }}
    >
      ${texts.show('request.undo')}
    </button>
  </div>`;
}

/** The field that adds a line: over the backend's list, or where it has none, a code as it is typed. */
function adding(
  { texts, errorOf }: RequestParts,
  name: 'diagnosis' | 'item',
  picker: Combobox<never> | RequestParts['pickers']['diagnosis'],
  label: Shown,
  add: (coded: CodedText) => void,
): TemplateResult {
  const common = { name, label, error: errorOf(name), hint: texts.show('request.codeHint') };
  if (picker) return picker.render(common);
  return fieldText({
    ...{ ...common, value: '', direction: 'ltr', maxLength: 64 },
    left: (typed) => void (typed.trim() !== '' && add({ code: typed.trim(), system: null, text: null })),
  });
}

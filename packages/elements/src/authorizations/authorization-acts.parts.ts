import type { AuthorizationDetailEvent, AuthorizationDetailView, DetailForm } from '@portico/core/authorizations/authorization-detail';
import { changeOf } from '@portico/core/authorizations/authorization-detail';
import type { AuthorizationItem } from '@portico/core/authorizations';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldDate } from '../controls/field-date.parts.ts';
import { fieldLines } from '../controls/field-lines.parts.ts';
import { fieldSelect, fieldText, type Shown } from '../controls/field.parts.ts';
import { heard } from '../controls/heard.parts.ts';
import { coded, type DetailParts, type DetailTexts } from './authorization-detail.parts.ts';

/** What a form is made of. */
export interface FormParts extends DetailParts {
  readonly view: DetailParts['view'] & { readonly form: DetailForm };
  readonly send: (event: AuthorizationDetailEvent) => void;
  /** How often it was sent. */
  readonly tries: number;
  /** A picker for a service of the list; nothing where there is no list. */
  readonly picker: unknown;
}

type Show = (key: string) => Shown;

const errorOf = ({ view, texts, tries }: Pick<FormParts, 'view' | 'texts' | 'tries'>, name: string): Shown | null =>
  view.field?.name === name ? heard((texts.show as Show)(view.field.key), tries) : null;

/** What goes wrong as a whole: heard at once. */
export const alert = ({ error }: AuthorizationDetailView, { show }: DetailTexts): TemplateResult =>
  html`<div role="alert">
    ${error ? html`<div class="notice danger" id="error" tabindex="-1">${(show as Show)(error)}</div>` : nothing}
  </div>`;

const submitted =
  ({ view, send }: FormParts) =>
  (event: Event): void => {
    event.preventDefault();
    if (!view.isSending) send({ type: 'form.sent' });
  };

const buttons = ({ view, texts: { show }, send }: FormParts, label: Shown, isFinal = false): TemplateResult =>
  html`<div class="actions">
    <button type="submit" class="primary ${isFinal ? 'final' : ''}" aria-disabled=${view.isSending}>
      ${view.isSending ? show('authorization-detail.sending') : label}
    </button>
    <button type="button" aria-disabled=${view.isSending} @click=${() => !view.isSending && send({ type: 'form.closed' })}>
      ${show('authorization-detail.close')}
    </button>
  </div>`;

const notKept = ({ view, texts: { show } }: FormParts): TemplateResult | typeof nothing =>
  view.keepsText ? nothing : html`<p class="notice warning">${show('authorization-detail.notKept')}</p>`;

/** A new end day; what is authorized stays so meanwhile. */
export function extendForm(parts: FormParts): TemplateResult {
  const { view, texts, send } = parts;
  const { show } = texts;
  return html`<form novalidate part="form" aria-labelledby="act-extend" @submit=${submitted(parts)}>
    ${notKept(parts)}
    <p class="small">${show('authorization-detail.untilHint')}</p>
    ${fieldDate({
      ...{ name: 'until', label: show('authorization-detail.until'), value: view.form.until, error: errorOf(parts, 'until') },
      meaning: view.until === null ? null : show('authorization-detail.untilMeans', { day: view.until }),
      disabled: view.isSending,
      typed: (until) => send({ type: 'form.changed', changes: { until } }),
    })}
    ${alert(view, texts)} ${buttons(parts, show('authorization-detail.sendExtend'))}
  </form>`;
}

function itemFields(item: AuthorizationItem, parts: FormParts): TemplateResult {
  const { view, texts, send } = parts;
  const { show } = texts;
  const { sequence } = item;
  const change = view.form.changes.find((one) => one.sequence === sequence) ?? changeOf(item);
  const isOff = view.isSending || change.isCancelled;
  const field = (name: 'quantity' | 'amount' | 'from' | 'to', label: Shown): TemplateResult =>
    fieldText({
      ...{ name: `item-${sequence}-${name}`, label, value: change[name], direction: 'ltr', disabled: isOff },
      error: errorOf(parts, `${sequence}-${name}`),
      typed: (value) => send({ type: 'item.changed', sequence, changes: { [name]: value } }),
    });
  const service = item.service?.text ?? item.service?.code ?? item.unlisted?.name ?? '';
  return html`<fieldset class="item">
    <legend>${show('authorization-detail.field.itemOf', { n: sequence, service })}</legend>
    <div class="item-fields">
      ${field('quantity', show('authorization-detail.field.quantity'))}
      ${field('amount', show('authorization-detail.field.amount', { currency: view.detail.record.currency }))}
      ${field('from', show('authorization-detail.field.from'))} ${field('to', show('authorization-detail.field.to'))}
    </div>
    <label class="choice">
      <input
        type="checkbox"
        .checked=${change.isCancelled}
        ?disabled=${view.isSending}
        @change=${(event: Event) =>
          send({ type: 'item.changed', sequence, changes: { isCancelled: (event.target as HTMLInputElement).checked } })}
      />
      <span>${show('authorization-detail.takeItemBack')}</span>
    </label>
  </fieldset>`;
}

function addedFields(parts: FormParts): readonly TemplateResult[] {
  const { view, texts, send } = parts;
  const { show, text } = texts;
  return view.form.added.map(({ service, quantity, amount }, index) => {
    const field = (name: 'quantity' | 'amount', value: string, label: Shown): TemplateResult =>
      fieldText({
        ...{ name: `added-${index}-${name}`, label, value, direction: 'ltr', disabled: view.isSending },
        error: errorOf(parts, `added-${index}-${name}`),
        typed: (typed) => send({ type: 'added.changed', index, changes: { [name]: typed } }),
      });
    return html`<fieldset class="item">
      <legend>${coded(service)}</legend>
      <div class="item-fields">
        ${field('quantity', quantity, show('authorization-detail.field.quantity'))}
        ${field('amount', amount, show('authorization-detail.field.amount', { currency: view.detail.record.currency }))}
      </div>
      <button
        type="button"
        class="quiet"
        aria-label=${text('authorization-detail.removeThis', { service: service.text ?? service.code })}
        @click=${() => send({ type: 'added.changed', index, changes: null })}
      >
        ${show('authorization-detail.remove')}
      </button>
    </fieldset>`;
  });
}

/** The provider's own items that still stand, each under its number, and services that are added. */
export function updateForm(parts: FormParts): TemplateResult {
  const { view, texts, picker } = parts;
  const { show } = texts;
  const { items, decidedAt } = view.detail.record;
  return html`<form novalidate part="form" aria-labelledby="act-update" @submit=${submitted(parts)}>
    ${notKept(parts)}
    <p class="small">
      ${show('authorization-detail.updateIntro')} ${decidedAt === null ? nothing : show('authorization-detail.updateReopens')}
    </p>
    ${items.filter(({ origin, outcome }) => origin === 'provider' && outcome !== 'cancelled').map((item) => itemFields(item, parts))}
    ${addedFields(parts)} ${picker} ${alert(view, texts)} ${buttons(parts, show('authorization-detail.sendUpdate'))}
  </form>`;
}

/** What is final is asked once more, in a dialog that says so; Escape and the browser's own way close it without anything done. */
export function finalDialog(parts: FormParts): TemplateResult {
  const { view, texts, send } = parts;
  const { show, text } = texts;
  const { form, policy } = view;
  const isVoid = form.act === 'void';
  const reference = view.detail.record.numbers[0]?.value ?? '';
  return html`<dialog
    id="final"
    part="form"
    aria-labelledby="final-title"
    aria-describedby="final-text"
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation()}
    @cancel=${(event: Event) => {
      event.preventDefault();
      if (!view.isSending) send({ type: 'form.closed' });
    }}
  >
    <form novalidate @submit=${submitted(parts)}>
      <h3 id="final-title">${isVoid ? show('authorization-detail.voidTitle', { reference }) : show('authorization-detail.cancelTitle')}</h3>
      <p id="final-text" class="notice warning">${show(isVoid ? 'authorization-detail.voidFinal' : 'authorization-detail.cancelFinal')}</p>
      ${notKept(parts)}
      ${
        isVoid
          ? html`${fieldSelect({
              ...{ name: 'reason', label: show('authorization-detail.reason'), value: form.reason, error: errorOf(parts, 'reason') },
              disabled: view.isSending,
              options: [
                { value: '', label: text('authorization-detail.choose') },
                ...(policy?.voidReasons ?? []).map((value) => ({ value, label: text(`authorization.void.${value}`) })),
              ],
              chosen: (reason) => send({ type: 'form.changed', changes: { reason } }),
            })}
            ${fieldLines({
              ...{ name: 'words', label: show('authorization-detail.words'), value: form.text, rows: 3, error: errorOf(parts, 'text') },
              ...{ hint: show('authorization-detail.wordsHint'), disabled: view.isSending },
              typed: (words) => send({ type: 'form.changed', changes: { text: words } }),
            })}`
          : nothing
      }
      ${alert(view, texts)} ${buttons(parts, show(isVoid ? 'authorization-detail.sendVoid' : 'authorization-detail.sendCancel'), true)}
    </form>
  </dialog>`;
}

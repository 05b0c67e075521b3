import type {
  CaseDecision,
  CaseFilter,
  CaseKind,
  caseMessages,
  claimQueryMoreMessages,
  ClaimQueryForm,
  ClaimQueryView,
} from '@portico/core/claims';
import type { Payer } from '@portico/core/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldChoices, fieldSelect, fieldText, type Shown } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';

/** Texts that the advanced fields are written with. */
export type AdvancedTexts = MessagesController<typeof claimQueryMoreMessages & typeof caseMessages>;

/** What the advanced fields need. */
export interface AdvancedParts {
  readonly view: ClaimQueryView;
  readonly texts: AdvancedTexts;
  readonly payers: readonly Payer[] | 'failed';
  /** Asks for the payers once more. */
  readonly again: () => void;
  readonly error: (field: keyof ClaimQueryForm) => Shown | null;
  readonly change: (changes: Partial<ClaimQueryForm>) => void;
  readonly left: (field: keyof ClaimQueryForm) => void;
}

const kinds: readonly CaseKind[] = ['claim', 'authorization'];
const decisions: readonly CaseDecision[] = [
  ...(['received', 'in-process', 'info-requested', 'pended', 'approved', 'partially-approved', 'modified', 'denied'] as const),
  ...(['paid', 'partially-paid', 'rejected', 'reversed', 'cancelled', 'contact-payer', 'no-action-required', 'other'] as const),
];

const toggled = <Value>(list: readonly Value[], value: Value, isIn: boolean): readonly Value[] =>
  isIn ? [...list, value] : list.filter((one) => one !== value);

/** The filters of Advanced Search, as far as the backend can answer them. */
export function advancedFields(parts: AdvancedParts): TemplateResult {
  const { view, texts, error, change } = parts;
  const { form } = view;
  const { show } = texts;
  const has = (filter: CaseFilter): boolean => view.filters.includes(filter);
  const typed = (name: 'memberName' | 'memberNumber' | 'physician' | 'identifier', filter: CaseFilter): TemplateResult | typeof nothing =>
    has(filter)
      ? fieldText({
          name,
          label: show(`claim-query.${name}`),
          value: form[name],
          hint: name === 'identifier' ? show('claim-query.identifierHint') : null,
          direction: name === 'memberNumber' || name === 'identifier' ? 'ltr' : 'auto',
          error: error(name),
          typed: (value) => change({ [name]: value }),
        })
      : nothing;
  return html`
    <div class="fields">
      ${typed('memberName', 'memberName')} ${typed('memberNumber', 'memberNumber')} ${typed('identifier', 'identifier')}
      ${typed('physician', 'physician')} ${has('payer') ? payerField(parts) : nothing} ${has('amount') ? amountFields(parts) : nothing}
    </div>
    <div class="together">${has('kind') ? kindField(parts) : nothing} ${has('notUsed') ? notUsedField(parts) : nothing}</div>
    ${
      has('decision')
        ? html`<div class="many">
            ${fieldChoices({
              name: 'decisions',
              legend: show('claim-query.decisions'),
              type: 'checkbox',
              options: decisions.map((value) => ({
                value,
                label: show(`case.decision.${value}`),
                checked: form.decisions.includes(value),
              })),
              chosen: (value, isIn) => change({ decisions: toggled(form.decisions, value as CaseDecision, isIn) }),
            })}
          </div>`
        : nothing
    }
  `;
}

function payerField({ view: { form }, texts: { show, text }, payers, again, change }: AdvancedParts): TemplateResult | typeof nothing {
  if (payers === 'failed')
    return html`<div class="notice warning" role="alert">
      ${show('claim-query.payersFailed')} <button type="button" @click=${again}>${show('claim-query.again')}</button>
    </div>`;
  if (payers.length === 0 && !form.payerId) return nothing;
  return fieldSelect({
    name: 'payerId',
    label: show('claim-query.payer'),
    value: form.payerId ?? '',
    options: [{ value: '', label: text('claim-query.anyPayer') }, ...payers.map(({ id, name }) => ({ value: id, label: name }))],
    chosen: (value) => change({ payerId: value || null }),
  });
}

const kindField = ({ view: { form }, texts: { show }, error, change }: AdvancedParts): TemplateResult =>
  fieldChoices({
    name: 'kinds',
    legend: show('claim-query.kinds'),
    type: 'checkbox',
    options: kinds.map((value) => ({ value, label: show(`case.kind.${value}`), checked: form.kinds.includes(value) })),
    error: error('kinds'),
    chosen: (value, isIn) => change({ kinds: toggled(form.kinds, value as CaseKind, isIn) }),
  });

const notUsedField = ({ view: { form }, texts: { show }, error, change }: AdvancedParts): TemplateResult =>
  html`<div>
    <label class="choice">
      <input
        type="checkbox"
        name="notUsedOnly"
        aria-invalid=${error('notUsedOnly') ? 'true' : nothing}
        aria-describedby=${error('notUsedOnly') ? 'notUsedOnly-error' : nothing}
        .checked=${form.notUsedOnly}
        @change=${(event: Event) => change({ notUsedOnly: (event.target as HTMLInputElement).checked })}
      />
      <span>${show('claim-query.notUsedOnly')}</span>
    </label>
    ${error('notUsedOnly') ? html`<p class="field-error" id="notUsedOnly-error">${error('notUsedOnly')}</p>` : nothing}
  </div>`;

function amountFields({
  view: { form, currencies },
  texts: { show, text },
  error,
  change,
  left,
}: AdvancedParts): readonly TemplateResult[] {
  const amount = (name: 'amountFrom' | 'amountTo'): TemplateResult =>
    fieldText({
      name,
      label: show(`claim-query.${name}`),
      value: form[name],
      inputMode: 'decimal',
      direction: 'ltr',
      error: error(name),
      typed: (value) => change({ [name]: value }),
      left: () => left(name),
    });
  return [
    fieldSelect({
      name: 'currency',
      label: show('claim-query.currency'),
      value: form.currency,
      options: [{ value: '', label: text('claim-query.anyCurrency') }, ...currencies.map((code) => ({ value: code, label: code }))],
      error: error('currency'),
      chosen: (value) => change({ currency: value }),
    }),
    amount('amountFrom'),
    amount('amountTo'),
  ];
}

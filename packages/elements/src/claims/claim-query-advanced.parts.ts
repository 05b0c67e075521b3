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
  readonly payers: readonly Payer[];
  /** Currencies to offer, most used first. */
  readonly currencies: readonly string[];
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
  const { show, text } = texts;
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
      ${typed('physician', 'physician')}
      ${
        has('payer') && (parts.payers.length > 0 || form.payerId)
          ? fieldSelect({
              name: 'payerId',
              label: show('claim-query.payer'),
              value: form.payerId ?? '',
              options: [
                { value: '', label: text('claim-query.anyPayer') },
                ...parts.payers.map(({ id, name }) => ({ value: id, label: name })),
              ],
              chosen: (value) => change({ payerId: value || null }),
            })
          : nothing
      }
      ${has('amount') ? amountFields(parts) : nothing}
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
  view: { form },
  texts: { show, text },
  currencies,
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

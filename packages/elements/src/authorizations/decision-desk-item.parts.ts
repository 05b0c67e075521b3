import type { AuthorizationItem } from '@portico/core/authorizations';
import { deskOutcomes, type DeskError, type DeskItem, type DeskOutcome } from '@portico/core/authorizations/decision-desk';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldDate } from '../controls/field-date.parts.ts';
import { fieldLines } from '../controls/field-lines.parts.ts';
import { fieldSelect, fieldText, type Shown } from '../controls/field.parts.ts';
import { askedItem } from './decision-desk-record.parts.ts';
import type { DeskParts } from './decision-desk-rows.ts';

/** What is wrong at a field of the whole (`null`) or of an item, in words. */
export function errorOf(sequence: number | null, field: DeskError['field'], { view, texts }: DeskParts): Shown | null {
  const found = view.errors.find((error) => error.sequence === sequence && error.field === field);
  if (!found) return null;
  const show = texts.show as unknown as (key: string) => Shown;
  return isTyped(found.code) ? show(`decision-desk.typed.${found.code}`) : show(`authorization.refusal.${found.code}`);
}

const typed: readonly string[] = [
  ...['not-a-date', 'no-such-day', 'ambiguous-year', 'day-is-past'],
  ...['not-an-amount', 'too-many-decimals', 'too-large', 'unknown-currency', 'not-picked'],
];
const isTyped = (code: string): boolean => typed.includes(code);

/** One item: what was asked for, and what is said of it; `form` null where nothing can be said. */
export function deskItem(item: AuthorizationItem, form: DeskItem | null, parts: DeskParts): TemplateResult {
  return html`${askedItem(item, parts)} ${form === null ? nothing : verdict(item, form, parts)}`;
}

function verdict(item: AuthorizationItem, form: DeskItem, parts: DeskParts): TemplateResult {
  const { view, texts, send } = parts;
  const { show, text } = texts;
  const { sequence, outcome } = form;
  const disabled = view.isSending;
  const change = (changes: Partial<DeskItem>): void => send({ type: 'item.changed', sequence, changes });
  const line = (name: 'quantity' | 'amount', label: Shown, error: Shown | null) =>
    fieldText({
      ...{ name: `${name}-${sequence}`, label, value: form[name], error, disabled, maxLength: 512 },
      ...{ direction: 'ltr', inputMode: 'decimal' },
      typed: (value) => change({ [name]: value }),
    });
  const instead = errorOf(sequence, 'authorized', parts);
  const isLess = outcome === 'partially-certified';
  const isOther = outcome === 'modified';
  const isGranted = outcome === 'certified' || isLess || isOther;
  const currency = item.amount?.currency ?? item.unlisted?.estimatedCost.currency ?? view.opened!.detail.record.currency;
  return html`<div class="fields">
      ${fieldSelect({
        ...{ name: `outcome-${sequence}`, label: show('decision-desk.outcome', { n: sequence }), value: outcome ?? '', disabled },
        options: [
          {
            value: '',
            label:
              item.outcome === 'undecided'
                ? text('decision-desk.outcome.none')
                : text('decision-desk.outcome.keep', { outcome: text(`authorization.outcome.${item.outcome}`) }),
          },
          ...deskOutcomes.map((value) => ({ value, label: text(`authorization.outcome.${value}`) })),
        ],
        error: errorOf(sequence, 'outcome', parts),
        chosen: (value) => change({ outcome: (value || null) as DeskOutcome | null }),
      })}
      ${isOther ? otherService(form, parts, change) : nothing}
      ${
        isLess || isOther
          ? html`${line('quantity', show('decision-desk.quantity'), errorOf(sequence, 'quantity', parts) ?? (isLess ? instead : null))}
            ${line('amount', show('decision-desk.amount', { currency }), errorOf(sequence, 'amount', parts))}`
          : nothing
      }
      ${outcome === 'not-certified' || isLess || isOther ? reason(form, parts, change) : nothing}
      ${outcome === null || outcome === 'certified' ? nothing : words(form, parts, change)}
    </div>
    ${isGranted && view.form!.items.length > 1 ? own(form, parts, change) : nothing}`;
}

function reason({ sequence, reason: value, outcome }: DeskItem, parts: DeskParts, change: Change): TemplateResult {
  const { view, texts } = parts;
  const { show, text } = texts;
  return fieldSelect({
    ...{ name: `reason-${sequence}`, label: show('decision-desk.reason'), value, disabled: view.isSending },
    options: [
      { value: '', label: text(outcome === 'not-certified' ? 'decision-desk.reason.choose' : 'decision-desk.reason.none') },
      ...view.opened!.policy.denialReasons.map((code) => ({ value: code, label: text(`authorization.denial.${code}`) })),
    ],
    error: errorOf(sequence, 'reason', parts),
    chosen: (code) => change({ reason: code }),
  });
}

function words({ sequence, text: value, reason: code, outcome }: DeskItem, parts: DeskParts, change: Change): TemplateResult {
  const { view, texts } = parts;
  const isNeeded = outcome === 'not-certified' && (view.opened!.policy.denialNeedsWords || code === 'other');
  return html`<div class="wide">
    ${fieldLines({
      ...{ name: `words-${sequence}`, rows: 2, value, disabled: view.isSending },
      label: texts.show(isNeeded ? 'decision-desk.words.needed' : 'decision-desk.words'),
      error: errorOf(sequence, 'text', parts),
      typed: (text) => change({ text }),
    })}
  </div>`;
}

type Change = (changes: Partial<DeskItem>) => void;

/** What is authorized instead: looked for in the backend's list, or typed as code and name where it is not there. */
function otherService(form: DeskItem, parts: DeskParts, change: Change): TemplateResult {
  const { view, texts, pickers } = parts;
  const { show } = texts;
  const { sequence } = form;
  const disabled = view.isSending;
  const error = errorOf(sequence, 'service', parts) ?? errorOf(sequence, 'authorized', parts);
  if (form.isListed && pickers.canPick)
    return html`<div class="wide">
      ${pickers.render(form, { label: show('decision-desk.instead'), hint: show('decision-desk.instead.hint'), error, disabled })}
    </div>`;
  const line = (name: 'service' | 'serviceName', more: Pick<Parameters<typeof fieldText>[0], 'error' | 'direction'>) =>
    fieldText({
      ...{ name: `${name}-${sequence}`, label: show(`decision-desk.${name}`), value: form[name], disabled, maxLength: 512 },
      ...more,
      typed: (value) => change({ isListed: false, [name]: value }),
    });
  return html`${line('service', { error, direction: 'ltr' })} ${line('serviceName', {})}
  ${
    pickers.canPick
      ? html`<button type="button" class="quiet" aria-disabled=${disabled} @click=${() => !disabled && pickers.listed(sequence)}>
          ${show('decision-desk.instead.listed')}
        </button>`
      : nothing
  }`;
}

/** What one item of several has of its own: a number, and days that are not those of the whole. Seldom used, so it opens on demand. */
function own(form: DeskItem, parts: DeskParts, change: Change): TemplateResult {
  const { view, texts, opened } = parts;
  const { show } = texts;
  const { sequence, number, from, to } = form;
  const disabled = view.isSending;
  const day = (name: 'from' | 'to', label: Shown): TemplateResult =>
    fieldDate({
      ...{ name: `${name}-${sequence}`, label, value: form[name], error: errorOf(sequence, name, parts), disabled },
      typed: (value) => change({ [name]: value }),
    });
  const isFaulty = view.errors.some((error) => error.sequence === sequence && (error.field === 'from' || error.field === 'to'));
  return html`<details .open=${isFaulty || `${number}${from}${to}` !== '' || opened.has(sequence)}>
    <summary
      @click=${(event: Event) => {
        event.preventDefault();
        opened.toggle(sequence);
      }}
    >
      ${show('decision-desk.own')}
    </summary>
    <div class="fields">
      ${fieldText({
        ...{ name: `number-${sequence}`, label: show('decision-desk.itemNumber'), value: number, disabled, maxLength: 256 },
        ...{ direction: 'ltr', typed: (value) => change({ number: value }) },
      })}
      ${day('from', show('decision-desk.itemFrom'))} ${day('to', show('decision-desk.itemTo'))}
    </div>
    <p class="field-hint">${show('decision-desk.itemDays.hint')}</p>
  </details>`;
}

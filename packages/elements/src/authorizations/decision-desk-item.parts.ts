import type { AuthorizationItem } from '@portico/core/authorizations';
import { deskOutcomes, type DeskError, type DeskItem, type DeskOutcome } from '@portico/core/authorizations/decision-desk';
import { html, nothing, type TemplateResult } from 'lit';
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
  ...['not-an-amount', 'too-many-decimals', 'too-large', 'unknown-currency'],
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
  const line = (name: 'service' | 'serviceName' | 'quantity' | 'amount' | 'number', label: Shown, error: Shown | null = null) =>
    fieldText({
      ...{ name: `${name}-${sequence}`, label, value: form[name], error, disabled, maxLength: 512 },
      ...(name !== 'serviceName' && { direction: 'ltr' as const }),
      ...(name === 'amount' && { inputMode: 'decimal' as const }),
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
    ${isOther ? html`${line('service', show('decision-desk.service'), instead)} ${line('serviceName', show('decision-desk.serviceName'))}` : nothing}
    ${
      isLess || isOther
        ? html`${line('quantity', show('decision-desk.quantity'), isLess ? instead : null)}
          ${line('amount', show('decision-desk.amount', { currency }), errorOf(sequence, 'amount', parts))}`
        : nothing
    }
    ${isGranted && view.form!.items.length > 1 ? line('number', show('decision-desk.itemNumber')) : nothing}
    ${outcome === 'not-certified' || isLess || isOther ? reason(form, parts, change) : nothing}
    ${outcome === null || outcome === 'certified' ? nothing : words(form, parts, change)}
  </div>`;
}

function reason(
  { sequence, reason: value, outcome }: DeskItem,
  parts: DeskParts,
  change: (changes: Partial<DeskItem>) => void,
): TemplateResult {
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

function words(
  { sequence, text: value, reason: code, outcome }: DeskItem,
  parts: DeskParts,
  change: (changes: Partial<DeskItem>) => void,
): TemplateResult {
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

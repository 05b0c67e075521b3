import type { DeskForm } from '@portico/core/authorizations/decision-desk';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldDate } from '../controls/field-date.parts.ts';
import { fieldLines } from '../controls/field-lines.parts.ts';
import { fieldChoices, fieldText, type Shown } from '../controls/field.parts.ts';
import { deskItem, errorOf } from './decision-desk-item.parts.ts';
import { askedItem } from './decision-desk-record.parts.ts';
import type { DeskParts } from './decision-desk-rows.ts';

type Act = DeskForm['act'];

/** What can be done with the open record now: approve all, decide, pend, ask; or mark as used what is authorized already. */
export function deskForm(parts: DeskParts): TemplateResult {
  const { view } = parts;
  if (view.isHeld) return held(parts);
  const acts: readonly Act[] = [
    ...(view.canDecide ? (['decide'] as const) : []),
    ...(view.canPend ? (['pend'] as const) : []),
    ...(view.canAsk ? (['ask'] as const) : []),
  ];
  return html`${notices(parts)} ${view.canMarkUsed ? uses(parts) : nothing}
  ${acts.length === 0 || view.form === null ? still(parts) : writing(view.form, acts, parts)}`;
}

/** Approved as a whole: what is about to leave, and that nothing has left yet. */
function held(parts: DeskParts): TemplateResult {
  const { view, texts, send } = parts;
  const { show } = texts;
  const typed = new Map(view.form?.items.map(({ sequence, outcome }) => [sequence, outcome]));
  return html`
    <div class="notice warning" role="alert">
      <p>${show('decision-desk.held', { n: view.opened!.policy.undoSeconds })} ${show('decision-desk.heldGoesOn')}</p>
      <div class="actions">
        <button type="button" id="undo" @click=${() => send({ type: 'hold.undone' })}>${show('decision-desk.undo')}</button>
        <button type="button" @click=${() => send({ type: 'hold.ended' })}>${show('decision-desk.sendNow')}</button>
      </div>
    </div>
    <ul>
      ${view.opened!.detail.record.items.map(
        (item) =>
          html`<li class="item">
            ${askedItem(item, parts)}
            <p><strong>${show(`authorization.outcome.${typed.get(item.sequence) ?? item.outcome}`)}</strong></p>
          </li>`,
      )}
    </ul>
  `;
}

const notices = ({ view, texts: { show }, send }: DeskParts): TemplateResult => html`
  ${view.isOvertaken ? html`<p class="notice warning" role="alert">${show('decision-desk.overtaken')}</p>` : nothing}
  ${view.keepsText ? nothing : html`<p class="notice warning">${show('decision-desk.notKept')}</p>`}
  ${
    view.canRestore
      ? html`<div class="actions">
          <button type="button" id="restore" @click=${() => send({ type: 'form.restored' })}>${show('decision-desk.restore')}</button>
        </div>`
      : nothing
  }
`;

const uses = ({ view, texts: { show }, send }: DeskParts): TemplateResult => html`
  <div class="actions" role="group" aria-label=${show('decision-desk.use')}>
    ${(['partly-used', 'used'] as const).map(
      (how) =>
        html`<button type="button" aria-disabled=${view.isSending} @click=${() => !view.isSending && send({ type: 'use.marked', how })}>
          ${show(`decision-desk.use.${how}`)}
        </button>`,
    )}
  </div>
`;

/** Nothing can be decided: what there is, and what was said of it. */
const still = (parts: DeskParts): TemplateResult => html`
  <h4>${parts.texts.show('decision-desk.items')}</h4>
  <ul>
    ${parts.view.opened!.detail.record.items.map((item) => html`<li class="item">${deskItem(item, null, parts)}</li>`)}
  </ul>
`;

function writing(form: DeskForm, acts: readonly Act[], parts: DeskParts): TemplateResult {
  const { view, texts, send } = parts;
  const { show } = texts;
  const { isSending } = view;
  return html`
    ${
      view.canApproveAll
        ? html`<div class="actions">
            <button
              type="button"
              class="primary"
              id="approve-all"
              aria-disabled=${isSending}
              @click=${() => !isSending && send({ type: 'all.approved' })}
            >
              ${show('decision-desk.approveAll')}
            </button>
          </div>`
        : nothing
    }
    <form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!isSending) send({ type: 'form.sent' });
      }}
    >
      <div class="segments">
        ${fieldChoices({
          ...{ name: 'act', legend: show('decision-desk.act'), type: 'radio' },
          options: acts.map((value) => ({ value, label: show(`decision-desk.act.${value}`), checked: value === form.act })),
          chosen: (act) => send({ type: 'act.chosen', act: act as Act }),
        })}
      </div>
      ${form.act === 'decide' ? decide(form, parts) : form.act === 'pend' ? pend(form, parts) : ask(form, parts)}
      ${view.errors.length > 0 ? html`<p class="field-error" role="alert">${show('decision-desk.faults', { n: view.errors.length })}</p>` : nothing}
      <div class="actions">
        <button type="submit" class=${form.act === 'decide' && view.canApproveAll ? '' : 'primary'} aria-disabled=${isSending}>
          ${show(isSending ? 'decision-desk.sending' : `decision-desk.send.${form.act}`)}
        </button>
        ${
          view.isBegun
            ? html`<button type="button" aria-disabled=${isSending} @click=${() => !isSending && send({ type: 'form.cleared' })}>
                ${show('decision-desk.clear')}
              </button>`
            : nothing
        }
        <button type="button" aria-disabled=${isSending} @click=${() => !isSending && send({ type: 'record.closed' })}>
          ${show('decision-desk.close')}
        </button>
      </div>
    </form>
  `;
}

const change = ({ send }: DeskParts, changes: Partial<Omit<DeskForm, 'id' | 'act' | 'items'>>): void =>
  send({ type: 'form.changed', changes });

const day = (name: 'validFrom' | 'validTo' | 'askDue', form: DeskForm, parts: DeskParts): TemplateResult =>
  fieldDate({
    ...{ name, value: form[name], label: parts.texts.show(`decision-desk.${name}`), error: errorOf(null, name, parts) },
    ...{ disabled: parts.view.isSending, typed: (value) => change(parts, { [name]: value }) },
  });

function decide(form: DeskForm, parts: DeskParts): TemplateResult {
  const { view, texts } = parts;
  const typed = new Map(form.items.map((item) => [item.sequence, item]));
  const isFaulty = (sequence: number): boolean => view.errors.some((error) => error.sequence === sequence);
  return html`
    <h4>${texts.show('decision-desk.items')}</h4>
    <ul>
      ${view.opened!.detail.record.items.map(
        (item) =>
          html`<li>
            <div class="item ${isFaulty(item.sequence) ? 'faulty' : ''}" role="group" aria-labelledby="item-${item.sequence}">
              ${deskItem(item, typed.get(item.sequence) ?? null, parts)}
            </div>
          </li>`,
      )}
    </ul>
    <div class="fields">
      ${day('validFrom', form, parts)} ${day('validTo', form, parts)}
      ${fieldText({
        ...{ name: 'number', label: texts.show('decision-desk.number.whole'), value: form.number, direction: 'ltr', maxLength: 256 },
        ...{ hint: texts.show('decision-desk.number.hint'), disabled: view.isSending, typed: (number) => change(parts, { number }) },
      })}
    </div>
  `;
}

const lines = (name: 'pendText' | 'askText', form: DeskForm, parts: DeskParts): TemplateResult =>
  fieldLines({
    ...{ name, label: parts.texts.show(`decision-desk.${name}`), value: form[name], rows: 3, error: errorOf(null, name, parts) },
    ...{ disabled: parts.view.isSending, typed: (value) => change(parts, { [name]: value }) },
  });

const pend = (form: DeskForm, parts: DeskParts): TemplateResult =>
  html`<div class="fields"><div class="wide">${lines('pendText', form, parts)}</div></div>`;

function ask(form: DeskForm, parts: DeskParts): TemplateResult {
  const { view, texts } = parts;
  const { record } = view.opened!.detail;
  const nameOf = (sequence: number): Shown => {
    const item = record.items.find((one) => one.sequence === sequence);
    return html`${texts.show('decision-desk.item', { n: sequence })} <bdi>${item?.service?.code ?? item?.unlisted?.name ?? ''}</bdi>`;
  };
  return html`
    <div class="fields">
      <div class="wide">${lines('askText', form, parts)}</div>
      <div class="wide">
        ${fieldChoices({
          ...{ name: 'askItems', legend: texts.show('decision-desk.askItems'), type: 'checkbox' },
          options: form.items.map(({ sequence }) => ({
            ...{ value: String(sequence), label: nameOf(sequence), checked: form.askItems.includes(sequence) },
          })),
          chosen: (value, checked) => {
            const others = form.askItems.filter((sequence) => sequence !== Number(value));
            change(parts, { askItems: checked ? [...others, Number(value)].sort((one, other) => one - other) : others });
          },
        })}
        <p class="field-hint">${texts.show('decision-desk.askItems.hint')}</p>
      </div>
      ${day('askDue', form, parts)}
    </div>
    ${
      record.clock === null
        ? nothing
        : html`<p class="field-hint">${texts.show(record.clock.tolls ? 'decision-desk.askTolls' : 'decision-desk.askRunsOn')}</p>`
    }
  `;
}

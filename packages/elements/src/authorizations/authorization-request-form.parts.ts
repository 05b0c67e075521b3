import type { AuthorizationRequestEvent, RequestField, RequestForm } from '@portico/core/authorizations/authorization-request';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldDate } from '../controls/field-date.parts.ts';
import { fieldLines } from '../controls/field-lines.parts.ts';
import { fieldSelect, fieldText } from '../controls/field.parts.ts';
import { requestDocuments } from './authorization-request-documents.parts.ts';
import { diagnoses, services } from './authorization-request-lines.parts.ts';
import { unlistedOf, type RequestParts } from './authorization-request.page.ts';

type Changes = Extract<AuthorizationRequestEvent, { type: 'form.changed' }>['changes'];

const licences = ['lop', 'dha', 'doh', 'moh', 'npi', 'other'] as const;
const urgencies = ['standard', 'expedited'] as const;

/** The request while it is written. */
export function requestForm(parts: RequestParts): TemplateResult {
  const { view, texts, send, focusNext } = parts;
  const { show } = texts;
  const isBusy = view.state === 'looking';
  const submit = (event: Event): void => {
    event.preventDefault();
    send({ type: 'review.requested' });
  };
  return html`
    ${keeping(parts)} ${notices(parts)} ${problems(parts)}
    <form part="form" novalidate aria-busy=${isBusy} @submit=${submit} @paste=${view.areRules === 'ready' ? parts.files.pasted : nothing}>
      <fieldset>
        <legend>${show('request.what')}</legend>
        <div class="fields" @focusout=${() => send({ type: 'field.left' })}>${head(parts)}</div>
        ${rulesState(parts)}
        <div id="member-check" role="status">${parts.member}</div>
      </fieldset>
      ${diagnoses(parts)} ${services(parts)} ${requestDocuments(parts)}
      ${fieldLines({
        ...{ name: 'note', label: show('request.note'), value: view.form.note, rows: 2 },
        typed: (note) => send({ type: 'form.changed', changes: { note } }),
      })}
      <div class="actions">
        <button class="primary" id="review" type="submit">${show('request.review')}</button>
        <button
          type="button"
          @click=${() => {
            send({ type: 'form.discarded' });
            focusNext('#back', 'h2');
          }}
        >
          ${show('request.startOver')}
        </button>
        ${
          view.hasAside
            ? html`<button
                type="button"
                id="back"
                @click=${() => {
                  send({ type: 'discard.undone' });
                  focusNext('h2');
                }}
              >
                ${show('request.bringBack')}
              </button>`
            : nothing
        }
      </div>
    </form>
    <p role="status" class="small">${isBusy ? show('request.looking') : ''}</p>
  `;
}

/** What becomes of what is typed here, where it is not simply kept. */
export function keeping({ view: { keeps }, texts: { show }, send, focusNext }: RequestParts): TemplateResult | typeof nothing {
  if (keeps === 'kept') return nothing;
  const choose = (type: 'draft.taken' | 'draft.kept') => () => {
    send({ type });
    focusNext('h2');
  };
  if (keeps === 'elsewhere')
    return html`<section class="notice warning" id="elsewhere" role="alert">
      <p>${show('request.elsewhere')}</p>
      <div class="actions">
        <button type="button" @click=${choose('draft.taken')}>${show('request.takeOther')}</button>
        <button type="button" @click=${choose('draft.kept')}>${show('request.keepThis')}</button>
      </div>
    </section>`;
  return html`<p class="notice warning">${show(keeps === 'failed' ? 'request.keepFailed' : 'request.notKept')}</p>`;
}

function notices({ view: { notice }, texts: { show } }: RequestParts): TemplateResult | typeof nothing {
  if (notice === null) return nothing;
  return html`<p class="notice ${notice === 'request.notice.aside' ? '' : 'danger'}" id="notice" tabindex="-1" role="alert">
    ${show(notice)}
  </p>`;
}

/** All that is wrong, each with the way to its field. */
function problems({ view, texts, host }: RequestParts): TemplateResult | typeof nothing {
  const { show } = texts;
  if (view.problems.length === 0) return nothing;
  const go = (field: string) => (event: Event) => {
    event.preventDefault();
    host.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
  };
  return html`<section class="notice danger" id="problems" tabindex="-1" aria-labelledby="problems-title">
    <h3 id="problems-title">${show('request.problems', { n: view.problems.length })}</h3>
    <ul>
      ${view.problems.map(
        ({ field, message }) => html`<li><a href="#${field}" @click=${go(field)}>${nameOf(field, texts)}: ${show(message)}</a></li>`,
      )}
    </ul>
  </section>`;
}

/** How a field is called where it is spoken of elsewhere. */
function nameOf(field: RequestField, { show }: RequestParts['texts']): unknown {
  const [of, n] = field.split('-');
  if (of === 'item' && n) return show('request.line', { n: Number(n) });
  if (of === 'diagnosis') return show('request.diagnoses');
  return show(names[field as keyof typeof names] ?? 'request.services');
}

const names = {
  payerId: 'request.payer',
  kind: 'request.kind',
  providerId: 'request.provider',
  physician: 'request.physician',
  licenceNumber: 'request.licenceNumber',
  physicianName: 'request.physicianName',
  memberNumber: 'request.memberNumber',
  serviceFrom: 'request.serviceFrom',
  serviceTo: 'request.serviceTo',
  currency: 'request.currency',
} as const;

function rulesState({ view: { areRules }, texts: { show }, send }: RequestParts): TemplateResult {
  return html`<div role="status" class="small">
    ${areRules === 'loading' ? show('request.rulesLoading') : nothing}
    ${
      areRules === 'failed'
        ? html`${show('request.rulesFailed')}
            <button type="button" @click=${() => send({ type: 'task.retried' })}>${show('request.retry')}</button>`
        : nothing
    }
  </div>`;
}

function head(parts: RequestParts): unknown {
  const { view, texts, send, errorOf, meaningOf } = parts;
  const { form, payers, providers, rules } = view;
  const { show, text } = texts;
  const change = (changes: Changes): void => send({ type: 'form.changed', changes });
  const party = (
    name: 'payerId' | 'providerId',
    label: 'request.payer' | 'request.provider',
    none: 'request.choosePayer' | 'request.chooseProvider',
    options: readonly { readonly id: string; readonly name: string }[],
  ): TemplateResult =>
    fieldSelect({
      ...{ name, value: form[name], label: show(label), error: errorOf(name) },
      options: [{ value: '', label: text(none) }, ...options.map((one) => ({ value: one.id, label: one.name }))],
      chosen: (id) => change({ [name]: id }),
    });
  const date = (name: 'serviceFrom' | 'serviceTo'): TemplateResult =>
    fieldDate({
      ...{ name, value: form[name], label: show(`request.${name}`), error: errorOf(name) },
      ...{ meaning: meaningOf(form[name]), typed: (value) => change({ [name]: value }) },
    });
  return [
    party('payerId', 'request.payer', 'request.choosePayer', payers),
    // Who works for one alone has nothing to choose.
    providers.length === 1 && form.providerId !== ''
      ? nothing
      : party('providerId', 'request.provider', 'request.chooseProvider', providers),
    fieldSelect({
      ...{ name: 'kind', value: form.kind, label: show('request.kind'), error: errorOf('kind') },
      options: (rules?.authorizations.kinds ?? [form.kind]).map((kind) => ({ value: kind, label: text(`authorization.kind.${kind}`) })),
      chosen: (kind) => change({ kind: kind as RequestForm['kind'] }),
    }),
    fieldSelect({
      ...{ name: 'urgency', value: form.urgency, label: show('request.urgency') },
      options: urgencies.map((one) => ({ value: one, label: text(`authorization.urgency.${one}`) })),
      chosen: (urgency) => change({ urgency: urgency as RequestForm['urgency'] }),
    }),
    fieldText({
      ...{ name: 'memberNumber', value: form.member.number, label: show('request.memberNumber'), error: errorOf('memberNumber') },
      ...{
        direction: 'ltr',
        maxLength: 64,
        describedBy: 'member-check',
        typed: (number) => change({ member: { ...form.member, number } }),
      },
    }),
    fieldText({
      ...{ name: 'memberName', value: form.member.name, label: show('request.memberName'), direction: 'auto', maxLength: 256 },
      typed: (name) => change({ member: { ...form.member, name } }),
    }),
    ...physician(parts, change),
    date('serviceFrom'),
    date('serviceTo'),
    fieldSelect({
      ...{ name: 'currency', value: form.currency, label: show('request.currency'), error: errorOf('currency') },
      options: (rules?.currencies ?? [form.currency]).map((code) => ({ value: code, label: code || '—' })),
      chosen: (currency) => change({ currency }),
    }),
  ];
}

/** A physician of the list, or one who is in none (N18). */
function physician(
  { view: { form }, texts, pickers, physicianText, errorOf, focusNext }: RequestParts,
  change: (changes: Changes) => void,
): readonly unknown[] {
  const { show, text } = texts;
  const { unlistedPhysician: unlisted } = form;
  const picker = pickers.physician;
  if (unlisted === null && picker) {
    const leave = (): void => {
      change({ physician: null, unlistedPhysician: unlistedOf(picker.text) });
      focusNext('#licenceNumber');
    };
    return [
      html`<div class="picker">
        ${picker.render({
          ...{ name: 'physician', value: physicianText, label: show('request.physician') },
          ...{ error: errorOf('physician'), hint: show('request.physicianHint') },
        })}
        <button type="button" class="quiet" @click=${leave}>${show('request.physicianUnlisted')}</button>
      </div>`,
    ];
  }
  const now = unlisted ?? unlistedOf('');
  const type = (changes: Partial<typeof now>): void => change({ unlistedPhysician: { ...now, ...changes } });
  return [
    fieldSelect({
      ...{ name: 'licenceType', value: now.type, label: show('request.licenceType') },
      options: licences.map((value) => ({ value, label: text(`request.licence.${value}`) })),
      chosen: (value) => type({ type: value as (typeof licences)[number] }),
    }),
    fieldText({
      ...{ name: 'licenceNumber', value: now.number, label: show('request.licenceNumber'), error: errorOf('licenceNumber') },
      ...{ direction: 'ltr', maxLength: 64, typed: (number) => type({ number }) },
    }),
    html`<div class="picker">
      ${fieldText({
        ...{ name: 'physicianName', value: now.name, label: show('request.physicianName') },
        ...{ error: errorOf('physicianName') ?? errorOf('physician'), hint: show('request.physicianUnlistedHint') },
        ...{ direction: 'auto', maxLength: 512, typed: (name) => type({ name }) },
      })}
      ${
        picker
          ? html`<button
              type="button"
              class="quiet"
              @click=${() => {
                change({ unlistedPhysician: null });
                focusNext('#physician');
              }}
            >
              ${show('request.physicianListed')}
            </button>`
          : nothing
      }
    </div>`,
  ];
}

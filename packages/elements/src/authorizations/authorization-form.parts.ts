import {
  FORM_VERSION,
  type AuthorizationForm,
  type authorizationFormMessages,
  type authorizationMessages,
  type FormItem,
  type FormService,
} from '@portico/core/authorizations';
import type { caseMessages } from '@portico/core/claims';
import type { OpenedForm } from '@portico/core/documents';
import {
  createMoneyFormat,
  createFormats,
  type FormatOptions,
  type MessageArguments,
  type Messages,
  type Money,
  type PlainDate,
} from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { qrCode } from './qr.parts.ts';
import { reasonParts } from './reason.parts.ts';

type Catalogue = typeof authorizationFormMessages & typeof authorizationMessages & typeof caseMessages;

/** In which language a form is written. */
export interface FormWriting {
  readonly messages: Messages<Catalogue>;
  /** Names of what is known by a code; a code of the payer's own has none. */
  readonly names: Readonly<Record<string, unknown>>;
  readonly locale: string;
  readonly formats: FormatOptions | undefined;
}

type Shown = unknown;
type Show = <Key extends keyof Catalogue>(key: Key, ...values: MessageArguments<Catalogue[Key]>) => Shown;

/** What the parts of one form share. */
interface Writer extends FormWriting {
  readonly show: Show;
  readonly money: (value: Money) => Shown;
  readonly hidesAmounts: boolean;
  readonly hidesClinical: boolean;
}

/** A number or a code: it runs from left to right in every page. */
const ltr = (value: string): TemplateResult => html`<bdi dir="ltr">${value}</bdi>`;

/** The authorization form (N28), the same in a preview and on paper. */
export function formPage({ document, values, hidden }: OpenedForm, writing: FormWriting): TemplateResult {
  const { messages, locale, formats } = writing;
  const show: Show = (key, ...given) =>
    messages.parts(key, ...given).map((part) => (typeof part === 'string' ? part : html`<bdi>${part.text}</bdi>`));
  if (document.templateVersion > FORM_VERSION) return html`<p class="newer">${show('form.newer')}</p>`;
  const format = createMoneyFormat(locale, formats);
  const writer: Writer = {
    ...{ ...writing, show, money: (value) => html`<bdi>${format(value)}</bdi>` },
    ...{ hidesAmounts: hidden.includes('amounts'), hidesClinical: hidden.includes('clinical') },
  };
  return html`<article class="form">
    ${head(values, writer)}
    ${document.standing === 'in-force' ? nothing : html`<strong class="standing">${show(`form.standing.${document.standing}`)}</strong>`}
    ${facts(values, writer)} ${writer.hidesClinical || values.diagnoses.length === 0 ? nothing : diagnoses(values, writer)}
    ${items(values, writer)}
    <p class="issued">${show('form.issued', { payer: values.payer.name, at: values.issuedAt })}</p>
  </article>`;
}

function head({ numbers, payer }: AuthorizationForm, { show, messages }: Writer): TemplateResult {
  const reference = numbers[0]?.value ?? '';
  return html`<header>
    <div>
      <p class="payer"><bdi>${payer.name}</bdi></p>
      ${payer.helpline === null ? nothing : html`<p>${withLtr(show, payer.helpline)}</p>`}
      <h2>${show('form.title')}</h2>
    </div>
    <div class="mark">
      ${qrCode(reference, messages.text('form.qr', { reference }))}
      <b>${ltr(reference)}</b>
    </div>
  </header>`;
}

/** A telephone number would turn its groups round in a page from right to left. */
const withLtr = (show: Show, phone: string): Shown =>
  (show('form.helpline', { phone }) as readonly unknown[]).map((part) => (typeof part === 'string' ? part : ltr(phone)));

function facts(values: AuthorizationForm, { show, locale, formats, messages, names }: Writer): TemplateResult {
  const { numbers, member, provider, physician, kind, urgency, decision, decidedOn } = values;
  const { date } = createFormats(locale, formats);
  const day = (value: PlainDate | null): Shown => (value === null ? show('form.notTold') : html`<bdi>${date(value)}</bdi>`);
  const fact = (label: Shown, value: Shown): TemplateResult =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  const headline = `authorization.headline.${decision}`;
  const others = numbers.slice(1);
  const kinds = { kind: messages.text(`authorization.kind.${kind}`), urgency: messages.text(`authorization.urgency.${urgency}`) };
  return html`<dl class="facts">
    ${fact(show('form.reference'), ltr(numbers[0]?.value ?? ''))}
    ${fact(show('form.decision'), show(headline in names ? (headline as 'authorization.headline.approved') : 'authorization.headline.decided'))}
    ${fact(show('form.valid'), period(values.validFrom, values.validTo, show) ?? show('form.noLimit'))}
    ${fact(show('form.decidedOn'), day(decidedOn))} ${fact(show('form.member'), html`<bdi>${member.name}</bdi>`)}
    ${fact(show('form.memberNumber'), member.number === null ? show('form.notTold') : ltr(member.number))}
    ${fact(show('form.birthDate'), day(member.birthDate))}
    ${fact(show('form.dates'), period(values.serviceFrom, values.serviceTo, show) ?? show('form.notTold'))}
    ${fact(show('form.provider'), party(provider, show))}
    ${fact(show('form.physician'), physician === null ? show('form.notTold') : party(physician, show))}
    ${fact(show('form.kind'), show('form.kindUrgency', kinds))}
    ${
      others.length === 0
        ? nothing
        : fact(
            show('form.otherNumbers'),
            others.map(({ value }) => html`<div>${ltr(value)}</div>`),
          )
    }
  </dl>`;
}

const party = ({ name, identifiers }: AuthorizationForm['provider'], show: Show): TemplateResult =>
  html`<bdi>${name}</bdi>
    ${identifiers.map(({ type, value }) => html`<span class="small">${show(`case.identifier.${type}`)} ${ltr(value)}</span>`)}`;

/** From, until, both, or (null) neither. */
function period(from: PlainDate | null, to: PlainDate | null, show: Show): Shown {
  if (from !== null && to !== null) return show('form.range', { from, to });
  if (from !== null) return show('form.from', { from });
  return to === null ? null : show('form.until', { to });
}

const diagnoses = ({ diagnoses: told }: AuthorizationForm, { show }: Writer): TemplateResult =>
  html`<section>
    <h3>${show('form.diagnoses')}</h3>
    <ul>
      ${told.map(
        ({ coded, exact }) =>
          html`<li>
            ${ltr(coded.code)} ${coded.text === null ? nothing : html`<bdi>${coded.text}</bdi>`}
            ${exact === null ? nothing : html`<span class="small">${show('form.exact', { words: exact })}</span>`}
          </li>`,
      )}
    </ul>
  </section>`;

function items({ items: lines }: AuthorizationForm, writer: Writer): TemplateResult {
  const { show, hidesAmounts, messages } = writer;
  const amount = (isAuthorized: boolean): Shown =>
    hidesAmounts ? nothing : html`<th scope="col" class="amount ${isAuthorized ? '' : 'asked'}">${show('form.amount')}</th>`;
  return html`<section>
    <h3>${show('form.items')}</h3>
    <div class="lines" role="region" tabindex="0" aria-label=${messages.text('form.items')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${show('form.line')}</th>
            <th scope="col">${show('form.requested')}</th>
            ${amount(false)}
            <th scope="col" class="authorized">${show('form.authorized')}</th>
            ${amount(true)}
            <th scope="col">${show('form.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => itemRow(line, writer))}
        </tbody>
        ${hidesAmounts ? nothing : totals(lines, writer)}
      </table>
    </div>
  </section>`;
}

function itemRow(line: FormItem, writer: Writer): TemplateResult {
  const { show, hidesAmounts, hidesClinical, locale, formats } = writer;
  const { sequence, requested, authorized, number, outcome, outcomeCode, reasons } = line;
  const cost = (one: FormService | null): Shown =>
    hidesAmounts ? nothing : html`<td class="amount">${one?.amount ? writer.money(one.amount) : nothing}</td>`;
  return html`<tr>
    <td>${createFormats(locale, formats).number(sequence)}</td>
    <td>${requested === null ? show('form.byPayer') : service(requested, sequence, writer)}</td>
    ${cost(requested)}
    <td class="authorized">
      ${authorized === null ? show('form.nothing') : service(authorized, sequence, writer)}
      ${number === null ? nothing : html`<span class="small">${show('form.number', { number })}</span>`}
    </td>
    ${cost(authorized)}
    <td>
      ${show(`authorization.outcome.${outcome}`)}
      ${outcome === 'other' && outcomeCode && !hidesClinical ? html`<span class="small">${ltr(outcomeCode.text ?? outcomeCode.code)}</span>` : nothing}
      ${reasons.map((reason) => html`<span class="small">${reasonParts(reason, writer)}</span>`)}
    </td>
  </tr>`;
}

function service({ service: coded, unlisted, quantity, from, to }: FormService, sequence: number, { show }: Writer): TemplateResult {
  const name = coded
    ? html`<bdi>${coded.text ?? coded.code}</bdi>`
    : unlisted
      ? html`<bdi>${unlisted}</bdi>`
      : show('form.unnamed', { n: sequence });
  const more = [
    coded?.text ? show('form.code', { code: coded.code }) : null,
    !coded && unlisted ? show('form.unlisted') : null,
    quantity === null ? null : show('form.quantity', { quantity }),
    period(from, to, show),
  ].filter((one) => one !== null);
  return html`${name} <span class="small">${more.map((one) => html`<span class="piece">${one}</span> `)}</span>`;
}

/** One row a currency: amounts of two are never added. */
function totals(lines: readonly FormItem[], { show, money }: Writer): TemplateResult | typeof nothing {
  const sums = new Map<string, number>();
  for (const { authorized } of lines)
    if (authorized?.amount) sums.set(authorized.amount.currency, (sums.get(authorized.amount.currency) ?? 0) + authorized.amount.minor);
  if (sums.size === 0) return nothing;
  return html`<tfoot>
    ${[...sums].map(
      ([currency, minor]) =>
        html`<tr>
          <th scope="row" colspan="4">${show('form.total')}</th>
          <td class="amount">${money({ minor, currency })}</td>
          <td></td>
        </tr>`,
    )}
  </tfoot>`;
}

import type {
  CaseAmounts,
  CaseEvent,
  CaseItem,
  caseMessages,
  CodedText,
  ModificationReason,
  ModificationSubject,
} from '@portico/core/claims';
import type { claimDetailMessages, ClaimDetailView, modificationMessages } from '@portico/core/claims/claim-detail';
import { createFormats, createMoneyFormat, type FormatOptions, type Money, type PlainDate } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';
import { toneOf } from './case-columns.ts';

/** Texts that a case is written with. */
export type DetailTexts = MessagesController<typeof claimDetailMessages & typeof caseMessages & typeof modificationMessages>;

/** A case, its texts, and how values are written. */
export interface DetailParts {
  readonly view: ClaimDetailView & { readonly detail: NonNullable<ClaimDetailView['detail']> };
  readonly texts: DetailTexts;
  readonly locale: string;
  readonly formats: FormatOptions | undefined;
}

const amountKeys = ['billed', 'approved', 'patientShare', 'paid'] as const satisfies readonly (keyof CaseAmounts)[];

const section = (title: Shown, content: unknown): TemplateResult =>
  html`<section>
    <h3>${title}</h3>
    ${content}
  </section>`;

const coded = ({ code, text }: CodedText): TemplateResult =>
  text ? html`<bdi>${text}</bdi> <span class="small"><bdi>${code}</bdi></span>` : html`<bdi>${code}</bdi>`;

/** Decision and use as a badge. */
export const decisionBadge = ({ view, texts }: DetailParts): TemplateResult => {
  const { row } = view.detail;
  return html`<span class="badge ${toneOf(row)}"
    >${row.use === 'not-used' ? texts.show('case.use.not-used') : texts.show(`case.decision.${row.decision}`)}</span
  >`;
};

/** The three axes, each on its own line: none of them says what another means. */
export function statusSection({ view, texts }: DetailParts): TemplateResult {
  const { show } = texts;
  const { decision, processing, life, use } = view.detail.row;
  return section(
    show('claim-detail.status'),
    html`<dl>
      <dt>${show('case.column.decision')}</dt>
      <dd>${show(`case.decision.${decision}`)}</dd>
      <dt>${show('case.column.processing')}</dt>
      <dd>${show(`case.processing.${processing}`)}</dd>
      <dt>${show('case.column.life')}</dt>
      <dd>${show(`case.life.${life}`)}</dd>
      ${
        use === null
          ? nothing
          : html`<dt>${show('case.column.use')}</dt>
              <dd>${show(`case.use.${use}`)}</dd>`
      }
    </dl>`,
  );
}

/** Who is on the case, and when. */
export function peopleSection({ view, texts, locale, formats }: DetailParts): TemplateResult {
  const { show } = texts;
  const { row, record } = view.detail;
  const { date } = createFormats(locale, formats);
  const day = (value: PlainDate | null): unknown => (value === null ? show('case.notTold') : html`<bdi>${date(value)}</bdi>`);
  const line = (label: Shown, value: unknown): TemplateResult =>
    html`<dt>${label}</dt>
      <dd>${value}</dd>`;
  return section(
    show('claim-detail.people'),
    html`<dl>
      ${line(
        show('case.column.memberName'),
        html`${row.memberName === '' ? show('case.notTold') : html`<bdi>${row.memberName}</bdi>`}${record.member.birthDate ? html` <span class="small">${show('claim-detail.birthDate', { date: record.member.birthDate })}</span>` : nothing}`,
      )}
      ${line(show('case.column.memberNumber'), row.memberNumber === null ? show('case.notTold') : html`<bdi>${row.memberNumber}</bdi>`)}
      ${line(show('case.column.payerName'), html`<bdi>${row.payerName}</bdi>`)}
      ${line(show('case.column.providerName'), html`<bdi>${row.providerName}</bdi>`)}
      ${line(show('case.column.physicianName'), row.physicianName === null ? show('case.notTold') : html`<bdi>${row.physicianName}</bdi>`)}
      ${line(show('case.column.serviceFrom'), day(row.serviceFrom))} ${line(show('case.column.serviceTo'), day(row.serviceTo))}
      ${view.detail.hidden.includes('payment') || row.kind === 'authorization' ? nothing : line(show('case.column.paymentDate'), day(row.paymentDate))}
    </dl>`,
  );
}

/** All numbers of the case, old and new. */
export const numbersSection = ({ view, texts }: DetailParts): TemplateResult =>
  section(
    texts.show('claim-detail.numbers'),
    html`<dl>
      ${view.detail.row.identifiers.map(
        ({ type, value }) =>
          html`<dt>${texts.show(`case.identifier.${type}`)}</dt>
            <dd><bdi>${value}</bdi></dd>`,
      )}
    </dl>`,
  );

/** Why something was not approved, each reason once, with the lines that give it. */
const refusals = ({ view, texts: { show } }: Pick<DetailParts, 'view' | 'texts'>): readonly TemplateResult[] =>
  view.refusals.map(
    ({ reason, lines }) =>
      html`<div class="small">${coded(reason)} ${show('claim-detail.onLines', { n: lines.length, lines: lines.join(', ') })}</div>`,
  );

/** The amounts with the arithmetic shown. */
export function amountsSection({ view, texts, locale, formats }: DetailParts): TemplateResult | typeof nothing {
  if (!view.showsAmounts || view.lines.length === 0) return nothing;
  const money = createMoneyFormat(locale, formats);
  const { show, text } = texts;
  return section(
    show('claim-detail.amounts'),
    html`<table class="amounts">
        ${view.lines.map(
          ({ key, sign, amount }) =>
            html`<tr class=${sign === '=' ? 'total' : ''}>
              <th scope="row">
                ${show(`claim-detail.amount.${key}`)} ${key === 'notApproved' && amount.minor > 0 ? refusals({ view, texts }) : nothing}
              </th>
              <td>${sign}</td>
              <td class="amount"><bdi>${money(amount)}</bdi></td>
            </tr>`,
        )}
      </table>
      ${view.differences.map(
        ({ key, told, items }) =>
          html`<p class="notice warning">
            ${show('claim-detail.difference', { column: text(`case.column.${key}`), told: money(told), items: money(items) })}
          </p>`,
      )}`,
  );
}

/** The service lines, each with its own outcome; codes that nobody knows are shown as they came. */
export function itemsSection({ view, texts, locale, formats }: DetailParts): TemplateResult {
  const { show } = texts;
  const money = createMoneyFormat(locale, formats);
  const { date } = createFormats(locale, formats);
  const { items } = view.detail.record;
  if (items.length === 0) return section(show('claim-detail.items'), html`<p>${show('claim-detail.noItems')}</p>`);
  const shown = view.showsAmounts ? amountKeys.filter((key) => items.some((item) => item.amounts[key] !== null)) : [];
  const amount = (value: Money | null): TemplateResult =>
    html`<td class="amount">${value === null ? nothing : html`<bdi>${money(value)}</bdi>`}</td>`;
  const outcome = (item: CaseItem): TemplateResult => html`
    ${show(`case.outcome.${item.outcome}`)}
    ${item.outcomeCode ? html`<div class="small">${show('claim-detail.rawCode', { code: item.outcomeCode.code })}</div>` : nothing}
    ${item.reasons.map((reason) => html`<div class="small">${coded(reason)}</div>`)}
  `;
  return section(
    show('claim-detail.items'),
    html`<div class="scroll" tabindex="0" role="region" aria-label=${texts.text('claim-detail.items')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${show('claim-detail.item')}</th>
            ${view.showsClinical ? html`<th scope="col">${show('claim-detail.service')}</th>` : nothing}
            <th scope="col">${show('case.column.serviceDate')}</th>
            <th scope="col">${show('claim-detail.quantity')}</th>
            ${shown.map((key) => html`<th scope="col" class="amount">${show(`case.column.${key}`)}</th>`)}
            <th scope="col">${show('claim-detail.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item) =>
              html`<tr>
                <th scope="row">${item.sequence}</th>
                ${view.showsClinical ? html`<td>${item.service ? coded(item.service) : nothing}</td>` : nothing}
                <td>${item.serviceFrom ? html`<bdi>${date(item.serviceFrom)}</bdi>` : nothing}</td>
                <td><bdi>${item.quantity ?? ''}</bdi></td>
                ${shown.map((key) => amount(item.amounts[key]))}
                <td>${outcome(item)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
  );
}

/** Diagnoses, notes and codes that found no other place. */
export function clinicalSections({ view, texts }: DetailParts): readonly (TemplateResult | typeof nothing)[] {
  const { show } = texts;
  const { diagnoses, notes, rawCodes } = view.detail.record;
  const list = (title: Shown, entries: readonly unknown[]): TemplateResult | typeof nothing =>
    entries.length === 0
      ? nothing
      : section(
          title,
          html`<ul>
            ${entries.map((entry) => html`<li>${entry}</li>`)}
          </ul>`,
        );
  return [
    view.showsClinical ? list(show('claim-detail.diagnoses'), diagnoses.map(coded)) : nothing,
    list(
      show('claim-detail.notes'),
      notes.map((note) => html`<span dir="auto">${note}</span>`),
    ),
    list(show('claim-detail.rawCodes'), rawCodes.map(coded)),
  ];
}

/** What happened, with the batch it went out with, or what was asked and answered about its modification. */
function eventText({ show, text }: DetailTexts, what: CaseEvent['what'], reference: string): Shown {
  if (what === 'exported') return show('claim-detail.history.exported', { reference });
  if (what === 'taken-in' || what === 'changed') return show(`claim-detail.history.${what}`);
  const isAnswer = what === 'modification-applied' || what === 'modification-refused';
  return show(`claim-detail.history.${what}`, {
    what: isAnswer
      ? text(`modification.reason.${reference as ModificationReason}`)
      : text(`modification.subject.${reference as ModificationSubject}`),
  });
}

/** What happened to the case, oldest first. */
export function historySection({ view, texts, locale, formats }: DetailParts): TemplateResult {
  const { show } = texts;
  const { datetime } = createFormats(locale, formats);
  return section(
    show('claim-detail.history'),
    html`<ol>
      ${view.detail.history.map(
        ({ at, what, by, reference }) =>
          html`<li>
            <time><bdi>${datetime(at)}</bdi></time
            >: ${eventText(texts, what, reference ?? '')}
            <span class="small">${by === null ? show('claim-detail.feed') : show('claim-detail.by', { who: by })}</span>
          </li>`,
      )}
    </ol>`,
  );
}

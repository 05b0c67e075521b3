import type { Bordereau, caseMessages } from '@portico/core/claims';
import type { bordereauExportMessages } from '@portico/core/claims/bordereau-export';
import { createFormats, createMoneyFormat, type FormatOptions, type Money } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesController } from '../kit/messages-controller.ts';

const sums = ['billed', 'approved', 'patientShare', 'paid'] as const;

/** An issued batch: number, parties, period, and totals that never mix currencies. */
export function issuedBatch(
  bordereau: Bordereau,
  texts: MessagesController<typeof bordereauExportMessages & typeof caseMessages>,
  locale: string,
  formats: FormatOptions | undefined,
): TemplateResult {
  const { show, text } = texts;
  const { date } = createFormats(locale, formats);
  const money = createMoneyFormat(locale, formats);
  const { number, payer, provider, period, rowCount, totals, issuedAt, issuedBy } = bordereau;
  const shown = sums.filter((key) => totals.some((total) => total[key] !== null));
  const cell = (amount: Money | null): TemplateResult =>
    html`<td class="amount">${amount === null ? nothing : html`<bdi>${money(amount)}</bdi>`}</td>`;
  return html`
    <dl>
      <dt>${show('bordereau.payer')}</dt>
      <dd><bdi>${payer.name}</bdi></dd>
      <dt>${show('bordereau.provider')}</dt>
      <dd><bdi>${provider.name}</bdi></dd>
      <dt>${show('bordereau.period')}</dt>
      <dd><bdi>${date(period.from)}</bdi> – <bdi>${date(period.to)}</bdi></dd>
      <dt>${show('bordereau.total')}</dt>
      <dd>${show('bordereau.rows', { n: rowCount })}</dd>
      <dt>${show('bordereau.number')}</dt>
      <dd>
        <bdi>${number}</bdi>
        <div class="small">${show('bordereau.issuedOn', { when: issuedAt, who: issuedBy })}</div>
      </dd>
    </dl>
    ${
      totals.length === 0
        ? nothing
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${text('bordereau.totals')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${show('case.column.currency')}</th>
                  ${shown.map((key) => html`<th scope="col" class="amount">${show(`case.column.${key}`)}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${totals.map(
                  (total) =>
                    html`<tr>
                      <th scope="row">${total.currency}</th>
                      ${shown.map((key) => cell(total[key]))}
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  `;
}

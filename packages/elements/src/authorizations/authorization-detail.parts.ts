import type { AuthorizationItem, authorizationMessages, Authorized, InformationRequest } from '@portico/core/authorizations';
import {
  grantedOf,
  type authorizationDetailMessages,
  type AuthorizationDetailView,
} from '@portico/core/authorizations/authorization-detail';
import type { caseMessages } from '@portico/core/claims';
import { createFormats, createMoneyFormat, type FormatOptions, type Money, type PlainDate } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { deadlineTexts, spanText } from '../claims/modification-time.ts';
import type { Shown } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';
import { headlineTone } from './headline-tone.ts';
import { reasonParts } from './reason.parts.ts';

/** Texts that an authorization is written with. */
export type DetailTexts = MessagesController<typeof authorizationDetailMessages & typeof authorizationMessages & typeof caseMessages>;

/** An authorization, its texts, and how values are written. */
export interface DetailParts {
  readonly view: AuthorizationDetailView & { readonly detail: NonNullable<AuthorizationDetailView['detail']> };
  readonly texts: DetailTexts;
  readonly locale: string;
  readonly formats: FormatOptions | undefined;
}

type Section = TemplateResult | typeof nothing;
type Coded = NonNullable<AuthorizationItem['service']>;

const section = (title: Shown, content: unknown): TemplateResult =>
  html`<section>
    <h3>${title}</h3>
    ${content}
  </section>`;

const line = (label: Shown, value: unknown): TemplateResult =>
  html`<dt>${label}</dt>
    <dd>${value}</dd>`;

/** A code with the words that came with it. */
export const coded = ({ code, text }: Coded): TemplateResult =>
  text && code ? html`<bdi>${text}</bdi> <span class="small"><bdi>${code}</bdi></span>` : html`<bdi>${text ?? code}</bdi>`;

/** Where it stands, in one word, and what has become true by time alone. */
export function headline({ view, texts: { show } }: DetailParts): TemplateResult {
  const marks = (['overdue', 'breached', 'expired'] as const).filter(
    (mark) => view[`is${mark[0]!.toUpperCase()}${mark.slice(1)}` as 'isOverdue'],
  );
  return html`<span class="badge ${headlineTone(view.headline!)}">${show(`authorization.headline.${view.headline!}`)}</span>
    ${marks.map((mark) => html`<span class="badge danger">${show(`authorization.mark.${mark}`)}</span>`)}`;
}

/** The axes, each on its own line: none of them says what another means. */
export function statusSection(parts: DetailParts): TemplateResult {
  const { view, texts } = parts;
  const { show } = texts;
  const { record } = view.detail;
  return section(
    show('authorization-detail.status'),
    html`<dl>
      ${line(show('authorization-detail.decision'), show(`case.decision.${view.decision!}`))}
      ${line(show('authorization-detail.use'), show(`authorization.use.${record.state.use}`))}
      ${line(show('authorization-detail.information'), show(`authorization.information.${record.state.information}`))}
      ${line(show('authorization-detail.urgency'), show(`authorization.urgency.${record.urgency}`))}
      ${line(show('authorization-detail.clock'), clock(parts))}
      ${record.validFrom !== null || record.validTo !== null ? line(show('authorization-detail.valid'), period(record.validFrom, record.validTo, texts)) : nothing}
    </dl>`,
  );
}

/** The time for the decision in the payer's zone: left, standing still, run out, or over. */
function clock({ view, texts: { show }, locale, formats }: DetailParts): unknown {
  const { clock: set, decidedAt } = view.detail.record;
  if (decidedAt !== null) return show('authorization-detail.clock.decided', { when: decidedAt });
  if (set === null) return show('authorization-detail.clock.none');
  const end = deadlineTexts(set, locale, formats);
  if (view.isBreached) return html`<strong>${show('authorization-detail.clock.breached', { ...end })}</strong>`;
  if (view.minutesLeft === null) return show('authorization.clock.stopped');
  const span = spanText(view.minutesLeft, locale, formats);
  return view.detail.record.state.clock === 'tolled'
    ? show('authorization-detail.clock.tolled', { span })
    : show('authorization-detail.clock.left', { span, ...end });
}

function period(from: PlainDate | null, to: PlainDate | null, { show }: DetailTexts): Shown | typeof nothing {
  if (from !== null && to !== null) return show('authorization-detail.valid.period', { from, to });
  if (from !== null) return show('authorization-detail.valid.from', { from });
  return to === null ? nothing : show('authorization-detail.valid.to', { to });
}

/** All its numbers, old and new: the first is the one to show (P3). */
export const numbersSection = ({ view, texts: { show } }: DetailParts): TemplateResult =>
  section(
    show('authorization-detail.numbers'),
    html`<dl>${view.detail.record.numbers.map(({ type, value }) => line(show(`case.identifier.${type}`), html`<bdi>${value}</bdi>`))}</dl>`,
  );

/** Who is on it, and when. */
export function peopleSection({ view, texts, locale, formats }: DetailParts): TemplateResult {
  const { show } = texts;
  const { member, payer, provider, physician, unlistedPhysician, serviceFrom, serviceTo, submittedAt, submittedBy } = view.detail.record;
  const { datetime } = createFormats(locale, formats);
  const name = (text: string | null | undefined): unknown => (text ? html`<bdi>${text}</bdi>` : show('authorization-detail.notTold'));
  return section(
    show('authorization-detail.people'),
    html`<dl>
      ${line(show('case.column.memberName'), name(member.name))} ${line(show('case.column.memberNumber'), name(member.number))}
      ${line(show('case.column.payerName'), name(payer.name))} ${line(show('case.column.providerName'), name(provider.name))}
      ${line(
        show('case.column.physicianName'),
        unlistedPhysician
          ? html`<bdi>${unlistedPhysician.name}</bdi> <span class="small"><bdi>${unlistedPhysician.identifier.value}</bdi></span>
              <div class="flag">${show('authorization-detail.unlistedPhysician')}</div>`
          : name(physician?.name),
      )}
      ${line(
        show('authorization-detail.serviceDates'),
        serviceFrom === null && serviceTo === null ? show('authorization-detail.notTold') : period(serviceFrom, serviceTo, texts),
      )}
      ${line(
        show('authorization-detail.sent'),
        html`<bdi>${datetime(submittedAt)}</bdi>
          <span class="small"
            >${submittedBy === null ? show('authorization-detail.feed') : show('authorization-detail.by', { who: submittedBy })}</span
          >`,
      )}
    </dl>`,
  );
}

/** Diagnoses: where the code is only the nearest one, the exact words stand with it (N19). */
export function clinicalSections({ view, texts: { show } }: DetailParts): readonly Section[] {
  const { diagnoses, note, payerNotes = [] } = view.detail.record;
  return [
    view.showsClinical && diagnoses.length > 0
      ? section(
          show('authorization-detail.diagnoses'),
          html`<ul>
            ${diagnoses.map(
              (one) =>
                html`<li>
                  ${coded(one.coded)}
                  ${
                    one.exact === null
                      ? nothing
                      : html`<div class="flag">${show('authorization-detail.nearest')}</div>
                          <div><bdi>${one.exact}</bdi></div>`
                  }
                </li>`,
            )}
          </ul>`,
        )
      : nothing,
    note === '' ? nothing : section(show('authorization-detail.note'), html`<p class="words" dir="auto">${note}</p>`),
    payerNotes.length === 0
      ? nothing
      : section(
          show('authorization-detail.payerNotes'),
          payerNotes.map((words) => html`<p class="words" dir="auto">${words}</p>`),
        ),
  ];
}

/** Why, by whom and when it was voided: it is not used for good (N29, N30). */
export function voidingNotice({ view, texts: { show } }: DetailParts): Section {
  const { voiding } = view.detail.record;
  if (voiding === null) return nothing;
  return html`<div class="notice warning" id="voiding">
    <strong>${show('authorization-detail.voided')}</strong>
    <div>${show(`authorization.void.${voiding.reason as 'other'}`)}</div>
    ${voiding.text ? html`<div class="words" dir="auto">${voiding.text}</div>` : nothing}
    <div class="small">${show('authorization-detail.voidedBy', { when: voiding.at, who: voiding.by || '–' })}</div>
  </div>`;
}

/** One side of an item: service, quantity, amount and days. */
function side(
  { service, quantity, amount, from, to }: Omit<Authorized, 'number'>,
  { view, texts, locale, formats }: DetailParts,
): TemplateResult {
  const { show } = texts;
  const money = createMoneyFormat(locale, formats);
  return html`${view.showsClinical && service ? html`<div>${coded(service)}</div>` : nothing}
  ${quantity === null ? nothing : html`<div>${show('authorization-detail.quantity', { quantity })}</div>`}
  ${amount === null ? nothing : html`<div class="sum">${show('authorization-detail.amount', { amount: money(amount) })}</div>`}
  ${from === null && to === null ? nothing : html`<div class="small">${period(from, to, texts)}</div>`}`;
}

function requested(item: AuthorizationItem, parts: DetailParts): TemplateResult {
  const { show } = parts.texts;
  const money = createMoneyFormat(parts.locale, parts.formats);
  if (item.origin === 'payer') return html`<span class="flag">${show('authorization-detail.addedByPayer')}</span>`;
  const estimate = (cost: Money): Section =>
    parts.view.showsAmounts ? html`<div class="sum">${show('authorization-detail.estimate', { amount: money(cost) })}</div>` : nothing;
  return html`${
    item.unlisted
      ? html`<div><bdi>${item.unlisted.name}</bdi></div>
          <div class="flag">${show('authorization-detail.unlisted')}</div>
          ${estimate(item.unlisted.estimatedCost)}`
      : nothing
  }${side(item, parts)}`;
}

function authorized(item: AuthorizationItem, parts: DetailParts): unknown {
  const { show } = parts.texts;
  const granted = grantedOf(item);
  if (granted === null)
    return item.outcome === 'undecided' || item.outcome === 'pended'
      ? html`<span class="small">${show('authorization-detail.notDecided')}</span>`
      : html`<span class="small">${show('authorization-detail.nothingAuthorized')}</span>`;
  return html`${!granted.service && item.unlisted ? html`<div><bdi>${item.unlisted.name}</bdi></div>` : nothing}${side(granted, parts)}
  ${granted.number === null ? nothing : html`<div class="small">${show('authorization-detail.ownNumber', { number: granted.number })}</div>`}`;
}

function outcome(item: AuthorizationItem, { texts }: DetailParts): TemplateResult {
  const { show } = texts;
  return html`${show(`authorization.outcome.${item.outcome}`)}
  ${item.outcomeCode ? html`<div class="small">${show('authorization-detail.rawCode', { code: item.outcomeCode.code })}</div>` : nothing}
  ${item.reasons.map((reason) => html`<div class="small">${reasonParts(reason, texts)}</div>`)}`;
}

/** What was requested against what is authorized, item by item; numbers are never renumbered. */
export function itemsSection(parts: DetailParts): TemplateResult {
  const { texts, view } = parts;
  const { show } = texts;
  return section(
    show('authorization-detail.items'),
    html`<div class="scroll" tabindex="0" role="region" aria-label=${texts.text('authorization-detail.items')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${show('authorization-detail.item')}</th>
            <th scope="col">${show('authorization-detail.requested')}</th>
            <th scope="col">${show('authorization-detail.authorized')}</th>
            <th scope="col">${show('authorization-detail.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          ${view.detail.record.items.map(
            (item) =>
              html`<tr data-sequence=${item.sequence} class=${item.outcome === 'cancelled' ? 'taken-back' : ''}>
                <th scope="row">${item.sequence}</th>
                <td>${requested(item, parts)}</td>
                <td>${authorized(item, parts)}</td>
                <td>${outcome(item, parts)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
  );
}

/** One question of the payer, with when the answer is due, in the payer's zone. */
export function question(request: InformationRequest, { view, texts, locale, formats }: DetailParts, acts: unknown): TemplateResult {
  const { show } = texts;
  const { id, askedBy, askedAt, text, items, dueAt, state, answers } = request;
  const isOpen = state === 'open' || state === 'partial';
  const due = dueAt === null ? null : deadlineTexts({ dueAt, zone: view.zone }, locale, formats);
  const isLate = isOpen && dueAt !== null && view.at >= dueAt;
  return html`<article class="question" part="request" data-request=${id} aria-labelledby="asked-${id}">
    <p class="facts">
      <span class="badge ${isLate ? 'danger' : isOpen ? 'warning' : ''}"
        >${show(isLate ? 'authorization.mark.overdue' : `authorization.asked.${state}`)}</span
      >
      <span id="asked-${id}">${show('authorization-detail.askedBy', { who: askedBy, when: askedAt })}</span>
      ${items.length === 0 ? nothing : html`<span>${show('authorization-detail.askedItems', { n: items.length, items: items.join(', ') })}</span>`}
    </p>
    ${text ? html`<blockquote><p dir="auto">${text}</p></blockquote>` : nothing}
    ${isOpen && due ? html`<p>${show(isLate ? 'authorization-detail.late' : 'authorization-detail.due', { ...due })}</p>` : nothing}
    ${answers.length === 0 ? nothing : html`<p class="small">${show('authorization.answers', { n: answers.length })}</p>`} ${acts}
  </article>`;
}

/** What happened, oldest first. */
export function historySection({ view, texts: { show }, locale, formats }: DetailParts): TemplateResult {
  const { datetime } = createFormats(locale, formats);
  return section(
    show('authorization-detail.history'),
    html`<ol>
      ${view.detail.history.map(
        ({ at, what, by }) =>
          html`<li>
            <time><bdi>${datetime(at)}</bdi></time
            >: ${show(`authorization.entry.${what}`)}
            <span class="small">${by === null ? show('authorization-detail.feed') : show('authorization-detail.by', { who: by })}</span>
          </li>`,
      )}
    </ol>`,
  );
}

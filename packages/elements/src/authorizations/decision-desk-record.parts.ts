import type { Authorization, AuthorizationItem, InformationRequest } from '@portico/core/authorizations';
import { grantedOf } from '@portico/core/authorizations/decision-desk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../controls/field.parts.ts';
import type { DeskParts } from './decision-desk-rows.ts';
import { reasonParts } from './reason.parts.ts';

/** What is asked for and by whom: what the desk reads before it decides. */
export function deskRecord(parts: DeskParts): TemplateResult {
  const { view, texts, href } = parts;
  const { show } = texts;
  const { record } = view.opened!.detail;
  const { member, diagnoses, informationRequests, note } = record;
  return html`
    <div class="head">
      <h4 id="record-title" tabindex="-1"><bdi>${record.numbers[0]?.value ?? record.id}</bdi> · <bdi>${member.name}</bdi></h4>
      ${href === null ? nothing : html`<a href=${href}>${show('decision-desk.papers')}</a>`}
    </div>
    <dl>
      ${member.number === null ? nothing : fact(show('decision-desk.memberNumber'), html`<bdi dir="ltr">${member.number}</bdi>`)}
      ${member.birthDate === null ? nothing : fact(show('decision-desk.birthDate'), show('decision-desk.day', { day: member.birthDate }))}
      ${fact(show('decision-desk.serviceDates'), days(record, parts))} ${fact(show('decision-desk.physician'), physician(record, parts))}
      ${fact(
        show('decision-desk.numbers'),
        record.numbers.map(({ value }, index) => html`${index === 0 ? '' : ' · '}<bdi dir="ltr">${value}</bdi>`),
      )}
      ${fact(show('decision-desk.clock'), clock(parts))}
    </dl>
    ${
      diagnoses.length === 0
        ? nothing
        : html`<h4>${show('decision-desk.diagnoses')}</h4>
            <ul>
              ${diagnoses.map(
                ({ coded, exact }) =>
                  html`<li>
                    <bdi>${coded.code}</bdi> ${coded.text === null ? nothing : html`<bdi>${coded.text}</bdi>`}
                    ${
                      exact === null
                        ? nothing
                        : html`<span class="badge warning">${show('decision-desk.diagnosis.nearest')}</span>
                            <p dir="auto">${show('decision-desk.diagnosis.exact', { words: exact })}</p>`
                    }
                  </li>`,
              )}
            </ul>`
    }
    ${
      note === ''
        ? nothing
        : html`<h4>${show('decision-desk.note')}</h4>
            <blockquote dir="auto">${note}</blockquote>`
    }
    ${
      informationRequests.length === 0
        ? nothing
        : html`<h4>${show('decision-desk.questions')}</h4>
            <ul>
              ${informationRequests.map((one) => question(one, parts))}
            </ul>`
    }
  `;
}

/** One item as it was asked for: the service or what is in no list (N20), how much, when, and what was said of it so far. */
export function askedItem(item: AuthorizationItem, parts: DeskParts): TemplateResult {
  const { texts, money } = parts;
  const { show, text } = texts;
  const { sequence, service, unlisted, quantity, amount, from, to, outcome, origin, reasons } = item;
  return html`<h4 id="item-${sequence}">
      ${show('decision-desk.item', { n: sequence })}:
      ${service ? html`<bdi>${service.code}</bdi> <bdi>${service.text ?? ''}</bdi>` : html`<bdi>${unlisted?.name ?? ''}</bdi>`}
    </h4>
    <p class="facts">
      ${
        unlisted === null
          ? nothing
          : html`<span class="badge warning">${show('decision-desk.item.unlisted')}</span>
              <span>${show('decision-desk.item.estimate', { amount: money(unlisted.estimatedCost) })}</span>`
      }
      ${origin === 'payer' ? html`<span>${show('decision-desk.item.byPayer')}</span>` : nothing}
      ${quantity === null ? nothing : html`<span>${show('decision-desk.item.quantity', { quantity })}</span>`}
      ${amount === null ? nothing : html`<span><bdi>${money(amount)}</bdi></span>`}
      ${from === null ? nothing : html`<span>${to === null || to === from ? show('decision-desk.day', { day: from }) : show('decision-desk.fromTo', { from, to })}</span>`}
      ${
        outcome === 'undecided'
          ? nothing
          : html`<span>${show('decision-desk.item.now', { outcome: text(`authorization.outcome.${outcome}`) })}</span>`
      }
      ${grantedOf(item) === null || item.authorized === null ? nothing : html`<span>${show('decision-desk.item.granted', { what: grantedText(item, parts) })}</span>`}
      ${reasons.map((reason) => html`<span>${reasonParts(reason, texts)}</span>`)}
    </p>`;
}

/** What is authorized for an item, in one line. */
function grantedText(item: AuthorizationItem, { texts: { text }, money }: DeskParts): string {
  const granted = grantedOf(item);
  if (granted === null) return '';
  const { service, quantity, amount, from, to, number } = granted;
  return [
    service && [service.code, service.text].filter(Boolean).join(' '),
    quantity && text('decision-desk.item.quantity', { quantity }),
    amount && money(amount),
    from && (to === null || to === from ? text('decision-desk.day', { day: from }) : text('decision-desk.fromTo', { from, to })),
    number,
  ]
    .filter(Boolean)
    .join(' · ');
}

const fact = (label: Shown, value: Shown): TemplateResult =>
  html`<dt>${label}</dt>
    <dd>${value}</dd>`;

function days({ serviceFrom: from, serviceTo: to }: Authorization, { texts: { show } }: DeskParts): Shown {
  if (from === null) return '—';
  return to === null || to === from ? show('decision-desk.day', { day: from }) : show('decision-desk.fromTo', { from, to });
}

/** N18: one who is in no list is told by licence and name, and flagged. */
function physician({ physician: found, unlistedPhysician }: Authorization, { texts: { show } }: DeskParts): Shown {
  if (unlistedPhysician === null) return html`<bdi>${found?.name ?? '—'}</bdi>`;
  return html`<bdi>${unlistedPhysician.name}</bdi> <bdi dir="ltr">${unlistedPhysician.identifier.value}</bdi>
    <span class="badge warning">${show('decision-desk.physician.unlisted')}</span>`;
}

function clock({ view, texts: { show, text } }: DeskParts): Shown {
  const { clock: found, state } = view.opened!.detail.record;
  if (found === null) return show('decision-desk.clock.none');
  const stage = text(`authorization.clock.${state.clock}`);
  const says = state.clock === 'running' ? show('decision-desk.clock.until', { state: stage, when: found.dueAt }) : stage;
  return html`${says} ${view.isBreached ? html`<span class="badge danger">${show('authorization.mark.breached')}</span>` : nothing}`;
}

function question({ text: words, state, dueAt, answers }: InformationRequest, { texts: { show, text }, view }: DeskParts): TemplateResult {
  const stage = text(`authorization.asked.${state}`);
  const isWaiting = state === 'open' || state === 'partial';
  return html`<li>
    <blockquote dir="auto">${words}</blockquote>
    <p class="facts">
      <span>${isWaiting && dueAt !== null ? show('decision-desk.question.due', { state: stage, when: dueAt }) : stage}</span>
      ${isWaiting && dueAt !== null && view.readAt >= dueAt ? html`<span class="badge danger">${show('decision-desk.late.overdue')}</span>` : nothing}
      ${answers.length === 0 ? nothing : html`<span>${show('authorization.answers', { n: answers.length })}</span>`}
    </p>
  </li>`;
}

import { createMoneyFormat, type FormatOptions } from '@portico/core/kernel';
import type { Benefit, CoveredMember, EligibilityAnswer } from '@portico/core/members';
import type { eligibilityCheckMessages } from '@portico/core/members/eligibility-check';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';

/** What an answer is shown with. */
export interface AnswerParts {
  readonly messages: MessagesController<typeof eligibilityCheckMessages>;
  readonly formats: FormatOptions | undefined;
  /** What can be done about it, where it is no last word. */
  readonly retry: TemplateResult | typeof nothing;
  readonly chosen: (member: CoveredMember) => void;
  /** Goes on with a covered member to a request; null where nobody may send one here. */
  readonly request: (() => void) | null;
}

/** The number to call (N9), as a link that a telephone understands. */
export function helplineLink(
  { helpline }: EligibilityAnswer,
  { messages: { show } }: Pick<AnswerParts, 'messages'>,
): TemplateResult | typeof nothing {
  if (helpline === null) return nothing;
  const { phone, source } = helpline;
  return html`<p class="helpline">
    ${show(`eligibility.call.${source}`)}: <a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi dir="ltr">${phone}</bdi></a>
  </p>`;
}

/** An answer in its frame: the outcome in words, whom to call, what it tells, and as of when. */
export function answerParts(answer: EligibilityAnswer, parts: AnswerParts): TemplateResult {
  const { show } = parts.messages;
  const { status, asOf, serviceDate: day } = answer;
  const isDated = status === 'active' || status === 'card-expired' || status === 'not-yet-in-force' || status === 'ended';
  return html`<section part="answer" class="answer ${status}" id="result" tabindex="-1" aria-labelledby="outcome">
    <h3 id="outcome">${show(`eligibility.status.${status}`)}</h3>
    <p>${isDated ? show(`eligibility.says.${status}`, { day }) : show(`eligibility.says.${status}`)}</p>
    ${helplineLink(answer, parts)} ${details(answer, parts)} ${requestButton(answer, parts)} ${parts.retry}
    <p class="muted">${show('eligibility.asOf', { at: asOf, day })}</p>
  </section>`;
}

function requestButton({ status }: EligibilityAnswer, { request, messages: { show } }: AnswerParts): TemplateResult | typeof nothing {
  if (status !== 'active' || request === null) return nothing;
  return html`<div class="actions"><button type="button" @click=${request}>${show('eligibility.request')}</button></div>`;
}

/** All that an answer tells beside its outcome: the member, the coverage, the benefits, or those who may be meant. */
function details(answer: EligibilityAnswer, parts: AnswerParts): TemplateResult | typeof nothing {
  if (answer.status === 'ambiguous') return candidates(answer.candidates, parts);
  if (!('coverage' in answer)) return nothing;
  const { show } = parts.messages;
  const { member, coverage } = answer;
  const { planName, network, from, to, cardUntil, benefits } = coverage;
  const period = to === null ? show('eligibility.since', { from }) : show('eligibility.until', { from, to });
  return html`
    <dl>
      ${fact(show('eligibility.member'), html`<bdi>${member.name}</bdi>`)}
      ${fact(show('eligibility.number'), html`<bdi dir="ltr">${member.number}</bdi>`)}
      ${fact(show('eligibility.birthDate'), dateText(member.birthDate, parts))}
      ${fact(show('eligibility.plan'), html`<bdi>${planName}</bdi>`)}
      ${network === null ? nothing : fact(show('eligibility.network'), html`<bdi>${network}</bdi>`)}
      ${fact(show('eligibility.period'), period)}
      ${cardUntil === null ? nothing : fact(show('eligibility.cardUntil'), dateText(cardUntil, parts))}
    </dl>
    ${benefits.length === 0 ? nothing : benefitTable(benefits, parts)}
  `;
}

const fact = (label: Shown, value: Shown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const dateText = (day: CoveredMember['birthDate'], { messages: { show } }: AnswerParts): Shown => show('eligibility.day', { day });

function candidates(all: readonly CoveredMember[], parts: AnswerParts): TemplateResult {
  const { show } = parts.messages;
  return html`<ul class="candidates">
    ${all.map(
      (member) =>
        html`<li>
          <span
            ><bdi id="candidate-${member.id}">${member.name}</bdi> · <bdi dir="ltr">${member.number}</bdi> ·
            ${dateText(member.birthDate, parts)}</span
          >
          <button
            type="button"
            aria-label=${parts.messages.text('eligibility.chooseNumber', { number: member.number })}
            @click=${() => parts.chosen(member)}
          >
            ${show('eligibility.choose')}
          </button>
        </li>`,
    )}
  </ul>`;
}

function benefitTable(benefits: readonly Benefit[], parts: AnswerParts): TemplateResult {
  const { show } = parts.messages;
  // Hidden amounts have no column: an empty one would read as nothing to pay.
  const hasAmounts = benefits.some(({ share }) => share !== undefined);
  const columns = ['service', 'authorization', ...(hasAmounts ? (['share', 'left'] as const) : [])] as const;
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="benefits">
    <table>
      <caption id="benefits">
        ${show('eligibility.benefits')}
      </caption>
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${show(`eligibility.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${benefits.map((one) => benefitRow(one, hasAmounts, parts))}
      </tbody>
    </table>
  </div>`;
}

function benefitRow({ text, isCovered, authorization, share, left }: Benefit, hasAmounts: boolean, parts: AnswerParts): TemplateResult {
  const { show } = parts.messages;
  const name = html`<th scope="row"><bdi>${text}</bdi></th>`;
  if (!isCovered)
    return html`<tr>
      ${name}
      <td colspan=${hasAmounts ? 3 : 1}>${show('eligibility.notCovered')}</td>
    </tr>`;
  const money = createMoneyFormat(parts.messages.locale, parts.formats);
  return html`<tr>
    ${name}
    <td class=${authorization}>${show(`eligibility.authorization.${authorization}`)}</td>
    ${
      hasAmounts
        ? html`<td>${shareText(share ?? null, money, parts)}</td>
            <td>${left ? html`<bdi>${money(left)}</bdi>` : show('eligibility.noLimit')}</td>`
        : nothing
    }
  </tr>`;
}

function shareText(
  share: NonNullable<Benefit['share']> | null,
  money: ReturnType<typeof createMoneyFormat>,
  { messages, formats }: AnswerParts,
): Shown {
  if (share === null) return messages.show('eligibility.nothing');
  const { basisPoints, fixed } = share;
  const percent = {
    style: 'percent',
    maximumFractionDigits: 2,
    ...(formats?.numberingSystem && { numberingSystem: formats.numberingSystem }),
  } as const;
  const told = [
    ...(basisPoints === null ? [] : [new Intl.NumberFormat(messages.locale, percent).format(basisPoints / 10_000)]),
    ...(fixed === null ? [] : [money(fixed)]),
  ];
  return html`${told.map((one, n) => html`${n > 0 ? ' + ' : ''}<bdi>${one}</bdi>`)}`;
}

import type { BulkLine } from '@portico/core/members';
import type { eligibilityCheckMessages } from '@portico/core/members/eligibility-check';
import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesController } from '../kit/messages-controller.ts';
import { helplineLink } from './eligibility-answer.parts.ts';

/** What the results of a bulk check are shown with. */
export interface LinesParts {
  readonly messages: MessagesController<typeof eligibilityCheckMessages>;
  readonly isFileFailed: boolean;
  readonly download: (format: 'csv' | 'xlsx') => void;
}

/** The results of a bulk check (P21), line by line, with what they are kept as. */
export function linesParts(lines: readonly BulkLine[], parts: LinesParts): TemplateResult {
  const { show } = parts.messages;
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="results">
      <table>
        <caption id="results">
          ${show('eligibility.results')}
        </caption>
        <thead>
          <tr>
            ${(['line', 'asked', 'outcome', 'member', 'plan'] as const).map((name) => html`<th scope="col">${show(`eligibility.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map((line, n) => row(line, n, parts))}
        </tbody>
      </table>
    </div>
    <div class="actions">
      ${(['csv', 'xlsx'] as const).map(
        (format) => html`<button type="button" @click=${() => parts.download(format)}>${show(`eligibility.${format}`)}</button>`,
      )}
    </div>
    ${parts.isFileFailed ? html`<p class="notice danger" role="alert">${show('eligibility.fileFailed')}</p>` : nothing}`;
}

function row({ query, answer }: BulkLine, n: number, parts: LinesParts): TemplateResult {
  const { show } = parts.messages;
  const known = answer !== null && 'coverage' in answer ? answer : null;
  const isClear = answer === null || answer.status === 'active';
  return html`<tr>
    <td>${n + 1}</td>
    <th scope="row">
      ${query.by === 'name' ? html`<bdi>${query.name}</bdi>, ${show('eligibility.day', { day: query.birthDate })}` : html`<bdi dir="ltr">${query.value}</bdi>`}
    </th>
    <td>${show(`eligibility.status.${answer?.status ?? 'invalid'}`)} ${isClear ? nothing : helplineLink(answer, parts)}</td>
    <td>${known ? html`<bdi>${known.member.name}</bdi>` : nothing}</td>
    <td>${known ? html`<bdi>${known.coverage.planName}</bdi>` : nothing}</td>
  </tr>`;
}

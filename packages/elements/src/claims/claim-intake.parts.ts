import {
  claimIntakeLinesMessages,
  groupedLines,
  intakeSum,
  type claimIntakeMessages,
  type IntakeFile,
  type LineGroup,
} from '@portico/core/claims/claim-intake';
import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesController } from '../kit/messages-controller.ts';

/** Texts that a file is written with. */
export type IntakeTexts = MessagesController<typeof claimIntakeMessages & typeof claimIntakeLinesMessages>;

/** All files in one line: how many, and what became of what they held. */
export function sumLine(files: readonly IntakeFile[], texts: IntakeTexts): TemplateResult {
  const sum = intakeSum(files);
  const { show } = texts;
  const unfinished = sum.unfinished > 0 ? [' · ', show('claim-intake.unfinished', { n: sum.unfinished })] : [];
  return html`<p class="sum">
    ${show('claim-intake.files', { n: sum.files })}${outcomeOf(sum, texts)}${answersOf(sum.answers, texts)}${unfinished}
  </p>`;
}

/** One file: its name, how far it is, what it held and what became of it. */
export function fileLine(file: IntakeFile, texts: IntakeTexts): TemplateResult {
  const { show, text } = texts;
  const { state, source, share, report, outcome, recordCount, answerCount, answers, held, code } = file;
  const isUnderWay = state === 'reading' || state === 'sending';
  const error = code === 'denied' || code === 'offline' || code === 'storage-full' ? code : 'other';
  // A file that gives nothing says why at once, not only in its report.
  const why = recordCount === 0 ? report?.lines.find(({ severity }) => severity === 'dropped') : undefined;
  return html`<li class="file ${state === 'failed' ? 'failed' : ''}">
    <div class="file-head">
      <strong><bdi>${source.name}</bdi></strong
      ><span>${show(`claim-intake.state.${state}`)}</span>
    </div>
    ${isUnderWay ? html`<progress aria-label=${text(`claim-intake.state.${state}`)} max="1" .value=${share}></progress>` : nothing}
    ${state === 'failed' ? html`<p class="field-error">${show(`claim-intake.error.${error}`)}</p>` : nothing}
    ${why ? html`<p class="field-error">${wordsOf(why.code, show)}</p>` : nothing}
    ${report && held !== 'cases' ? html`<p>${show('claim-intake.records', { n: recordCount })} ${outcomeOf(outcome, texts)}</p>` : nothing}
    ${
      report && (answerCount > 0 || held === 'cases')
        ? html`<p>${show('claim-intake.answers', { n: answerCount })} ${answersOf(answers, texts)}</p>`
        : nothing
    }
    ${answers ? Object.keys(answers.refused).map((code) => html`<p class="field-error">${refusalOf(code, show)}</p>`) : nothing}
    ${held ? html`<p class="small">${show(`claim-intake.held.${held}`)}</p>` : nothing} ${report ? reportOf(report, texts) : nothing}
  </li>`;
}

function outcomeOf(outcome: IntakeFile['outcome'], { show }: IntakeTexts): readonly unknown[] {
  if (!outcome) return [];
  return (['taken', 'updated', 'unchanged', 'refused'] as const)
    .filter((key) => outcome[key] > 0)
    .flatMap((key) => [' · ', show(`claim-intake.${key}`, { n: outcome[key] })]);
}

function answersOf(answers: IntakeFile['answers'], { show }: IntakeTexts): readonly unknown[] {
  if (!answers) return [];
  const refused = Object.values(answers.refused).reduce((sum, one) => sum + one, 0);
  const told = [
    ['claim-intake.answersTaken', answers.taken],
    ['claim-intake.answersKnown', answers.unchanged],
    ['claim-intake.answersRefused', refused],
  ] as const;
  return told.filter(([, n]) => n > 0).flatMap(([key, n]) => [' · ', show(key, { n })]);
}

/** Why an answer was refused, in words; a code without words of its own is shown beside them. */
function refusalOf(code: string, show: IntakeTexts['show']): unknown {
  if (code === 'no-such-authorization' || code === 'no-such-item' || code === 'invalid') return show(`claim-intake.refusal.${code}`);
  return html`${show('claim-intake.refusal.other')} <code dir="ltr">${code}</code>`;
}

function reportOf({ resources, lines }: NonNullable<IntakeFile['report']>, { show }: IntakeTexts): TemplateResult {
  const groups = groupedLines(lines);
  const all = resources.reduce((sum, { count }) => sum + count, 0);
  return html`<details>
    <summary>${show('claim-intake.report')} <span class="small">${show('claim-intake.resources', { n: all })}</span></summary>
    <p class="small">
      ${resources.map(({ type, count, used }, index) => [index > 0 ? ' · ' : '', show('claim-intake.resource', { type, used, n: count })])}
    </p>
    ${
      groups.length === 0
        ? html`<p>${show('claim-intake.nothingToSay')}</p>`
        : html`<ul>
            ${groups.map((group) => groupLine(group, show))}
          </ul>`
    }
  </details>`;
}

const groupLine = ({ severity, code, count, places }: LineGroup, show: IntakeTexts['show']): TemplateResult =>
  html`<li>
    ${show(`claim-intake.severity.${severity}`)}: ${wordsOf(code, show)} ${show('claim-intake.places', { n: count })}
    <div class="small">
      ${places.map((place, index) => [index > 0 ? ' · ' : '', html`<code dir="ltr">${place}</code>`])}
      ${count > places.length ? show('claim-intake.more', { n: count - places.length }) : nothing}
    </div>
  </li>`;

/** A code in words where there are some. */
function wordsOf(code: string, show: IntakeTexts['show']): unknown {
  const key = `claim-intake.line.${code}`;
  return key in claimIntakeLinesMessages ? show(key as keyof typeof claimIntakeLinesMessages) : html`<code dir="ltr">${code}</code>`;
}

import type { AuthorizationItem, AuthorizationRequest, AuthorizationRow } from '@portico/core/authorizations';
import { createMoneyFormat } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../controls/field.parts.ts';
import { fileList } from './authorization-request-documents.parts.ts';
import { keeping } from './authorization-request-form.parts.ts';
import { codeText } from './authorization-request-lines.parts.ts';
import type { RequestParts } from './authorization-request.page.ts';

/** All of it before it is sent: what will leave, what may be the same, and that documents help (N15). */
export function review(parts: RequestParts): TemplateResult {
  const { view, texts, send } = parts;
  const { show } = texts;
  const { request, duplicates } = view;
  if (request === null) return html``;
  const mayBeSame = (duplicates?.length ?? 0) > 0;
  return html`
    ${keeping(parts)}
    <section part="summary" class="summary" id="summary" tabindex="-1" aria-labelledby="summary-title">
      <h3 id="summary-title">${show('request.summary')}</h3>
      ${facts(request, parts)} ${lines(request, parts)}
    </section>
    <div id="member-check" role="status">${parts.member}</div>
    ${sameOnes(parts)} ${view.isNudged ? html`<p class="notice" id="nudge">${show('request.nudge')}</p>` : nothing} ${stuckFiles(parts)}
    <div class="actions">
      <button class="primary" id="send" type="button" @click=${() => send({ type: 'request.sent' })}>
        ${show(mayBeSame ? 'request.sendAnyway' : 'request.send')}
      </button>
      <button type="button" id="edit" @click=${() => send({ type: 'review.left' })}>${show('request.edit')}</button>
    </div>
  `;
}

const fact = (label: Shown, value: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function facts(request: AuthorizationRequest, parts: RequestParts): TemplateResult {
  const { show } = parts.texts;
  const { kind, urgency, payer, provider, member, physician, unlistedPhysician: unlisted, diagnoses, note } = request;
  return html`<dl>
    ${fact(show('request.kind'), html`${show(`authorization.kind.${kind}`)} · ${show(`authorization.urgency.${urgency}`)}`)}
    ${fact(show('request.payer'), html`<bdi>${payer.name}</bdi>`)} ${fact(show('request.provider'), html`<bdi>${provider.name}</bdi>`)}
    ${fact(show('request.member'), html`<bdi>${member.name}</bdi> <bdi dir="ltr">${member.number ?? ''}</bdi>`)}
    ${fact(
      show('request.physician'),
      unlisted
        ? html`<bdi>${unlisted.name}</bdi> · ${show(`request.licence.${licenceOf(unlisted.identifier.type)}`)}
            <bdi dir="ltr">${unlisted.identifier.value}</bdi> (${show('request.unlistedMark')})`
        : html`<bdi>${physician?.name ?? ''}</bdi>`,
    )}
    ${fact(show('request.dates'), period(request.serviceFrom, request.serviceTo, parts))}
    ${fact(
      show('request.diagnoses'),
      diagnoses.map(
        ({ coded, exact }) =>
          html`<span class="one">${codeText(coded)} ${exact === null ? nothing : html`(${show('request.nearestMark', { exact })})`}</span>`,
      ),
    )}
    ${note === '' ? nothing : fact(show('request.note'), html`<bdi class="words">${note}</bdi>`)}
    ${parts.view.takesFiles ? fact(show('request.documents'), show('request.caseDocuments', { n: documentsOf(null, parts) })) : nothing}
  </dl>`;
}

type Licence = 'lop' | 'dha' | 'doh' | 'moh' | 'npi' | 'other';
const licenceOf = (type: string): Licence => (['lop', 'dha', 'doh', 'moh', 'npi'] as const).find((one) => one === type) ?? 'other';

type Day = AuthorizationRequest['serviceFrom'];
function period(from: Day, to: Day, { texts: { show } }: RequestParts): unknown {
  if (from === null) return to === null ? '—' : show('request.oneDay', { from: to });
  return to === null || to === from ? show('request.oneDay', { from }) : show('request.period', { from, to });
}

const leaving: ReadonlySet<string> = new Set(['checking', 'checked', 'waiting', 'uploading', 'uploaded']);

const documentsOf = (sequence: number | null, { view: { files } }: RequestParts): number =>
  files.filter((file) => file.itemSequence === sequence && leaving.has(file.state)).length;

function lines({ items }: AuthorizationRequest, parts: RequestParts): TemplateResult {
  const { texts, host, view } = parts;
  const { show } = texts;
  const money = createMoneyFormat(texts.locale, host.settings.formats);
  const cost = ({ amount, unlisted }: AuthorizationItem): string => {
    const told = amount ?? unlisted?.estimatedCost;
    return told ? money(told) : '—';
  };
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="lines-title">
    <table>
      <caption id="lines-title">
        ${show('request.services')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${show('request.service')}</th>
          <th scope="col" class="number">${show('request.quantity')}</th>
          <th scope="col" class="number">${show('request.cost')}</th>
          <th scope="col">${show('request.dates')}</th>
          ${view.takesFiles ? html`<th scope="col">${show('request.documents')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (item) =>
            html`<tr>
              <th scope="row">
                ${show('request.line', { n: item.sequence })} ·
                ${item.service ? codeText(item.service) : html`<bdi>${item.unlisted?.name}</bdi> (${show('request.unlistedMark')})`}
              </th>
              <td class="number"><bdi>${item.quantity ?? '—'}</bdi></td>
              <td class="number"><bdi>${cost(item)}</bdi></td>
              <td>${period(item.from, item.to, parts)}</td>
              ${view.takesFiles ? html`<td>${show('request.lineDocuments', { n: documentsOf(item.sequence, parts) })}</td>` : nothing}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Records that may be the same, and why it is thought so. */
function sameOnes({ view, texts, open }: RequestParts): TemplateResult | typeof nothing {
  const { show } = texts;
  const { duplicates, rules } = view;
  if (duplicates === null) return html`<p class="notice">${show('request.duplicatesUnknown')}</p>`;
  if (duplicates.length === 0) return nothing;
  const about = ({ reference, kind, serviceFrom, submittedAt }: AuthorizationRow): TemplateResult =>
    html`<bdi dir="ltr">${reference}</bdi> · ${show(`authorization.kind.${kind}`)} ·
      ${serviceFrom ? html`${show('request.duplicateOn', { day: serviceFrom })} ·` : nothing}
      ${show('request.duplicateSent', { at: submittedAt })}`;
  return html`<section class="notice warning" id="duplicates" aria-labelledby="duplicates-title">
    <h3 id="duplicates-title">${show('request.duplicates', { n: duplicates.length })}</h3>
    <p>${show('request.duplicatesWhy', { days: rules?.authorizations.duplicateDays ?? 0 })}</p>
    <ul>
      ${duplicates.map(
        (row) =>
          html`<li>
            <span>${about(row)}</span>
            <button type="button" @click=${() => open(row.id)}>${show('request.open', { number: row.reference })}</button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function stuckFiles({ view, texts }: RequestParts): TemplateResult | typeof nothing {
  const n = view.files.filter(({ state }) => !leaving.has(state)).length;
  return n === 0 ? nothing : html`<p class="notice warning">${texts.show('request.stuckFiles', { n })}</p>`;
}

/** How far it is once it was sent: on its way, not known, received; and which of its documents are with it. */
export function outcome(parts: RequestParts): TemplateResult {
  const { view, texts, send, open } = parts;
  const { show } = texts;
  const { state, notice, sent, posted, total } = view;
  const button = (label: Shown, act: () => void, isPrimary = false): TemplateResult =>
    html`<button type="button" class=${isPrimary ? 'primary' : ''} @click=${act}>${label}</button>`;
  if (sent === null) {
    const isOver = state === 'unknown' || state === 'unsent';
    return html`<section class="notice ${isOver ? 'warning' : ''}" id="outcome" tabindex="-1" role="status">
        <p>${notice ? show(notice) : show(state === 'waiting' ? 'request.waiting' : 'request.submitting')}</p>
      </section>
      ${
        isOver
          ? html`<div class="actions">
              ${button(show(state === 'unknown' ? 'request.askAgain' : 'request.sendAgain'), () => send({ type: 'send.retried' }), true)}
              ${state === 'unsent' ? button(show('request.edit'), () => send({ type: 'send.undone' })) : nothing}
            </div>`
          : nothing
      }`;
  }
  const isIncomplete = state === 'incomplete';
  return html`<section class="notice ${isIncomplete ? 'warning' : 'success'}" id="outcome" tabindex="-1" aria-labelledby="outcome-title">
      <h3 id="outcome-title">${show('request.received')}</h3>
      <p>${show('request.reference')}: <bdi dir="ltr" class="reference">${sent.reference}</bdi></p>
      <p role="status">
        ${
          state === 'attaching'
            ? show('request.attaching', { posted, total })
            : isIncomplete
              ? show('request.incomplete', { posted, total })
              : posted > 0
                ? show('request.attached', { n: posted })
                : ''
        }
        ${isIncomplete && notice ? show(notice) : ''}
      </p>
      <p class="small">${show('request.receivedIs')}</p>
    </section>
    ${isIncomplete ? fileList(parts) : nothing}
    <div class="actions">
      ${
        isIncomplete
          ? [
              button(show('request.documentsRetry'), () => send({ type: 'documents.retried' }), true),
              button(show('request.documentsLeave'), () => send({ type: 'documents.left' })),
            ]
          : nothing
      }
      ${state === 'sent' ? button(show('request.next'), () => send({ type: 'request.begun' }), true) : nothing}
      ${button(show('request.openSent'), () => open(sent.id))}
    </div>`;
}

import type { AuthorizationRequestEvent, MemberCheck } from '@portico/core/authorizations/authorization-request';
import { failureOf } from '@portico/core/members';
import { eligibilityCheckMessages } from '@portico/core/members/eligibility-check';
import { html, nothing, type TemplateResult } from 'lit';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { helplineLink } from '../members/eligibility-answer.parts.ts';
import type { RequestTexts } from './authorization-request.texts.ts';

/** Loaded when a payer is asked about a member for the first time: in the words of the eligibility check. */
const memberTexts = {
  en: eligibilityCheckMessages,
  ar: async () => (await import('@portico/core/members/eligibility-check.messages.ar')).eligibilityCheckMessagesAr,
};

/** Says what a payer answered about the member of a request (N9, N10). */
export type MemberNote = (
  check: MemberCheck,
  page: { readonly texts: RequestTexts; readonly send: (event: AuthorizationRequestEvent) => void },
) => TemplateResult | typeof nothing;

/** Makes what says it, for one element. */
export function createMemberNote(host: PorticoElement): MemberNote {
  const messages = new MessagesController(host, memberTexts);
  messages.hostUpdate();
  return ({ answer, code }, { texts, send }) => {
    if (!messages.ready) return nothing;
    const { show } = messages;
    if (answer === null && code === null) return html`<p class="small">${show('eligibility.asking')}</p>`;
    const again = html`<button type="button" @click=${() => send({ type: 'member.asked' })}>${show('eligibility.retry')}</button>`;
    if (answer === null)
      return html`<div class="notice member">
        <p>${show(failureOf(code))}</p>
        ${code === 'denied' ? nothing : again}
      </div>`;
    const { status, serviceDate: day } = answer;
    const isUnknown = status === 'payer-unavailable';
    const isWarning = status !== 'active' && !isUnknown;
    const says = 'member' in answer ? show(`eligibility.says.${answer.status}`, { day }) : show(`eligibility.says.${answer.status}`);
    return html`<div class="notice member ${isWarning ? 'warning' : isUnknown ? '' : 'success'}">
      <p>
        <strong>${show(`eligibility.status.${status}`)}</strong>
        ${'member' in answer ? html`· <bdi>${answer.member.name}</bdi>` : nothing}
      </p>
      <p>${says}</p>
      ${isWarning || isUnknown ? html`${helplineLink(answer, { messages })} ${isWarning ? html`<p>${texts.show('request.memberAnyway')}</p>` : again}` : nothing}
    </div>`;
  };
}

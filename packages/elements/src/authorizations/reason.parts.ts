import { authorizationMessages, type AuthorizationItem } from '@portico/core/authorizations';
import { html, nothing, type TemplateResult } from 'lit';

type Key = Extract<keyof typeof authorizationMessages, `authorization.denial.${string}`>;

/** Why a payer decided so: the name of a reason that is known here, else its code where no words stand beside it; then the payer's words. */
export function reasonParts(
  { code, text }: AuthorizationItem['reasons'][number],
  { show }: { readonly show: (key: Key) => unknown },
): TemplateResult {
  const key = `authorization.denial.${code}`;
  const isKnown = Object.hasOwn(authorizationMessages, key);
  const name = isKnown ? show(key as Key) : text === null ? html`<bdi>${code}</bdi>` : nothing;
  return html`${name}${text === null ? nothing : html`${isKnown ? ': ' : nothing}<bdi>${text}</bdi>`}`;
}

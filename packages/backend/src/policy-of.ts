import type { PolicyScope } from '@portico/core/kernel';
import type { Policy, PolicyBook } from '@portico/core/policy';

/** Which pack holds for whom. */
export interface PolicyOptions {
  readonly book: PolicyBook;
  /** Pack of the portal itself, and of payers that are not named. @default 'default' */
  readonly portal?: string;
  /** Pack id by payer id. */
  readonly payers?: Readonly<Record<string, string>>;
}

/** Packs are resolved once; a wrong one is told at the start, not by the first clerk. */
export function policyOf({ book, portal = 'default', payers = {} }: PolicyOptions): (scope: PolicyScope) => Policy {
  const byPack = new Map([portal, ...Object.values(payers)].map((id) => [id, book.policy(id)]));
  return (scope) => byPack.get(scope === 'portal' ? portal : Object.hasOwn(payers, scope.payerId) ? payers[scope.payerId]! : portal)!;
}

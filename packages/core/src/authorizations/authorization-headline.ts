import type { CaseDecision } from '../claims/index.ts';
import { authorizationDecision } from './authorization.decision.ts';
import { awaited } from './authorization.rules.ts';
import type { Authorization } from './authorization.schema.ts';

/** One word for where an authorization stands, as people say it; its name is `authorization.headline.*`. */
export type AuthorizationHeadline =
  Exclude<CaseDecision, 'paid' | 'partially-paid' | 'reversed'> | 'superseded' | 'partly-used' | 'used' | 'not-used';

/** What its end says before anything else: not used (N29), replaced, cancelled, sent back, billed; null while it is none of these. */
const endOf = ({ state, supersededBy, cancelledAt, rejectedAt }: Authorization): AuthorizationHeadline | null => {
  if (state.use === 'not-used') return 'not-used';
  if (supersededBy !== null) return 'superseded';
  if (cancelledAt !== null) return 'cancelled';
  if (rejectedAt !== null) return 'rejected';
  return state.use === 'unused' ? null : state.use;
};

/** The headline of a record: for reading alone, never for deciding. What the payer said is derived from the items by `authorizationDecision`. */
export function authorizationHeadline(record: Authorization): AuthorizationHeadline {
  const end = endOf(record);
  if (end !== null) return end;
  if (awaited(record).length > 0) return 'info-requested';
  // Reopened by an update or an extension: what was granted before stays on its items, and the whole waits again.
  if (record.state.case === 'received' || record.state.case === 'pended') return record.state.case;
  return authorizationDecision(record) as AuthorizationHeadline;
}

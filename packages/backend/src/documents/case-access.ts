import { can, PortError, type Action, type Subject } from '@portico/core/kernel';
import type { CaseRecord, Tx } from '../collections.ts';

/** The case, where this subject may do that on it; else null: a case of somebody else is answered like one that does not exist. */
export async function caseFor(tx: Tx, subject: Subject, action: Action, caseId: string): Promise<CaseRecord | null> {
  const found = await tx.get('cases', caseId);
  if (found === null || found.organisationId !== subject.organisationId) return null;
  const { provider, payer } = found.record;
  return can(subject, action, { providerId: provider.id, payerId: payer.id }).allow ? found : null;
}

/** The same for whoever cannot go on without one: PortError `denied` for the role, `not-found` for the case. */
export async function demandCase(tx: Tx, subject: Subject, action: Action, caseId: string): Promise<CaseRecord> {
  if (!can(subject, action).allow) throw new PortError('denied');
  const found = await caseFor(tx, subject, action, caseId);
  if (found === null) throw new PortError('not-found');
  return found;
}

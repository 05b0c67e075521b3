import type { AuditRecord, Tx } from './collections.ts';
import type { Office } from './office.ts';

/** Writes one row of the audit in the transaction of what it tells of. Rows are only ever added. */
export async function audit(office: Office, tx: Tx, entry: Omit<AuditRecord, 'id' | 'version' | 'at'>): Promise<void> {
  await tx.put('audit', { id: office.ids.uuid(), version: 1, at: office.clock.now(), ...entry }, 0);
}

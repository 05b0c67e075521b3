import type { FieldGroup } from '../kernel/index.ts';
import type { Authorization, AuthorizationItem } from './authorization.schema.ts';

/** The record without the field groups that are hidden from whoever asks: what is hidden is not there at all. */
export function visibleAuthorization(record: Authorization, hidden: readonly FieldGroup[]): Authorization {
  const isAmountHidden = hidden.includes('amounts');
  const isClinicalHidden = hidden.includes('clinical');
  if (!isAmountHidden && !isClinicalHidden) return record;
  const visibleItem = (item: AuthorizationItem): AuthorizationItem => ({
    ...item,
    ...(isAmountHidden && { amount: null }),
    unlisted: null,
    ...(isClinicalHidden && { service: null, reasons: [], outcomeCode: null }),
    authorized: item.authorized && {
      ...item.authorized,
      ...(isAmountHidden && { amount: null }),
      ...(isClinicalHidden && { service: null }),
    },
  });
  return {
    ...record,
    items: record.items.map(visibleItem),
    ...(isClinicalHidden && {
      ...{ diagnoses: [], note: '', voiding: record.voiding && { ...record.voiding, text: '' } },
      informationRequests: record.informationRequests.map((one) => ({ ...one, text: '' })),
      ...(record.payerNotes && { payerNotes: [] }),
    }),
  };
}

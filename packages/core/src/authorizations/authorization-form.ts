import { dateIn, type FieldGroup, type Instant } from '../kernel/index.ts';
import { isGranted } from './authorization-item.rules.ts';
import type { AuthorizationForm, FormItem, FormService } from './authorization-form.schema.ts';
import { authorizationDecision, costOf, grantedOf, physicianOf } from './authorization.decision.ts';
import { isAuthorized } from './authorization.rules.ts';
import type { Authorization, AuthorizationItem } from './authorization.schema.ts';

/** The version of the form's template that `formOf` makes values for. */
export const FORM_VERSION = 1;

/** Whether a form belongs to this record as it stands (N28): it is decided, and something of it is authorized. */
export const isFormDue = (record: Pick<Authorization, 'state' | 'items'>): boolean =>
  record.state.case === 'decided' && isAuthorized(record);

/** The values of a form of this record, as it stands now. */
export function formOf(
  record: Authorization,
  { issuedAt, zone, helpline }: { readonly issuedAt: Instant; readonly zone: string; readonly helpline: string | null },
): AuthorizationForm {
  const { id, numbers, kind, urgency, provider, member, serviceFrom, serviceTo, validFrom, validTo, diagnoses, decidedAt } = record;
  return {
    ...{ authorizationId: id, numbers, kind, urgency, decision: authorizationDecision(record) },
    payer: { id: record.payer.id, name: record.payer.name, helpline },
    ...{ provider, physician: physicianOf(record), member, serviceFrom, serviceTo, validFrom, validTo, diagnoses },
    items: record.items.map(lineOf),
    decidedOn: decidedAt === null ? null : dateIn(zone, decidedAt),
    issuedAt,
  };
}

function lineOf(item: AuthorizationItem): FormItem {
  const { sequence, service, unlisted, quantity, from, to, outcome, outcomeCode, reasons, origin } = item;
  const requested: FormService = { service, unlisted: unlisted?.name ?? null, quantity, amount: costOf(item), from, to };
  return {
    ...{ sequence, outcome, outcomeCode, reasons, number: item.authorized?.number ?? null },
    requested: origin === 'payer' ? null : requested,
    authorized: isGranted(item) ? authorizedOf(item, requested) : null,
  };
}

/** What was asked for, as far as the payer said nothing else; of one in part or modified, quantity and amount are the payer's alone. */
function authorizedOf(item: AuthorizationItem, requested: FormService): FormService {
  const { authorized, outcome } = item;
  const asked = outcome === 'certified' || item.origin === 'payer';
  const service = authorized?.service ?? null;
  return {
    ...(service === null ? { service: requested.service, unlisted: requested.unlisted } : { service, unlisted: null }),
    quantity: authorized?.quantity ?? (asked ? requested.quantity : null),
    amount: grantedOf(item) ?? (asked ? requested.amount : null),
    from: authorized?.from ?? requested.from,
    to: authorized?.to ?? requested.to,
  };
}

/** Whether two forms tell the same decision: a number that came later, or another helpline, makes no new form. */
export function isSameDecision(one: AuthorizationForm, other: AuthorizationForm): boolean {
  const said = ({ decision, items, validFrom, validTo, serviceFrom, serviceTo }: AuthorizationForm): string =>
    JSON.stringify([decision, validFrom, validTo, serviceFrom, serviceTo, items.map(told)]);
  return said(one) === said(other);
}

/** In an order of its own: stores do not keep that of keys. */
const told = ({ sequence, outcome, number, requested, authorized, reasons }: FormItem): readonly unknown[] => [
  ...[sequence, outcome, number, reasons.map(({ code, text }) => [code, text])],
  ...[requested, authorized].map(
    (one) =>
      one && [one.service?.code ?? one.unlisted, one.quantity, one.amount && [one.amount.minor, one.amount.currency], one.from, one.to],
  ),
];

/** A form without the field groups that are hidden from whoever opens it: what is hidden is not there at all. */
export function visibleForm(form: AuthorizationForm, hidden: readonly FieldGroup[]): AuthorizationForm {
  const isAmountHidden = hidden.includes('amounts');
  const isClinicalHidden = hidden.includes('clinical');
  const shown = (one: FormService | null): FormService | null =>
    one && {
      ...one,
      ...(isAmountHidden && { amount: null }),
      ...(isClinicalHidden && { service: null, unlisted: null }),
    };
  return {
    ...form,
    ...(isClinicalHidden && { diagnoses: [] }),
    items: form.items.map((item) => ({
      ...item,
      ...(isClinicalHidden && { reasons: [], outcomeCode: null }),
      ...{ requested: shown(item.requested), authorized: shown(item.authorized) },
    })),
  };
}

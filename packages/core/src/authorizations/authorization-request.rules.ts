import type { Party } from '../claims/index.ts';
import type { Payer } from '../directory/index.ts';
import { money, normalizeIdentifier, parseDateInput, parseMoney, typedText, type Money, type PlainDate } from '../kernel/index.ts';
import type { ItemForm, RequestForm } from './authorization-request-draft.schema.ts';
import { isInexact, refuseAskedItem, refuseRequest, type AskedItemRefusal, type RequestRefusal } from './authorization-asked.rules.ts';
import { typedQuantity } from './authorization-value.rules.ts';
import type { AuthorizationItem, AuthorizationRequest } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';

/** Why something that was typed cannot be read; whether what was read is enough say the rules of the request. */
export type TypedRefusal =
  | 'payer-missing'
  | 'provider-missing'
  | 'currency-missing'
  | 'not-a-date'
  | 'no-such-day'
  | 'ambiguous-year'
  | 'not-an-amount'
  | 'too-many-decimals'
  | 'too-large';

/** What is wrong, and the field to mend: its name in the form, of a diagnosis with its place, of a service with its number. */
export interface RequestProblem {
  readonly field: RequestField;
  readonly code: TypedRefusal | RequestRefusal;
}

/** The fields by the names under which they stand in the form. */
export type RequestField =
  | 'payerId'
  | 'kind'
  | 'providerId'
  | 'physician'
  | 'licenceNumber'
  | 'physicianName'
  | 'memberNumber'
  | 'serviceFrom'
  | 'serviceTo'
  | 'currency'
  | 'diagnosis'
  | `diagnosis-${number}-exact`
  | 'item'
  | `item-${number}-${ItemColumn}`;

type ItemColumn = 'name' | 'estimate' | 'quantity' | 'amount' | 'from' | 'to';

/** What a form is read with. */
export interface RequestReading {
  readonly policy: AuthorizationsPolicy;
  readonly payers: readonly Payer[];
  readonly providers: readonly Party[];
  readonly today: PlainDate;
  readonly locale: string;
  readonly supersedes: string | null;
}

/** Reads the form: the request, or all that is wrong with it in the order of the fields. */
export function readRequest(
  form: RequestForm,
  reading: RequestReading,
): { readonly request: AuthorizationRequest | null; readonly problems: readonly RequestProblem[] } {
  const { policy, payers, providers, supersedes } = reading;
  const { kind, urgency, member, unlistedPhysician, currency, diagnoses, note } = form;
  const problems: RequestProblem[] = [];
  const wrong = (field: RequestField, code: RequestProblem['code'] | null): void => void (code && problems.push({ field, code }));

  const payer = payers.find(({ id }) => id === form.payerId);
  wrong('payerId', payer ? null : 'payer-missing');
  const provider = providers.find(({ id }) => id === form.providerId);
  wrong('providerId', provider ? null : 'provider-missing');
  const serviceFrom = readDay(form.serviceFrom, reading, (code) => wrong('serviceFrom', code));
  const serviceTo = readDay(form.serviceTo, reading, (code) => wrong('serviceTo', code));
  // Which there are to choose from says the payer.
  wrong('currency', payer && currency === '' ? 'currency-missing' : null);
  // Where none is chosen that is what is wrong: amounts are then read as if one were.
  const items = form.items.map((item) => readItem(item, currency || 'USD', reading, wrong));

  const request: AuthorizationRequest = {
    ...{ kind, urgency, serviceFrom, serviceTo, currency, items, supersedes, note: note.trim() },
    payer: { id: form.payerId, name: payer?.name ?? '', identifiers: [] },
    provider: provider ?? { id: form.providerId, name: '', identifiers: [] },
    physician: unlistedPhysician ? null : form.physician,
    unlistedPhysician: unlistedPhysician && {
      identifier: { type: unlistedPhysician.type, value: normalizeIdentifier(unlistedPhysician.number) },
      name: unlistedPhysician.name.trim(),
    },
    member: { ...member, name: member.name.trim(), number: typedText(member.number) || null },
    diagnoses: diagnoses.map(({ coded, exact }) => ({ coded, exact: exact?.trim() ?? null })),
  };
  // A date that cannot be read is not also missing.
  const unread = new Set(problems.map(({ field }) => field));
  for (const problem of ruledOut(request, policy)) if (!unread.has(problem.field)) problems.push(problem);
  const inOrder = problems.toSorted((a, b) => placeOf(a.field, form) - placeOf(b.field, form));
  return { request: problems.length === 0 ? request : null, problems: inOrder };
}

/** All that the rules of a request say: each is asked again with what it refused before taken as mended. */
function ruledOut(request: AuthorizationRequest, policy: AuthorizationsPolicy): readonly RequestProblem[] {
  const found: RequestProblem[] = [];
  const mend = (item: AuthorizationItem): AuthorizationItem => {
    const code = refuseAskedItem(item, policy);
    if (code === null) return item;
    const [column, cure] = itemCures[code];
    found.push({ field: `item-${item.sequence}-${column}`, code });
    return mend({ ...item, ...cure });
  };
  let mended: AuthorizationRequest = { ...request, items: request.items.map(mend) };
  for (let code = refuseRequest(mended, policy); code !== null; code = refuseRequest(mended, policy)) {
    found.push({ field: fieldOf(code, mended), code });
    const cure = cures[code]?.(mended, policy);
    if (!cure) break;
    mended = { ...mended, ...cure };
  }
  return found;
}

/** The field to look at when a rule refuses the request as a whole, as the backend may too. */
export function fieldOf(
  code: RequestRefusal,
  { unlistedPhysician, diagnoses }: Pick<RequestForm | AuthorizationRequest, 'unlistedPhysician' | 'diagnoses'>,
): RequestField {
  if (code === 'physician-missing') return unlistedPhysician ? 'physicianName' : 'physician';
  if (code === 'exact-missing') return `diagnosis-${diagnoses.findIndex(isInexact)}-exact`;
  return headFields[code] ?? 'item';
}

const headFields: Partial<Readonly<Record<RequestRefusal, RequestField>>> = {
  'not-offered': 'kind',
  'member-missing': 'memberNumber',
  'licence-missing': 'licenceNumber',
  'licence-wrong': 'licenceNumber',
  'diagnosis-missing': 'diagnosis',
  'dates-missing': 'serviceFrom',
  'dates-reversed': 'serviceTo',
};

const coded = { code: '-', system: null, text: null };
const sound: AuthorizationItem = {
  ...{ sequence: 1, service: coded, unlisted: null, quantity: null, amount: null, from: null, to: null },
  ...{ origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
};

/** Where the fault of an item is, and what the item is like without it. */
const itemCures: Readonly<Record<AskedItemRefusal, readonly [ItemColumn, Partial<AuthorizationItem>]>> = {
  'name-missing': ['name', { service: coded, unlisted: null }],
  'estimate-missing': ['estimate', { service: coded, unlisted: null }],
  'not-a-quantity': ['quantity', { quantity: null }],
  'dates-reversed': ['to', { to: null }],
};

const listedPhysician = { physician: { id: '-', name: '-', identifiers: [] }, unlistedPhysician: null } as const;

const soundLicence: Cure = ({ unlistedPhysician }) => ({
  unlistedPhysician: { identifier: { type: 'other', value: '-' }, name: unlistedPhysician?.name ?? '' },
});

type Cure = (request: AuthorizationRequest, policy: AuthorizationsPolicy) => Partial<AuthorizationRequest> | null;

const cures: Partial<Readonly<Record<RequestRefusal, Cure>>> = {
  'not-offered': (_, { kinds }) => (kinds[0] === undefined ? null : { kind: kinds[0] }),
  'member-missing': ({ member }) => ({ member: { ...member, name: '-' } }),
  'physician-missing': () => listedPhysician,
  'licence-missing': soundLicence,
  'licence-wrong': soundLicence,
  'diagnosis-missing': () => ({ diagnoses: [{ coded, exact: null }] }),
  'exact-missing': ({ diagnoses }) => {
    const at = diagnoses.findIndex(isInexact);
    return { diagnoses: diagnoses.map((one, index) => (index === at ? { ...one, exact: '-' } : one)) };
  },
  'dates-missing': () => ({ serviceFrom: '2000-01-01' as PlainDate, serviceTo: null }),
  'dates-reversed': () => ({ serviceTo: null }),
  'item-missing': () => ({ items: [sound] }),
  'too-many-items': () => ({ items: [sound] }),
};

function readDay(
  text: string,
  { today, locale }: Pick<RequestReading, 'today' | 'locale'>,
  wrong: (code: TypedRefusal) => void,
): PlainDate | null {
  const read = parseDateInput(text, { today, locale });
  if ('date' in read) return read.date;
  if (read.code !== 'empty') wrong(read.code);
  return null;
}

function readItem(
  item: ItemForm,
  currency: string,
  reading: RequestReading,
  wrong: (field: RequestField, code: TypedRefusal) => void,
): AuthorizationItem {
  const { sequence, service } = item;
  const amountOf = (name: 'amount' | 'estimate'): Money | null => {
    const read = parseMoney(item[name], currency);
    if ('minor' in read && read.minor >= 0) return read;
    const code = 'minor' in read ? 'not-an-amount' : read.code;
    if (code !== 'empty' && code !== 'unknown-currency') wrong(`item-${sequence}-${name}`, code);
    return null;
  };
  const estimate = service === null ? amountOf('estimate') : null;
  return {
    ...sound,
    ...{ sequence, service, quantity: typedQuantity(item.quantity), amount: service === null ? null : amountOf('amount') },
    unlisted: service === null ? { name: item.name.trim(), estimatedCost: estimate ?? money(0, currency) } : null,
    from: readDay(item.from, reading, (code) => wrong(`item-${sequence}-from`, code)),
    to: readDay(item.to, reading, (code) => wrong(`item-${sequence}-to`, code)),
  };
}

const fields: readonly RequestField[] = [
  ...(['payerId', 'kind', 'providerId', 'memberNumber', 'physician', 'licenceNumber', 'physicianName'] as const),
  ...(['serviceFrom', 'serviceTo', 'currency', 'diagnosis'] as const),
];
const itemColumns = ['name', 'estimate', 'quantity', 'amount', 'from', 'to'];

/** Where a field stands in the form, from above. */
function placeOf(field: RequestField, { items }: RequestForm): number {
  const at = fields.indexOf(field);
  if (at >= 0) return at;
  const [of, number, column = ''] = field.split('-');
  if (of === 'diagnosis') return 1_000 + Number(number);
  const row = items.findIndex(({ sequence }) => sequence === Number(number));
  return row < 0 ? 1_000_000 : 10_000 + row * 10 + itemColumns.indexOf(column);
}

import type { CaseKind, CaseLife, CodedText, Member, Party } from '@portico/core/claims';
import type { Identifier, IdentifierType, Instant, Money } from '@portico/core/kernel';
import { concept, concepts, hasCode, valueCode } from './coded.ts';
import type { Entry } from './collect.ts';
import { fit, type Context } from './context.ts';
import { around, instantOf, isOutside, periodOf, type Days } from './dates.ts';
import { identifiersOf, numberOf } from './identifiers.ts';
import { coverageOf, memberOf } from './member.ts';
import { moneyOf } from './money.ts';
import { partyOf, providerOf } from './parties.ts';
import { requestItems, type RequestItem } from './request-items.ts';
import { child, children, extensions, text, texts, valueText, type At } from './tree.ts';

/** What was asked for: a Claim, or the half of an ExplanationOfBenefit that repeats it. */
export interface Request {
  readonly entry: Entry;
  readonly kind: CaseKind;
  readonly life: CaseLife;
  readonly identifiers: readonly Identifier[];
  readonly payer: Party | null;
  readonly provider: Party | null;
  readonly physician: Party | null;
  readonly member: Member | null;
  readonly days: Days;
  readonly createdAt: Instant | null;
  readonly total: Money | null;
  readonly items: readonly RequestItem[];
  readonly diagnoses: readonly CodedText[];
  readonly notes: readonly string[];
  readonly rawCodes: readonly CodedText[];
  /** As the sender says: stat, urgent or an emergency is expedited; null where nothing of it is told. */
  readonly urgency: 'standard' | 'expedited' | null;
  /** Certification type 3 on the whole claim: the sender wants it cancelled. */
  readonly asksToCancel: boolean;
}

/** Reads a Claim or the request half of an ExplanationOfBenefit. */
export function requestOf(context: Context, entry: Entry): Request {
  const kind = kindOf(context, entry);
  const { reference, coverage } = coverageOf(context, entry);
  const payer = partyOf(context, child(entry, 'insurer'), entry) ?? partyOf(context, child(coverage, 'payor'), coverage ?? entry);
  const { organisation, person } = providerOf(context, child(entry, 'provider'), entry);
  const billable = periodOf(context, child(entry, 'billablePeriod'));
  const items = requestItems(context, entry);
  for (const item of items) {
    if (isOutside(item.days, billable)) context.report.add('outside-billable-period', item.at);
  }
  return {
    entry,
    kind,
    life: lifeOf(context, entry),
    identifiers: [...numbersOf(context, entry, kind), ...items.flatMap((item) => item.numbers)],
    payer: payer?.party ?? (coverage === null ? (partyOf(context, reference, entry)?.party ?? null) : null),
    provider: organisation?.party ?? null,
    physician: physicianOf(context, entry) ?? person?.party ?? null,
    member: memberOf(context, child(entry, 'patient'), entry, coverage),
    days: billable.from === null && billable.to === null ? around(items.map((item) => item.days)) : billable,
    createdAt: instantOf(context, entry, 'created'),
    total: entry.type === 'Claim' ? moneyOf(context, child(entry, 'total')) : null,
    items,
    diagnoses: diagnosesOf(context, entry),
    notes: children(entry, 'supportingInfo').flatMap((info) => (isNote(info) ? noteOf(context, info) : [])),
    rawCodes: rawCodesOf(context, entry),
    urgency: kind === 'authorization' ? urgencyOf(entry) : null,
    asksToCancel: extensions(entry, 'certificationType').some(
      (extension) => valueText(extension) === '3' || hasCode(child(extension, 'valueCodeableConcept'), '3'),
    ),
  };
}

/** Process priority of R4, or level of service (X12 1338: urgent, emergency) as Da Vinci PAS carries it. */
function urgencyOf(entry: Entry): Request['urgency'] {
  const level = extensions(entry, 'levelOfServiceCode')[0] ?? null;
  if (hasCode(child(entry, 'priority'), 'stat') || hasCode(child(level, 'valueCodeableConcept'), 'U', '03')) return 'expedited';
  return level === null && child(entry, 'priority') === null ? null : 'standard';
}

/** A claim, or an authorization asked for beforehand; an unknown use is a claim, with a line. */
export function kindOf(context: Context, at: At): CaseKind {
  const use = text(at, 'use');
  if (use === 'preauthorization' || use === 'predetermination') return 'authorization';
  if (use !== null && use !== 'claim') context.report.add('unknown-code', { ...at, path: `${at.path}.use` }, use);
  return 'claim';
}

/** The life of the record; a status that R4 does not have is `unknown`, with a line. */
export function lifeOf(context: Context, at: At): CaseLife {
  const status = text(at, 'status');
  if (status === 'active' || status === 'cancelled' || status === 'draft' || status === 'entered-in-error') return status;
  if (status !== null) context.report.add('unknown-code', { ...at, path: `${at.path}.status` }, status);
  return 'unknown';
}

/** Codes on the case itself: type, subtype, priority, and every coded extension. */
export function rawCodesOf(context: Context, at: At): readonly CodedText[] {
  return [
    ...['type', 'subType', 'priority', 'formCode'].flatMap((key) => concepts(context, child(at, key))),
    ...children(at, 'extension').flatMap((one) =>
      'valueCoding' in one.node || 'valueCodeableConcept' in one.node ? (valueCode(context, one) ?? []) : [],
    ),
  ];
}

/** A claim's own number, or the reference a request for authorization is followed by; numbers of authorizations it builds on. */
function numbersOf(context: Context, entry: Entry, kind: CaseKind): readonly Identifier[] {
  const byPlace: IdentifierType =
    kind === 'authorization' ? 'reference-id' : entry.type === 'Claim' ? 'claim-number' : 'payer-claim-number';
  const references = [...texts(entry, 'preAuthRef'), ...children(entry, 'insurance').flatMap((one) => texts(one, 'preAuthRef'))];
  return [
    ...identifiersOf(context, entry, byPlace),
    ...references.flatMap((number) => numberOf(context, entry, 'authorization-number', number)),
  ];
}

const PHYSICIAN_ROLES = ['rendering', 'performing', 'primary', 'attending', 'operating', 'prescribing', 'referring'];

/** Of the care team the person responsible, else by role; organisations in it are no physicians. */
function physicianOf(context: Context, entry: Entry): Party | null {
  const rank = (one: At): number => {
    if (one.node['responsible'] === true) return -1;
    const index = PHYSICIAN_ROLES.findIndex((role) => hasCode(child(one, 'role'), role));
    return index < 0 ? PHYSICIAN_ROLES.length : index;
  };
  for (const one of children(entry, 'careTeam').toSorted((a, b) => rank(a) - rank(b))) {
    const provider = child(one, 'provider');
    const { person, organisation } = providerOf(context, provider, entry);
    if (person !== null) return person.party;
    // A member named without a type is taken for a person: that is what care teams mostly hold.
    if (
      organisation !== null &&
      organisation.entry === null &&
      !/Organization/.test(`${text(provider, 'type')}${text(provider, 'reference')}`)
    )
      return organisation.party;
  }
  return null;
}

function diagnosesOf(context: Context, entry: Entry): readonly CodedText[] {
  return children(entry, 'diagnosis').flatMap((one) => {
    const condition = context.references.resolve(child(one, 'diagnosisReference'), entry);
    if (condition !== null) context.references.use(condition);
    return concept(context, child(one, 'diagnosisCodeableConcept')) ?? concept(context, child(condition, 'code')) ?? [];
  });
}

function isNote(info: At): boolean {
  const category = child(info, 'category');
  return (
    children(category, 'coding').length < 2 && hasCode(children(category, 'coding')[0] ?? category, 'info', 'freeFormMessage', 'other')
  );
}

function noteOf(context: Context, info: At): readonly string[] {
  return texts(info, 'valueString').map((note) => fit(context, info, note, 20_000));
}

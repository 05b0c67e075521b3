import type { CaseLife, CaseProcessing, CodedText, Member, Party } from '@portico/core/claims';
import type { Identifier, Instant, PlainDate } from '@portico/core/kernel';
import { amountsOf, NO_AMOUNTS, NOTHING_TOLD, type Adjudicated } from './adjudication.ts';
import { answerItems, type AddedItem, type AnswerItem } from './answer-items.ts';
import { concepts, conceptsUnder, notes } from './coded.ts';
import type { Entry } from './collect.ts';
import { fit, type Context } from './context.ts';
import { dayOf, instantOf, type Days } from './dates.ts';
import { identifierOf, identifiersOf, numberOf } from './identifiers.ts';
import { coverageOf, memberOf } from './member.ts';
import { isTold, moneyOf } from './money.ts';
import { reviewOf, type Review } from './outcomes.ts';
import { partyOf, providerOf } from './parties.ts';
import { kindOf, lifeOf, rawCodesOf } from './request.ts';
import { child, children, text, texts, type At } from './tree.ts';

/** What the payer answered: a ClaimResponse, or the half of an ExplanationOfBenefit that adjudicates. */
export interface Answer {
  readonly entry: Entry;
  readonly life: CaseLife;
  readonly kind: 'claim' | 'authorization';
  readonly identifiers: readonly Identifier[];
  readonly insurer: Party | null;
  readonly requestor: Party | null;
  readonly physician: Party | null;
  readonly member: Member | null;
  readonly createdAt: Instant | null;
  readonly processing: CaseProcessing;
  readonly paymentDate: PlainDate | null;
  /** Amounts of the whole case: the payment, the totals, the header's adjudication, in this order. */
  readonly amounts: Adjudicated;
  /** A decision on the request as a whole. */
  readonly review: Review | null;
  readonly items: readonly AnswerItem[];
  readonly added: readonly AddedItem[];
  readonly days: readonly Days[];
  readonly notes: readonly string[];
  readonly rawCodes: readonly CodedText[];
}

/** Reads a ClaimResponse or the answering half of an ExplanationOfBenefit. */
export function answerOf(context: Context, entry: Entry): Answer {
  const isResponse = entry.type === 'ClaimResponse';
  const kind = kindOf(context, entry);
  const requestor = isResponse ? providerOf(context, child(entry, 'requestor'), entry) : null;
  const { items, added } = answerItems(context, entry, kind);
  const review = reviewOf(context, entry);
  return {
    entry,
    kind,
    life: lifeOf(context, entry),
    identifiers: [
      ...(isResponse ? numbersOf(context, entry, kind) : []),
      ...[review, ...items, ...added].flatMap((one) => one?.numbers ?? []),
    ],
    insurer: isResponse ? (partyOf(context, child(entry, 'insurer'), entry)?.party ?? null) : null,
    requestor: requestor?.organisation?.party ?? null,
    physician: requestor?.person?.party ?? null,
    member: isResponse ? memberOf(context, child(entry, 'patient'), entry, coverageOf(context, entry).coverage) : null,
    createdAt: isResponse ? instantOf(context, entry, 'created') : null,
    processing: processingOf(context, entry),
    paymentDate: dayOf(context, child(entry, 'payment'), 'date'),
    amounts: headerAmounts(context, entry),
    review,
    items,
    added,
    days: items.map((item) => item.days),
    notes: notesOf(context, entry),
    rawCodes: [...(isResponse ? rawCodesOf(context, entry) : []), ...moreCodes(context, entry)],
  };
}

/** What came back, and nothing of what was decided. An outcome R4 does not have is still being processed, with a line. */
function processingOf(context: Context, entry: Entry): CaseProcessing {
  const outcome = text(entry, 'outcome');
  if (outcome === 'queued' || outcome === 'partial' || outcome === 'complete' || outcome === 'error') return outcome;
  context.report.add('unknown-code', { ...entry, path: `${entry.path}.outcome` }, outcome);
  return 'queued';
}

function headerAmounts(context: Context, entry: Entry): Adjudicated {
  const payment = child(child(entry, 'payment'), 'amount');
  const paid: Adjudicated = isTold(payment)
    ? { amounts: { ...NO_AMOUNTS, paid: moneyOf(context, payment) }, told: new Set(['paid']) }
    : NOTHING_TOLD;
  return amountsOf(context, children(entry, 'adjudication'), amountsOf(context, children(entry, 'total'), paid));
}

/** The payer's own numbers, and those of the request it names where that is not in the file. */
function numbersOf(context: Context, entry: Entry, kind: 'claim' | 'authorization'): readonly Identifier[] {
  const asked = child(child(entry, 'request'), 'identifier');
  const request = asked === null ? null : identifierOf(context, asked, kind === 'claim' ? 'claim-number' : 'reference-id');
  return [
    ...identifiersOf(context, entry, kind === 'claim' ? 'payer-claim-number' : 'reference-id'),
    ...texts(entry, 'preAuthRef').flatMap((number) => numberOf(context, entry, 'authorization-number', number)),
    ...(request === null ? [] : [request]),
  ];
}

function notesOf(context: Context, entry: Entry): readonly string[] {
  const disposition = text(entry, 'disposition');
  const errors = children(entry, 'error').map((one) => child(one, 'code'));
  return [
    ...(disposition === null ? [] : [fit(context, entry, disposition, 20_000)]),
    ...notes(context, entry, 'processNote', 'text'),
    ...errors.flatMap((code) => texts(code, 'text').map((note) => fit(context, code!, note, 20_000))),
  ];
}

function moreCodes(context: Context, entry: At): readonly CodedText[] {
  const payment = child(entry, 'payment');
  return [
    ...children(entry, 'error').flatMap((one) => concepts(context, child(one, 'code'))),
    ...['type', 'adjustmentReason'].flatMap((key) => concepts(context, child(payment, key))),
    ...children(entry, 'adjudication').flatMap((one) => conceptsUnder(context, one, 'reason')),
  ];
}

import type { CaseAmounts, CaseItem, IntakeCase, Member, Party } from '@portico/core/claims';
import { compare } from '@portico/core/kernel';
import { NOTHING_TOLD, total } from './adjudication.ts';
import { answerOf, type Answer } from './answer.ts';
import { askedWords } from './ask-words.ts';
import { itemsOf } from './case-items.ts';
import type { Context } from './context.ts';
import { formerNumbers, highestFormerSequence, type Group } from './groups.ts';
import { around, instantOf } from './dates.ts';
import { unique } from './identifiers.ts';
import { plain } from './json.ts';
import { currencyOfCase, visitMoney } from './money.ts';
import { NOBODY } from './parties.ts';
import { requestOf, type Request } from './request.ts';
import { child, children, text, type At } from './tree.ts';

/** Elements that a record holds; what else a resource says is named in one line. */
const MAPPED = new Set(
  (
    'resourceType id meta implicitRules language text contained extension modifierExtension identifier status type subType use patient billablePeriod created ' +
    'insurer provider priority careTeam diagnosis insurance item total related request claim requestor outcome disposition preAuthRef addItem adjudication ' +
    'payment processNote error formCode communicationRequest'
  ).split(' '),
);

/** One record of what hangs together: the request, its answer, and the numbers of what they replaced. */
export function caseOf(shared: Omit<Context, 'currency' | 'mapped'>, group: Group, fileName: string | null): IntakeCase {
  const sources = [group.claim, group.answer].filter((entry) => entry !== null);
  const context: Context = { ...shared, currency: currencyOfCase(sources, shared.fileCurrency), mapped: new Set() };
  const requests = [group.answer?.type === 'ExplanationOfBenefit' ? group.answer : null, group.claim].flatMap((entry) =>
    entry === null ? [] : [requestOf(context, entry)],
  );
  const answer = group.answer === null ? null : answerOf(context, group.answer);
  const lead = sources[0]!;
  [...sources, ...group.asks].forEach((entry) => shared.references.use(entry));

  const told = <Value>(of: (request: Request) => Value | null, fallback: Value | null = null): Value | null =>
    requests.map(of).find((value) => value !== null) ?? fallback;
  const party = (found: Party | null, name: string): Party => {
    if (found === null) shared.report.add('missing-party', lead, name);
    return found ?? NOBODY;
  };
  const kind = requests.at(-1)?.kind ?? answer!.kind;
  sayWhatDiffers(context, requests);
  const items = itemsOf(
    context,
    requests.map((request) => request.items),
    answer,
    highestFormerSequence(group),
  );
  const days = told(({ days: { from, to } }) => (from === null && to === null ? null : { from, to })) ?? around(answer?.days ?? []);
  const urgency = told((request) => request.urgency);
  const life = lifeOf(context, requests, answer);
  const former = unique(formerNumbers(context, group));
  const identifiers = unique([...requests, answer].flatMap((one) => one?.identifiers ?? []).concat(former));
  const record: IntakeCase = {
    kind,
    identifiers: identifiers.length > 0 ? identifiers : standIn(context, lead),
    ...(former.length > 0 ? { former } : {}),
    payer: party(answer?.insurer ?? told((request) => request.payer), 'insurer'),
    provider: party(
      told((request) => request.provider, answer?.requestor),
      'provider',
    ),
    physician: told((request) => request.physician, answer?.physician),
    member: memberOf(
      shared,
      lead,
      told((request) => request.member, answer?.member),
    ),
    serviceFrom: days.from,
    serviceTo: days.to,
    createdAt: (requests.at(-1) ?? answer!).createdAt,
    ...(urgency && { urgency }),
    paymentDate: answer?.paymentDate ?? null,
    life,
    // Who asks has the request in hand.
    processing: answer?.processing ?? (group.asks.length > 0 ? 'queued' : 'received'),
    use: kind === 'authorization' && life === 'cancelled' ? 'not-used' : null,
    currency: context.currency,
    amounts: amountsOf(context, requests, answer, items),
    diagnoses: requests.map((request) => request.diagnoses).find((list) => list.length > 0) ?? [],
    items,
    notes: [...[...requests, answer].flatMap((one) => one?.notes ?? []), ...group.asks.map((entry) => askedWords(context, entry).words)],
    rawCodes: [
      ...new Map([...requests, answer].flatMap((one) => one?.rawCodes ?? []).map((code) => [JSON.stringify(code), code])).values(),
    ],
    source: {
      format: 'fhir-r4',
      reference: (lead.fullUrl ?? (lead.id === null ? `${fileName ?? ''}#${lead.path}` : `${lead.type}/${lead.id}`)).slice(0, 1_024),
      original: kind === 'authorization' ? originalOf(group) : null,
      ...updatedAtOf(context, sources),
    },
  };
  sources.forEach((entry, index) => leftOver(context, entry, index > 0));
  return record;
}

/** Of the whole case: the payer's header, else what was asked, else the sum of the lines when every line tells it. */
function amountsOf(context: Context, requests: readonly Request[], answer: Answer | null, items: readonly CaseItem[]): CaseAmounts {
  const header = answer?.amounts ?? NOTHING_TOLD;
  const asked = requests.map((request) => request.total).find((amount) => amount !== null) ?? null;
  if (asked !== null && header.amounts.billed !== null && compare(asked, header.amounts.billed) !== 0) {
    context.report.add('amount-differs', answer!.entry, 'submitted');
  }
  const isAsked = requests.some((request) => request.entry.node['total'] !== undefined && request.entry.type === 'Claim');
  const sum = (key: keyof CaseAmounts): CaseAmounts[typeof key] => {
    if (header.told.has(key) || (key === 'billed' && isAsked) || items.length === 0 || (answer?.added.length ?? 0) > 0)
      return header.amounts[key];
    const found = total(items.map((item) => item.amounts[key]));
    if (found !== null) context.report.add('amount-computed', (requests[0] ?? answer!).entry, key);
    return found;
  };
  return { billed: asked ?? sum('billed'), approved: sum('approved'), patientShare: sum('patientShare'), paid: sum('paid') };
}

/** The life of the newest statement. A cancel request that the payer answered is a cancelled case; one without an answer is not, yet. */
function lifeOf(context: Context, requests: readonly Request[], answer: Answer | null): IntakeCase['life'] {
  const life = requests[0]?.life ?? answer!.life;
  const request = requests.at(-1);
  if (life !== 'active' || request?.asksToCancel !== true) return life;
  if (answer !== null && grantsCancel(answer)) return 'cancelled';
  context.report.add('cancel-requested', request.entry);
  return life;
}

/** Whether the payer went along with a cancellation: no error, and nothing held up or denied of it. */
export const grantsCancel = ({ processing, review, items }: Answer): boolean =>
  processing !== 'error' && [review, ...items].every((one) => one?.outcome !== 'pended' && one?.outcome !== 'not-certified');

function memberOf(shared: Pick<Context, 'report'>, lead: At, found: Member | null): Member {
  if (found === null) shared.report.add('missing-party', { ...lead, path: `${lead.path}.patient` }, 'patient');
  return found ?? { id: null, name: '', number: null, birthDate: null };
}

/** A benefit repeats its claim; where it does so with other dates or another total, the benefit counts. */
function sayWhatDiffers(context: Context, requests: readonly Request[]): void {
  const [newer, older] = requests;
  if (newer === undefined || older === undefined) return;
  const period = child(older.entry, 'billablePeriod');
  if (period !== null && (newer.days.from !== older.days.from || newer.days.to !== older.days.to))
    context.report.add('date-differs', period);
}

/** The latest time at which a server changed what the case is read from. */
function updatedAtOf(context: Context, sources: readonly At[]): Pick<IntakeCase['source'], 'updatedAt'> {
  const told = sources.map((entry) => instantOf(context, child(entry, 'meta'), 'lastUpdated')).filter((at) => at !== null);
  return told.length > 0 ? { updatedAt: Math.max(...told) } : {};
}

/** Without any number of its own a case is found by the id of its resource. */
function standIn(context: Context, lead: At): IntakeCase['identifiers'] {
  const id = text(lead, 'id');
  context.report.add('no-identifier', lead);
  return id === null ? [] : [{ type: 'other', value: id.slice(0, 256) }];
}

function originalOf(group: Group): unknown {
  return {
    claim: plain(group.claim?.node ?? null),
    responses: group.responses.map((entry) => plain(entry.node)),
    former: group.former.map((entry) => plain(entry.node)),
    ...(group.asks.length > 0 && { asks: group.asks.map((entry) => plain(entry.node)) }),
  };
}

/** Says what of a resource has no place in the record; of a response that follows a claim also when it was made. */
function leftOver(context: Context, entry: At, isSecond: boolean): void {
  visitMoney(entry, (money, parent, path) => {
    if (context.mapped.has(money)) return;
    const place = { node: parent, path: path(), type: entry.type };
    context.report.add('amount-not-mapped', place, text(children(child(place, 'category'), 'coding').at(-1) ?? null, 'code'));
  });
  const others = Object.keys(entry.node).filter((key) => !MAPPED.has(key) && !key.startsWith('_'));
  if (isSecond && 'created' in entry.node) others.unshift('created');
  if (others.length > 0) context.report.add('elements-not-mapped', entry, others.join(' '));
}

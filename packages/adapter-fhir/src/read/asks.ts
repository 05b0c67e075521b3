import type { PayerAnswer, PayerAsk } from '@portico/core/authorizations';
import { fromIsoInstant, shortHash, type Instant, type PlainDate } from '@portico/core/kernel';
import { askedWords } from './ask-words.ts';
import type { Entry } from './collect.ts';
import type { Context } from './context.ts';
import { dayOf, instantOf } from './dates.ts';
import { child, children, text, type At } from './tree.ts';

type Ask = NonNullable<PayerAnswer['ask']>;

/** How a request for information stands, by its status; any other is open still, with a line. */
const STATES: Readonly<Record<string, PayerAsk['state']>> = {
  ...{ requested: 'open', received: 'open', accepted: 'open', ready: 'open', 'in-progress': 'open', active: 'open', 'on-hold': 'open' },
  ...{ completed: 'answered' },
  ...{ cancelled: 'withdrawn', rejected: 'withdrawn', failed: 'withdrawn', revoked: 'withdrawn', 'entered-in-error': 'withdrawn' },
};

/**
 * Whether a resource asks the provider for something: a CommunicationRequest, or a Task that requests attachments (PAS, CDex). Other tasks ask
 * for data of another kind, and a draft was not sent.
 */
export function isAsk(at: At): boolean {
  if (text(at, 'status') === 'draft') return false;
  const codes = children(child(at, 'code'), 'coding').map((coding) => text(coding, 'code') ?? '');
  return at.type === 'CommunicationRequest' || (at.type === 'Task' && codes.some((code) => code.startsWith('attachment-request')));
}

/** What it asks for as an answer of the payer that decides nothing; null where neither it nor what it came with tells a time. */
export function askAnswer(
  context: Context,
  entry: Entry,
  { numbers, member, cameAt }: Required<Pick<PayerAnswer, 'numbers' | 'member'>> & { readonly cameAt: Instant | null },
): PayerAnswer | null {
  const authored = momentOf(context, entry, 'authoredOn');
  const issuedAt = momentOf(context, entry, 'lastModified') ?? authored ?? cameAt;
  if (issuedAt === null) return null;
  const askedAt = authored ?? issuedAt;
  const { words, items } = askedWords(context, entry);
  const ask: Ask = { id: idOf(entry), askedAt, text: words, items, due: dueOf(context, entry, askedAt), state: stateOf(context, entry) };
  return {
    notificationId: `${ask.id}/${shortHash(JSON.stringify([issuedAt, ask]))}`,
    ...{ issuedAt, numbers, member, stage: 'received', items: [], added: [], validFrom: null, validTo: null, ask },
  };
}

/** The same however often and in whatever bundle it comes: by its tracking number, else another number, else its id, else by all it says. */
function idOf(entry: Entry): string {
  const identifiers = children(entry, 'identifier');
  const isTracking = (one: At): boolean => children(child(one, 'type'), 'coding').some((coding) => text(coding, 'code') === 'tracking-id');
  const number = identifiers.find(isTracking) ?? identifiers[0] ?? null;
  const value = text(number, 'value') ?? entry.id;
  // One number may stand for several: a Task is made for each kind of what is asked for.
  const kind = text(children(child(entry, 'code'), 'coding')[0] ?? null, 'code');
  return `ask-${shortHash(JSON.stringify([entry.type, kind, text(number, 'system'), value ?? entry.node]))}`;
}

function stateOf(context: Context, entry: Entry): PayerAsk['state'] {
  const status = text(entry, 'status') ?? 'unknown';
  if (Object.hasOwn(STATES, status)) return STATES[status]!;
  if (status !== 'unknown') context.report.add('unknown-code', { ...entry, path: `${entry.path}.status` }, status);
  return 'open';
}

/** Until when: the end of the period in which the task may be done, or in which the answer is to come. */
function dueOf(context: Context, entry: Entry, askedAt: Instant): Instant | PlainDate | null {
  const period = child(child(entry, 'restriction'), 'period') ?? child(entry, 'occurrencePeriod');
  if (period !== null) return text(period, 'end')?.includes('T') ? instantOf(context, period, 'end') : dayOf(context, period, 'end');
  // Some repeat here when they asked.
  const at = momentOf(context, entry, 'occurrenceDateTime');
  return at === null || at <= askedAt ? null : at;
}

/** A moment as it is written; of a day alone its beginning. */
function momentOf(context: Context, at: At, key: string): Instant | null {
  const told = instantOf(context, at, key);
  const day = told === null ? dayOf(context, at, key) : null;
  return told ?? (day === null ? null : fromIsoInstant(`${day}T00:00:00Z`));
}

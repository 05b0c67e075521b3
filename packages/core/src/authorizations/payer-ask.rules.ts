import { endOfDay } from '../kernel/index.ts';
import type { AuthorizationFacts } from './authorization.decision.ts';
import type { InformationRequest, PayerAnswer } from './authorization.schema.ts';

type Asking = Pick<AuthorizationFacts, 'informationRequests' | 'items' | 'payer' | 'decidedAt' | 'revisedAt'>;
type Word = NonNullable<InformationRequest['told']>;

/** The more final word of two that were issued at the same instant comes later. */
const FINALITY: readonly Word['state'][] = ['open', 'answered', 'withdrawn'];

const wordOf = ({ issuedAt, notificationId }: PayerAnswer, state: Word['state']): Word => ({ at: issuedAt, state, notificationId });

/** Whether one word is newer than another, whichever came first: by its time, then by how final it is, then by its id. */
const isNewer = (one: Word, other: Word): boolean => {
  if (one.at !== other.at) return one.at > other.at;
  const [final, before] = [FINALITY.indexOf(one.state), FINALITY.indexOf(other.state)];
  return final === before ? one.notificationId > other.notificationId : final > before;
};

/** Whether a notification asks for something, or says of what it asked for what no newer one has said. */
export function isNewWord({ informationRequests }: Pick<Asking, 'informationRequests'>, notice: PayerAnswer): boolean {
  const { ask } = notice;
  if (ask === undefined) return false;
  const before = informationRequests.find(({ id }) => id === ask.id)?.told;
  return before === undefined || isNewer(wordOf(notice, ask.state), before);
}

/**
 * What is asked for after a notification: what it asks, once however often it is told, and what a decision had ended is asked again where the
 * payer takes that decision up. Of lines that the record does not have the whole request is meant.
 */
export function requestsAfter(facts: Asking, notice: PayerAnswer, zone: string): readonly InformationRequest[] {
  const { informationRequests } = facts;
  const { ask } = notice;
  const known = informationRequests.find(({ id }) => id === ask?.id);
  const own = new Set(facts.items.flatMap(({ sequence, origin }) => (origin === 'provider' ? sequence : [])));
  const all =
    ask === undefined || !isNewWord(facts, notice)
      ? informationRequests
      : [
          ...informationRequests.filter((one) => one !== known),
          {
            ...{ id: ask.id, askedAt: ask.askedAt, askedBy: facts.payer.name, text: ask.text },
            ...{ items: ask.items.filter((sequence) => own.has(sequence)), state: known?.state ?? 'open', answers: known?.answers ?? [] },
            dueAt: typeof ask.due === 'string' ? endOfDay(ask.due, zone) : ask.due,
            told: wordOf(notice, ask.state),
          } satisfies InformationRequest,
        ].toSorted((one, other) => one.askedAt - other.askedAt || (one.id < other.id ? -1 : 1));
  return all.map((one) => (one.told === undefined ? one : { ...one, state: stateOf(one, one.told, facts) }));
}

/** A reply that was the last one stands; for the rest the payer's newest word and its decision say what is awaited. */
function stateOf({ state, answers }: InformationRequest, told: Word, { decidedAt, revisedAt }: Asking): InformationRequest['state'] {
  if (state === 'answered' && answers.length > 0) return 'answered';
  if (told.state !== 'open') return told.state;
  const isFormer = state === 'withdrawn' && told.at < (revisedAt ?? 0);
  if (decidedAt !== null || isFormer) return 'withdrawn';
  return answers.length > 0 ? 'partial' : 'open';
}

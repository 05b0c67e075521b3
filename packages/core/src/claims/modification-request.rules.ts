import type { Envelope, Instant, Rule } from '../kernel/index.ts';
import { mayStillModify } from './case-deadlines.rules.ts';
import type { Case } from './case.schema.ts';
import type {
  ModificationAsked,
  ModificationReason,
  ModificationRequest,
  ModificationSubject,
  ModificationVerdict,
} from './modification-request.schema.ts';

/** The case as far as a modification depends on it, and whether a request for it waits already. */
export interface ModificationContext {
  readonly life: Case['life'];
  readonly use: Case['use'];
  readonly deadlines: Case['deadlines'];
  readonly isWaiting: boolean;
}

/** What can happen to a request. Asked without `asked` or `verdict` it is the question whether that may be done at all. */
export interface ModificationEvent extends Envelope {
  readonly type: 'modification.requested' | 'modification.withdrawn' | 'modification.applied' | 'modification.refused';
  readonly asked?: ModificationAsked;
  readonly verdict?: Omit<ModificationVerdict, 'outcome'>;
}

/** Why a modification is not offered, or not taken. */
export type ModificationRefusal =
  'not-offered' | 'case-cancelled' | 'already-open' | 'window-over' | ModificationTextRefusal | 'reason-missing';

/** What is wrong with the words. */
export type ModificationTextRefusal = 'subject-missing' | 'text-missing' | 'text-too-long';

/** Longest text of a request or an answer, in characters. */
export const MAX_MODIFICATION_TEXT = 2_000;

/** What can be asked for, in the order of the list. */
export const modificationSubjects: readonly ModificationSubject[] = [
  'services',
  'service-dates',
  'diagnoses',
  'physician',
  'member',
  'amounts',
  'other',
];

/** The reasons of each outcome, in the order of the list. */
export const modificationReasons: Readonly<Record<ModificationVerdict['outcome'], readonly ModificationReason[]>> = {
  applied: ['as-requested', 'in-part'],
  refused: ['documents-missing', 'not-covered', 'settled', 'not-plausible', 'other'],
};

/** What is wrong with what is asked, first things first; null: nothing. Words, documents, or both; not neither (N13). */
export function refuseAsked(
  asked: { readonly subject: ModificationSubject | null } & Omit<ModificationAsked, 'subject'>,
): ModificationTextRefusal | null {
  if (asked.subject === null || !modificationSubjects.includes(asked.subject)) return 'subject-missing';
  if (asked.text.length > MAX_MODIFICATION_TEXT) return 'text-too-long';
  return asked.text.trim() === '' && asked.documentIds.length === 0 ? 'text-missing' : null;
}

/** What is wrong with an answer: a reason that is not of its outcome, or one that needs words. */
export function refuseVerdict({
  outcome,
  reason,
  text,
}: Omit<ModificationVerdict, 'reason'> & { readonly reason: ModificationReason | null }):
  'reason-missing' | ModificationTextRefusal | null {
  if (reason === null || !modificationReasons[outcome].includes(reason)) return 'reason-missing';
  if (text.length > MAX_MODIFICATION_TEXT) return 'text-too-long';
  return text.trim() === '' && (reason === 'other' || reason === 'in-part') ? 'text-missing' : null;
}

type ModificationRule = Rule<ModificationContext, ModificationEvent, ModificationRefusal>;

/** Cancelled, never meant, or voided (N30): nothing of it is modified any more. */
const isOver = ({ life, use }: ModificationContext): boolean => life === 'cancelled' || life === 'entered-in-error' || use === 'not-used';

/** N11, N12: an active case, one request at a time, strictly before the end of the window. */
const mayRequest: ModificationRule = (context, { at, asked }) => {
  const { deadlines, isWaiting } = context;
  if (deadlines.modification === null) return 'not-offered';
  if (isOver(context)) return 'case-cancelled';
  if (isWaiting) return 'already-open';
  if (!mayStillModify({ deadlines }, at)) return 'window-over';
  return asked === undefined ? null : refuseAsked(asked);
};

/** What waits may be answered also after the window; what is over meanwhile can only be refused. */
const mayApply: ModificationRule = (context, { verdict }) => {
  if (isOver(context)) return 'case-cancelled';
  return verdict === undefined ? null : refuseVerdict({ outcome: 'applied', ...verdict });
};

const mayRefuse: ModificationRule = (_, { verdict }) => (verdict === undefined ? null : refuseVerdict({ outcome: 'refused', ...verdict }));

/** The rules by the names of the guards made from them. */
export const modificationRules = { mayRequest, mayApply, mayRefuse };

/** The request that waits for an answer, if one does. */
export const waitingRequest = (requests: readonly ModificationRequest[]): ModificationRequest | null =>
  requests.find(({ state }) => state === 'requested') ?? null;

/** What a request is decided on. */
export const modificationContext = (
  { life, use, deadlines }: Pick<Case, 'life' | 'use' | 'deadlines'>,
  requests: readonly ModificationRequest[],
): ModificationContext => ({ life, use, deadlines, isWaiting: waitingRequest(requests) !== null });

/** Milliseconds after which what is said of the time left is no longer true: at most a minute, and never past the end. */
export const nextTick = (left: number): number => (left > 0 ? left % 60_000 || 60_000 : 60_000);

/** Whole minutes left, the one that has begun among them; 0 when it is over. */
export const minutesLeft = (dueAt: Instant, at: Instant): number => Math.max(0, Math.ceil((dueAt - at) / 60_000));

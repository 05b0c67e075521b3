import { callPort, PortError } from '../kernel/index.ts';
import { numberKey, readLookup, type EligibilityAbout, type EligibilityAnswer, type MemberQuery } from '../members/index.ts';
import type { AuthorizationRequestContext, MemberCheck } from './authorization-request.task.ts';

type Context = AuthorizationRequestContext;

/** What is asked about the member of a form, and the name under which an answer is known to be to it. */
interface MemberQuestion {
  readonly key: string;
  readonly queries: readonly MemberQuery[];
  readonly about: EligibilityAbout;
}

/** What there is to ask; null before payer, number and day stand there, and where nobody may ask. */
export function questionOf({ ports, form, rules }: Context): MemberQuestion | null {
  if (ports.members === null || rules === null || form.payerId === '') return null;
  const { payerId, serviceFrom: serviceDate, member } = form;
  const typed = { by: 'card', payerId, value: member.number, name: '', birthDate: '', serviceDate } as const;
  const { query, about } = readLookup(typed, { today: ports.today(), locale: ports.locale(), policy: rules.members });
  if (query === null || about === null) return null;
  // An eligibility check gives the member's own number, a person types what stands on the card.
  const ways = member.id === null ? (['card', 'member-number'] as const) : (['member-number', 'card'] as const);
  const value = member.number.trim();
  const queries = ways.filter((by) => ports.members!.by.includes(by)).map((by) => ({ by, value }));
  return queries.length === 0 ? null : { key: [payerId, numberKey(value), about.serviceDate].join('|'), queries, about };
}

/** Whether there is something to ask that was not asked. */
export const isOtherMember = (context: Context): boolean => {
  const { check, pending, sent } = context;
  const question = (pending ?? sent) ? null : questionOf(context);
  return question !== null && question.key !== check?.question;
};

/** Whether there is something to ask that was not answered: the payer may have come back. */
export const isMemberDue = (context: Context): boolean => {
  const { check } = context;
  const isOpen = check !== null && (check.code !== null || check.answer?.status === 'payer-unavailable');
  return isOtherMember(context) || (isOpen && memberOf(context) === check && !context.pending && !context.sent);
};

/** What is known of the member who stands in the form now; null: nothing, or it was of another. */
export const memberOf = (context: Context): MemberCheck | null =>
  context.check !== null && questionOf(context)?.key === context.check.question ? context.check : null;

/** Nothing is known yet of who is asked about. */
export const asking = (context: Context): Partial<Context> => ({ check: { question: questionOf(context)!.key, answer: null, code: null } });

/** Asks the payer (N9, N10): the number may be of the card or the member's own, and which it is nobody has to say. */
export async function askMember(context: Context, signal: AbortSignal): Promise<EligibilityAnswer> {
  const { members, clock } = context.ports;
  const { queries, about } = questionOf(context)!;
  let answer: EligibilityAnswer | undefined;
  for (const query of queries) {
    answer = await callPort((limited) => members!.eligibility(query, about, { signal: limited }), { clock, signal });
    if (typeof answer?.status !== 'string') throw new PortError('internal');
    if (answer.status !== 'not-found') break;
  }
  return answer!;
}

/** The payer has answered: a name that nobody typed is that of the member who was found. */
export function answered(context: Context, answer: EligibilityAnswer): Partial<Context> {
  const now: Context = { ...context, check: { ...context.check!, answer } };
  const { form, request } = now;
  return {
    check: now.check,
    form: withName(now, form),
    request: request && withName(now, request),
    isDirty: now.isDirty || withName(now, form) !== form,
  };
}

/** With the name of the member who was found, where none was typed. */
export function withName<Written extends { readonly member: { readonly name: string } }>(context: Context, written: Written): Written {
  const answer = (context.pending ?? context.sent) ? null : memberOf(context)?.answer;
  if (!answer || !('member' in answer) || written.member.name.trim() !== '') return written;
  return { ...written, member: { ...written.member, name: answer.member.name } };
}

import type { PayerAnswer } from '@portico/core/authorizations';
import type { IntakeCase } from '@portico/core/claims';
import type { FileAnswers } from '@portico/core/claims/claim-intake';
import { fromIsoInstant, shortHash, type IdentifierType, type Instant } from '@portico/core/kernel';
import { answerOf, type Answer } from './answer.ts';
import { askAnswer } from './asks.ts';
import { caseOf, grantsCancel } from './case.ts';
import { concepts } from './coded.ts';
import type { Entry } from './collect.ts';
import type { Context } from './context.ts';
import { dayOf, instantOf, periodOf } from './dates.ts';
import type { Group } from './groups.ts';
import { decisionsOf } from './item-decisions.ts';
import { currencyOfCase } from './money.ts';
import { createReport } from './report.ts';
import { requestOf, type Request } from './request.ts';
import { child, children, text } from './tree.ts';

/** What all mappers of one file share. */
export type Shared = Pick<Context, 'report' | 'references' | 'fileCurrency'>;

const NUMBERS: readonly IdentifierType[] = ['reference-id', 'authorization-number', 'claim-number', 'payer-claim-number', 'other'];

/**
 * The answers to one request for authorization, for the chart to decide on, each once. Answers to what it replaced are history and are not
 * among them, nor are drafts and what was entered in error; one without any time cannot be told newer from older and is left to the record.
 */
export function answersOf(shared: Shared, group: Group, { record, index }: { record: IntakeCase; index: number }): readonly FileAnswers[] {
  const own = group.own.filter(
    (entry) => entry.type === 'ClaimResponse' && !/^(draft|entered-in-error)$/.test(text(entry, 'status') ?? ''),
  );
  if (record.kind !== 'authorization' || own.length + group.asks.length === 0) return [];
  const sources = [group.claim, ...own].filter((entry) => entry !== null);
  // What the mapping has to say is said where the record is made.
  const context: Context = {
    ...{ ...shared, report: createReport() },
    ...{ currency: currencyOfCase(sources, shared.fileCurrency), mapped: new Set() },
  };
  const asked = group.claim === null ? null : requestOf(context, group.claim);
  const answers = own.toReversed().flatMap((entry): readonly PayerAnswer[] => {
    const issuedAt = issuedAtOf(context, entry) ?? asked?.createdAt ?? null;
    if (issuedAt !== null) return [answered(context, answerOf(context, entry), { record, asked, issuedAt })];
    shared.report.add('no-issue-time', entry);
    return [];
  });
  for (const entry of group.asks) {
    const brought =
      own.find((one) => children(one, 'communicationRequest').some((at) => shared.references.resolve(at, one) === entry)) ?? own[0];
    const cameAt = (brought && issuedAtOf(context, brought)) ?? asked?.createdAt ?? issuedAtOf(context, entry);
    const answer = askAnswer(context, entry, { numbers: numbersOf(record), member: record.member.number, cameAt });
    if (answer === null) shared.report.add('no-issue-time', entry);
    else answers.push(answer);
  }
  return answers.length === 0 ? [] : [{ record: index, request: asked && unanswered(shared, group, record), answers }];
}

const numbersOf = ({ identifiers }: IntakeCase): PayerAnswer['numbers'] => identifiers.filter(({ type }) => NUMBERS.includes(type));

/** The record as it was asked for, under all the numbers that the file knows. */
function unanswered(shared: Shared, group: Group, record: IntakeCase): IntakeCase {
  const before = caseOf({ ...shared, report: createReport() }, { ...group, answer: null, responses: [], own: [], asks: [] }, null);
  const { life, processing, use, paymentDate, amounts, items, notes, rawCodes } = before;
  return { ...record, life, processing, use, paymentDate, amounts, items, notes, rawCodes };
}

interface About {
  readonly record: IntakeCase;
  readonly asked: Request | null;
  readonly issuedAt: Instant;
}

function answered(context: Context, answer: Answer, { record, asked, issuedAt }: About): PayerAnswer {
  const { entry } = answer;
  const told = decisionsOf(context, answer, asked);
  const { from, to } = periodOf(context, child(entry, 'preAuthPeriod'));
  const notes = [...new Set([...answer.notes, ...errorsOf(context, entry)])];
  const said = {
    ...{ issuedAt, stage: stageOf(answer, told, asked), ...told, validFrom: from, validTo: to },
    ...(notes.length > 0 && { notes }),
  };
  const number = text(child(entry, 'identifier'), 'value') ?? entry.id ?? text(entry, 'preAuthRef') ?? '';
  return {
    // Payers repeat the same numbers on every answer to a request: what it says is what makes it another one, however it travelled.
    notificationId: `${number}/${shortHash(JSON.stringify({ ...said, added: said.added.map((item) => ({ ...item, sequence: 0 })) }))}`,
    numbers: numbersOf(record),
    member: record.member.number,
    ...said,
  };
}

/**
 * How far it is: by what is said of items and of the whole, never by `outcome`, which only tells an error and what still waits (trap 1). The
 * answer to a cancel request cancels, unless the payer denies it or holds it up: then the request stays what it was.
 */
function stageOf(
  answer: Answer,
  { items, added, whole }: Pick<PayerAnswer, 'items' | 'added' | 'whole'>,
  asked: Request | null,
): PayerAnswer['stage'] {
  const { processing, life } = answer;
  const outcomes = [...items, ...added, ...(whole ? [whole] : [])].map(({ outcome }) => outcome);
  if (asked?.asksToCancel === true) return grantsCancel(answer) ? 'cancelled' : 'received';
  if (life === 'cancelled') return 'cancelled';
  if (outcomes.includes('pended')) return 'pended';
  // What nobody here can read decides nothing while the payer says that it still works on it.
  if (outcomes.length > 0) return processing === 'queued' && outcomes.includes('other') ? 'pended' : 'decided';
  return processing === 'error' ? 'error' : processing === 'queued' ? 'pended' : 'received';
}

/** When it was issued: as it says, else when its server or its bundle last touched it, else at the beginning of the day it tells. */
function issuedAtOf(context: Context, entry: Entry): Instant | null {
  const told =
    instantOf(context, entry, 'created') ?? instantOf(context, child(entry, 'meta'), 'lastUpdated') ?? instantIn(entry.scope.timestamp);
  const day = told === null ? dayOf(context, entry, 'created') : null;
  return told ?? (day === null ? null : fromIsoInstant(`${day}T00:00:00Z`));
}

/** An instant as it is written, or null. */
export function instantIn(written: string | null): Instant | null {
  try {
    return written === null ? null : fromIsoInstant(written);
  } catch {
    return null;
  }
}

/** What is wrong, where a code says so without words. */
const errorsOf = (context: Context, entry: Entry): readonly string[] =>
  children(entry, 'error').flatMap((one) =>
    concepts(context, child(one, 'code')).flatMap(({ code, text: words }) => words ?? (code === '' ? [] : code)),
  );

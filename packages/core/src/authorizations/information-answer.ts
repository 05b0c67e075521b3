import { callPort, PortError, type Clock, type SubmitCommand } from '../kernel/index.ts';
import type { DetailRefusal } from './authorization-detail.task.ts';
import type { AuthorizationsPort } from './authorizations.port.ts';

/** What binding a posted note to the payer's question needs. */
export interface InformationAnswerInput {
  readonly authorizations: Pick<AuthorizationsPort, 'get'> & Required<Pick<AuthorizationsPort, 'answerInformation'>>;
  readonly submit: SubmitCommand;
  readonly clock: Clock;
}

/** So often it is tried anew when something else happened to the record meanwhile. */
const TRIES = 3;

/**
 * Says that a posted note answers a question of the payer (P3); null when it does. Asked again with the same note it binds nothing twice. The
 * note is with the payer in any case: where the question is no longer open, the code tells that. Rejects with PortError when nobody knows.
 */
export async function bindAnswer(
  { authorizations, submit, clock }: InformationAnswerInput,
  id: string,
  answer: { readonly requestId: string; readonly noteId: string; readonly isLast: boolean },
): Promise<DetailRefusal | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const detail = await callPort((signal) => authorizations.get(id, { signal }), { clock });
    if (detail === null) return 'no-such-authorization';
    const { version: expectedVersion, informationRequests } = detail.record;
    const request = informationRequests.find((one) => one.id === answer.requestId);
    if (request?.answers.some(({ noteId }) => noteId === answer.noteId)) return null;
    const options = { recordId: id, expectedVersion };
    const told = await submit((meta) => authorizations.answerInformation(id, answer, { ...meta, expectedVersion }), options);
    if (told.status === 'accepted') return null;
    if (told.status === 'refused') return told.code;
    if (told.status === 'unknown') throw new PortError('internal');
  }
  return 'conflict';
}

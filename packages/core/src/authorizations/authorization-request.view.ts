import type { SnapshotFrom } from 'xstate';
import type { Party } from '../claims/index.ts';
import type { Payer } from '../directory/index.ts';
import type { Attachment, AttachmentDetails, NoteRefusal } from '../documents/index.ts';
import type { PortErrorCode } from '../kernel/index.ts';
import { memberOf } from './authorization-request-member.ts';
import type { RequestForm } from './authorization-request-draft.schema.ts';
import type { authorizationRequestMachine } from './authorization-request.machine.ts';
import type { authorizationRequestMessages } from './authorization-request.messages.ts';
import type { RequestField, RequestProblem } from './authorization-request.rules.ts';
import type { AuthorizationRequestContext, MemberCheck, RemovedLine, RequestRules } from './authorization-request.task.ts';
import type { authorizationMessages } from './authorization.messages.ts';
import type { AuthorizationRequest } from './authorization.schema.ts';
import type { AuthorizationRow } from './authorizations.port.ts';

type Key = keyof typeof authorizationRequestMessages;
type RefusalKey = Extract<keyof typeof authorizationMessages, `authorization.refusal.${string}`>;

/** What is shown of a problem: what to say, and at which field. */
export interface ShownProblem {
  readonly field: RequestField;
  readonly message: Extract<Key, `request.problem.${string}`> | RefusalKey;
}

/** What is shown of a request. */
export interface AuthorizationRequestView {
  /**
   * Submitting, received and unknown are different words. `waiting`: could not be sent and goes by itself later. `unknown`: nobody knows whether it
   * arrived. `unsent`: it did not. `attaching`, `incomplete` and `sent` are all received: documents follow, are not all there, are done.
   */
  readonly state:
    | ('opening' | 'failed' | 'composing' | 'looking' | 'reviewing')
    | ('submitting' | 'waiting' | 'unknown' | 'unsent')
    | ('attaching' | 'incomplete' | 'sent');
  readonly isOpen: boolean;
  readonly form: RequestForm;
  readonly payers: readonly Payer[];
  readonly providers: readonly Party[];
  /** Number of the record that it takes the place of. */
  readonly replaces: string | null;
  readonly rules: RequestRules | null;
  readonly areRules: 'none' | 'loading' | 'ready' | 'failed';
  readonly problems: readonly ShownProblem[];
  /** What the payer says of the member who stands in the form; null: not asked. */
  readonly member: MemberCheck | null;
  readonly removedLine: RemovedLine | null;
  /** What was put aside can come back. */
  readonly hasAside: boolean;
  /** As it will be sent; the summary is made from it. */
  readonly request: AuthorizationRequest | null;
  readonly duplicates: readonly AuthorizationRow[] | null;
  /** Whether to say, before it is sent, that documents help (N15). */
  readonly isNudged: boolean;
  readonly takesFiles: boolean;
  readonly files: readonly Attachment[];
  readonly details: AttachmentDetails;
  readonly removedFileName: string | null;
  /** Id and reference number, once the payer has it. */
  readonly sent: { readonly id: string; readonly reference: string } | null;
  /** Documents that are with the request, and all that there are to be. */
  readonly posted: number;
  readonly total: number;
  readonly notice:
    Extract<Key, `request.${'notice' | 'failed' | 'unsent' | 'documents'}.${string}`> | RefusalKey | `note.refused.${NoteRefusal}` | null;
  readonly canEdit: boolean;
  /** A backend that keeps nothing, or could not: what is typed is gone with the page. `elsewhere`: another page wrote too; one is to be chosen. */
  readonly keeps: 'kept' | 'not-offered' | 'failed' | 'elsewhere';
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function authorizationRequestView({ value, context }: SnapshotFrom<typeof authorizationRequestMachine>): AuthorizationRequestView {
  const state = stateOf(value as Value, context);
  const { ports, form, payers, providers, replaces, rules, removedLine, aside, request, duplicates, files, details, sent, posted } =
    context;
  return {
    ...{ state, form, payers, providers, replaces, rules, removedLine, request, duplicates, files, details, sent, posted },
    isOpen: state === 'composing',
    areRules: typeof value === 'string' ? 'none' : rulesState((value as Exclude<Value, string>).open.rules),
    problems: shownProblems(context.problems),
    member: memberOf(context),
    hasAside: aside !== null,
    isNudged: ports.documents !== null && files.length === 0 && rules?.authorizations.recommendsDocuments === true,
    takesFiles: ports.documents !== null,
    removedFileName: context.removedFile?.file.name ?? null,
    total: posted + files.length,
    notice: noticeOf(state, context),
    canEdit: state === 'unsent' || state === 'reviewing',
    keeps: ports.drafts === null ? 'not-offered' : context.elsewhere !== null ? 'elsewhere' : context.isKept ? 'kept' : 'failed',
    code: context.code,
  };
}

type Value =
  | string
  | { readonly open: { readonly rules: string; readonly task: string | { readonly looking: string } | { readonly documents: unknown } } };

function stateOf(value: Value, { isWaiting, isUnsure }: AuthorizationRequestContext): AuthorizationRequestView['state'] {
  if (typeof value === 'string') return value as 'opening' | 'failed';
  const { task } = value.open;
  if (typeof task === 'string') {
    if (task === 'submitting' && isWaiting) return 'waiting';
    if (task === 'unsent' && isUnsure) return 'unknown';
    return task === 'deciding' ? 'composing' : (task as 'composing' | 'looking' | 'reviewing' | 'submitting' | 'unsent');
  }
  if (!('documents' in task)) return 'looking';
  const { documents } = task;
  if (documents === 'finished' || documents === 'leaving') return 'sent';
  return (documents as { readonly following?: string }).following === 'incomplete' ? 'incomplete' : 'attaching';
}

const rulesState = (value: string): AuthorizationRequestView['areRules'] =>
  value === 'deciding' ? 'none' : (value as AuthorizationRequestView['areRules']);

const shown = new WeakMap<readonly RequestProblem[], readonly ShownProblem[]>();

/** The same array for the same problems: views are compared by identity. */
function shownProblems(problems: readonly RequestProblem[]): readonly ShownProblem[] {
  const known = shown.get(problems);
  if (known) return known;
  const made = problems.map(({ field, code }): ShownProblem => ({ field, message: messageOf(code) }));
  shown.set(problems, made);
  return made;
}

const typedCodes = [
  ...(['payer-missing', 'provider-missing', 'currency-missing'] as const),
  ...(['not-a-date', 'no-such-day', 'ambiguous-year', 'not-an-amount', 'too-many-decimals', 'too-large'] as const),
  'item-missing',
] as const;

function messageOf(code: RequestProblem['code']): ShownProblem['message'] {
  const typed = typedCodes.find((one) => one === code);
  return typed
    ? `request.problem.${typed}`
    : `authorization.refusal.${code as Exclude<RequestProblem['code'], (typeof typedCodes)[number]>}`;
}

function noticeOf(state: AuthorizationRequestView['state'], context: AuthorizationRequestContext): AuthorizationRequestView['notice'] {
  const { notice, code, documentsNotice, ports } = context;
  if (state === 'failed') return code === 'offline' ? 'request.failed.offline' : 'request.failed.other';
  if (state === 'unknown') return ports.mayRepeat ? 'request.unsent.unknown' : 'request.unsent.unknownOnce';
  if (state === 'unsent') return code === 'offline' ? 'request.unsent.offline' : 'request.unsent.other';
  if (state === 'incomplete') {
    if (documentsNotice) return `note.refused.${documentsNotice}`;
    return code === null ? null : code === 'offline' ? 'request.documents.offline' : 'request.documents.failed';
  }
  if (state !== 'composing' || notice === null) return null;
  if (notice === 'conflict' || notice === 'aside' || notice === 'rules-failed' || notice === 'not-replaceable')
    return `request.notice.${notice}`;
  return `authorization.refusal.${notice}`;
}

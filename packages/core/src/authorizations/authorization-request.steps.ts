import {
  documentsPolicyDefaults,
  FileQueue,
  isRefused,
  isUnderWay,
  proposed,
  withChosen,
  withRetry,
  withReturned,
  without,
  type Attachment,
} from '../documents/index.ts';
import { callPort, toPortError, type Instant, type CommandAnswer } from '../kernel/index.ts';
import type { RequestDraft } from './authorization-request-draft.schema.ts';
import {
  emptyForm,
  formRespoken,
  isTouched,
  itemRespoken,
  nextForm,
  ofReplaced,
  withGiven,
  withoutLine,
} from './authorization-request-form.ts';
import { fieldOf, readRequest, type RequestProblem } from './authorization-request.rules.ts';
import type {
  AuthorizationRequestContext,
  AuthorizationRequestEvent,
  AuthorizationRequestInput,
  RemovedLine,
  RequestOpening,
  RequestPlace,
  RequestRules,
  WrittenRequest,
} from './authorization-request.task.ts';
import { requestRefusals } from './authorization-asked.rules.ts';
import type { Authorization, AuthorizationRequest } from './authorization.schema.ts';
import { authorizationsPolicyDefaults } from './authorizations.policy.ts';
import type { AuthorizationRefusal, AuthorizationRow } from './authorizations.port.ts';

type Context = AuthorizationRequestContext;
type Step = Partial<Context>;

const nothingSaid = { notice: null, code: null } as const;

/** The memory of a task that has just begun. */
export const begin = (ports: AuthorizationRequestInput): Context => ({
  ...{
    ports,
    payers: [],
    providers: [],
    supersedes: ports.supersedes,
    replaces: null,
    rules: null,
    rulesOf: '',
    form: emptyForm,
    aside: null,
    problems: [],
    check: null,
  },
  ...{ removedLine: null, request: null, duplicates: [], files: [], details: proposed(documentsPolicyDefaults, null), queue: null },
  ...{ removedFile: null, pending: null, sent: null, posting: null, posted: 0, documentsNotice: null },
  ...{ ...nothingSaid, isWaiting: false, isUnsure: false, isDirty: false, isKept: true },
  ...{ seen: ports.place?.taskId === ports.taskId ? ports.place.seen : new Set(), elsewhere: null },
});

/** Asks whom one may ask and for whom, and finds what was begun before. */
export async function open({ ports, seen }: Context, signal: AbortSignal): Promise<RequestOpening> {
  const { clock, supersedes, authorizations } = ports;
  const ask = <Value>(call: (limited: AbortSignal) => Promise<Value>): Promise<Value> => callPort(call, { clock, signal });
  const [payers, providers, place, detail] = await Promise.all([
    ask((limited) => ports.payers(limited)),
    ask((limited) => ports.providers(limited)),
    // A draft that cannot be had keeps nobody from working.
    ports.place?.taskId === ports.taskId ? ports.place : ask((limited) => findDraft(ports, seen, limited)).catch(() => null),
    supersedes === null ? null : ask((limited) => authorizations.get(supersedes, { signal: limited })),
  ]);
  return { payers, providers, place, replaced: detail?.record ?? null };
}

async function findDraft(
  { drafts, taskId, documents }: AuthorizationRequestInput,
  seen: RequestPlace['seen'],
  signal: AbortSignal,
): Promise<RequestPlace | null> {
  const found = await drafts?.get(taskId);
  if (!found) return null;
  seen.add(found.savedAt);
  const { requestDraftSchema } = await import('./authorization-request-draft.schema.ts');
  const { data } = requestDraftSchema.safeParse(found.payload);
  if (!data) return null;
  const { form, aside, sent, posted, request, note } = data;
  const uploads = sent ? await documents?.waiting?.(sent.id, { signal }).catch(() => []) : [];
  const restored = (file: RequestDraft['files'][number]): Attachment => {
    const upload = uploads?.find(({ uploadId }) => uploadId === file.id);
    return {
      ...{ ...file, source: null, refusal: null, code: null },
      ...{ sha256: upload?.sha256 ?? null, state: upload ? 'uploaded' : 'missing' },
    };
  };
  const { commandId } = found;
  return {
    ...{ taskId, seen, form, sent, posted, files: data.files.map(restored) },
    aside: aside && { form: aside.form, files: aside.files.map(restored) },
    pending: commandId !== null && request ? { commandId, request } : null,
    posting: commandId !== null && note ? { commandId, note } : null,
  };
}

/** What was begun before stands again; what the host names, and what can only be one, is filled in. */
export function opened({ ports, aside }: Context, { payers, providers, place, replaced }: RequestOpening): Step {
  const { supersedes } = ports;
  const base: Step = {
    ...{ payers, providers, replaces: replaced?.numbers[0]?.value ?? null },
    notice: supersedes !== null && replaced === null ? 'not-replaceable' : null,
  };
  if (place && (place.pending ?? place.sent)) {
    const { taskId: _, ...rest } = place;
    return { ...base, ...rest, files: place.files.map(goOn) };
  }
  const kept = place?.form ?? (replaced ? ofReplaced(replaced) : emptyForm);
  const { form, isOther } = withGiven(kept, ports);
  const files = place?.files.map(goOn) ?? [];
  return {
    ...base,
    form: {
      ...form,
      payerId: form.payerId || (payers.length === 1 && payers[0]?.id) || '',
      providerId: form.providerId || (providers.length === 1 && providers[0]?.id) || '',
    },
    files: isOther ? [] : files,
    aside: isOther ? { form: kept, files } : (aside ?? place?.aside ?? null),
    ...(isOther && { notice: 'aside' as const, isDirty: true }),
  };
}

/** Work on a file ended with the element that it was done for. */
const goOn = (file: Attachment): Attachment => (isUnderWay(file) ? { ...file, state: file.source ? 'checking' : 'missing' } : file);

/** The payer's rules are there: what they offer is chosen where nothing else fits, and files are looked at by its limits. */
export function ruled(context: Context, rules: RequestRules): Step {
  const { ports, form, files, sent, pending } = context;
  if (sent ?? pending) return { rules };
  const { kinds } = rules.authorizations;
  const { documents, clock, digest, progress } = ports;
  const { currencies } = rules;
  const chosen = {
    ...form,
    kind: kinds.includes(form.kind) ? form.kind : (kinds[0] ?? form.kind),
    currency: currencies.includes(form.currency) ? form.currency : (currencies[0] ?? ''),
  };
  return {
    rules,
    ...{ form: chosen, problems: stillWrong({ ...context, rules }, chosen) },
    details: proposed(rules.documents, null),
    queue: documents && new FileQueue({ caseId: null, upload: documents.upload, limits: rules.documents, clock, digest, progress }),
    files: files.map((file) => (file.source ? { ...file, state: 'checking', refusal: null, code: null } : file)),
  };
}

/** Something was typed. What was wrong goes as it is mended, and nothing new is called wrong before the next try. */
export function typed(context: Context, form: Context['form']): Step {
  return { form, problems: stillWrong(context, form), ...nothingSaid, isDirty: true };
}

/** The language changed: days that were understood stay the same days, also in what can come back. */
export function respoken({ form, aside, removedLine, ports, isDirty }: Context, before: string): Step {
  const reading = { today: ports.today(), locale: ports.locale() };
  return {
    form: formRespoken(form, before, reading),
    aside: aside && { ...aside, form: formRespoken(aside.form, before, reading) },
    removedLine: removedLine?.of === 'items' ? { ...removedLine, line: itemRespoken(removedLine.line, before, reading) } : removedLine,
    isDirty: isDirty || isTouched(form) || aside !== null,
  };
}

function stillWrong(context: Context, form: Context['form']): Context['problems'] {
  if (context.problems.length === 0) return context.problems;
  const { problems } = readRequest(form, readingOf(context));
  return context.problems.filter((one) => problems.some(({ field, code }) => field === one.field && code === one.code));
}

const readingOf = ({ ports, payers, providers, rules, supersedes }: Context) => ({
  ...{ payers, providers, supersedes, today: ports.today(), locale: ports.locale() },
  policy: rules?.authorizations ?? authorizationsPolicyDefaults,
});

/** What came of looking at a request before it is sent. */
export interface Looked {
  readonly request: AuthorizationRequest | null;
  readonly problems: readonly RequestProblem[];
  readonly duplicates: readonly AuthorizationRow[] | null;
}

/** Reads the form by the payer's rules, and asks which records may be the same. That nobody can say so keeps nothing from being sent. */
export async function look(context: Context, signal: AbortSignal): Promise<Looked> {
  const { ports, form, supersedes } = context;
  const { authorizations, clock } = ports;
  const ask = <Value>(call: (limited: AbortSignal) => Promise<Value>): Promise<Value> => callPort(call, { clock, signal });
  const rules = form.payerId === '' ? null : await ask(() => ports.rules(form.payerId));
  const { request, problems } = readRequest(form, readingOf({ ...context, rules }));
  if (request === null || !authorizations.duplicates) return { request, problems, duplicates: [] };
  const found = await ask((limited) => authorizations.duplicates!(request, { signal: limited })).catch(() => null);
  return { request, problems, duplicates: found && found.filter(({ id }) => id !== supersedes) };
}

/** Sends the request. The draft with its command id stands before the command leaves. */
export async function send(context: Context): Promise<CommandAnswer<Authorization, AuthorizationRefusal>> {
  const { ports, pending } = context;
  const { commandId, request } = pending!;
  // Without a draft a reload would show the form again; that is no reason not to send now.
  await put(ports, context).catch(() => undefined);
  return ports.submit((meta) => ports.authorizations.submit(request, meta), { commandId });
}

/** It was refused: said where it can be mended, else above the form. */
export function refusedBy(context: Context, code: AuthorizationRefusal | 'conflict'): Step {
  const ofField = requestRefusals.find((one) => one === code);
  return {
    ...(ofField ? { problems: [{ field: fieldOf(ofField, context.form), code: ofField }] } : { notice: code }),
    ...{ pending: null, isUnsure: false, isDirty: true, code: null },
  };
}

/** The payer has it. */
export const accepted = ({ ports, form }: Context, { id, numbers }: Authorization): Step => ({
  ...{ sent: { id, reference: numbers[0]?.value ?? id, payerId: form.payerId }, pending: null },
  ...{ isUnsure: false, isWaiting: false, removedLine: null, problems: [], ...nothingSaid, isDirty: ports.drafts !== null },
});

/** It could not be sent. */
export const unsent = (error: unknown): Step => ({ code: toPortError(error).code, isUnsure: mayBeDone(error), isWaiting: false });

/** Whether the backend may have done what failed: then only the same command may be sent again. */
export const mayBeDone = (error: unknown): boolean => ['aborted', 'timeout', 'internal', 'unavailable'].includes(toPortError(error).code);

/** Something else in place of what was written, which can come back. */
const replaced = ({ form, files }: Context, by: WrittenRequest): Step => ({
  ...{ ...by, aside: isTouched(form) || files.length > 0 ? { form, files } : null },
  ...{ problems: [], removedLine: null, removedFile: null, request: null, duplicates: [], ...nothingSaid, isDirty: true },
});

/** An empty form in place of what was written. */
export function startedOver(context: Context): Step {
  const step = replaced(context, { form: nextForm(context.form), files: [] });
  // Whoever presses twice has put nothing else aside.
  return { ...step, aside: step.aside ?? context.aside };
}

/** What was put aside, in place of what is there. */
export const broughtBack = (context: Context): Step => replaced(context, context.aside!);

/** The next request, after one that was sent. */
export const begun = (context: Context): Step => ({
  ...startedOver(context),
  ...{ aside: null, sent: null, posted: 0, supersedes: null, replaces: null },
});

/** The host named payer or member. */
export function given(context: Context, event: Extract<AuthorizationRequestEvent, { type: 'member.given' }>): Step {
  const { form, isOther } = withGiven(context.form, event);
  return isOther ? { ...replaced(context, { form, files: [] }), notice: 'aside' } : { form, isDirty: true };
}

/** A diagnosis or a service was taken out. */
export function withoutAt(context: Context, of: RemovedLine['of'], index: number): Step {
  const left = withoutLine(context.form, of, index);
  return left ? { ...typed(context, left.form), removedLine: left.removedLine } : {};
}

/** The version of another page is about to come in place of this one, which can come back. */
export const setAside = ({ ports, form, files }: Context): Step => ({
  ...begin({ ...ports, place: undefined }),
  aside: isTouched(form) || files.length > 0 ? { form, files: files.map(goOn) } : null,
});

/** Keeps what was typed and chosen, but never over a version that this page has not seen: answers when that was saved, else null. */
export async function put(ports: AuthorizationRequestInput, place: Omit<RequestPlace, 'taskId'>): Promise<Instant | null> {
  const { drafts, taskId, clock } = ports;
  const found = drafts && (await callPort(() => drafts.get(taskId), { clock }));
  if (found && !place.seen.has(found.savedAt)) return found.savedAt;
  await write(ports, place);
  return null;
}

/** Nothing typed and chosen is no draft. */
async function write(ports: AuthorizationRequestInput, place: Omit<RequestPlace, 'taskId'>): Promise<void> {
  const { drafts, taskId, clock } = ports;
  if (!drafts) return;
  const { form, aside, pending, sent, posting, posted } = place;
  const files = filesOf(place);
  const isEmpty = sent ? files.length === 0 : !pending && aside === null && files.length === 0 && !isTouched(form);
  if (isEmpty) return callPort(() => drafts.remove(taskId), { clock });
  const payload: RequestDraft = {
    ...{ form, files, sent, posted, request: pending?.request ?? null, note: posting?.note ?? null },
    aside: aside && { form: aside.form, files: filesOf(aside) },
  };
  const commandId = pending?.commandId ?? posting?.commandId ?? null;
  const savedAt = clock.now();
  place.seen.add(savedAt);
  await callPort(() => drafts.put({ taskId, commandId, payload, savedAt }), { clock });
}

// What was refused cannot be sent after a reload either.
const filesOf = ({ files }: WrittenRequest): RequestDraft['files'] =>
  files
    .filter((file) => !isRefused(file))
    .map(({ id, name, size, type, purpose, itemSequence }) => ({ id, name, size, type, purpose, itemSequence }));

/** Files were chosen, by the limits of the payer. */
export const chosen = ({ files, rules, details, ports }: Context, sources: Parameters<typeof withChosen>[1]): Step => ({
  files: withChosen(files, sources, { limits: rules!.documents, details, id: () => ports.ids.uuid() }),
  isDirty: true,
});

/** A file was taken out; the one taken out before cannot come back any more. */
export function removedFile({ files }: Context, id: string): Step {
  const { files: left, removed } = without(files, id);
  return removed ? { files: left, removedFile: removed, isDirty: true } : {};
}

/** A file that was taken out is back. */
export const returnedFile = ({ files, removedFile: gone }: Context): Step =>
  gone ? { files: withReturned(files, gone), removedFile: null, isDirty: true } : {};

/** A file is tried once more. */
export const retriedFile = ({ files, rules }: Context, id: string): Step => ({ files: withRetry(files, id, rules!.documents) });

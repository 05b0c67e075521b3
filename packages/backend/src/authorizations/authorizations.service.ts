import {
  authorizationOffer,
  authorizationDecision,
  decideAuthorization,
  newAuthorization,
  refuseRequest,
  visibleAuthorization,
  type Authorization,
  type AuthorizationAct,
  type AuthorizationEntry,
  type AuthorizationEvent,
  type AuthorizationRefusal,
  type AuthorizationRequest,
  type AuthorizationRow,
  type AuthorizationsPort,
} from '@portico/core/authorizations';
import {
  accepted,
  can,
  dateIn,
  daysBetween,
  PortError,
  refused,
  type Action,
  type Change,
  type CommandAnswer,
  type CommandMeta,
  type Subject,
} from '@portico/core/kernel';
import type { Asker, Sessions } from '../access/sessions.ts';
import type { AuthorizationRecord, Tx } from '../collections.ts';
import { runCommand, type Outcome } from '../command-pipeline.ts';
import { notify, type Told } from '../notices.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';
import { formsOf } from './forms.ts';
import { keepAuthorization, memberKeyOf } from './keeping.ts';
import { createReceive } from './receive.ts';
import { informationRequests, readKey, rowOf, worklist } from './worklist.ts';

type Answered = Outcome<Authorization, AuthorizationRefusal>;
type Payload = Omit<Partial<AuthorizationEvent>, 'type'>;

/** What each act is: the event of the chart, the right it needs, and what the history says of it. */
const acts = {
  update: ['authorization.updated', 'authorizations.update', 'updated'],
  extend: ['authorization.extended', 'authorizations.update', 'extended'],
  cancel: ['authorization.cancelled', 'authorizations.update', 'cancelled'],
  void: ['authorization.voided', 'authorizations.void', 'voided'],
  'answer-information': ['information.answered', 'authorizations.update', 'information-sent'],
  'request-information': ['information.requested', 'authorizations.decide', 'information-requested'],
  pend: ['authorization.pended', 'authorizations.decide', 'pended'],
  decide: ['authorization.decided', 'authorizations.decide', 'decided'],
  'mark-used': ['authorization.used', 'authorizations.decide', 'used'],
} as const satisfies Readonly<Record<AuthorizationAct, readonly [AuthorizationEvent['type'], Action, AuthorizationEntry['what']]>>;

/** The record, where this subject may do that to it; somebody else's is answered like one that does not exist. */
async function authorizationFor(tx: Tx, subject: Subject, action: Action, id: string): Promise<AuthorizationRecord | null> {
  const found = await tx.get('authorizations', id);
  if (found === null || found.organisationId !== subject.organisationId) return null;
  return can(subject, action, { providerId: found.providerId, payerId: found.payerId }).allow ? found : null;
}

const isText = (value: unknown, max: number): boolean => typeof value === 'string' && value.length <= max;

/** Authorizations: every command is decided by the chart of core at the back office's own time, and written together with its case. */
export function createAuthorizationsService(office: Office, sessions: Sessions): Required<AuthorizationsPort> {
  const { clock, ids, policyFor, store } = office;
  const rulesFor = (payerId: string) => {
    const { authorizations, claims } = policyFor({ payerId });
    return { policy: authorizations, zone: claims.zone };
  };

  /** Decides one act over one record and writes what came of it. */
  const act = async (tx: Tx, { subject }: Asker, name: AuthorizationAct, id: string, payload: Payload | null): Promise<Answered> => {
    const [type, action, what] = acts[name];
    const found = await authorizationFor(tx, subject, action, id);
    if (found === null) return { answer: refused('no-such-authorization') };
    if (payload === null) return { answer: refused('invalid'), target: id };
    const at = clock.now();
    const by = subject.displayName;
    const decision = decideAuthorization(found.record, { type, at, by, ...rulesFor(found.payerId), ...payload });
    if (!decision.accepted) return { answer: refused(decision.code), target: id };
    const reference = payload.why?.reason ?? payload.ask?.id ?? payload.reply?.requestId ?? payload.how ?? null;
    const entry: AuthorizationEntry = { at, what, by, reference: name === 'decide' ? authorizationDecision(decision.record) : reference };
    const to = action === 'authorizations.decide' ? 'provider' : 'payer';
    const { record, changes, told } = await keepAuthorization(office, tx, found, decision.record, { at, by, to, entries: [entry] });
    return { answer: accepted(record), target: id, changes: [...changes, ...(await notify(office, tx, at, told))] };
  };

  const command = (
    name: AuthorizationAct,
    id: string,
    meta: CommandMeta,
    payload: unknown,
    make: (tx: Tx) => Promise<Payload | null> | Payload | null,
  ): Promise<CommandAnswer<Authorization, AuthorizationRefusal>> => {
    const [, action] = acts[name];
    return runCommand<Authorization, AuthorizationRefusal>(office, sessions, meta, {
      type: `authorizations.${name}`,
      payload: { id, payload },
      right: { action },
      present: async (tx, { subject }) => {
        const found = await authorizationFor(tx, subject, action, id);
        return found && { version: found.version, value: found.record };
      },
      work: async (tx, asker) => act(tx, asker, name, id, await make(tx)),
    });
  };

  const submit = async (tx: Tx, { subject }: Asker, wanted: AuthorizationRequest): Promise<Answered> => {
    const right = { providerId: wanted.provider.id, payerId: wanted.payer.id };
    if (!can(subject, 'authorizations.submit', right).allow) return { answer: refused('no-such-authorization') };
    const { policy, zone } = rulesFor(wanted.payer.id);
    const request = { ...wanted, items: wanted.items.map(asked) };
    const code = refuseRequest(request, policy);
    if (code !== null) return { answer: refused(code) };
    const at = clock.now();
    const by = subject.displayName;
    const { organisationId } = subject;
    const id = ids.uuid();
    const changes: Change[] = [];
    const told: Told[] = [];
    const value = await nextNumber(tx, organisationId, dateIn(zone, at).slice(0, 4));
    if (request.supersedes !== null) {
      const old = await authorizationFor(tx, subject, 'authorizations.update', request.supersedes);
      if (old === null) return { answer: refused('no-such-authorization') };
      const ended = decideAuthorization(old.record, { type: 'authorization.superseded', successor: id, at, by, policy, zone });
      if (!ended.accepted) return { answer: refused(ended.code), target: old.id };
      const entries = [{ at, what: 'superseded', by, reference: value }] as const;
      const kept = await keepAuthorization(office, tx, old, ended.record, { at, by, to: 'payer', entries });
      changes.push(...kept.changes);
      told.push(...kept.told);
    }
    await tx.put('counters', { id: counterOf(organisationId, value), version: 1, value: numberIn(value) });
    const facts = { id, organisationId, numbers: [{ type: 'reference-id', value } as const], submittedAt: at, submittedBy: by };
    const entries = [{ at, what: 'submitted', by, reference: value }] as const;
    const fresh = newAuthorization(request, facts, policy, zone);
    const kept = await keepAuthorization(office, tx, null, fresh, { at, by, to: 'payer', entries });
    changes.push(...kept.changes, ...(await notify(office, tx, at, [...told, ...kept.told])));
    return { answer: accepted(kept.record), target: id, changes };
  };

  return {
    async get(id, options) {
      const detail = await sessions.reading(async (tx, { subject }) => {
        if (!can(subject, 'authorizations.read').allow) throw new PortError('denied');
        const found = await authorizationFor(tx, subject, 'authorizations.read', id);
        if (found === null) return null;
        const resource = { providerId: found.providerId, payerId: found.payerId };
        const permission = can(subject, 'authorizations.read', resource);
        const hidden = permission.allow ? permission.hidden : [];
        const asked = { at: clock.now(), ...rulesFor(found.payerId) };
        const offers = (Object.keys(acts) as AuthorizationAct[]).filter(
          (name) => can(subject, acts[name][1], resource).allow && authorizationOffer(found.record, acts[name][0], asked) === null,
        );
        const record = visibleAuthorization(found.record, hidden);
        const formId = (await formsOf(office, tx, found.record))[0]?.document.id ?? null;
        return { detail: { record, hidden, offers, history: found.history, formId }, accountId: subject.accountId };
      }, options?.signal);
      if (detail === null) return null;
      const { version } = detail.detail.record;
      // What was read is answered even where nothing can be written any more (a full disk).
      await store
        .transaction('write', (tx) => tx.put('authorizationReads', { id: readKey(detail.accountId, id), version: 1, seen: version }))
        .catch(() => undefined);
      return detail.detail;
    },

    worklist: (filter, request) => sessions.reading((tx, { subject }) => worklist(tx, subject, filter, request), request.signal),

    informationRequests: (request) =>
      sessions.reading((tx, { subject }) => informationRequests(tx, subject, request, (payerId) => rulesFor(payerId).zone), request.signal),

    duplicates: (request, options) =>
      sessions.reading(async (tx, { subject }) => {
        const right = { providerId: request.provider.id, payerId: request.payer.id };
        if (!can(subject, 'authorizations.submit').allow) throw new PortError('denied');
        if (!can(subject, 'authorizations.submit', right).allow) return [];
        const days = rulesFor(request.payer.id).policy.duplicateDays;
        const same = await tx.query('authorizations', {
          where: [...eq('memberKey', memberKeyOf(request)), ...eq('providerId', request.provider.id)],
        });
        const rows: AuthorizationRow[] = [];
        for (const found of same) {
          if (found.organisationId !== subject.organisationId || !isNear(found.record, request, days)) continue;
          const row = await rowOf(tx, subject, found);
          if (row !== null) rows.push(row);
        }
        return rows;
      }, options?.signal),

    async submit(request, meta) {
      const { authorizationRequestSchema } = await import('@portico/core/schemas');
      const parsed = authorizationRequestSchema.safeParse(request);
      return runCommand<Authorization, AuthorizationRefusal>(office, sessions, meta, {
        type: 'authorizations.submit',
        payload: request,
        right: { action: 'authorizations.submit' },
        work: async (tx, asker) => (parsed.success ? submit(tx, asker, parsed.data) : { answer: refused('invalid') }),
      });
    },

    async update(id, items, meta) {
      const { authorizationItemSchema } = await import('@portico/core/schemas');
      const parsed = items.map((item) => authorizationItemSchema.safeParse(item));
      const good = parsed.flatMap(({ data }) => data ?? []);
      return command('update', id, meta, items, () => (good.length === items.length ? { items: good } : null));
    },
    async extend(id, until, meta) {
      const { plainDateSchema } = await import('@portico/core/schemas');
      return command('extend', id, meta, until, () => (plainDateSchema.safeParse(until).success ? { until } : null));
    },
    cancel: (id, meta) => command('cancel', id, meta, null, () => ({})),
    void: (id, why, meta) => command('void', id, meta, why, () => (isText(why.text, 4_000) && isText(why.reason, 64) ? { why } : null)),
    answerInformation: (id, reply, meta) =>
      command('answer-information', id, meta, reply, async (tx) =>
        (await tx.get('notes', reply.noteId))?.caseId === id ? { reply } : null,
      ),
    async requestInformation(id, ask, meta) {
      const { instantSchema } = await import('@portico/core/schemas');
      const isDue = ask.dueAt === null || instantSchema.safeParse(ask.dueAt).success;
      const isGood = isDue && isText(ask.text, 4_000) && ask.items.every(Number.isInteger);
      return command('request-information', id, meta, ask, () => (isGood ? { ask: { ...ask, id: ids.uuid() } } : null));
    },
    pend: (id, { text }, meta) => command('pend', id, meta, text, () => (isText(text, 4_000) ? { text } : null)),
    async decide(id, decision, meta) {
      const { itemDecisionSchema, plainDateSchema } = await import('@portico/core/schemas');
      const days = [decision.validFrom, decision.validTo].filter((day) => day !== null);
      const isGood =
        decision.items.every((one) => itemDecisionSchema.safeParse(one).success) &&
        days.every((day) => plainDateSchema.safeParse(day).success);
      return command('decide', id, meta, decision, () => (isGood ? { decision } : null));
    },
    markUsed: (id, how, meta) => command('mark-used', id, meta, how, () => (how === 'used' || how === 'partly-used' ? { how } : null)),
    receive: createReceive(office, sessions),
  };
}

/** An item as it is asked for: nothing of it is decided, whatever was sent. */
const asked = (item: Authorization['items'][number]): Authorization['items'][number] => ({
  ...item,
  ...{ origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
});

/** Whether a living record asks for a service of this request, for days that are near. */
function isNear(record: Authorization, request: AuthorizationRequest, days: number): boolean {
  if (record.state.case === 'closed' || record.state.case === 'superseded') return false;
  const nameOf = ({ service, unlisted }: Authorization['items'][number]): string =>
    service?.code ?? unlisted?.name.trim().toLowerCase() ?? '';
  const asks = new Set(request.items.map(nameOf));
  if (!record.items.some((item) => asks.has(nameOf(item)))) return false;
  const [one, other] = [record.serviceFrom, request.serviceFrom];
  return one === null || other === null || Math.abs(daysBetween(one, other)) <= days;
}

const counterOf = (organisationId: string, number: string): string => `authorizations/${organisationId}/${number.split('-')[1]!}`;
const numberIn = (number: string): number => Number(number.split('-')[2]);

/** The next number of an organisation in a year; it is taken by writing its counter. */
async function nextNumber(tx: Tx, organisationId: string, year: string): Promise<string> {
  const counter = await tx.get('counters', counterOf(organisationId, `PA-${year}`));
  return `PA-${year}-${String((counter?.value ?? 0) + 1).padStart(6, '0')}`;
}

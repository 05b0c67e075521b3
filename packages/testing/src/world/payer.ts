import type { Authorization, AuthorizationDetail, AuthorizationRow, AuthorizationsPort } from '@portico/core/authorizations';
import { toPortError, type Clock, type Instant } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import type { WorldAccount } from './accounts.ts';
import { payers } from './parties.ts';
import { payerPlan, seedOf, type PayerPlan } from './payer-plan.ts';

/** The person that a scripted payer signs in as; in the history of a record nobody takes it for somebody. */
export const payerAccount: WorldAccount = {
  ...{ name: 'scripted-payer', password: 'demo-scripted-payer', email: 'scripted@payer.example' },
  ...{ recoveryCode: 'de30-5c71-0a44-b5c6-d7e8', secretQuestion: { question: 'first-street', answer: 'Script Street' } },
  subject: {
    ...{ accountId: 'account:scripted-payer', displayName: 'Scripted payer (demo)', roles: ['claims-center'], providerIds: [] },
    payerIds: payers.map(({ id }) => id),
  },
};

/** How a scripted payer works. */
export interface PayerOptions {
  /** A connection of its own, with a session of its own. */
  readonly backend: Backend;
  /** Whom it signs in as; null where the connection is signed in already. @default the account of the demo world */
  readonly account?: Pick<WorldAccount, 'name' | 'password'> | null;
  /** The world's own clock. */
  readonly clock: Clock;
  /** How long it takes for a decision, in milliseconds, give or take half of it by the record. @default 20000 */
  readonly delay?: number;
  /** What it does with a record whose time has come. @default drawn from the record */
  readonly decide?: (record: Authorization) => PayerPlan;
}

/** A payer that is at work until it is stopped; then no timer and no subscription of it is left. */
export interface ScriptedPayer {
  stop(): void;
}

/** What was sent so long before it began, and never touched since, is the seed's own: not worth opening. */
const MONTH = 30 * 86_400_000;
const RETRY = 30_000;
const LIMIT = 100;

/**
 * A payer that decides after a while what a person of the provider has sent: most is approved, some is asked about first, some is approved
 * in part, changed or denied, always the same for the same record. What a person at the payer's desk has touched it leaves alone.
 */
export function createPayer({ backend, account = payerAccount, clock, delay = 20_000, decide = payerPlan }: PayerOptions): ScriptedPayer {
  const port = backend.authorizations as Required<AuthorizationsPort>;
  const over = new AbortController();
  /** When each record's time comes, as of a version; null: never. */
  const known = new Map<string, { readonly version: number; readonly at: Instant | null }>();
  const begun = clock.now();
  let isSignedIn = account === null;
  let wake = (): void => undefined;

  /** When this is to be decided; null where it is not this payer's to decide, or waits for the provider. */
  const timeOf = ({ record, history, offers }: AuthorizationDetail): Instant | null => {
    const isTouched = history.some(({ what, by }) => isDeskWork(what) && by !== null && by !== payerAccount.subject.displayName);
    if (record.submittedBy === null || isTouched || isAwaiting(record) || !offers.includes('decide')) return null;
    const answers = record.informationRequests.flatMap((one) => one.answers.map(({ at }) => at));
    const share = 0.5 + (seedOf([record.numbers[0]?.value ?? record.id]) % 100) / 100;
    return Math.max(record.submittedAt, record.revisedAt ?? 0, ...answers) + delay * share * (record.urgency === 'expedited' ? 0.5 : 1);
  };

  const act = async (record: Authorization): Promise<void> => {
    const { id, version } = record;
    const plan = decide(record);
    // Two pages of one world draw the same: the second is answered with what the first came to.
    const meta = { commandId: `scripted-payer-${id}-${version}`, expectedVersion: version };
    if (plan.act === 'ask') await port.requestInformation(id, { text: plan.text, items: plan.items, dueAt: null }, meta);
    else if (plan.act === 'decide') await port.decide(id, plan, meta);
    known.set(id, { version, at: null });
  };

  /** Decides what is due; answers when something is due next, null for never. */
  const consider = async (row: AuthorizationRow): Promise<Instant | null> => {
    if (row.version === 1 && row.submittedAt < begun - MONTH) return null;
    const before = known.get(row.id);
    const isSame = before?.version === row.version;
    if (isSame && (before.at === null || before.at > clock.now())) return before.at;
    const detail = await port.get(row.id, { signal: over.signal });
    const at = detail && timeOf(detail);
    known.set(row.id, { version: row.version, at });
    if (detail === null || at === null || at > clock.now()) return at;
    await act(detail.record);
    return null;
  };

  const look = async (): Promise<Instant | null> => {
    if (!isSignedIn) isSignedIn = (await backend.access!.signIn(account!)).status === 'signed-in';
    if (!isSignedIn) return null;
    let next: Instant | null = null;
    let cursor: string | null = null;
    do {
      const page = await port.worklist(
        { scope: 'mine', payerId: null, urgency: null, number: '' },
        { cursor, limit: LIMIT, signal: over.signal },
      );
      for (const row of page.rows) {
        if (over.signal.aborted) return null;
        const at = await consider(row);
        if (at !== null) next = Math.min(next ?? at, at);
      }
      cursor = page.next;
    } while (cursor !== null);
    return next;
  };

  /** A session may have ended with the clock of the world; anything else may be over in a while. */
  const failed = (error: unknown): Instant => {
    const isAnew = isSignedIn && account !== null && toPortError(error).code === 'not-signed-in';
    if (isAnew) isSignedIn = false;
    return clock.now() + (isAnew ? 0 : RETRY);
  };

  const work = async (): Promise<void> => {
    while (!over.signal.aborted) {
      // Before it looks: what happens meanwhile is not missed.
      const pause = new AbortController();
      wake = () => pause.abort();
      const next = await look().catch(failed);
      if (pause.signal.aborted || over.signal.aborted) continue;
      if (next === null) await new Promise<void>((resolve) => pause.signal.addEventListener('abort', () => resolve()));
      else await clock.after(Math.max(0, next - clock.now()), pause.signal).catch(() => undefined);
    }
  };

  const stop = (): void => {
    over.abort();
    subscriptions.forEach((unsubscribe) => unsubscribe());
    wake();
  };
  const subscriptions = [
    backend.changes.subscribe('authorizations', () => wake()),
    // Whoever moves the clock of the world moves it here too; a world that is gone is left in peace.
    backend.changes.subscribe('world', ({ id }) => (id === 'gone' ? stop() : wake())),
  ];
  void work();
  return { stop };
}

const isAwaiting = ({ informationRequests }: Authorization): boolean =>
  informationRequests.some(({ state }) => state === 'open' || state === 'partial');

const isDeskWork = (what: AuthorizationDetail['history'][number]['what']): boolean =>
  what === 'pended' || what === 'information-requested' || what === 'decided';

import { maySignIn, type AccessPolicy, type Session } from '@portico/core/access';
import { PortError, type Instant, type Subject } from '@portico/core/kernel';
import type { OfficeChange } from '../changes.ts';
import type { AccountRecord, SessionRecord, Tx } from '../collections.ts';
import type { Office, SessionKeeper } from '../office.ts';
import { eq } from '../store.ts';

/** Who is asking, as the store knows them now: a right taken away holds from the next request on. */
export interface Asker {
  readonly row: SessionRecord;
  readonly account: AccountRecord;
  readonly subject: Subject;
}

/** The session of one page. */
export interface Sessions {
  /** Does the work as whoever is signed in; PortError `not-signed-in` without a live session. */
  reading<Result>(work: (tx: Tx, asker: Asker) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
  /** The key of the page's session row, to be looked at inside a write transaction by `identify`. */
  key(): Promise<string | null>;
  /** Who holds a session row, or null where it is gone, over, or its account may not be here any more. */
  identify(tx: Tx, key: string | null): Promise<Asker | null>;
  /** Keeps the session alive: its idle time begins anew. */
  touch(tx: Tx, asker: Asker): Promise<void>;
  /** Begins a session for an account; the page holds its token once `keep` is called after the commit. */
  begin(tx: Tx, account: AccountRecord, token: { readonly text: string; readonly key: string }): Promise<Session>;
  keep(token: string): void;
  /** The organisation of whoever was met last on this page and has not left; null before. */
  organisationId(): string | null;
  /** The session that the page still has. */
  present(): Promise<Session | null>;
  /** The same, and its idle time begins anew. */
  stay(signal?: AbortSignal): Promise<Session | null>;
  end(): Promise<void>;
}

const MINUTE = 60_000;
/** An idle time is measured to this precision, so that reading does not write each time. */
const PRECISION = 1_000;

/** Sessions over the store; the page keeps only an opaque token, the store only its digest. */
export function createSessions({ store, clock, ids, hasher, policyFor, changes }: Office, keeper: SessionKeeper): Sessions {
  const policy = policyFor('portal').access;
  let known: { readonly token: string; readonly key: string } | null = null;
  let organisation: string | null = null;

  const key = async (): Promise<string | null> => {
    const token = keeper.get();
    if (token === null) return null;
    if (known?.token !== token) known = { token, key: await hasher.digest(token) };
    return known.key;
  };

  const isOver = (row: SessionRecord, at: Instant): boolean => isSessionOver(row, policy, at);

  const identify = async (tx: Tx, rowKey: string | null): Promise<Asker | null> => {
    const row = rowKey === null ? null : await tx.get('sessions', rowKey);
    if (row === null || isOver(row, clock.now())) return null;
    const account = await tx.get('accounts', row.accountId);
    const life = account && (await tx.get('signIns', account.nameKey));
    if (!account || !life || !maySignIn(life.account)) return null;
    organisation = account.organisationId;
    return { row, account, subject: subjectOf(account) };
  };

  const touch = async (tx: Tx, { row }: Asker): Promise<void> => {
    const lastSeenAt = clock.now();
    if (lastSeenAt - row.lastSeenAt >= PRECISION) await tx.put('sessions', { ...row, version: row.version + 1, lastSeenAt });
  };

  const reading: Sessions['reading'] = async (work, signal) => {
    throwIfAborted(signal);
    const rowKey = await key();
    const { result, asker } = await store.transaction('read', async (tx) => {
      const found = await identify(tx, rowKey);
      if (found === null) throw new PortError('not-signed-in');
      return { result: await work(tx, found), asker: found };
    });
    if (clock.now() - asker.row.lastSeenAt >= PRECISION) {
      // What was read is answered even where nothing can be written any more (a full disk).
      await store
        .transaction('write', async (tx) => {
          const still = await identify(tx, rowKey);
          if (still) await touch(tx, still);
        })
        .catch(() => undefined);
    }
    throwIfAborted(signal);
    return result;
  };
  const present = async (): Promise<Session | null> => {
    const token = keeper.get();
    const rowKey = await key();
    if (rowKey === null) return null;
    const asker = await store.transaction('read', (tx) => identify(tx, rowKey));
    if (asker) return sessionOf(asker.row, asker.account);
    // Somebody may have signed in here while the old session was looked for.
    if (keeper.get() === token) keeper.set(null);
    await store.transaction('write', (tx) => tx.delete('sessions', rowKey));
    return null;
  };

  return {
    organisationId: () => organisation,
    key,
    identify,
    touch,
    reading,
    present,
    stay: async (signal) =>
      reading(async (_tx, { row, account }) => sessionOf(row, account), signal).catch((error: unknown) => {
        if (error instanceof PortError && error.code === 'not-signed-in') return present();
        throw error;
      }),
    async begin(tx, account, token) {
      const at = clock.now();
      // Sessions of pages that were closed are met by nobody else.
      for (const old of await sessionsOf(tx, account.id)) if (isOver(old, at)) await tx.delete('sessions', old.id);
      const row: SessionRecord = {
        id: token.key,
        version: 1,
        sessionId: ids.uuid(),
        accountId: account.id,
        startedAt: at,
        lastSeenAt: at,
        endsAt: at + policy.sessionMaxMinutes * MINUTE,
      };
      await tx.put('sessions', row, 0);
      organisation = account.organisationId;
      return sessionOf(row, account);
    },
    keep: (token) => keeper.set(token),
    async end() {
      const rowKey = await key();
      keeper.set(null);
      known = null;
      if (rowKey === null) return;
      const ended = await store.transaction('write', async (tx) => {
        const row = await tx.get('sessions', rowKey);
        await tx.delete('sessions', rowKey);
        return row;
      });
      if (ended) changes.publish([{ topic: 'session', id: ended.sessionId, version: ended.version + 1, organisationId: organisation }]);
      organisation = null;
    },
  };
}

/** Whether a session has come to its end, or was idle for too long. */
export function isSessionOver({ endsAt, lastSeenAt }: SessionRecord, policy: AccessPolicy, at: Instant): boolean {
  return at >= endsAt || at >= lastSeenAt + policy.sessionIdleMinutes * MINUTE;
}

/** All sessions of an account, those that are over too. */
export const sessionsOf = (tx: Tx, accountId: string): Promise<readonly SessionRecord[]> =>
  tx.query('sessions', { where: eq('accountId', accountId) });

/** What pages are told of sessions that were ended. */
export const sessionChanges = (ended: readonly SessionRecord[], { organisationId }: AccountRecord): readonly OfficeChange[] =>
  ended.map(({ sessionId, version }) => ({ topic: 'session', id: sessionId, version: version + 1, organisationId }));

/** Ends all sessions of an account, as after a recovery; answers which. */
export async function endSessionsOf(tx: Tx, accountId: string): Promise<readonly SessionRecord[]> {
  const rows = await sessionsOf(tx, accountId);
  for (const row of rows) await tx.delete('sessions', row.id);
  return rows;
}

/** Rejects what nobody waits for any more. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PortError('aborted', { cause: signal.reason });
}

const sessionOf = (row: SessionRecord, account: AccountRecord): Session => ({
  sessionId: row.sessionId,
  subject: subjectOf(account),
  startedAt: row.startedAt,
  endsAt: row.endsAt,
});

const subjectOf = (account: AccountRecord): Subject => ({
  accountId: account.id,
  organisationId: account.organisationId,
  displayName: account.displayName,
  roles: account.roles,
  providerIds: account.providerIds,
  payerIds: account.payerIds,
});

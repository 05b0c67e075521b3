import {
  bindingIssue,
  decideAccount,
  refusalReasons,
  type AccessPort,
  type ActivationRefusal,
  type KnownParties,
  type RefusalReason,
} from '@portico/core/access';
import { accepted, can, PortError, refused, type CommandAnswer, type CommandMeta } from '@portico/core/kernel';
import { runCommand } from '../command-pipeline.ts';
import type { AccountRecord, Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { post } from '../outbox.ts';
import { eq } from '../store.ts';
import { mailTexts } from './mails.ts';
import type { Sessions } from './sessions.ts';

/** So many who wait are listed at once. */
const MOST = 50;

/** One answer of the helpdesk to who registered. */
interface Verdict<Code extends string> {
  readonly type: string;
  readonly accountId: string;
  readonly payload: unknown;
  readonly event: 'account.activated' | 'account.refused';
  readonly outcome: 'activated' | RefusalReason;
  /** What the account becomes, or why not. */
  readonly changed: (account: AccountRecord, tx: Tx) => Promise<AccountRecord | Code>;
}

/** The helpdesk's queue of people who registered (N8): each is activated, with the providers or payers to work for, or refused with a reason. */
export function createActivation(
  office: Office,
  sessions: Sessions,
): Pick<Required<AccessPort>, 'pendingAccounts' | 'activateAccount' | 'refuseAccount'> {
  const { clock, ids, policyFor } = office;

  const answer = <Code extends string>(
    { type, accountId, payload, event, outcome, changed }: Verdict<Code>,
    meta: CommandMeta,
  ): Promise<CommandAnswer<null, ActivationRefusal | Code>> =>
    runCommand<null, ActivationRefusal | Code>(office, sessions, meta, {
      type,
      payload,
      right: { action: 'access.answer-registration' },
      work: async (tx, { subject }) => {
        const at = clock.now();
        const [account, found] = [await tx.get('accounts', accountId), await tx.get('registrations', accountId)];
        const row = account && (await tx.get('signIns', account.nameKey));
        // Somebody of another organisation is answered for like nobody.
        if (!account || !row || account.organisationId !== subject.organisationId) return { answer: refused('no-such-account') };
        const decision = decideAccount(row.account, { type: event, at, policy: policyFor('portal').access });
        if (!decision.accepted || !found?.waitsIn) return { answer: refused('not-pending'), target: accountId };
        const next = await changed(account, tx);
        if (typeof next === 'string') return { answer: refused(next), target: accountId };
        await tx.put('accounts', { ...next, version: account.version + 1 }, account.version);
        await tx.put('signIns', { ...row, version: row.version + 1, account: decision.next }, row.version);
        const version = found.version + 1;
        const said = { outcome, at, by: subject.accountId };
        await tx.put('registrations', { ...found, version, waitsIn: '', answer: said }, found.version);
        const texts = mailTexts(account.locale);
        const mail = outcome === 'activated' ? texts.activated() : texts.refused(outcome);
        await post(tx, { id: ids.uuid(), to: account.email, ...mail, secret: null, at });
        return { answer: accepted(null), target: accountId, changes: [{ topic: 'accounts', id: accountId, version }] };
      },
    });

  return {
    pendingAccounts: (options) =>
      sessions.reading(async (tx, { subject }) => {
        if (!can(subject, 'access.answer-registration').allow) throw new PortError('denied');
        const where = eq('waitsIn', subject.organisationId);
        const rows = (await tx.query('registrations', { where }))
          .map(({ pending }) => pending)
          .sort((a, b) => a.requestedAt - b.requestedAt || (a.accountId < b.accountId ? -1 : 1));
        return { rows: rows.slice(0, MOST), total: rows.length };
      }, options?.signal),

    activateAccount: ({ accountId, providerIds, payerIds }, meta) =>
      answer<'binding-missing' | 'binding-unknown'>(
        {
          ...{ type: 'access.activate-account', accountId, payload: { accountId, providerIds, payerIds } },
          ...{ event: 'account.activated', outcome: 'activated' },
          changed: async (account, tx) => {
            const role = account.roles.includes('clerk') ? 'clerk' : 'claims-center';
            const known = await knownParties(office, tx, account.organisationId);
            return bindingIssue(role, { providerIds, payerIds }, known) ?? { ...account, providerIds, payerIds };
          },
        },
        meta,
      ),

    async refuseAccount({ accountId, reason }, meta) {
      if (!refusalReasons.includes(reason)) throw new PortError('invalid');
      return answer<never>(
        {
          ...{ type: 'access.refuse-account', accountId, payload: { accountId, reason } },
          ...{ event: 'account.refused', outcome: reason, changed: async (account) => account },
        },
        meta,
      );
    },
  };
}

/** Whom the directory of an organisation knows. */
async function knownParties({ lists }: Office, tx: Tx, organisationId: string): Promise<KnownParties> {
  const { rows, idOf } = await lists.providers(tx, organisationId);
  const providers = new Set(rows.map(idOf));
  const payers = new Set((await tx.query('payers', { where: eq('organisationId', organisationId) })).map(({ payer }) => payer.id));
  return { isProvider: (id) => providers.has(id), isPayer: (id) => payers.has(id) };
}

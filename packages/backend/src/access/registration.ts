import { countedMails, mayMail, registeredAccount, registrationIssues, type AccessPort, type Registration } from '@portico/core/access';
import { accepted, PortError, refused } from '@portico/core/kernel';
import { runOpenCommand, type Outcome } from '../command-pipeline.ts';
import type { Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { post } from '../outbox.ts';
import { signInRow } from './gate.ts';
import { mailTexts } from './mails.ts';
import { nameKey } from './names.ts';
import { checkPassword } from './password.rules.ts';

const HOUR = 3_600_000;

type Answer = Outcome<null, 'registration-not-valid'>;

/**
 * Registration (N7): an account that waits for the helpdesk. A name that somebody has takes the same way at the same cost; only a mail to
 * its owner tells of it, so that nobody learns here who has an account.
 */
export function createRegistration(office: Office): Pick<Required<AccessPort>, 'register'> {
  const { clock, hasher, ids, policyFor, registersInto, store } = office;
  const policy = policyFor('portal').access;
  const organisationId = registersInto!;

  /** What one address and all together tried in the last hour; throws where it is enough. */
  const triesOf = async (tx: Tx, address: string) => {
    const at = clock.now();
    const limits = [
      { id: 'all', limit: policy.registrationsPerHour },
      { id: address, limit: policy.recoveryMailsPerHour },
    ];
    return Promise.all(
      limits.map(async ({ id, limit }) => {
        const row = (await tx.get('registrationTries', id)) ?? { id, version: 0, times: [] };
        const times = countedMails(row.times, at);
        if (times.length >= limit) throw new PortError('rate-limited', { retryAfter: times[0]! + HOUR - at });
        return { ...row, times };
      }),
    );
  };

  const take = async (tx: Tx, entry: Entry): Promise<Answer> => {
    const { key, address, accountId, passwordHash, said } = entry;
    const at = clock.now();
    for (const row of await triesOf(tx, address))
      await tx.put('registrationTries', { ...row, version: row.version + 1, times: [...row.times, at] }, row.version);
    const row = await signInRow(tx, key);
    const owner = row.accountId === null ? null : await tx.get('accounts', row.accountId);
    if (row.accountId !== null) {
      const sentAt = countedMails(row.recoveryMails ?? [], at);
      if (owner === null || mayMail(sentAt, policy, at) !== null) return { answer: accepted(null), target: row.accountId };
      await tx.put('signIns', { ...row, version: row.version + 1, recoveryMails: [...sentAt, at] }, row.version);
      await post(tx, { id: ids.uuid(), to: owner.email, ...mailTexts(owner.locale).nameTaken(), secret: null, at });
      return { answer: accepted(null), target: row.accountId };
    }
    const { displayName, email, phone, role, providerNumber, providerName, locale } = said;
    const account = { id: accountId, version: 1, organisationId, nameKey: key, emailKey: email.toLowerCase() };
    // For whom the account works is the helpdesk's to say.
    const bound = { roles: [role], providerIds: [], payerIds: [] };
    await tx.put('accounts', { ...account, displayName, email, locale, ...bound, passwordHash }, 0);
    await tx.put('signIns', { ...row, version: row.version + 1, account: registeredAccount(row.account), accountId }, row.version);
    const pending = { accountId, displayName, email, phone, role, providerNumber, providerName, requestedAt: at };
    await tx.put('registrations', { id: accountId, version: 1, organisationId, waitsIn: organisationId, pending, answer: null }, 0);
    await post(tx, { id: ids.uuid(), to: email, ...mailTexts(locale).registered(), secret: null, at });
    return { answer: accepted(null), target: accountId, changes: [{ topic: 'accounts', id: accountId, version: 1, organisationId }] };
  };

  return {
    async register(request, meta) {
      const said = trimmed(request);
      const issues: Record<string, string> = { ...registrationIssues(said, policy) };
      const weakness = checkPassword(said.password, policy);
      if (weakness !== null) issues['password'] ??= weakness;
      const key = await nameKey(hasher, said.name);
      const address = await hasher.digest(`registration:${said.email.toLowerCase()}`);
      const { password, ...rest } = said;
      // The password is not in the payload: a digest of something so short could be guessed.
      const command = { type: 'access.register', payload: { ...rest, name: key } };
      if (Object.keys(issues).length > 0)
        return runOpenCommand(office, meta, {
          ...command,
          work: async (): Promise<Answer> => ({ answer: refused('registration-not-valid', issues) }),
        });
      // Hashing is dear: who asks too often is refused before. A repetition is not another try.
      const isKnown = await store.transaction('read', async (tx) => {
        const known = (await tx.get('commands', `anybody/${meta.commandId}`)) !== null;
        if (!known) await triesOf(tx, address);
        return known;
      });
      const passwordHash = isKnown ? '' : await hasher.hash(password);
      const entry = { key, address, accountId: ids.uuid(), passwordHash, said };
      return runOpenCommand(office, meta, { ...command, work: (tx) => take(tx, entry) });
    },
  };
}

interface Entry {
  readonly key: string;
  /** Digest of the address. */
  readonly address: string;
  readonly accountId: string;
  readonly passwordHash: string;
  readonly said: Registration;
}

/** The texts without blanks around them; what comes over a wire may be anything. */
function trimmed(request: Registration): Registration {
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const { displayName, email, phone, providerNumber, providerName, name, password, locale } = request;
  return {
    ...{ displayName: text(displayName), email: text(email), phone: text(phone), role: request.role },
    ...{ providerNumber: text(providerNumber), providerName: text(providerName), name: text(name) },
    ...{ password: typeof password === 'string' ? password : '', locale: text(locale).slice(0, 35) || 'en' },
  };
}

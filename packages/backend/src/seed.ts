import { newAccount, recoveryCodeForm, type PendingAccount, secretAnswerForm, type SecretQuestion } from '@portico/core/access';
import type { IntakeCase } from '@portico/core/claims';
import type { Contact, Payer } from '@portico/core/directory';
import { numberKey, type MemberCoverage } from '@portico/core/members';
import type { Instant, Subject } from '@portico/core/kernel';
import { nameKey } from './access/names.ts';
import { takeIn } from './claims/take-in.ts';
import { seedDirectory, type DirectoryContent } from './directory/lists.ts';
import type { AccountRecord, BackOfficeStore, PayerOutage, Tx } from './collections.ts';
import type { Hasher, Office } from './office.ts';
import { policyOf, type PolicyOptions } from './policy-of.ts';

/** An account to begin with. */
export interface SeedAccount {
  readonly name: string;
  readonly password: string;
  readonly email: string;
  /** Language of mails. @default 'en' */
  readonly locale?: string;
  /** @default 'active' */
  readonly life?: 'pending-activation' | 'active';
  /** What somebody said who waits for the helpdesk (N7); without it the account stands in no queue. */
  readonly registration?: Pick<PendingAccount, 'phone' | 'providerNumber' | 'providerName'>;
  /** A saved recovery code to begin with. */
  readonly recoveryCode?: string;
  readonly secretQuestion?: { readonly question: SecretQuestion; readonly answer: string };
  readonly subject: Omit<Subject, 'organisationId'>;
}

/** A payer to begin with, with what the directory does not tell. */
export interface SeedPayer extends Payer {
  /** Its helpline, for whoever holds no card. */
  readonly phone?: string;
  readonly outage?: PayerOutage;
}

/** What an organisation begins with. Records of cases are trusted: they are not checked again. */
export interface Seed {
  readonly organisationId: string;
  readonly accounts: readonly SeedAccount[];
  readonly contacts: readonly Contact[];
  readonly payers: readonly SeedPayer[];
  readonly coverages?: Iterable<MemberCoverage>;
  /** Physicians and code lists to pick from. */
  readonly directory?: DirectoryContent;
  readonly cases: Iterable<IntakeCase>;
}

/** What seeding needs. */
export interface SeedOptions {
  readonly store: BackOfficeStore;
  readonly hasher: Hasher;
  readonly clock: Office['clock'];
  readonly ids: Office['ids'];
  /** Those of the back office: deadlines are counted by them. */
  readonly policies: PolicyOptions;
  /** Called after each block of cases with their number so far; what it returns is waited for, so that a page can breathe. */
  readonly onProgress?: (cases: number) => Promise<void> | void;
}

/** So many cases are written in one transaction. */
const BLOCK = 500;

/** Fills a store. What is there already stays as it is, so that an interrupted seeding can be begun again. */
export async function seed(world: Seed, options: SeedOptions): Promise<void> {
  const { store, hasher, clock, ids, policies, onProgress } = options;
  const { organisationId } = world;
  const accounts = await hashed(world.accounts, hasher);
  await store.transaction('write', async (tx) => {
    for (const { account, key, proofs } of accounts) {
      await putAccount(tx, organisationId, account, key, proofs);
      await putRegistration(tx, organisationId, account, clock.now());
    }
    for (const contact of world.contacts) await tx.put('contacts', { id: contact.id, version: 1, brandId: contact.brandId, contact });
    for (const { id, name, brandId, phone, outage } of world.payers) {
      const more = { ...(phone !== undefined && { phone }), ...(outage && { outage }) };
      await tx.put('payers', { id: `${organisationId}/${id}`, version: 1, organisationId, payer: { id, name, brandId }, ...more });
    }
  });

  const policyFor = policyOf(policies);
  let done = 0;
  for (const block of blocks(world.cases)) {
    await store.transaction('write', (tx) => takeIn({ ids, policyFor }, tx, block, { organisationId, by: null, at: clock.now() }));
    done += block.length;
    await onProgress?.(done);
  }
  await seedDirectory(store, organisationId, world.directory ?? {});
  // After the cases: their members may be told from them while they pass.
  await store.transaction('write', async (tx) => {
    for (const kept of world.coverages ?? []) await putCoverage(tx, organisationId, kept);
  });
}

/**
 * Gives a world that was seeded by an older version what it begins with by now: accounts and lists of the directory. What is there already
 * stays as it is; cases, members and who waits for the helpdesk are not added.
 */
export async function seedMissing(world: Seed, { store, hasher }: Pick<SeedOptions, 'store' | 'hasher'>): Promise<void> {
  const { organisationId } = world;
  const missing = await store.transaction('read', async (tx) => {
    const found: SeedAccount[] = [];
    for (const account of world.accounts)
      if (account.registration === undefined && (await tx.get('accounts', account.subject.accountId)) === null) found.push(account);
    return found;
  });
  const accounts = await hashed(missing, hasher);
  await store.transaction('write', async (tx) => {
    for (const { account, key, proofs } of accounts) await putAccount(tx, organisationId, account, key, proofs);
  });
  await seedDirectory(store, organisationId, world.directory ?? {});
}

/** Accounts with the digests that are kept of them, made outside any transaction. */
const hashed = (accounts: readonly SeedAccount[], hasher: Hasher) =>
  Promise.all(
    accounts.map(async (account) => ({
      account,
      key: await nameKey(hasher, account.name),
      proofs: await proofsOf(account, hasher),
    })),
  );

async function putCoverage(tx: Tx, organisationId: string, kept: MemberCoverage): Promise<void> {
  const { payerId, member, cardNumber, nationalId } = kept;
  await tx.put('coverages', {
    ...{ id: `${organisationId}/${payerId}/${cardNumber}`, version: 1, organisationId },
    ...{ cardKey: numberKey(cardNumber), memberKey: numberKey(member.number), birthDate: member.birthDate },
    ...(nationalId !== null && { nationalKey: numberKey(nationalId) }),
    kept,
  });
}

type Proofs = Pick<AccountRecord, 'passwordHash' | 'recoveryCodeHash' | 'secretQuestion'>;

async function proofsOf({ password, recoveryCode, secretQuestion }: SeedAccount, hasher: Hasher): Promise<Proofs> {
  return {
    passwordHash: await hasher.hash(password),
    ...(recoveryCode && { recoveryCodeHash: await hasher.hash(recoveryCodeForm(recoveryCode)) }),
    ...(secretQuestion && {
      secretQuestion: { question: secretQuestion.question, answerHash: await hasher.hash(secretAnswerForm(secretQuestion.answer)) },
    }),
  };
}

async function putAccount(tx: Tx, organisationId: string, account: SeedAccount, key: string, proofs: Proofs): Promise<void> {
  // A row without an account is of somebody who tried the name before it was anybody's.
  const tried = await tx.get('signIns', key);
  if (tried !== null && tried.accountId !== null) return;
  const { accountId, displayName, roles, providerIds, payerIds } = account.subject;
  const { email, locale = 'en', life = 'active' } = account;
  const found = { nameKey: key, emailKey: email.toLowerCase() };
  const record = {
    id: accountId,
    version: 1,
    organisationId,
    ...found,
    displayName,
    email,
    locale,
    roles,
    providerIds,
    payerIds,
    ...proofs,
  };
  await tx.put('accounts', record, 0);
  const version = tried?.version ?? 0;
  await tx.put('signIns', { id: key, version: version + 1, account: newAccount(life), accountId }, version);
}

async function putRegistration(tx: Tx, organisationId: string, { registration, subject, email }: SeedAccount, at: Instant): Promise<void> {
  const { accountId, displayName, roles } = subject;
  const [role] = roles;
  if (registration === undefined || (role !== 'clerk' && role !== 'claims-center') || (await tx.get('registrations', accountId))) return;
  const pending: PendingAccount = { accountId, displayName, email, role, ...registration, requestedAt: at };
  await tx.put('registrations', { id: accountId, version: 1, organisationId, waitsIn: organisationId, pending, answer: null }, 0);
}

function* blocks(cases: Iterable<IntakeCase>): Generator<readonly IntakeCase[]> {
  let block: IntakeCase[] = [];
  for (const one of cases) {
    block.push(one);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

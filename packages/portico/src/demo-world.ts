import { createDexieBackend, browserClock, type DexieBackend, type DexieBackendOptions } from '@portico/adapter-dexie';
import { claimsPolicyDefaults } from '@portico/core/claims';
import { dateIn } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import { checkPolicyKey } from '@portico/core/schemas';
import {
  accounts,
  contacts,
  createPayer,
  payerAccount,
  payers,
  rememberingLast,
  worldCases,
  worldCoverages,
  worldDirectory,
  type PayerOptions,
} from '@portico/testing/world';

/** What a demo world is made of. */
export interface DemoWorldOptions extends Pick<DexieBackendOptions, 'onProgress' | 'onStorage' | 'recoveryUrl'> {
  /** How many claims and authorizations. @default 2000 */
  readonly claims?: number;
  /** `plain` stays in this browser until it is deleted; `memory` is gone with the page. @default 'plain' */
  readonly storage?: 'plain' | 'memory';
  /** Pack of the portal itself: ways back in, attempts, sessions. @default 'nextcare' */
  readonly pack?: 'nextcare' | 'default';
  /** Names the database. @default 'portico-demo' */
  readonly name?: string;
  /** A payer that decides what is sent after some seconds, in a session of its own; it stops with `close()`. @default false */
  readonly scriptedPayer?: boolean | Pick<PayerOptions, 'delay' | 'decide'>;
}

/**
 * The policies of the demo world: the Gulf TPA's pack for that payer and, if nothing else is wanted, for the portal; the default pack for the
 * others. Each payer's own currency comes first.
 */
const policiesOf = (portal: 'nextcare' | 'default') => ({
  book: createPolicyBook(
    [
      ...[defaultPack, nextcarePack],
      ...payers.map(({ id, packId, currency }) => ({ id, base: packId, keys: { 'claims.currencies': currenciesFrom(currency) } })),
    ],
    checkPolicyKey,
  ),
  portal,
  payers: Object.fromEntries(payers.map(({ id }) => [id, id])),
});

const currenciesFrom = (first: string): readonly string[] => [first, ...claimsPolicyDefaults.currencies.filter((one) => one !== first)];

/** A whole portal in this browser tab over the seeded demo world: two payers, three roles, invented people; always the same. */
export function createDemoBackend({
  claims = 2_000,
  storage = 'plain',
  pack = 'nextcare',
  name = 'portico-demo',
  scriptedPayer = false,
  ...more
}: DemoWorldOptions = {}): DexieBackend {
  const backend = createDexieBackend({
    ...more,
    ...{ name, storage, people: 'synthetic', policies: policiesOf(pack), registersInto: 'org:demo' },
    demo: {
      accounts: accounts.map(({ name: account, password, recoveryCode, secretQuestion, subject }) => ({
        ...{ name: account, password, role: subject.roles[0]! },
        proof: pack === 'default' ? recoveryCode : secretQuestion.answer,
      })),
    },
    seed: () => {
      const today = dateIn('Asia/Dubai', browserClock.now());
      const { cases, last } = rememberingLast(worldCases({ seed: 2026, count: claims, today }));
      return {
        organisationId: 'org:demo',
        ...{ accounts: [...accounts, payerAccount], contacts, payers, cases },
        coverages: worldCoverages(today, last),
        directory: worldDirectory(),
      };
    },
  });
  return scriptedPayer === false ? backend : withPayer(backend, scriptedPayer === true ? {} : scriptedPayer);
}

/** The same world with a payer at work in it, who ends with the page and with the world. */
function withPayer(backend: DexieBackend, options: Pick<PayerOptions, 'delay' | 'decide'>): DexieBackend {
  const payer = createPayer({ ...options, backend: backend.open(), clock: backend.clock! });
  return {
    ...backend,
    demo: {
      ...backend.demo!,
      hasScriptedPayer: true,
      async destroy() {
        payer.stop();
        await backend.demo!.destroy();
      },
    },
    close() {
      payer.stop();
      backend.close();
    },
  };
}

import type { CommandMeta } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { people, type MemoryWorld } from '@portico/testing/contract';

interface Cell {
  readonly page: Backend;
  readonly world: MemoryWorld;
  readonly whose: string;
  readonly meta: CommandMeta;
}

const action = 'access.answer-registration';

/** What the matrix of rights calls of the helpdesk's queue. */
export const registrationCalls = {
  'access.pendingAccounts': {
    action,
    call: async ({ page, world, whose }: Cell) => {
      await whoWaits(world, whose);
      return (await page.access!.pendingAccounts!()).total;
    },
  },
  'access.activateAccount': {
    action,
    call: async ({ page, world, whose, meta }: Cell) =>
      page.access!.activateAccount!({ accountId: await whoWaits(world, whose), providerIds: ['provider:a'], payerIds: [] }, meta),
  },
  'access.refuseAccount': {
    action,
    call: async ({ page, world, whose, meta }: Cell) =>
      page.access!.refuseAccount!({ accountId: await whoWaits(world, whose), reason: 'details-wrong' }, meta),
  },
} as const;

/** The id of an account that waits for this helpdesk; of somebody abroad there is one that does not. */
async function whoWaits(world: MemoryWorld, whose: string): Promise<string> {
  if (whose === 'abroad') return people.stranger.subject.accountId;
  const asked = { displayName: 'New', email: 'new@mail.example', phone: '0471 000', role: 'clerk', locale: 'en' } as const;
  const provider = { providerNumber: '47', providerName: 'Clinic A' };
  const account = { name: 'new', password: 'a kettle of fish on Sunday' };
  await world.connect().access!.register!({ ...asked, ...provider, ...account }, { commandId: 'registration' });
  return (await world.store.transaction('read', (tx) => tx.query('registrations', {})))[0]!.id;
}

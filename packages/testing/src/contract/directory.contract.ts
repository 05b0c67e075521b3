import { equal } from '@portico/backend/check';
import type { ContractCase } from './contract.ts';
import { failsWith, signedIn } from './steps.ts';

/** Whom one deals with (N1–N3). */
export const directoryCases: readonly ContractCase[] = [
  {
    title: 'N1 N2 N3 contacts are there before sign-in, by country, with phone and e-mail',
    needs: ['directory'],
    async run(context) {
      const contacts = await (await context.connect()).directory!.contacts();
      equal(
        contacts.map(({ country }) => country),
        ['AE', 'OM', 'QA'],
        'countries in order',
      );
      for (const { channels } of contacts) equal(channels.map(({ kind }) => kind).sort(), ['email', 'phone'], 'channels');
    },
  },
  {
    title: 'N2 contacts of one brand, and none of a brand that is not there',
    needs: ['directory'],
    async run(context) {
      const { directory } = await context.connect();
      const countries = async (brandId: string) => (await directory!.contacts({ brandId })).map(({ country }) => country);
      equal(await countries('alpha'), ['AE', 'QA'], 'alpha');
      equal(await countries('gamma'), [], 'gamma');
    },
  },
  {
    title: 'payers by name, found by any part of it in any spelling, page by page',
    needs: ['directory.payers'],
    async run(context) {
      const { directory } = await signedIn(context, 'clerk');
      const names = async (text: string) => (await directory!.payers!({ text })).rows.map(({ name }) => name);
      equal(await names(''), ['Xenon Health', 'يثرب للتأمين'], 'all, and none of the other organisation');
      equal(await names('XENON'), ['Xenon Health'], 'in other case');
      equal(await names('للتامين'), ['يثرب للتأمين'], 'without hamza');
      equal(await names('nothing like it'), [], 'none');
      const first = await directory!.payers!({ limit: 1 });
      equal([first.rows.length, first.total], [1, { kind: 'exact', n: 2 }], 'the first page');
      const second = await directory!.payers!({ limit: 1, cursor: first.next });
      equal([second.rows[0]?.name, second.next], ['يثرب للتأمين', null], 'the second page');
    },
  },
  {
    title: 'payers are told to who is signed in, and to a payer only itself',
    needs: ['directory.payers', 'access'],
    async run(context) {
      const page = await context.connect();
      await failsWith('not-signed-in', () => page.directory!.payers!({}), 'before sign-in');
      const { directory } = await signedIn(context, 'claimsCenter');
      equal(
        (await directory!.payers!({})).rows.map(({ id }) => id),
        ['payer:x'],
        'the claims center of payer x',
      );
    },
  },
];

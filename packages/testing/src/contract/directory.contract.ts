import { equal } from '@portico/backend/check';
import type { CodeEntry } from '@portico/core/directory';
import type { Page } from '@portico/core/kernel';
import type { ContractCase } from './contract.ts';
import { failsWith, signedIn } from './steps.ts';

/** Whom one deals with, and what one picks from (N1–N3, N18–N20). */
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
  {
    title: 'N19 N20 a code is found by its beginning, the exact one first, with or without its dots, in any case and digits',
    needs: ['directory.codes'],
    async run(context) {
      const { directory } = await signedIn(context, 'clerk');
      const codes = async (text: string) => codesOf(await directory!.codes!('diagnoses', { text }));
      equal(await codes('Q20.2'), ['Q20.2', 'Q20.21'], 'those that begin so');
      equal((await codes('q20'))[0], 'Q20', 'the exact one first');
      equal(await codes('q202'), ['Q20.2', 'Q20.21'], 'without dot, in small letters');
      equal(await codes('Q٢٠'), ['Q20', 'Q201', 'Q20.2', 'Q20.21', 'M02'], 'in Arabic digits; names that have it come last');
      equal(await codes('Q9'), [], 'none');
      equal(codesOf(await directory!.codes!('services', { text: 'x' })), ['X1', 'X2'], 'of the other list');
    },
  },
  {
    title: 'N19 N20 a code is found by the beginnings of words of its names, in both scripts and any spelling',
    needs: ['directory.codes'],
    async run(context) {
      const { directory } = await signedIn(context, 'clerk');
      const codes = async (text: string) => codesOf(await directory!.codes!('diagnoses', { text }));
      equal(await codes('ASTH'), ['Q201', 'Q20.2', 'Q20.21'], 'in other case');
      equal(await codes('mild asth'), ['Q20.21'], 'each word, in any order');
      equal(await codes('q20 severe'), ['Q201'], 'a code and a word');
      equal(await codes('sthma'), [], 'not from the middle of a word');
      equal(await codes('الربو'), ['Q201', 'Q20.21'], 'with and without the article');
      equal(await codes('سكري'), ['E10', 'E11'], 'behind an article, without vowel signs');
      equal(await codes('نوع 2'), ['E11'], 'Arabic digits in the name');
      equal(await codes('إلتهاب'), ['M02'], 'another alef');
      const { rows } = await directory!.codes!('diagnoses', { text: 'E11' });
      equal(
        rows[0],
        { coded: { code: 'E11', system: 'urn:contract:codes', text: 'Diabetes, type 2' }, names: { ar: 'داء السُّكَّري من النوع ٢' } },
        'as it was given',
      );
    },
  },
  {
    title: 'N18 a physician is found by words of the name or by any number of theirs, whatever its kind and spelling',
    needs: ['directory.physicians'],
    async run(context) {
      const { directory } = await signedIn(context, 'clerk');
      const names = async (text: string) => (await directory!.physicians!({ text })).rows.map(({ name }) => name);
      equal(await names('huda'), ['Dr. Huda Saleh', 'Dr. Huda Wahid'], 'by a word');
      equal(await names('sal hu'), ['Dr. Huda Saleh'], 'by two words');
      equal(await names('مني خوري'), ['د. منى الخوري'], 'in another spelling');
      equal(await names('١٠٤٨٢'), ['د. منى الخوري'], 'by LOP number, in Arabic digits; the other organisation has one too');
      equal(await names(' dha-p-0203411 '), ['Dr. Huda Saleh'], 'by licence, in small letters');
      equal(await names('DHAP0203411'), ['Dr. Huda Saleh'], 'without hyphens');
      equal(await names('1999990036'), ['Dr. Huda Saleh'], 'by NPI');
      equal(await names('1048'), [], 'never by a part of a number');
      const { rows } = await directory!.physicians!({ text: 'gd7001' });
      equal(rows[0]?.identifiers, [{ type: 'doh', value: 'GD7001' }], 'its kind is told');
    },
  },
  {
    title:
      'N8 the helpdesk finds providers by words of the name, by any number and by id; a clerk the own ones, and nobody those of others',
    needs: ['directory.providers', 'access'],
    async run(context) {
      const { directory } = await signedIn(context, 'helpdesk');
      const names = async (text: string): Promise<readonly string[]> =>
        (await directory!.providers!({ text })).rows.map(({ name }) => name);
      equal(await names(''), ['Clinic A', 'Clinic C', 'Clinic without a case', 'عيادة الباء'], 'all, by name');
      equal(await names('clin with'), ['Clinic without a case'], 'by name');
      equal(await names('dha f 0047'), ['Clinic A'], 'by licence');
      equal(await names('provider:c'), ['Clinic C'], 'by id');
      equal(await names('0047'), [], 'never by a part of a number');
      const page = await directory!.providers!({ text: '', limit: 3 });
      const rest = await directory!.providers!({ text: '', limit: 3, cursor: page.next });
      equal(
        [...page.rows, ...rest.rows].map(({ name }) => name),
        await names(''),
        'page by page',
      );
      const clerk = await signedIn(context, 'clerk');
      equal(
        (await clerk.directory!.providers!({ text: '' })).rows.map(({ id }) => id),
        ['provider:a', 'provider:b'],
        'the own ones',
      );
      const nobody = await context.connect();
      await failsWith('not-signed-in', () => nobody.directory!.providers!({ text: '' }), 'nobody');
    },
  },
  {
    title: 'physicians and codes come page by page, each once, and no list is told before sign-in',
    needs: ['directory.codes', 'directory.physicians', 'access'],
    async run(context) {
      const page = await context.connect();
      await failsWith('not-signed-in', () => page.directory!.codes!('diagnoses', { text: 'a' }), 'codes');
      await failsWith('not-signed-in', () => page.directory!.physicians!({ text: 'a' }), 'physicians');
      const { directory } = await signedIn(context, 'clerk');
      const whole = await directory!.codes!('diagnoses', { text: 'q20' });
      const met: string[] = [];
      let cursor: string | null = null;
      do {
        const next: Page<CodeEntry> = await directory!.codes!('diagnoses', { text: 'q20', limit: 2, cursor });
        equal(next.total, { kind: 'exact', n: 5 }, 'the total');
        met.push(...codesOf(next));
        cursor = next.next;
      } while (cursor !== null);
      equal(met, codesOf(whole), 'page by page');
      const { next } = await directory!.codes!('diagnoses', { text: 'q20', limit: 2 });
      await failsWith('invalid', () => directory!.codes!('diagnoses', { text: 'asth', cursor: next }), 'a cursor of another search');
      equal((await directory!.physicians!({ text: '' })).rows.length, 4, 'all physicians, and none of the other organisation');
    },
  },
];

const codesOf = ({ rows }: Page<CodeEntry>): readonly string[] => rows.map(({ coded }) => coded.code);

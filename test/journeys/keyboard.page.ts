import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import * as catalogues from '@portico/core/messages.ar';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { downloadFolder, readCsv, readWorkbook } from './kit/files.ts';
import { hosts } from './kit/hosts.ts';
import { breath, lastMonth, typed } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const newPassword = 'سبعة طيور عند الظهيرة';
const texts: Readonly<Record<string, unknown>> = Object.assign({}, ...Object.values(catalogues));
/** The Arabic text of a key, as far as no value stands in it. */
const ar = (key: string): string => {
  const text = texts[key];
  assert.equal(typeof text, 'string', `${key} is a text`);
  return String(text).split('{')[0]!.trim();
};

/** Somebody who has no mouse: goes on with Tab to what is called so. */
function keyboardOnly(clerk: Clerk) {
  const to = (name: string, direction?: 'on' | 'back') => clerk.tabTo(name, (at) => at.tag !== 'h2' && at.name.startsWith(name), direction);
  return {
    push: async (name: string, direction?: 'on' | 'back'): Promise<void> => {
      await to(name, direction);
      await clerk.press('Enter');
    },
    write: async (name: string, text: string, direction?: 'on' | 'back'): Promise<void> => {
      const before = clerk.keys.pressed;
      const { value } = await to(name, direction);
      // What is there already need not be written; what else stands in a field is selected when one comes to it by Tab, and only then.
      if (value === text) return;
      assert.ok(value === '' || clerk.keys.pressed > before, `${name} was to be empty`);
      await clerk.type(text);
    },
  };
}

for (const host of hosts)
  suite(`in Arabic, by keyboard alone, over ${host.name}`, () => {
    test('N4, N21–N25 and N27 from the lock to the file, with another language in the middle', async (t) => {
      const downloads = downloadFolder();
      const clerk = await sitDown(driver, { ...host.open('?lang=ar'), downloads: downloads.folder });
      t.after(async () => (await clerk.close(), downloads.remove()));
      const { push, write } = keyboardOnly(clerk);
      const counted: [string, number, number][] = [];
      const part = (name: string): void => {
        const { pressed, typed: characters } = clerk.keys;
        counted.push([name, pressed, characters]);
        Object.assign(clerk.keys, { pressed: 0, typed: 0 });
      };
      const attempt = async (password: string): Promise<void> => {
        await write(ar('sign-in.password'), password);
        await clerk.press('Enter');
      };

      await clerk.sees(ar('sign-in.title'));
      assert.equal(await clerk.page.evaluate(() => document.documentElement.dir), 'rtl');
      await write(ar('sign-in.name'), 'noura');
      for (const left of ['3', '2', '1']) {
        await attempt('not my password');
        await clerk.sees(new RegExp(`${left === '1' ? 'محاولة واحدة' : left === '2' ? 'محاولتان' : '[3٣] محاولات'}`));
      }
      await attempt('not my password');
      await clerk.sees(ar('sign-in.locked'));
      await push(ar('sign-in.anotherName'));
      await write(ar('sign-in.name'), 'noura');
      await attempt('demo-clerk-pass');
      await clerk.sees(ar('sign-in.locked'));
      part('locked out by four failures and refused with the right password');

      await push(ar('sign-in.recoverByEmail'));
      await write(ar('password-recovery.name'), 'noura');
      await clerk.press('Enter');
      await clerk.find('#desk button', 'افتح الرابط');
      await push('افتح الرابط');
      await clerk.find('input#password[autocomplete="new-password"]');
      await write(ar('password-recovery.password'), newPassword);
      await clerk.press('Enter');
      await clerk.sees(ar('password-recovery.done'));
      await push(ar('password-recovery.signIn'));
      part('back in by the link');
      await write(ar('sign-in.name'), 'noura');
      await attempt(newPassword);
      await clerk.sees('Noura Haddad');
      part('signed in');

      const month = await lastMonth(clerk);
      await write(ar('claim-query.from'), typed(month.from, 'ar'));
      await write(ar('claim-query.to'), typed(month.to, 'ar'));
      await clerk.press('Enter');
      await clerk.sees(/عُثر على/);
      part('last month queried');

      await clerk.tabTo('the results', ({ row }) => row !== null);
      await clerk.press('ArrowDown', 4);
      const row = await clerk.focused();
      assert.equal(row?.row, 6);
      await clerk.press('Enter');
      await clerk.until('the heading of the case with the focus', () => probes.focused()?.tag === 'h2');
      await push('العودة إلى المطالبات', 'back');
      await clerk.until('the same row with the focus', (name) => probes.focused()?.row === 6 && probes.focused()?.name === name, row.name);
      part('a case opened, and back to its row');

      await write(ar('claim-query.to'), '٣/', 'back');
      const language = (direction: 'on' | 'back') => clerk.tabTo('the choice of language', ({ id }) => id === 'language', direction);
      const shows = (text: string) =>
        clerk.until(
          `${text} in the field`,
          (value) => probes.all('input#to').some((one) => (one as HTMLInputElement).value === value),
          text,
        );
      await language('back');
      await clerk.press('ArrowUp');
      await clerk.sees('Execute query');
      await clerk.sees(/\d+ cases found/);
      await shows('٣/');
      await clerk.press('ArrowDown');
      await clerk.sees(ar('claim-query.execute'));
      await shows('٣/');
      part('another language and back, nothing lost');

      await push(ar('claim-query.export'));
      await clerk.sees(ar('bordereau.intro'));
      await clerk.find('bordereau-export >>> select#payer');
      const pick = async (id: string, value: string): Promise<void> => {
        await clerk.tabTo(`the list ${id}`, (at) => at.id === id);
        for (let n = 0; n < 5 && (await clerk.focused())?.value !== value; n += 1) await clerk.press('ArrowDown');
        assert.equal((await clerk.focused())?.value, value);
      };
      await pick('payer', 'payer:gulf');
      await pick('provider', 'provider:noor');
      await push(ar('bordereau.issue'));
      await clerk.sees(new RegExp(`${ar('bordereau.issued')} \\S+`));
      await push(ar('bordereau.xlsx'));
      const book = await readWorkbook(await downloads.file('.xlsx'), ar('bordereau.total'));
      await clerk.sees(ar('bordereau.written'));
      await push(ar('bordereau.csv'));
      const csv = readCsv(await downloads.file('.csv'), ar('bordereau.total'));
      assert.ok(book.rightToLeft && book.rows.length > 20);
      assert.equal(csv.rows.length, book.rows.length);
      for (const { headers } of [book, csv])
        assert.deepEqual([headers[0], headers[2]], [ar('case.column.reference'), ar('case.column.memberName')]);
      await push(ar('bordereau.print'));
      await clerk.until('the print', () => probes.printed.length > 0);
      assert.deepEqual(
        (await clerk.printed()).map(({ lang, dir, rows }) => [lang, dir, rows]),
        [['ar', 'rtl', book.rows.length]],
      );
      await push(ar('bordereau.close'));
      await clerk.until('the focus back on the button', (name) => probes.focused()?.name.startsWith(name), ar('claim-query.export'));
      part('bordereau issued, as Excel, CSV and print');

      await breath();
      await clerk.reload();
      await clerk.sees(/عُثر على/);
      await shows('٣/');
      await push('تسجيل الخروج');
      await clerk.find('input#password');
      part('reloaded and signed out');

      const sum = (index: 1 | 2): number => counted.reduce((all, one) => all + one[index], 0);
      const lines = counted.map(
        ([name, pressed, characters]) => `  ${String(pressed).padStart(4)} keys ${String(characters).padStart(4)} characters  ${name}`,
      );
      console.log(
        [
          `Keys, over ${host.name}:`,
          ...lines,
          `  ${String(sum(1)).padStart(4)} keys ${String(sum(2)).padStart(4)} characters  in all`,
        ].join('\n'),
      );
      assert.deepEqual(await clerk.trouble(), []);
    });
  });

import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown } from './kit/clerk.ts';
import { downloadFolder, readCsv, readWorkbook } from './kit/files.ts';
import { hosts } from './kit/hosts.ts';
import { ar, keyboardOnly, KeyCount } from './kit/keyboard.ts';
import { breath, lastMonth, typed } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const newPassword = 'سبعة طيور عند الظهيرة';
for (const host of hosts)
  suite(`in Arabic, by keyboard alone, over ${host.name}`, () => {
    test('N4, N21–N25 and N27 from the lock to the file, with another language in the middle', async (t) => {
      const downloads = downloadFolder();
      const clerk = await sitDown(driver, { ...host.open('?lang=ar'), downloads: downloads.folder });
      t.after(async () => (await clerk.close(), downloads.remove()));
      const { push, write, pick } = keyboardOnly(clerk);
      const count = new KeyCount(clerk);
      const part = (task: string): void => count.part(task);
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
      await clerk.find('#desk button', 'فتح الرابط');
      await push('فتح الرابط');
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

      count.print(host.name);
      assert.deepEqual(await clerk.trouble(), []);
    });
  });

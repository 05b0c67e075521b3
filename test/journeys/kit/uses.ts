import assert from 'node:assert/strict';
import type { Clerk } from './clerk.ts';
import type { Downloads } from './files.ts';
import { choose, chooseFiles, dropFile, signIn } from './steps.ts';

const fields = (clerk: Clerk, id: string) =>
  clerk.page.evaluate((selector) => probes.all(selector).map((one) => (one as HTMLInputElement).value), `input#${id}`);

/** Before sign-in: contacts, a shown password, every way of the door. */
export async function atTheDoor(clerk: Clerk): Promise<void> {
  await clerk.click('a', 'Contact us');
  await clerk.sees('+965 2555 0100');
  await choose(clerk, 'country', 'KW');
  await clerk.click('a', 'Sign in');
  await signIn(clerk, 'noura', 'wrong');
  await clerk.sees('3 attempts left');
  await clerk.click('button', 'Show password');
  await clerk.click('button', 'Get a link by e-mail');
  await clerk.fill('input#name', 'noura');
  await clerk.click('button', 'Send a link by e-mail');
  await clerk.sees('Open the link');
  await clerk.click('password-recovery >>> button', 'Sign in');
}

/** Both calendars: one day picked, the other one left by Escape. */
export async function calendars(clerk: Clerk): Promise<void> {
  await clerk.click('button#from-calendar');
  await clerk.click('.calendar-day', '1');
  await clerk.until('a first day', () => probes.all('input#from').some((one) => /\d/.test((one as HTMLInputElement).value)));
  await clerk.click('button#to-calendar');
  await clerk.find('.calendar-day');
  await clerk.press('ArrowLeft');
  await clerk.press('Escape');
  await clerk.until('the calendar to be gone', () => probes.all('.calendar-day').length === 0);
  assert.deepEqual(await fields(clerk, 'to'), ['']);
}

/** A query with a mistake in it, then one without, sorted, saved, run again, removed and taken back. */
export async function queries(clerk: Clerk): Promise<void> {
  await clerk.click('label', 'Advanced search');
  await clerk.fill('input#amountFrom', '12');
  await clerk.click('button', 'Execute query');
  await clerk.sees('Choose the currency of the amount');
  await clerk.click('button', 'Clear');
  await clerk.click('label', 'Basic search');
  await clerk.click('button', 'Execute query');
  await clerk.sees(/cases found/);
  await clerk.click('th button', 'Patient');
  await clerk.sees(/sorted by Patient/);
  await clerk.click('summary', 'Saved queries');
  await clerk.fill('input#saved-name', 'All of them');
  await clerk.click('button', 'Save query');
  await clerk.sees('“All of them” was saved');
  await clerk.click('button', 'Run All of them');
  await clerk.sees(/cases found/);
  await clerk.click('button', 'Remove All of them');
  await clerk.click('button', 'Undo');
  await clerk.find('button', 'Run All of them');
}

/** A statement issued and written in every way. */
export async function exports(clerk: Clerk, downloads: Downloads): Promise<void> {
  await clerk.click('button', 'Export bordereau');
  await choose(clerk, 'payer', 'payer:lake');
  await choose(clerk, 'provider', 'provider:lakeside');
  await clerk.click('button', 'Issue bordereau');
  await clerk.sees('Enter this day; a bordereau covers a whole period.');
  await clerk.fill('bordereau-export >>> input#from', 't-90');
  await clerk.fill('bordereau-export >>> input#to', 't');
  await clerk.click('button', 'Issue bordereau');
  await clerk.sees(/Bordereau \S+ was issued/);
  for (const [name, ending] of [
    ['Excel file', '.xlsx'],
    ['CSV file', '.csv'],
  ] as const) {
    await clerk.click('button', name);
    await downloads.file(ending);
    await clerk.sees('The bordereau is ready');
  }
  await clerk.click('button', 'Print');
  const [print] = await clerk.until('the print', () => (probes.printed.length > 0 ? probes.printed : null));
  assert.ok(print && print.rows > 0 && print.text.includes('Lakeland Health Plan') && !print.text.includes('Demo desk'));
  assert.equal(print.sheets, 1, 'its own sheet and none of the page');
  await clerk.click('bordereau-export >>> button', 'Close');
}

/** One case read, and files opened by every way there is. */
export async function caseAndFiles(clerk: Clerk): Promise<void> {
  await clerk.click('portico-table >>> a');
  await clerk.find('claim-detail >>> article');
  await clerk.click('button', 'Refresh');
  await clerk.click('a#back-to-claims');
  await chooseFiles(clerk, 'pas-denied.json');
  await clerk.click('dialog button', 'Do not open');
  await chooseFiles(clerk, 'pas-denied.json');
  await clerk.click('dialog button', 'Test data');
  await clerk.sees('1 new case');
  await dropFile(clerk, '.drop', 'carin-benefits.json');
  await clerk.sees('3 new cases');
  await clerk.click('summary', 'What the reading says');
  await clerk.click('button', 'Clear the list');
}

/** Looks and languages while all of it is open, the demo's own desk, and the way out. */
export async function looksAndLeaving(clerk: Clerk): Promise<void> {
  await choose(clerk, 'brand-choice', 'lakeland');
  await choose(clerk, 'theme', 'dark');
  await choose(clerk, 'language', 'ar');
  await clerk.sees('تنفيذ الاستعلام');
  await clerk.click('button#from-calendar');
  await clerk.find('.calendar-day');
  await clerk.press('Escape');
  await choose(clerk, 'language', 'en');
  await clerk.click('button', '+1 day');
  await clerk.sees('Your session came to its end');
  await clerk.sees('Open the link');
  await clerk.click('button', 'Open the link');
  await clerk.find('input#password[autocomplete="new-password"]');
  await clerk.fill('input#password', 'eight loud herons at dusk');
  await clerk.click('button', 'Set the password');
  await clerk.sees('This link does not work any more');
  await clerk.click('button', 'Delete the demo world');
  await clerk.find('sign-in >>> input#name');
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { at } from '../../../packages/workshop/src/paths.mjs';
import type { Clerk } from './clerk.ts';

/** Signs in by the form, as with a mouse in one hand. */
export async function signIn(clerk: Clerk, name: string, password: string): Promise<void> {
  await clerk.fill('input#name', name);
  await clerk.fill('input#password', password);
  await clerk.click('button[type="submit"]');
}

/** Chooses from a list, and sees that it says so. */
export async function choose(clerk: Clerk, id: string, value: string): Promise<void> {
  const select = await clerk.find(`select#${id}`);
  await select.select(value);
  await clerk.until(
    `${value} in the list`,
    (selector, chosen) => probes.all(selector).some((one) => (one as HTMLSelectElement).value === chosen),
    `select#${id}`,
    value,
  );
}

/** The pause after which what was typed is kept; a person takes it, a machine must be told to. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_000));

/** A span of days, as `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The first and the last day of the month before the page's own today. */
export const lastMonth = (clerk: Clerk): Promise<Days> =>
  clerk.page.evaluate(() => {
    const now = new Date();
    const day = (months: number, date: number): string =>
      new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, date)).toISOString().slice(0, 10);
    return { from: day(-1, 1), to: day(0, 0) };
  });

/** A date as a clerk types it: in the order and with the digits of the language. */
export function typed(date: string, language: 'en' | 'ar'): string {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => part.replace(/^0/, ''));
  if (language === 'en') return `${month}/${day}/${year}`;
  return `${day}/${month}/${year}`.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);
}

/** Goes to a case by its address, as from a bookmark of somebody else. */
export async function goTo(clerk: Clerk, href: string): Promise<void> {
  await clerk.page.evaluate((hash) => {
    location.hash = hash;
  }, href);
}

/** A file of the project's own cases. */
export const caseFile = (name: string): string => at('packages/adapter-fhir/cases', name);

/** Chooses files by the button of the intake; a case that is still on the page has one of its own. */
export async function chooseFiles(clerk: Clerk, ...names: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([clerk.page.waitForFileChooser(), clerk.click('claim-intake >>> button', 'Choose files')]);
  await chooser.accept(names.map(caseFile));
}

/** Drops a file on a place, with the events that a browser sends for one. */
export async function dropFile(clerk: Clerk, selector: string, name: string): Promise<void> {
  const place = await clerk.find(selector);
  await place.evaluate(
    (target, text, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], file));
      const send = (type: string): boolean =>
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
      if (send('dragover')) throw new Error('the place takes no drops');
      send('drop');
    },
    readFileSync(caseFile(name), 'utf8'),
    basename(name),
  );
}

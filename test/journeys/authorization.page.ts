import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { clerkDisk } from './kit/disk.ts';
import { downloadFolder, readCsv } from './kit/files.ts';
import { hosts } from './kit/hosts.ts';
import { choose, goTo, signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const disk = clerkDisk();
after(() => disk.remove());

const people = { noura: 'demo-clerk-pass', grace: 'demo-claims-pass' } as const;

/** The next person sits down at the same page. */
async function hand(clerk: Clerk, to: keyof typeof people): Promise<void> {
  if (await clerk.page.evaluate(() => probes.all('button').some((one) => one.textContent?.trim() === 'Sign out')))
    await clerk.click('button', 'Sign out');
  await signIn(clerk, to, people[to]);
  await clerk.sees(`Signed in as ${to === 'noura' ? 'Noura' : 'Grace'}`);
}

const page = (clerk: Clerk, name: string): Promise<void> => clerk.click('portal-shell >>> nav a', name);

/** Asks whether a card is good. */
async function check(clerk: Clerk, card: string): Promise<void> {
  await clerk.fill('eligibility-check >>> input#value', card);
  await clerk.press('Enter');
}

/** Picks an entry of a list by its code. */
async function pick(clerk: Clerk, id: string, code: string, name: string): Promise<void> {
  await clerk.fill(`input#${id}`, code);
  await clerk.find('authorization-request >>> [role=option][aria-selected=true]', name);
  await clerk.press('Enter');
  await clerk.sees(name);
}

/** From a covered member to a request with a diagnosis and a listed service, not yet sent. */
async function beginRequest(clerk: Clerk): Promise<void> {
  await page(clerk, 'Eligibility');
  await choose(clerk, 'payerId', 'payer:gulf');
  await check(clerk, '5500 0000 0001');
  await clerk.sees('The coverage and the card hold');
  await clerk.click('eligibility-check >>> button', 'Request an authorization');
  await clerk.until('the member in the request', () =>
    probes.all('authorization-request >>> input#memberNumber').some((one) => (one as HTMLInputElement).value === 'GM-900001'),
  );
  await choose(clerk, 'providerId', 'provider:noor');
  await clerk.fill('input#serviceFrom', '11/28/2026');
  await pick(clerk, 'diagnosis', 'M17.11', 'Unilateral primary osteoarthritis, right knee');
  await pick(clerk, 'item', 'E1130', 'Standard wheelchair, fixed full length arms');
}

/** Sends what is on the page; answers the reference. */
async function send(clerk: Clerk): Promise<string> {
  await clerk.click('authorization-request >>> button', 'Review and send');
  await clerk.sees('No document is attached');
  await clerk.click('authorization-request >>> button#send');
  await clerk.sees('The payer has received it');
  const reference = /PA-\d{4}-\d{6}/.exec(await clerk.text())?.[0];
  assert.ok(reference, 'a reference is told');
  return reference;
}

/** Moves the clock of the world and comes back. */
async function pass(clerk: Clerk, days: number): Promise<void> {
  await clerk.click('button', 'Sign out');
  await clerk.find('input#password');
  for (let n = 0; n < days; n += 1) await clerk.click('#desk button', '+1 day');
}

const rowText = (clerk: Clerk, selector: string, part: string): Promise<string> =>
  clerk.until(
    `${part} in ${selector}`,
    (wanted, words) =>
      probes
        .all(wanted)
        .map((one) => one.innerText.replace(/\s+/g, ' '))
        .find((line) => line.includes(words)),
    selector,
    part,
  );

for (const host of hosts)
  suite(`authorizations over ${host.name}`, () => {
    test('N9, N10, N18–N20, N26, N28, P2–P5 from a card to a decision in part, with a question answered, the form printed, a modification on the last day', async (t) => {
      const clerk = await sitDown(driver, host.open('?claims=50&payer=off'));
      t.after(() => clerk.close());

      await hand(clerk, 'noura');
      await page(clerk, 'Eligibility');
      await choose(clerk, 'payerId', 'payer:gulf');
      await check(clerk, '5500 0000 0002');
      await clerk.sees('Card expired');
      await clerk.sees('+971 4 555 0111');
      await beginRequest(clerk);
      await clerk.click('authorization-request >>> button', 'Not in the list: give the licence');
      await clerk.fill('input#licenceNumber', '12345');
      await clerk.fill('input#physicianName', 'Rana Saab');
      await clerk.click('authorization-request >>> button', 'Not in the list: name and estimated cost');
      await clerk.fill('input#item-2-name', 'Gait analysis');
      await clerk.click('authorization-request >>> button', 'Review and send');
      await clerk.sees('A service that is in no list needs an estimated cost.');
      await clerk.fill('input#item-2-estimate', '120');
      const reference = await send(clerk);

      await hand(clerk, 'grace');
      await page(clerk, 'Decisions');
      await clerk.click('decision-desk >>> button', reference);
      await clerk.sees('Not in the list: have it checked');
      await clerk.click('decision-desk >>> label', 'Ask for information');
      await clerk.fill('decision-desk >>> textarea#askText', 'Send the operative report.');
      await clerk.click('decision-desk >>> button', 'Send the question');
      await clerk.until('the request gone from the queue', (number) => !probes.text().includes(number), reference);

      await hand(clerk, 'noura');
      await page(clerk, 'Authorizations');
      await clerk.sees('Send the operative report.');
      await clerk.click('info-request-inbox >>> button', 'Open and answer');
      await clerk.click('authorization-detail >>> button', 'Answer the payer');
      await clerk.fill('authorization-detail >>> textarea#text', 'Both are here.');
      const files = [await disk.printedPdf(clerk, 'report.pdf', 'Operative report'), await disk.photo(clerk, 'photo.png')];
      const [chooser] = await Promise.all([
        clerk.page.waitForFileChooser(),
        clerk.click('authorization-detail >>> button', 'Choose files'),
      ]);
      await chooser.accept(files);
      await clerk.until(
        'two files ready',
        () => probes.all('authorization-detail >>> li').filter((one) => /Ready/.test(one.innerText)).length === 2,
      );
      await clerk.click('authorization-detail >>> button', 'Send the answer');
      await clerk.sees('The note leaves in');
      await clerk.sees(/Answered/);

      await hand(clerk, 'grace');
      await page(clerk, 'Decisions');
      await clerk.click('decision-desk >>> button', reference);
      await clerk.sees('report.pdf');
      await choose(clerk, 'outcome-1', 'modified');
      await clerk.fill('input#instead-1', 'K0003');
      await clerk.click('decision-desk >>> [role=option]', 'Lightweight wheelchair');
      await choose(clerk, 'outcome-2', 'not-certified');
      await clerk.click('decision-desk >>> button', 'Send the decision');
      await clerk.sees('Choose a reason.');
      await choose(clerk, 'reason-2', 'not-covered');
      await clerk.click('decision-desk >>> button', 'Send the decision');
      await clerk.until('the request gone from the queue', (number) => !probes.text().includes(number), reference);

      await hand(clerk, 'noura');
      await page(clerk, 'Notices');
      await clerk.sees(reference);
      await clerk.click('notice-inbox >>> button', reference);
      await clerk.sees('Approved in part');
      const items = 'authorization-detail >>> tbody tr';
      assert.match(await rowText(clerk, items, 'E1130'), /K0003/, 'what was asked for and what is authorized stand side by side');
      assert.match(await rowText(clerk, items, 'Gait analysis'), /Not approved.*Not covered by the plan/);
      await clerk.click('authorization-detail >>> button', 'Print Authorization form');
      const [print] = await clerk.until('the print', () => (probes.printed.length > 0 ? probes.printed : null));
      assert.ok(JSON.stringify(print).includes(reference), 'the form bears the reference');
      await clerk.sees('report.pdf');
      const address = new URL(clerk.page.url()).hash;

      await pass(clerk, 7);
      await hand(clerk, 'noura');
      await goTo(clerk, address);
      await clerk.click('authorization-detail >>> button', 'Request a modification');
      await choose(clerk, 'modification-subject', 'service-dates');
      await clerk.fill('textarea#modification-text', 'The service is a day later.');
      await clerk.click('authorization-detail >>> button', 'Send to the claims center');
      await clerk.sees('The request was sent.');
      await pass(clerk, 1);
      await hand(clerk, 'grace');
      await page(clerk, 'Modification requests');
      await clerk.click('modification-queue >>> button', 'Refuse');
      await choose(clerk, 'answer-reason', 'documents-missing');
      await clerk.fill('textarea#answer-text', 'Nothing proves the date.');
      await clerk.click('modification-queue >>> button', 'Send: refused');
      await clerk.sees('No request is waiting.');
      await hand(clerk, 'noura');
      await goTo(clerk, address);
      await clerk.sees('Nothing proves the date.');
      await clerk.sees(/helpdesk/i);
      assert.ok(!(await clerk.text()).includes('Request a modification'), 'after day 7 nothing is offered');
      assert.deepEqual(await clerk.trouble(), []);
    });

    test('N26, N29, N30 one is voided with a reason, and found as not used in the worklist, Claims Query and the bordereau', async (t) => {
      const downloads = downloadFolder();
      const clerk = await sitDown(driver, { ...host.open('?claims=50&payer=off'), downloads: downloads.folder });
      t.after(async () => (await clerk.close(), downloads.remove()));

      await hand(clerk, 'noura');
      await beginRequest(clerk);
      await pick(clerk, 'physician', '10482', 'ليلى');
      const reference = await send(clerk);
      await clerk.click('authorization-request >>> button', 'Open it');
      await clerk.sees('Undecided');
      const address = new URL(clerk.page.url()).hash;
      assert.ok(!(await clerk.text()).includes('Void'), 'what is not decided is taken back, not voided');

      await hand(clerk, 'grace');
      await page(clerk, 'Decisions');
      await clerk.click('decision-desk >>> button', reference);
      await clerk.click('decision-desk >>> button', 'Approve all that waits');
      await clerk.until('the request gone from the queue', (number) => !probes.text().includes(number), reference);

      await hand(clerk, 'noura');
      await goTo(clerk, address);
      await clerk.click('authorization-detail >>> button', 'Void');
      await clerk.sees('This is final');
      await clerk.click('authorization-detail >>> button', 'Void for good');
      await clerk.sees(/reason/i);
      await choose(clerk, 'reason', 'patient-cancelled');
      await clerk.click('authorization-detail >>> button', 'Void for good');
      await clerk.sees('Not used: voided');
      await clerk.sees('by Noura Haddad');
      await clerk.sees('is cancelled or was voided, so no modification can be requested');

      await page(clerk, 'Authorizations');
      await clerk.sees('There is nothing under this filter.');
      await clerk.click('claim-worklist >>> button', 'Show All');
      assert.match(await rowText(clerk, 'portico-table >>> tr[part=row]', reference), /Not used/);

      await page(clerk, 'Claims Query');
      await clerk.click('claim-query >>> label', 'Advanced search');
      await clerk.click('claim-query >>> label', 'Voided authorizations only');
      for (const id of ['from', 'to']) await clerk.fill(`claim-query >>> input#${id}`, '11/28/2026');
      await clerk.press('Enter');
      await clerk.sees(/1 case found/);
      assert.match(await rowText(clerk, 'portico-table >>> tr[part=row]', reference), /Not used/);
      await clerk.click('button', 'Export bordereau');
      await choose(clerk, 'payer', 'payer:gulf');
      await choose(clerk, 'provider', 'provider:noor');
      await clerk.click('button', 'Issue bordereau');
      await clerk.sees(/Bordereau \S+ was issued/);
      await clerk.click('button', 'CSV file');
      const { headers, rows } = readCsv(await downloads.file('.csv'), 'Total');
      const told = rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, String(row[index])])));
      assert.deepEqual(
        told
          .filter((row) => Object.values(row).includes(reference))
          .map((row) => Object.values(row).some((cell) => /not used/i.test(cell))),
        [true],
      );
      assert.deepEqual(await clerk.trouble(), []);
    });
  });

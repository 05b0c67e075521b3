import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { clerkDisk } from './kit/disk.ts';
import { downloadFolder, readCsv } from './kit/files.ts';
import { keystrokes } from '../../stories/kit/keystrokes.ts';
import { hosts } from './kit/hosts.ts';
import { ar, keyboardOnly, KeyCount, type Keyboard } from './kit/keyboard.ts';
import { typed } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const disk = clerkDisk();
after(() => disk.remove());

const people = { noura: ['demo-clerk-pass', 'Noura Haddad'], grace: ['demo-claims-pass', 'Grace Dunne'] } as const;

/** One person at the keyboard, then the next. */
async function hand(clerk: Clerk, { write, push }: Keyboard, count: KeyCount, to: keyof typeof people): Promise<void> {
  if ((await clerk.text()).includes(ar('shell.signOut'))) await push(ar('shell.signOut'), 'back');
  await clerk.find('input#password');
  await write(ar('sign-in.name'), to);
  await write(ar('sign-in.password'), people[to][0]);
  await clerk.press('Enter');
  await clerk.sees(people[to][1]);
  await clerk.until('the focus where the work begins', () => {
    const focused = probes.focused();
    return focused !== null && !focused.inside.includes('sign-in');
  });
  count.skip();
}

/** Adds an entry of a list by its code. */
async function add(clerk: Clerk, { write }: Keyboard, field: string, code: string): Promise<void> {
  await write(ar(field), code);
  await clerk.find('authorization-request >>> [role=option][aria-selected=true]', code);
  await clerk.press('Enter');
  await clerk.until('the field empty again', () => (probes.focused()?.value ?? '') === '');
}

async function pickPhysician(clerk: Clerk, { writeOver }: Keyboard, licence: string): Promise<void> {
  await writeOver('physician', licence);
  await clerk.find('authorization-request >>> [role=option][aria-selected=true]', licence);
  await clerk.press('Enter');
}

/** From a covered member to a request with a diagnosis and a listed service. */
async function beginRequest(clerk: Clerk, keys: Keyboard, licence?: string): Promise<void> {
  await keys.writeOver('value', '5500 0000 0001');
  await clerk.press('Enter');
  await clerk.sees(ar('eligibility.request'));
  await keys.push(ar('eligibility.request'));
  await clerk.until('the focus in the request', () => probes.focused()?.inside.includes('authorization-request') ?? false);
  await keys.pick('providerId', 'provider:noor');
  if (licence) await pickPhysician(clerk, keys, licence);
  await keys.writeOver('serviceFrom', typed('2026-11-28', 'ar'));
}

/** Sends what is on the page; answers the reference. */
async function send(clerk: Clerk, { pushId }: Keyboard): Promise<string> {
  await pushId('review');
  await clerk.find('authorization-request >>> button#send');
  await pushId('send');
  const told = await clerk.until('the reference', () => /PA-\d{4}-\d{6}/.exec(probes.text())?.[0] ?? null);
  return told;
}

/** Waits until a number is on the page no more. */
const isGone = (clerk: Clerk, reference: string) =>
  clerk.until('the request gone from the queue', (number) => !probes.text().includes(number), reference);

/** Opens a record of the worklist, by its row. */
async function openFromWorklist(clerk: Clerk, keys: Keyboard, count: KeyCount): Promise<void> {
  await keys.menu('authorizations');
  count.skip();
  await keys.push(ar('claim-worklist.showAll'));
  await clerk.sees(ar('claim-worklist.unfiltered'));
  await clerk.tabTo('the rows', ({ row }) => row !== null);
  await clerk.press('Enter');
  await clerk.until('the focus in the record', () => probes.focused()?.inside.includes('authorization-detail') ?? false);
}

const host = hosts[0]!;

suite(`authorizations in Arabic, by keyboard alone, over ${host.name}`, () => {
  test('N9, N10, N18–N20, N26, N28, P2–P5 from a card to a decision in part, a question answered, the form printed, a modification', async (t) => {
    const clerk = await sitDown(driver, host.open('?lang=ar&claims=50&payer=off'));
    t.after(() => clerk.close());
    const keys = keyboardOnly(clerk);
    const { push, pushId, writeOver, pick, menu } = keys;
    const count = new KeyCount(clerk);

    await clerk.sees(ar('sign-in.title'));
    const files = [await disk.printedPdf(clerk, 'report.pdf', 'Operative report'), await disk.photo(clerk, 'photo.png')];
    await hand(clerk, keys, count, 'noura');
    await menu('eligibility');
    count.skip();
    await pick('payerId', 'payer:gulf');
    await writeOver('value', '5500 0000 0002');
    await clerk.press('Enter');
    await clerk.sees(ar('eligibility.status.card-expired'));
    count.part('Check a card');

    await beginRequest(clerk, keys);
    await push(ar('request.physicianUnlisted'), 'back');
    await writeOver('licenceNumber', '12345');
    await writeOver('physicianName', 'رنا صعب');
    await add(clerk, keys, 'request.diagnosisAdd', 'M17.11');
    await add(clerk, keys, 'request.serviceAdd', 'E1130');
    await push(ar('request.serviceUnlisted'));
    await writeOver('item-2-name', 'تحليل المشية');
    await writeOver('item-2-estimate', '120');
    const reference = await send(clerk, keys);
    count.part('Ask for an authorization with a service and a physician in no list');

    await hand(clerk, keys, count, 'grace');
    await menu('decisions');
    count.skip();
    await push(reference);
    await clerk.find('decision-desk >>> input[value=decide]');
    await clerk.tabTo('what to do', (at) => at.value === 'decide');
    await clerk.press('ArrowDown', 2);
    await writeOver('askText', 'أرسلوا التقرير الجراحي.');
    await push(ar('decision-desk.send.ask'));
    await isGone(clerk, reference);
    count.part('Ask the provider (payer)');

    await hand(clerk, keys, count, 'noura');
    await menu('authorizations');
    count.skip();
    await clerk.sees('أرسلوا التقرير الجراحي.');
    await push(ar('info-request-inbox.openThis'));
    await clerk.until('the focus in the record', () => probes.focused()?.inside.includes('authorization-detail') ?? false);
    await push(ar('authorization-detail.act.answer-information'));
    await clerk.find('authorization-detail >>> textarea#text');
    await writeOver('text', 'التقريران هنا.');
    await keys.to(ar('attachment.choose'));
    const choosing = clerk.page.waitForFileChooser();
    // The browser is asked to hand the dialog over before it opens.
    await clerk.focused();
    await clerk.press('Enter');
    await (await choosing).accept(files);
    await clerk.until('two files ready', (ready) => probes.text().split(ready).length > 2, ar('attachment.state.uploaded'));
    await push(ar('authorization-detail.sendAnswer'));
    await clerk.sees(ar('authorization-detail.done.answer-information'));
    count.part('Answer the payer with words and two files');

    await hand(clerk, keys, count, 'grace');
    await menu('decisions');
    count.skip();
    await push(reference);
    await clerk.sees('report.pdf');
    await pick('outcome-1', 'modified');
    await writeOver('instead-1', 'K0003');
    await clerk.find('decision-desk >>> [role=option][aria-selected=true]', 'K0003');
    await clerk.press('Enter');
    await clerk.until('the service in its field', () => probes.focused()?.value?.includes(' · ') ?? false);
    await pick('outcome-2', 'not-certified');
    await pick('reason-2', 'not-covered');
    await push(ar('decision-desk.send.decide'));
    await isGone(clerk, reference);
    count.part('Decide item by item (payer)');

    await hand(clerk, keys, count, 'noura');
    await menu('notices');
    count.skip();
    await clerk.tabTo('the notice', (at) => at.name.includes(ar('notice-inbox.authorizations.decided')));
    await clerk.press('Enter');
    await clerk.until('the focus in the record', () => probes.focused()?.inside.includes('authorization-detail') ?? false);
    await clerk.sees(ar('authorization.headline.partially-approved'));
    await clerk.sees('K0003');
    await clerk.find('authorization-detail >>> button', ar('authorization-detail.print'));
    await push(ar('authorization-detail.print'));
    const [print] = await clerk.until('the print', () => (probes.printed.length > 0 ? probes.printed : null));
    assert.deepEqual([print?.lang, print?.dir, print?.text.includes(reference)], ['ar', 'rtl', true]);
    count.part('Print the authorization form');

    await push(ar('shell.signOut'), 'back');
    await clerk.find('input#password');
    await keys.to('+ يوم');
    await clerk.press('Enter', 7);
    await hand(clerk, keys, count, 'noura');
    await openFromWorklist(clerk, keys, count);
    await pushId('modification-open');
    await pick('modification-subject', 'service-dates');
    await writeOver('modification-text', 'الخدمة في اليوم التالي.');
    await push(ar('modification.send'));
    await clerk.sees(ar('modification.sent'));
    count.part('Ask for a modification');

    await push(ar('shell.signOut'), 'back');
    await clerk.find('input#password');
    await push('+ يوم');
    await hand(clerk, keys, count, 'grace');
    await menu('modifications');
    count.skip();
    await push(ar('modification-queue.refuse'));
    await pick('answer-reason', 'documents-missing');
    await writeOver('answer-text', 'لا شيء يثبت التاريخ.');
    await push(ar('modification-queue.sendRefused'));
    await clerk.sees(ar('modification-queue.empty'));
    await hand(clerk, keys, count, 'noura');
    await openFromWorklist(clerk, keys, count);
    await clerk.sees('لا شيء يثبت التاريخ.');
    assert.deepEqual(await clerk.page.evaluate(() => probes.all('#modification-open').length), 0, 'after day 7 nothing is offered');
    count.print(host.name);
    count.compare(keystrokes);
    assert.deepEqual(await clerk.trouble(), []);
  });

  test('N29, N30 one is voided with a reason, and found as not used in Claims Query and in the bordereau', async (t) => {
    const downloads = downloadFolder();
    const clerk = await sitDown(driver, { ...host.open('?lang=ar&claims=50&payer=off'), downloads: downloads.folder });
    t.after(async () => (await clerk.close(), downloads.remove()));
    const keys = keyboardOnly(clerk);
    const { push, pushId, pick, menu, writeOver } = keys;
    const count = new KeyCount(clerk);

    await clerk.sees(ar('sign-in.title'));
    await hand(clerk, keys, count, 'noura');
    await menu('eligibility');
    count.skip();
    await pick('payerId', 'payer:gulf');
    count.skip();
    await beginRequest(clerk, keys, '10482');
    await add(clerk, keys, 'request.diagnosisAdd', 'M17.11');
    await add(clerk, keys, 'request.serviceAdd', 'E1130');
    const reference = await send(clerk, keys);
    count.part('Ask for an authorization of a listed service');

    await hand(clerk, keys, count, 'grace');
    await menu('decisions');
    count.skip();
    await push(reference);
    await pushId('approve-all');
    await push(ar('decision-desk.sendNow'));
    await isGone(clerk, reference);
    count.part('Approve all that waits (payer)');

    await hand(clerk, keys, count, 'noura');
    await openFromWorklist(clerk, keys, count);
    await pushId('act-void');
    await pick('reason', 'patient-cancelled');
    await push(ar('authorization-detail.sendVoid'));
    await clerk.sees(ar('authorization-detail.done.void'));
    count.part('Void with a reason');

    await menu('claims');
    count.skip();
    await clerk.tabTo('the choice of the search', (at) => at.value === 'basic' || at.value === 'advanced');
    await clerk.press('ArrowDown');
    for (const id of ['from', 'to']) await writeOver(id, typed('2026-11-28', 'ar'));
    await clerk.tabTo('the voided ones', (at) => at.name.startsWith(ar('claim-query.notUsedOnly')));
    await clerk.press('Space');
    await push(ar('claim-query.execute'));
    await clerk.sees(reference);
    await clerk.sees(ar('case.use.not-used').split(' ')[0]!);
    await push(ar('claim-query.export'));
    await clerk.find('bordereau-export >>> select#payer');
    await pick('payer', 'payer:gulf');
    await pick('provider', 'provider:noor');
    await push(ar('bordereau.issue'));
    await clerk.sees(new RegExp(`${ar('bordereau.issued')} \\S+`));
    await push(ar('bordereau.csv'));
    const { rows } = readCsv(await downloads.file('.csv'), ar('bordereau.total'));
    assert.equal(rows.filter((row) => row.map(String).includes(reference)).length, 1);
    count.part('Find the voided ones and export them');
    count.print(host.name);
    count.compare(keystrokes);
    assert.deepEqual(await clerk.trouble(), []);
  });
});

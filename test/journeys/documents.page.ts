import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { clerkDisk } from './kit/disk.ts';
import { downloadFolder } from './kit/files.ts';
import { hosts } from './kit/hosts.ts';
import { breath, goTo, signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const disk = clerkDisk();
after(() => disk.remove());

/** Chooses files for a note by its button. */
async function attach(clerk: Clerk, ...paths: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([clerk.page.waitForFileChooser(), clerk.click('note-panel >>> button', 'Choose files')]);
  await chooser.accept([...paths]);
}

/** Waits for a file of the note to be in a state, and answers all that its line says. */
async function fileIs(clerk: Clerk, name: string, state: string): Promise<string> {
  const isSo = (file: string, words: string): string | undefined =>
    probes
      .all('note-panel >>> li.file')
      .map((one) => one.innerText.replace(/\s+/g, ' '))
      .find((line) => line.includes(file) && line.includes(words));
  return clerk.until(`${name}: ${state}`, isSo, name, state);
}

const textOf = (clerk: Clerk): Promise<readonly string[]> =>
  clerk.page.evaluate(() => probes.all('note-panel >>> textarea').map((one) => (one as HTMLTextAreaElement).value));

const notes = (clerk: Clerk): Promise<readonly string[]> =>
  clerk.page.evaluate(() => probes.all('note-panel >>> li.note').map((one) => one.innerText.replace(/\s+/g, ' ').trim()));

/** Signs in and opens the first case of a payer; answers the address of the case. */
async function openCase(clerk: Clerk, payer: string): Promise<string> {
  await signIn(clerk, 'noura', 'demo-clerk-pass');
  await clerk.click('button', 'Execute query');
  const row = await clerk.find('portico-table >>> tr[part="row"]', payer);
  await (await row.$('a'))!.click();
  await clerk.find('note-panel >>> textarea');
  return new URL(clerk.page.url()).hash;
}

for (const host of hosts)
  suite(`notes and documents over ${host.name}`, () => {
    test('N13, N14, N16, N17 and P4 a note with its files is taken back, posted once, read by the other side; half a note outlives a reload', async (t) => {
      const downloads = downloadFolder();
      const clerk = await sitDown(driver, { ...host.open('?claims=50'), downloads: downloads.folder });
      t.after(async () => (await clerk.close(), downloads.remove()));
      const report = await disk.printedPdf(clerk, 'ct-report.pdf', 'CT of the chest without contrast: normal.');
      const address = await openCase(clerk, 'Gulf Shield');

      await clerk.click('note-panel >>> button', 'Post Note');
      await clerk.sees('Write a note or add a file; there is nothing to post yet.');
      await clerk.sees('Up to 5 files of at most 25 MB each');
      await attach(clerk, report, disk.keep('viewer.exe', `MZ${'\0'.repeat(200)}`), await disk.photo(clerk, 'skin.png'));
      assert.match(await fileIs(clerk, 'viewer.exe', 'Cannot be sent'), /Files of this kind are not accepted here. Accepted: .*PDF/);
      for (const name of ['ct-report.pdf', 'skin.png']) await fileIs(clerk, name, 'Ready');
      await (await clerk.find('note-panel >>> [aria-label*="skin.png"][aria-label^="Type of"]')).select('imaging');
      await (await clerk.find('note-panel >>> [aria-label*="skin.png"][aria-label$="belongs to"]')).select('1');
      await clerk.fill('note-panel >>> textarea', 'The report you asked for.');
      await clerk.click('note-panel >>> button', 'Post Note');
      await clerk.sees(/The note leaves in \d+ seconds. Until then it can be taken back. With 2 files./);
      await clerk.click('note-panel >>> button.undo', 'Undo');
      await clerk.comesTo(() => textOf(clerk), ['The report you asked for.']);
      await fileIs(clerk, 'ct-report.pdf', 'Ready');
      await clerk.comesTo(() => notes(clerk), [], 'nothing has left');
      await clerk.click('note-panel >>> button', 'Post Note');
      await clerk.sees('The note was posted.');
      await clerk.comesTo(() => textOf(clerk), ['']);
      await clerk.find('note-panel >>> li.note', 'The report you asked for.');
      const [note = '', ...others] = await notes(clerk);
      assert.match(
        note,
        /Noura Haddad, .* Provider The report you asked for. ct-report.pdf Medical report · To submit · .* skin.png Imaging · To submit · /,
      );
      assert.deepEqual(others, []);

      await clerk.find('document-list >>> section[aria-labelledby="place-claim"]', 'ct-report.pdf');
      const picture = await clerk.find('document-list >>> section[aria-labelledby="place-1"] li.document', 'skin.png');
      await (await picture.$('button[aria-label^="Preview"]'))!.click();
      await clerk.until('the picture as large as it is', () =>
        probes.all('document-list >>> dialog canvas').some((one) => (one as HTMLCanvasElement).width === 300),
      );
      await clerk.press('Escape');
      await clerk.until('the preview to be gone', () => probes.all('document-list >>> dialog').length === 0);
      assert.equal(new URL(clerk.page.url()).hash, address, 'the case is still open');

      await attach(clerk, await disk.printedPdf(clerk, 'second.pdf', 'A second page.'));
      await fileIs(clerk, 'second.pdf', 'Ready');
      await clerk.fill('note-panel >>> textarea', 'Half a sentence, and th');
      await breath();
      await clerk.reload();
      await clerk.until('the text again', () =>
        probes.all('note-panel >>> textarea').some((one) => (one as HTMLTextAreaElement).value === 'Half a sentence, and th'),
      );
      await fileIs(clerk, 'second.pdf', 'Ready');
      await clerk.comesTo(() => notes(clerk), [note], 'and what was posted is there, once');
      await clerk.click('note-panel >>> li.note button', 'ct-report.pdf');
      assert.deepEqual(readFileSync(await downloads.file('.pdf')), readFileSync(report), 'byte for byte what was sent');

      await clerk.click('button', 'Sign out');
      await signIn(clerk, 'grace', 'demo-claims-pass');
      await clerk.find('claim-query >>> button');
      await goTo(clerk, address);
      await clerk.find('note-panel >>> li.note', 'The report you asked for.');
      await clerk.comesTo(() => notes(clerk), [note]);
      await clerk.comesTo(() => textOf(clerk), [''], 'the half note of somebody else is nobody’s business');
      assert.deepEqual(await clerk.trouble(), []);
    });
  });

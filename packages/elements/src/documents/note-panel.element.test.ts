import { expect, html, oneEvent } from '@open-wc/testing';
import { refused } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf } from '../../../../test/kit/test-portal.ts';
import { button, drop, form, notePage, pdf, ready, rows, textarea, thread, withDocuments, withLimits } from './documents.fixture.test.ts';
import type { NotePanelElement } from './note-panel.element.ts';

const status = (element: Element): string => shown(element.shadowRoot!.querySelector('.status')!);
/** What is for the ear alone. */
const heard = (element: Element): Element => element.shadowRoot!.querySelector('.status .visually-hidden')!;
const post = (element: Element): void => button(element, 'Post Note').click();

describe('note-panel, posting', () => {
  it('N13 N14 text and a file are posted as one after the seconds of undo, and stand at the head of the thread', async () => {
    const { element, clock, faults, portal, caseId } = await notePage();
    await type(await form(element), 'See the report.');
    drop(element, await pdf('report.pdf'));
    await ready(element, 1);
    const told = oneEvent(element, 'note-posted');
    post(element);
    await until(() => expect(status(element)).to.equal('The note leaves in 10 seconds. Until then it can be taken back. With 1 file.'));
    await clock.pass(9_000);
    expect(faults.calls).not.to.include('documents.post');
    await clock.pass(1_000);
    const { detail } = await told;
    expect(detail).to.include({ caseId, documents: 1 });
    await until(() => expect(thread(element)).to.have.lengthOf(1));
    expect(thread(element)[0]).to.match(/Noura Haddad.*Provider.*See the report\. .*report\.pdf.*Medical report · To submit/);
    expect([textarea(element).value, rows(element), status(element)]).to.deep.equal(['', [], 'The note was posted.']);
    const { rows: notes } = await portal.backend.documents!.notes(caseId, {});
    expect(notes.map(({ text, documents }) => [text, documents.length])).to.deep.equal([['See the report.', 1]]);
  });

  it('N13 a file alone is a note', async () => {
    const { element, clock } = await notePage();
    await form(element);
    drop(element, await pdf('report.pdf'));
    await ready(element, 1);
    post(element);
    await clock.pass(10_000);
    await until(() => expect(thread(element)).to.have.lengthOf(1));
  });

  it('N13 a note alone is one, posted by keyboard', async () => {
    const { element, clock } = await notePage();
    await type(await form(element), 'Only words.');
    button(element, 'Post Note').focus();
    await press('Enter');
    await until(() => expect(status(element)).to.contain('leaves in 10 seconds'));
    await clock.pass(10_000);
    await until(() => expect(thread(element)).to.have.lengthOf(1));
    expect(focus()).to.equal("button 'Post Note'");
  });

  it('N13 neither is refused with a reason, and the focus goes where something can be written', async () => {
    const { element, faults, clock } = await notePage();
    await form(element);
    button(element, 'Post Note').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("textbox 'New note'"));
    expect(status(element)).to.equal('Write a note or add a file; there is nothing to post yet.');
    await clock.pass(20_000);
    expect(faults.calls).not.to.include('documents.post');
  });

  it('Escape and the button take a note back; nothing has left, and it can be changed', async () => {
    const { element, clock, faults } = await notePage();
    await type(await form(element), 'Too early');
    button(element, 'Post Note').focus();
    await press('Enter');
    await until(() => button(element, 'Undo'));
    let outside = 0;
    document.addEventListener('keydown', () => (outside += 1), { once: true });
    await press('Escape');
    await until(() => expect(focus()).to.equal("textbox 'New note'"));
    await until(() => expect([textarea(element).value, textarea(element).readOnly, outside]).to.deep.equal(['Too early', false, 0]));
    post(element);
    (await until(() => button(element, 'Undo'))).click();
    await clock.pass(60_000);
    expect(faults.calls).not.to.include('documents.post');
  });

  it('the seconds are counted where they are seen, and said once', async () => {
    const { element, clock } = await notePage();
    await type(await form(element), 'x');
    post(element);
    await until(() => expect(status(element)).to.contain('leaves in 10 seconds'));
    await clock.pass(3_000);
    const count = element.shadowRoot!.querySelector('.count')!;
    await until(() => expect(shown(count)).to.equal('The note leaves in 7 seconds. Until then it can be taken back.'));
    expect(status(element)).to.contain('leaves in 10 seconds');
    expect([count.getAttribute('aria-hidden'), heard(element).getBoundingClientRect().width]).to.deep.equal(['true', 1]);
  });

  it('the focus goes to Undo, and on to Post Note when the note has left', async () => {
    const { element, clock } = await notePage();
    await type(await form(element), 'x');
    button(element, 'Post Note').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    await clock.pass(10_000);
    await until(() => expect(status(element)).to.equal('The note was posted.'));
    expect(focus()).to.equal("button 'Post Note'");
  });

  it('N13 a refused file stays behind: the held note says which, and it stays in the list', async () => {
    const { element, clock } = await notePage();
    await type(await form(element), 'x');
    drop(element, new File(['x'], 'run.exe'), await pdf('report.pdf'), new File([], 'empty.pdf'));
    await ready(element, 1);
    post(element);
    const behind = '2 files cannot be sent and stay here: run.exe and empty.pdf.';
    await until(() => expect(status(element)).to.contain(`taken back. With 1 file. ${behind}`));
    const names = [...element.shadowRoot!.querySelectorAll('.status bdi')].map((name) => name.textContent);
    expect(names).to.include.members(['run.exe', 'empty.pdf']);
    await clock.pass(10_000);
    await until(() => expect(status(element)).to.equal(`The note was posted. ${behind}`));
    expect(rows(element)).to.have.lengthOf(2);
  });

  it('a policy without seconds of undo posts at once', async () => {
    const { element } = await notePage({ through: withLimits({ undoSeconds: 0 }) });
    await type(await form(element), 'Now');
    post(element);
    await until(() => expect(thread(element)).to.have.lengthOf(1));
  });

  it('a note waits for files that are on their way', async () => {
    const { element, clock, faults } = await notePage();
    await form(element);
    faults.hang('documents.upload');
    drop(element, await pdf('slow.pdf'));
    await until(() => one(element, 'progressbar'));
    post(element);
    await clock.pass(10_000);
    await until(() => expect(status(element)).to.equal('The note leaves as soon as its files are uploaded.'));
    faults.release();
    await until(() => expect(thread(element)[0]).to.contain('slow.pdf'));
  });

  it('the answer was lost: the same note is sent again by itself, and posted once', async () => {
    const { element, clock, faults, portal, caseId } = await notePage({ through: withLimits({ undoSeconds: 0 }) });
    await type(await form(element), 'Once');
    faults.loseNext({ at: 'documents.post' });
    post(element);
    await until(() => expect(faults.calls).to.include('documents.post'));
    await clock.pass(120_000);
    await until(() => expect(thread(element)).to.have.lengthOf(1));
    expect((await portal.backend.documents!.notes(caseId, {})).rows).to.have.lengthOf(1);
  });

  for (const [code, words] of [
    ['denied', 'You have no right to post on this case.'],
    ['duplicate', 'One of these files is on this case already. Remove it and post again.'],
    ['upload-missing', 'One of these files has waited too long. Remove it, choose it again and post again.'],
  ] as const) {
    it(`refused as ${code}: says why, and text and files are still there`, async () => {
      const through = withDocuments(() => ({ post: async () => refused(code) }));
      const { element, clock } = await notePage({ through });
      await type(await form(element), 'Kept');
      post(element);
      await clock.pass(10_000);
      await until(() => expect(status(element)).to.equal(words));
      expect([textarea(element).value, textarea(element).readOnly]).to.deep.equal(['Kept', false]);
    });
  }

  it('a note that did not get through is tried again under the same id', async () => {
    const ids: string[] = [];
    const told: string[] = [];
    const { element, clock } = await notePage({
      onError: ({ code }) => told.push(code),
      through: withDocuments(({ post: send }) => ({
        post: async (note, meta) => {
          ids.push(meta.commandId);
          if (ids.length === 1) throw Object.assign(new Error('x'), { name: 'PortError', code: 'internal', retryable: false });
          return send!(note, meta);
        },
      })),
    });
    await type(await form(element), 'Again');
    post(element);
    await clock.pass(10_000);
    await until(() => expect(status(element)).to.contain('it is never posted twice'));
    expect(all(element, 'button', 'Back to the text')).to.deep.equal([]);
    button(element, 'Try again').click();
    await until(() => expect(thread(element)).to.have.lengthOf(1));
    expect([ids.length, new Set(ids).size, told]).to.deep.equal([2, 1, ['internal']]);
  });
});

describe('note-panel, kept', () => {
  it('a reload in the seconds of undo leaves a draft: text and uploaded file are there again, and nothing was sent', async () => {
    const page = await notePage();
    await type(await form(page.element), 'Not yet');
    drop(page.element, await pdf('report.pdf'));
    await ready(page.element, 1);
    post(page.element);
    await until(() => button(page.element, 'Undo'));
    page.element.remove();
    await page.clock.pass(60_000);
    expect(page.faults.calls).not.to.include('documents.post');
    const portal = page.open();
    await portal.signIn!(accountOf('clerk'));
    const element = await mount<NotePanelElement>(html`<note-panel case-id=${page.caseId} .portal=${portal}></note-panel>`);
    expect((await form(element)).value).to.equal('Not yet');
    await until(() => expect(rows(element).join()).to.match(/^report\.pdf .* Ready$/));
    post(element);
    await page.clock.pass(10_000);
    await until(() => expect(thread(element)[0]).to.match(/Not yet.*report\.pdf/));
  });

  it('a file whose content was not sent before a reload is listed by name and can be chosen again', async () => {
    const page = await notePage();
    await form(page.element);
    page.faults.hang('documents.upload');
    const file = await pdf('scan.pdf');
    drop(page.element, file);
    await until(() => one(page.element, 'progressbar'));
    await page.clock.pass(1_000);
    page.element.remove();
    page.faults.release();
    page.faults.clear();
    const portal = page.open();
    await portal.signIn!(accountOf('clerk'));
    const element = await mount<NotePanelElement>(html`<note-panel case-id=${page.caseId} .portal=${portal}></note-panel>`);
    await form(element);
    await until(() => expect(rows(element).join()).to.match(/^scan\.pdf .* Choose this file again$/));
    post(element);
    await until(() => expect(status(element)).to.contain('Some files are not uploaded'));
    await until(() => expect(focus()).to.equal("button 'Choose scan.pdf again'"));
    drop(element, file);
    await ready(element, 1);
    expect(rows(element)).to.have.lengthOf(1);
  });

  it('a sign-out in the seconds of undo loses nothing and sends nothing', async () => {
    const page = await notePage();
    await type(await form(page.element), 'Interrupted');
    post(page.element);
    await until(() => button(page.element, 'Undo'));
    await page.portal.logout();
    await page.clock.pass(60_000);
    expect(page.faults.calls).not.to.include('documents.post');
    await page.portal.signIn!(accountOf('clerk'));
    expect((await form(page.element)).value).to.equal('Interrupted');
  });

  it('an element that is moved or comes back has its text and files, also where the backend keeps no drafts', async () => {
    const page = await notePage({ through: ({ drafts: _drafts, ...backend }) => backend });
    await type(await form(page.element), 'Here');
    drop(page.element, await pdf('report.pdf'));
    await ready(page.element, 1);
    const parent = page.element.parentElement!;
    page.element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    parent.append(page.element);
    await page.element.updateComplete;
    expect((await form(page.element)).value).to.equal('Here');
    expect(rows(page.element)).to.have.lengthOf(1);
  });

  it('a backend without drafts: said before anything is written', async () => {
    const { element } = await notePage({ through: ({ drafts: _drafts, ...backend }) => backend });
    await form(element);
    expect(shown(element)).to.contain('This portal keeps no drafts');
  });
});

describe('note-panel, states', () => {
  it('a backend without documents, nobody signed in, no such case', async () => {
    const without = await notePage({ through: ({ documents: _documents, ...backend }) => backend });
    await until(() => expect(shown(without.element)).to.equal('This portal does not offer this.'));
    const { portal } = await notePage();
    const element = await mount<NotePanelElement>(html`<note-panel case-id="nobody's" .portal=${portal}></note-panel>`);
    await until(() => expect(shown(one(element, 'alert'))).to.equal('There is no such case, or you may not see it.'));
    await portal.logout();
    await until(() => expect(shown(element)).to.equal('Sign in to see this.'));
  });

  it('a case that cannot be loaded is told and tried again', async () => {
    const told: string[] = [];
    const page = await notePage({ onError: ({ code }) => told.push(code) });
    page.faults.failNext('unavailable', { at: 'documents.folder' });
    page.element.remove();
    const element = await mount<NotePanelElement>(html`<note-panel case-id=${page.caseId} .portal=${page.portal}></note-panel>`);
    await until(() => expect(shown(one(element, 'alert'))).to.contain('could not be loaded'));
    expect(told).to.include('unavailable');
    button(element, 'Try again').click();
    await form(element);
  });

  it('a backend that only lists shows the notes and takes none', async () => {
    const through = ({ documents, ...backend }: Backend): Backend => {
      const { post: _post, upload: _upload, ...listing } = documents!;
      return { ...backend, documents: listing };
    };
    const { element } = await notePage({ through });
    await until(() => expect(shown(element)).to.contain('You can read the notes of this case, but not write any.'));
    expect(all(element, 'button', 'Post Note')).to.deep.equal([]);
  });

  it('another case is another note', async () => {
    const page = await notePage();
    await type(await form(page.element), 'For the first');
    await page.clock.pass(1_000);
    const { rows: cases } = await page.portal.backend.claims!.search(
      {
        dateMode: 'service',
        from: null,
        to: null,
        kinds: [],
        decisions: [],
        notUsedOnly: false,
        memberName: '',
        memberNumber: '',
        payerId: null,
        providerId: null,
        physician: '',
        identifier: '',
        amount: null,
      },
      {},
    );
    page.element.caseId = cases[1]!.id;
    await until(() => expect(textarea(page.element).value).to.equal(''));
    page.element.caseId = page.caseId;
    await until(() => expect(textarea(page.element).value).to.equal('For the first'));
  });

  it('a note of somebody else arrives by itself', async () => {
    const page = await notePage();
    await form(page.element);
    const other = page.open();
    await other.signIn!(accountOf('claims-center'));
    await other.backend.documents!.post!({ caseId: page.caseId, text: 'From the payer', documents: [] }, { commandId: 'other-1' });
    await until(() => expect(thread(page.element)[0]).to.match(/Payer From the payer/));
  });
});

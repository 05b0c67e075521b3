import { expect, html } from '@open-wc/testing';
import type { NewDocument } from '@portico/core/documents';
import { fileOf } from '@portico/testing/contract';
import { all, focus, mount, one, press, shown, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { accountOf, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import { catchFiles } from '../claims/bordereau.fixture.test.ts';
import '../define/document-list.ts';
import type { DocumentListElement } from './document-list.element.ts';
import { button, caseWorld, pdf, picture, withLimits, type CaseWorld } from './documents.fixture.test.ts';

type Posted = readonly [file: File, details?: Partial<NewDocument>];

/** A list over a case to which these files were posted, each with a note of its own. */
async function list(
  posted: readonly Posted[],
  options: TestPortalOptions & { readonly item?: number } = {},
  surroundings: Surroundings = {},
): Promise<CaseWorld & { readonly element: DocumentListElement }> {
  const world = await caseWorld(options);
  for (const [n, [file, details]] of posted.entries()) await postTo(world, file, `f${n}`, details);
  const element = await mount<DocumentListElement>(
    html`<document-list case-id=${world.caseId} item=${options.item ?? ''} .portal=${world.portal}></document-list>`,
    surroundings,
  );
  await until(() => expect(shown(element)).not.to.match(/One moment|Loading/));
  return { ...world, element };
}

async function postTo(
  { portal, caseId, clock }: CaseWorld,
  file: File,
  uploadId: string,
  details: Partial<NewDocument> = {},
): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { upload, post } = portal.backend.documents!;
  const taken = await upload!(caseId, fileOf(file.name, file.type, bytes), { uploadId });
  if (taken.status !== 'accepted') throw new Error(`not taken: ${JSON.stringify(taken)}`);
  const document: NewDocument = { uploadId, itemSequence: null, type: 'medical-report', purpose: 'to-submit', ...details };
  const answer = await post!({ caseId, text: '', documents: [document] }, { commandId: `post-${uploadId}` });
  if (answer.status !== 'accepted') throw new Error(`not posted: ${JSON.stringify(answer)}`);
  await clock.pass(1_000);
}

const names = (element: Element): string[] => [...element.shadowRoot!.querySelectorAll('.document .name')].map((one) => shown(one));
const choose = (element: Element, name: string, value: string): void => {
  const select = one<HTMLSelectElement>(element, 'combobox', name);
  select.value = value;
  select.dispatchEvent(new Event('change'));
};

describe('document-list', () => {
  it('N16 N17 documents stand by line and for the claim as a whole, newest first, with type, purpose, size, who and when', async () => {
    const { element } = await list([
      [await pdf('old.pdf')],
      [await pdf('line.pdf'), { itemSequence: 1, type: 'imaging' }],
      [await pdf('new.pdf'), { purpose: 'correspondence', type: 'invoice' }],
    ]);
    await until(() => expect(names(element)).to.deep.equal(['new.pdf', 'old.pdf', 'line.pdf']));
    expect(all(element, 'heading').map((heading) => shown(heading))).to.deep.equal(['Documents', 'The whole case', 'Line 1: Lipid panel']);
    expect(shown(element.shadowRoot!.querySelector('.document')!)).to.match(/new\.pdf Invoice · Correspondence · \d+ B Noura Haddad, /);
    expect(shown(element)).to.contain('3 documents');
  });

  it('N16 with a line it lists the documents of that line only', async () => {
    const { element } = await list([[await pdf('a.pdf')], [await pdf('b.pdf'), { itemSequence: 2 }]], { item: 2 });
    await until(() => expect(names(element)).to.deep.equal(['b.pdf']));
  });

  it('N17 is narrowed by type and purpose, to those that occur; nothing that fits says so and leads back', async () => {
    const { element } = await list([
      [await pdf('a.pdf'), { type: 'invoice' }],
      [await pdf('b.pdf'), { type: 'imaging', purpose: 'internal' }],
    ]);
    await until(() => expect(names(element)).to.have.lengthOf(2));
    const words = [...one<HTMLSelectElement>(element, 'combobox', 'Type').options].map((option) => option.value);
    expect(words).to.deep.equal(['', 'imaging', 'invoice']);
    const labels = [...element.shadowRoot!.querySelectorAll('.filters label')].map((label) => shown(label).split(' ')[0]);
    expect(labels).to.deep.equal(['Type', 'Purpose']);
    choose(element, 'Type', 'invoice');
    await until(() => expect(names(element)).to.deep.equal(['a.pdf']));
    choose(element, 'Purpose', 'internal');
    (await until(() => button(element, 'Show all'))).focus();
    await press('Enter');
    await until(() => expect(names(element)).to.have.lengthOf(2));
    expect(focus()).to.equal("heading 'Documents'");
  });

  it('a document is downloaded under its safe name, byte by byte, and no link to it stays', async () => {
    const caught = catchFiles();
    try {
      const { element } = await list([[await pdf('my report.pdf', 'mark of this one')]]);
      (await until(() => button(element, 'Download my report.pdf'))).click();
      await until(() => expect(caught.files).to.have.lengthOf(1));
      expect(caught.files[0]!.name).to.equal('my report.pdf');
      expect(await caught.files[0]!.blob.text()).to.contain('mark of this one');
      expect(caught.files[0]!.blob.type).to.equal('application/octet-stream');
    } finally {
      caught.stop();
    }
  });

  it('a picture is drawn without an address; Escape closes it, leads back, and what was shown is gone', async () => {
    const { element } = await list([[await picture('scan.png', '#c00')]]);
    (await until(() => button(element, 'Preview scan.png'))).focus();
    await press('Enter');
    const dialog = element.shadowRoot!.querySelector('dialog')!;
    await until(() => expect(dialog.open).to.equal(true));
    const canvas = dialog.querySelector('canvas')!;
    expect([canvas.width, canvas.height]).to.deep.equal([40, 30]);
    expect([...canvas.getContext('2d')!.getImageData(20, 15, 1, 1).data]).to.deep.equal([204, 0, 0, 255]);
    expect(canvas.getAttribute('aria-label')).to.equal('scan.png');
    let outside = 0;
    element.addEventListener('keydown', () => (outside += 1), { once: true });
    await press('Escape');
    expect(outside).to.equal(0);
    await until(() => expect(focus()).to.equal("button 'Preview scan.png'"));
    expect(canvas.width).to.equal(1);
  });

  it('a PDF is offered for download only, and why is said: without the word of the page no frame is made', async () => {
    const { element } = await list([[await pdf('a.pdf')], [await picture('b.png', '#00c')]]);
    await until(() => button(element, 'Download a.pdf'));
    expect(all(element, 'button', /Preview a.pdf/)).to.deep.equal([]);
    expect(shown(element)).to.contain('This page cannot show PDF files. Download them to read them.');
    button(element, 'Preview b.png').click();
    await until(() => expect(element.shadowRoot!.querySelector('dialog')!.open).to.equal(true));
    expect(element.shadowRoot!.querySelector('iframe') === null).to.equal(true);
  });

  it('a PDF is shown by the browser where the page allows it; closed or taken away, its link is gone', async () => {
    const { element } = await list([[await pdf('a.pdf')]]);
    element.pdfPreview = true;
    const frame = async (): Promise<HTMLIFrameElement> => {
      (await until(() => button(element, 'Preview a.pdf'))).click();
      return until(() => {
        const found = element.shadowRoot!.querySelector<HTMLIFrameElement>('dialog[open] iframe[title="a.pdf"]');
        if (!found) throw new Error('no frame yet');
        return found;
      });
    };
    const isGone = (link: string): Promise<boolean> =>
      fetch(link).then(
        () => false,
        () => true,
      );
    const { src } = await frame();
    expect(shown(element)).not.to.contain('cannot show PDF');
    expect((await fetch(src)).headers.get('content-type')).to.equal('application/pdf');
    button(element, 'Close').click();
    await until(() => expect(element.shadowRoot!.querySelector('iframe') === null).to.equal(true));
    expect(await isGone(src)).to.equal(true);
    const again = (await frame()).src;
    element.remove();
    await until(() => expect(element.shadowRoot!.querySelector('iframe') === null).to.equal(true));
    expect(await isGone(again)).to.equal(true);
  });

  it('N17 what can be narrowed to stands in the order of the payer, not of everybody', async () => {
    const through = withLimits({ types: ['invoice', 'imaging', 'medical-report'], purposes: ['internal', 'to-submit'] });
    const posted = [
      [await pdf('a.pdf'), { type: 'imaging' }],
      [await pdf('b.pdf'), { type: 'invoice', purpose: 'internal' }],
    ] as const;
    const { element } = await list(posted, { through });
    await until(() => expect(names(element)).to.have.lengthOf(2));
    const words = (name: string): string[] => [...one<HTMLSelectElement>(element, 'combobox', name).options].map(({ value }) => value);
    expect([words('Type'), words('Purpose')]).to.deep.equal([
      ['', 'invoice', 'imaging'],
      ['', 'internal', 'to-submit'],
    ]);
  });

  it('a download that fails is told, to the host too, and can be tried again; one that is gone says that', async () => {
    const told: string[] = [];
    const page = await list([[await pdf('a.pdf')]], { onError: ({ code }) => told.push(code) });
    const caught = catchFiles();
    try {
      page.faults.failNext('unavailable', { at: 'documents.content' });
      (await until(() => button(page.element, 'Download a.pdf'))).click();
      await until(() => expect(shown(page.element)).to.contain('a.pdf could not be fetched. Try again.'));
      page.faults.failNext('not-found', { at: 'documents.content' });
      button(page.element, 'Download a.pdf').click();
      await until(() => expect(shown(page.element)).to.contain('a.pdf is not there any more'));
      button(page.element, 'Download a.pdf').click();
      await until(() => expect(caught.files).to.have.lengthOf(1));
      expect(told).to.deep.equal(['unavailable', 'not-found']);
    } finally {
      caught.stop();
    }
  });

  it('what another page posts arrives by itself, and what is internal to the other side does not', async () => {
    const page = await list([]);
    await until(() => expect(shown(page.element)).to.contain('There are no documents on this case yet.'));
    const other = page.open();
    await other.signIn!(accountOf('claims-center'));
    const theirs = { ...page, portal: other };
    await postTo(theirs, await pdf('secret.pdf'), 'x1', { purpose: 'internal' });
    await postTo(theirs, await pdf('letter.pdf'), 'x2', { purpose: 'correspondence' });
    await until(() => expect(names(page.element)).to.deep.equal(['letter.pdf']));
  });

  it('loading, failed and tried again, stale, no such case, no right, not offered, signed out', async () => {
    const page = await list([[await pdf('a.pdf')]]);
    page.faults.failNext('unavailable', { at: 'documents.documents' });
    page.element.item = 1;
    await until(() => expect(shown(one(page.element, 'alert'))).to.contain('could not be loaded'));
    button(page.element, 'Try again').click();
    await until(() => expect(shown(page.element)).to.contain('There are no documents'));
    page.element.item = null;
    await until(() => expect(names(page.element)).to.have.lengthOf(1));
    page.element.caseId = 'nobody';
    await until(() => expect(shown(one(page.element, 'alert'))).to.equal('There is no such case, or you may not see it.'));
    page.faults.failNext('denied', { at: 'documents.documents' });
    page.element.caseId = page.caseId;
    await until(() => expect(shown(one(page.element, 'alert'))).to.contain('You have no right'));
    await page.portal.logout();
    await until(() => expect(shown(page.element)).to.equal('Sign in to see this.'));
    const without = await list([], { through: ({ documents: _documents, ...backend }) => backend });
    expect(shown(without.element)).to.equal('This portal does not offer this.');
  });
});

import { expect, html, oneEvent } from '@open-wc/testing';
import { refused } from '@portico/core/kernel';
import { all, focus, mount, one, press, shown, until, type Surroundings } from '../../../../test/kit/screen.ts';
import type { TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/attachment-uploader.ts';
import type { AttachmentUploaderElement } from './attachment-uploader.element.ts';
import { button, caseWorld, drop, pdf, ready, rows, withDocuments, withLimits, type CaseWorld } from './documents.fixture.test.ts';

async function uploader(
  options: TestPortalOptions = {},
  surroundings: Surroundings = {},
): Promise<CaseWorld & { readonly element: AttachmentUploaderElement }> {
  const world = await caseWorld(options);
  const element = await mount<AttachmentUploaderElement>(
    html`<attachment-uploader case-id=${world.caseId} .portal=${world.portal}></attachment-uploader>`,
    surroundings,
  );
  await until(() => button(element, 'Choose files'));
  return { ...world, element };
}

const status = (element: Element): string => shown(element.shadowRoot!.querySelector('.status')!);
const names = (element: Element): string[] => rows(element).map((row) => row.split(' ')[0]!);
const why = (element: Element): string[] => [...element.shadowRoot!.querySelectorAll('.file .field-error')].map((one) => shown(one));
const empty = (name: string): File => new File([], name, { type: 'application/pdf' });

describe('attachment-uploader', () => {
  it('P4 P13 the limits of the policy stand there before anything is chosen, and describe the button', async () => {
    const { element } = await uploader();
    const limits = 'Up to 5 files of at most 25 MB each, 125 MB together. Accepted: PDF · JPEG · PNG · TIFF · DOCX.';
    expect(shown(element.shadowRoot!.querySelector('#limits')!)).to.equal(limits);
    expect(button(element, 'Choose files').getAttribute('aria-describedby')).to.equal('limits');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('#files')!.accept).to.contain('.pdf').and.to.contain('image/jpeg');
  });

  for (const lang of ['en', 'ar'] as const)
    it(`the kinds that are accepted stand one after the other as ${lang} is read`, async () => {
      const { portal, caseId } = await caseWorld();
      const template = html`<attachment-uploader case-id=${caseId} .portal=${portal}></attachment-uploader>`;
      const element = await mount<AttachmentUploaderElement>(template, { lang });
      const place = await until(() => {
        const found = [...element.shadowRoot!.querySelectorAll('#limits bdi')].find((one) => one.textContent!.includes('PDF'));
        if (!found) throw new Error('no kinds yet');
        return found;
      });
      const text = document.createTreeWalker(place, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const [first, next] = ['PDF', 'JPEG'].map((kind) => {
        const range = new Range();
        range.setStart(text, text.data.indexOf(kind));
        range.setEnd(text, text.data.indexOf(kind) + kind.length);
        return range.getBoundingClientRect();
      });
      expect(first!.top, 'in one line').to.equal(next!.top);
      expect(first!.left < next!.left).to.equal(lang === 'en');
    });

  it('type, purpose and line are labelled for the eye, and stay within 320 pixels', async () => {
    const { element } = await uploader();
    element.parentElement!.style.inlineSize = '320px';
    drop(element, await pdf('a.pdf'), await pdf('b.pdf'));
    await ready(element, 2);
    const details = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.details')];
    const labels = details.map((one) => [...one.querySelectorAll('label')].map((label) => shown(label)));
    expect(labels).to.have.lengthOf(3);
    for (const words of labels) expect(words.map((word) => word.split(' ')[0])).to.deep.equal(['Type', 'Purpose', 'Belongs']);
    expect(element.scrollWidth).to.be.at.most(320);
    for (const select of element.shadowRoot!.querySelectorAll('select'))
      expect(select.getBoundingClientRect().right).to.be.at.most(element.getBoundingClientRect().right);
  });

  it('N13 N17 files are attached as a note without text, each with its type, purpose and line', async () => {
    const { element, portal, caseId, clock } = await uploader();
    drop(element, await pdf('a.pdf'), await pdf('b.pdf'));
    await ready(element, 2);
    const set = (name: string, value: string): void => {
      const select = one<HTMLSelectElement>(element, 'combobox', name);
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    set('Purpose', 'correspondence');
    set('Type of b.pdf', 'invoice');
    set('b.pdf belongs to', '2');
    const told = oneEvent(element, 'note-posted');
    button(element, 'Attach').click();
    await clock.pass(10_000);
    expect((await told).detail).to.include({ caseId, documents: 2 });
    await until(() => expect(status(element)).to.equal('2 documents were attached.'));
    const { rows: found } = await portal.backend.documents!.documents(caseId, {});
    const told2 = found.map(({ name, type, purpose, itemSequence }) => [name, type, purpose, itemSequence].join());
    expect(told2.sort()).to.deep.equal(['a.pdf,medical-report,correspondence,', 'b.pdf,invoice,correspondence,2']);
    const { rows: notes } = await portal.backend.documents!.notes(caseId, {});
    expect(notes.map(({ text }) => text)).to.deep.equal(['']);
  });

  it('N16 files are proposed for the line that the element stands at', async () => {
    const { portal, caseId } = await uploader();
    const element = await mount(html`<attachment-uploader id="line" case-id=${caseId} item="2" .portal=${portal}></attachment-uploader>`);
    await until(() => button(element, 'Choose files'));
    drop(element, await pdf('a.pdf'));
    await ready(element, 1);
    expect(one<HTMLSelectElement>(element, 'combobox', 'a.pdf belongs to').value).to.equal('2');
  });

  it('P4 a refused file leaves the good ones, and says what to do', async () => {
    const { element, faults } = await uploader({ through: withLimits({ maxFileBytes: 2_000 }) });
    const large = new File([new Uint8Array(2_001)], 'large.pdf', { type: 'application/pdf' });
    const lie = new File(['not a picture'], 'lie.png', { type: 'image/png' });
    drop(element, empty('empty.pdf'), await pdf('good.pdf'), large, lie, new File(['x'], 'run.exe'), await pdf('report.exe.pdf'));
    await ready(element, 1);
    await until(() => expect(rows(element).filter((row) => row.endsWith('Cannot be sent'))).to.have.lengthOf(5));
    expect(why(element)).to.deep.equal([
      'The file is empty. Save it again and choose it anew.',
      'It is larger than 2 KB. Save it smaller, or split it.',
      'It is not the kind of file that its name says. Save it anew from its program.',
      'Files of this kind are not accepted here. Accepted: PDF · JPEG · PNG · TIFF · DOCX.',
      'Its name has two endings, as files that deceive have. Rename it.',
    ]);
    expect(faults.calls.filter((call) => call === 'documents.upload')).to.have.lengthOf(1);
    expect(status(element)).to.equal('1 file is ready. 5 files need your attention.');
  });

  it('P13 the sixth file has no place while the five are there, and gets one when one goes', async () => {
    const { element } = await uploader();
    drop(element, ...(await Promise.all(['1', '2', '3', '4', '5', '6'].map((n) => pdf(`${n}.pdf`)))));
    await ready(element, 5);
    expect(why(element)).to.deep.equal(['There is no place for more files in this note. Send it with another.']);
    button(element, 'Remove 1.pdf').click();
    (await until(() => button(element, 'Try 6.pdf again'))).click();
    await until(() => expect(names(element)).to.deep.equal(['2.pdf', '3.pdf', '4.pdf', '5.pdf', '6.pdf']));
    await ready(element, 5);
  });

  it('the same bytes under another name are refused the second time', async () => {
    const { element } = await uploader();
    drop(element, await pdf('a.pdf', 'same'), await pdf('b.pdf', 'same'));
    await ready(element, 1);
    await until(() => expect(why(element)).to.deep.equal(['The same content is in the list or on the case already.']));
  });

  it('a removed file can come back where it stood, by keyboard alone', async () => {
    const { element } = await uploader();
    drop(element, await pdf('a.pdf'), await pdf('b.pdf'), await pdf('c.pdf'));
    await ready(element, 3);
    button(element, 'Remove b.pdf').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    expect(names(element)).to.deep.equal(['a.pdf', 'c.pdf']);
    await press('Enter');
    await until(() => expect(names(element)).to.deep.equal(['a.pdf', 'b.pdf', 'c.pdf']));
    expect(focus()).to.equal("button 'Choose files'");
  });

  it('files are put in order by keyboard, and the focus goes with the file', async () => {
    const { element } = await uploader();
    drop(element, await pdf('a.pdf'), await pdf('b.pdf'), await pdf('c.pdf'));
    await ready(element, 3);
    button(element, 'Move c.pdf up').focus();
    await press('Enter');
    await until(() => expect(names(element)).to.deep.equal(['a.pdf', 'c.pdf', 'b.pdf']));
    expect(focus()).to.equal("button 'Move c.pdf up'");
    await press('Enter');
    await until(() => expect(names(element)).to.deep.equal(['c.pdf', 'a.pdf', 'b.pdf']));
    expect(focus()).to.equal("button 'Move c.pdf down'");
  });

  it('progress is told to the bar and re-renders nothing', async () => {
    let tell: ((received: number) => void) | undefined;
    let renders = 0;
    const { element } = await uploader({
      through: withDocuments(() => ({
        upload: (_case, _file, { onProgress }) => {
          tell = onProgress;
          return new Promise(() => undefined);
        },
      })),
    });
    drop(element, await pdf('slow.pdf'));
    const bar = await until(() => one<HTMLProgressElement>(element, 'progressbar', 'Upload of slow.pdf'));
    await element.updateComplete;
    const { update } = Object.getPrototypeOf(element) as { update: () => void };
    Object.assign(element, {
      update(changed: unknown) {
        renders += 1;
        (update as (one: unknown) => void).call(element, changed);
      },
    });
    for (let received = 0; received <= 200; received += 1) tell!(received);
    await until(() => expect(bar.value).to.equal(200));
    expect(renders).to.equal(0);
  });

  it('an upload that was stopped or failed can be tried again, under the same upload id', async () => {
    const ids: string[] = [];
    const through = withDocuments(({ upload }) => ({
      upload: (id, file, meta) => {
        ids.push(meta.uploadId);
        if (ids.length === 1)
          return new Promise((_, reject) => meta.signal!.addEventListener('abort', () => reject(meta.signal!.reason as Error)));
        if (ids.length === 2) return Promise.reject(Object.assign(new Error('x'), { name: 'PortError', code: 'offline', retryable: true }));
        return upload!(id, file, meta);
      },
    }));
    const { element } = await uploader({ through });
    drop(element, await pdf('a.pdf'));
    await until(() => one(element, 'progressbar'));
    button(element, 'Stop a.pdf').click();
    await until(() => expect(why(element)).to.deep.equal(['You stopped it.']));
    button(element, 'Try a.pdf again').click();
    await until(() => expect(why(element)).to.deep.equal(['There is no connection. Try again when you are online.']));
    button(element, 'Try a.pdf again').click();
    await ready(element, 1);
    expect(new Set(ids).size).to.equal(1);
  });

  it('what the backend refuses is said at the file', async () => {
    const { element } = await uploader({ through: withDocuments(() => ({ upload: async () => refused('too-many-waiting') })) });
    drop(element, await pdf('a.pdf'));
    await until(() => expect(why(element)).to.deep.equal(['Too many files wait for their notes. Post or remove some first.']));
  });

  it('files that are pasted are taken; a table copied as text and picture is not', async () => {
    const { element } = await uploader();
    const paste = async (...more: readonly (readonly [string, string])[]): Promise<void> => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(await pdf('pasted.pdf'));
      for (const [type, data] of more) clipboardData.setData(type, data);
      element.shadowRoot!.querySelector('section')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    };
    await paste(['text/plain', 'a table']);
    await paste();
    await ready(element, 1);
    expect(names(element)).to.deep.equal(['pasted.pdf']);
  });

  it('a name with hidden characters is shown without them, and refused', async () => {
    const { element } = await uploader();
    drop(element, await pdf('report\u202Efdp.pdf'));
    await until(() => expect(why(element).join()).to.contain('hidden characters'));
    expect(element.shadowRoot!.querySelector('.file-name')!.textContent).not.to.contain('\u202E');
  });

  it('nothing to attach is refused with a reason, and the focus goes to where files are chosen', async () => {
    const { element } = await uploader();
    button(element, 'Attach').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Choose files'"));
    expect(status(element)).to.equal('Choose a file first; there is nothing to attach yet.');
  });

  it('forty files at once are all checked and sent, one checked at a time and two on their way', async () => {
    let [open, most] = [0, 0];
    const { element } = await uploader({
      through: (backend) =>
        withLimits({ maxFiles: 40 })(
          withDocuments(() => ({
            upload: async (...asked) => {
              most = Math.max(most, (open += 1));
              // Held until another has begun beside it, and a moment longer for a third that must not.
              await until(() => expect(most).to.be.at.least(2));
              open -= 1;
              const { uploadId } = asked[2];
              return {
                status: 'accepted',
                value: { uploadId, name: asked[1].name, kind: 'pdf', size: asked[1].size, sha256: uploadId.padEnd(64, '0') },
              };
            },
          }))(backend),
        ),
    });
    drop(element, ...(await Promise.all(Array.from({ length: 40 }, (_, n) => pdf(`${n}.pdf`)))));
    await ready(element, 40);
    expect(most).to.equal(2);
  });

  it('a backend that takes no files offers nothing', async () => {
    const { portal, caseId } = await caseWorld({
      through: ({ documents, ...backend }) => {
        const { upload: _upload, ...rest } = documents!;
        return { ...backend, documents: rest };
      },
    });
    const element = await mount(html`<attachment-uploader case-id=${caseId} .portal=${portal}></attachment-uploader>`);
    await until(() => expect(shown(element)).to.equal('This portal does not offer this.'));
    expect(all(element, 'button')).to.deep.equal([]);
  });
});

import { expect, html } from '@open-wc/testing';
import { everyLook, findings, mount, one, press, type, until } from '../../../../test/kit/screen.ts';
import '../define/attachment-uploader.ts';
import '../define/document-list.ts';
import { button, caseWorld, drop, form, notePage, pdf, picture, ready, thread, withLimits } from './documents.fixture.test.ts';

type State = () => Promise<Element>;

async function uploader(limits: object = {}): Promise<Element> {
  const { portal, caseId } = await caseWorld({ through: withLimits(limits) });
  const element = await mount(html`<attachment-uploader case-id=${caseId} .portal=${portal}></attachment-uploader>`);
  await until(() => button(element, 'Choose files'));
  return element;
}

const states: Readonly<Record<string, State>> = {
  'note-panel, empty': async () => {
    const { element } = await notePage();
    await form(element);
    return element;
  },
  'note-panel, without drafts, nothing to post': async () => {
    const { element } = await notePage({ through: ({ drafts: _drafts, ...backend }) => backend });
    await form(element);
    button(element, 'Post Note').click();
    await until(() => expect(element.shadowRoot!.querySelector('[aria-invalid]')).not.to.equal(null));
    return element;
  },
  'note-panel, files in every state': async () => {
    const { element, faults } = await notePage();
    await form(element);
    drop(element, await pdf('good.pdf'), new File(['x'], 'run.exe'), await pdf('other.pdf'));
    await ready(element, 2);
    faults.failNext('unavailable', { at: 'documents.upload' });
    drop(element, await pdf('failed.pdf'));
    await until(() => button(element, 'Try failed.pdf again'));
    faults.hang('documents.upload');
    drop(element, await pdf('slow.pdf'));
    await until(() => one(element, 'progressbar'));
    button(element, 'Remove other.pdf').click();
    await until(() => button(element, 'Undo'));
    return element;
  },
  'note-panel, in the seconds of undo': async () => {
    const { element } = await notePage();
    await type(await form(element), 'Soon');
    button(element, 'Post Note').click();
    await until(() => button(element, 'Undo'));
    return element;
  },
  'note-panel, posted': async () => {
    const { element, clock } = await notePage();
    await type(await form(element), 'Said');
    drop(element, await pdf('good.pdf'));
    await ready(element, 1);
    button(element, 'Post Note').click();
    await clock.pass(10_000);
    await until(() => expect(thread(element)).to.have.lengthOf(1));
    return element;
  },
  'note-panel, no such case': async () => {
    const { portal } = await notePage();
    const element = await mount(html`<note-panel case-id="none" .portal=${portal}></note-panel>`);
    await until(() => one(element, 'alert'));
    return element;
  },
  'attachment-uploader, empty': () => uploader(),
  'attachment-uploader, files refused': async () => {
    const element = await uploader({ maxFiles: 1 });
    drop(element, await pdf('a.pdf'), await pdf('b.pdf'));
    await ready(element, 1);
    return element;
  },
  'document-list, empty': async () => {
    const { portal, caseId } = await caseWorld();
    const element = await mount(html`<document-list case-id=${caseId} .portal=${portal}></document-list>`);
    await until(() => expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('no documents'));
    return element;
  },
  'document-list, documents and a preview': async () => {
    const { element: panel, portal, caseId, clock } = await notePage();
    await form(panel);
    drop(panel, await pdf('a.pdf'), await picture('b.png', '#080'));
    await ready(panel, 2);
    button(panel, 'Post Note').click();
    await clock.pass(10_000);
    const element = await mount(html`<document-list case-id=${caseId} .portal=${portal}></document-list>`);
    (await until(() => button(element, 'Preview b.png'))).focus();
    await press('Enter');
    await until(() => expect(element.shadowRoot!.querySelector('dialog')!.open).to.equal(true));
    return element;
  },
};

describe('documents for axe', function () {
  // Four looks at every state, each looked at whole.
  this.timeout(40_000);

  for (const [state, open] of Object.entries(states)) {
    it(`has nothing to say, in either language and scheme: ${state}`, async () => {
      await everyLook(await open());
    });
  }

  it('has something to say when the name of a field is taken away', async () => {
    const { element } = await notePage();
    await form(element);
    element.shadowRoot!.querySelector('label[for="text"]')!.remove();
    expect(await findings(element)).not.to.be.empty;
  });
});

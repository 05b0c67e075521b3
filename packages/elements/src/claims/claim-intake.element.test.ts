import { expect, html, oneEvent } from '@open-wc/testing';
import { readFhirAsync } from '@portico/adapter-fhir/read';
import type { FileReader } from '@portico/core/claims/claim-intake';
import type { Role } from '@portico/core/kernel';
import { all, focus, mount, one, press, shown, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import { define } from '../define/define.ts';
import { ClaimIntakeElement } from './claim-intake.element.ts';

define('claim-intake', ClaimIntakeElement);

const reader: FileReader = (file, { signal }) => readFhirAsync(file, { name: file.name, signal });

const claim = JSON.stringify({
  resourceType: 'Claim',
  id: 'own-1',
  status: 'active',
  use: 'claim',
  created: '2026-11-01',
  identifier: [{ system: 'urn:example:claims', value: 'OWN-1' }],
  patient: { display: 'Tahani Example' },
  insurer: { display: 'Gulf Example' },
  provider: { display: 'Clinic Example' },
  item: [{ sequence: 1, servicedDate: '2026-11-01', net: { value: 12.5, currency: 'USD' } }],
});

const answer = JSON.stringify({
  ...{ resourceType: 'ClaimResponse', id: 'answer-1', status: 'active', use: 'preauthorization', outcome: 'complete' },
  ...{ created: '2026-11-01T09:00:00Z', identifier: [{ system: 'urn:example:trace', value: 'NOBODY-1' }] },
  ...{ patient: { display: 'Tahani Example' }, insurer: { display: 'Gulf Example' }, requestor: { display: 'Clinic Example' } },
  item: [{ itemSequence: 1, adjudication: [{ category: { text: 'submitted' } }] }],
});

async function page(options: { signedIn?: Role; lang?: 'en' | 'ar' } = {}) {
  const world = await createTestPortal({ signedIn: options.signedIn ?? 'clerk', enforcement: 'rehearsal' });
  const element = await mount<ClaimIntakeElement>(
    html`<claim-intake .portal=${world.portal} .reader=${reader}></claim-intake>`,
    options.lang ? { lang: options.lang } : {},
  );
  return { ...world, element };
}

/** Drops files on the element, as a person does. */
function drop(element: ClaimIntakeElement, ...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  files.forEach((file) => dataTransfer.items.add(file));
  element.shadowRoot!.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

const file = (name: string, text: string): File => new File([text], name, { type: 'application/json' });

describe('claim-intake', () => {
  it('takes in what a dropped file holds, accounts for it, and tells the host by numbers', async () => {
    const { element } = await page();
    const taken = oneEvent(element, 'claims-taken-in');
    drop(element, file('own.json', claim));
    expect((await taken).detail.refused + (await taken).detail.taken).to.equal(1);
    await until(() => expect(shown(element)).to.contain('Done'));
    expect(shown(element)).to.contain('own.json').and.contain('1 case found');
  });

  it('a file that is not FHIR leaves the good one', async () => {
    const { element } = await page();
    drop(element, file('broken.json', '{"resourceType":'), file('own.json', claim));
    await until(() => expect(shown(element).match(/Done/g)).to.have.length(2));
    expect(shown(element)).to.contain('No claims in this file').and.contain('1 case found');
    const [broken] = all(element, 'listitem');
    broken!.querySelector('summary')!.click();
    await until(() => expect(shown(broken!)).to.contain('This is not JSON.'));
  });

  it('several files are added up in one line', async () => {
    const { element } = await page();
    drop(element, file('own.json', claim));
    await until(() => expect(shown(element)).to.contain('Done'));
    expect(element.shadowRoot!.querySelector('.sum')).to.equal(null);
    // The clerk of this world is not bound to the clinic of the file.
    drop(element, file('same.json', claim), file('broken.json', '{'));
    await until(() => expect(shown(element).match(/Done/g)).to.have.length(3));
    expect(shown(element.shadowRoot!.querySelector('.sum')!)).to.equal('3 files · 2 cases refused');
  });

  it('the provider’s side is told that answers are the payer’s to bring in; a case of one is still taken', async () => {
    const { element } = await page();
    const taken = oneEvent(element, 'claims-taken-in');
    drop(element, file('answer.json', answer));
    expect((await taken).detail.refused + (await taken).detail.taken).to.equal(1);
    await until(() => expect(shown(element)).to.contain('Done'));
    expect(shown(element)).to.contain('1 case found').and.contain('1 answer found').and.contain('from the payer’s side alone');
  });

  it('the payer’s side opens answers, each refused one with its reason, and is told that cases are not its own', async () => {
    const { element } = await page({ signedIn: 'claims-center' });
    await until(() => expect(shown(element)).to.contain('Open files with answers'));
    const taken = oneEvent(element, 'answers-taken-in');
    drop(element, file('answer.json', answer));
    expect((await taken).detail).to.deep.equal({ taken: 0, refused: 1 });
    await until(() => expect(shown(element)).to.contain('Done'));
    expect(shown(element)).to.contain('1 answer found · 1 answer refused').and.contain('No authorization that you serve');
    expect(shown(element)).to.contain('from the provider’s side alone').and.not.contain('case found');
    drop(element, file('claim.json', claim));
    await until(() => expect(shown(element)).to.contain('No answers in this file'));
  });

  it('the focus goes to what can be done next when its button is gone', async () => {
    const { element } = await page();
    drop(element, file('own.json', claim));
    const clear = await until(() => one(element, 'button', 'Clear the list'));
    clear.focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Choose files…'"));
    await until(() => expect(all(element, 'listitem')).to.be.empty);
  });

  it('lets the host ask first, and goes on when it says so', async () => {
    const { element } = await page();
    element.addEventListener('before-files-opened', (event) => event.preventDefault(), { once: true });
    drop(element, file('own.json', claim));
    await element.updateComplete;
    expect(shown(element)).not.to.contain('own.json');
    element.proceed();
    await until(() => expect(shown(element)).to.contain('Done'));
  });

  it('who may not take in claims is not told that it could be done', async () => {
    const { element } = await page({ signedIn: 'helpdesk' });
    expect(all(element, 'button')).to.be.empty;
    expect(shown(element)).to.equal('');
  });

  it('appears for whoever signs in later', async () => {
    const { element, portal } = await page({ signedIn: 'helpdesk' });
    await portal.logout();
    await portal.signIn!({ name: 'noura', password: 'demo-clerk-pass' });
    await until(() => one(element, 'button', 'Choose files…'));
  });

  it('without a reader says that this portal does not offer it', async () => {
    const { portal } = await createTestPortal({ signedIn: 'clerk' });
    const element = await mount<ClaimIntakeElement>(html`<claim-intake .portal=${portal}></claim-intake>`);
    expect(all(element, 'button')).to.be.empty;
    expect(shown(element)).not.to.equal('');
  });

  it('is complete in Arabic and reached by keyboard', async () => {
    const { element } = await page({ lang: 'ar' });
    await until(() => one(element, 'button', 'اختر ملفات…'));
    let opened = false;
    element.shadowRoot!.querySelector('input')!.addEventListener('click', (event) => {
      event.preventDefault();
      opened = true;
    });
    one(element, 'button', 'اختر ملفات…').focus();
    await press('Enter');
    expect(opened).to.equal(true);
    await until(() => expect(shown(element)).not.to.match(/\b(?!FHIR|JSON|NDJSON)[A-Za-z]{4,}\b/));
  });
});

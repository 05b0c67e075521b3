import { expect, html } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, focus, mount, one, press, shown, until } from '../../../../test/kit/screen.ts';
import { createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/contact-directory.ts';
import type { ContactDirectoryElement } from './contact-directory.element.ts';

type Contacts = NonNullable<Backend['directory']>['contacts'];
const answering =
  (contacts: (reference: Contacts) => Contacts) =>
  (backend: Backend): Backend => ({ ...backend, directory: { ...backend.directory!, contacts: contacts(backend.directory!.contacts) } });
const never = (): Promise<never> => new Promise(() => undefined);

async function page(options: TestPortalOptions = {}, brandId = ''): Promise<ContactDirectoryElement> {
  const { portal } = await createTestPortal(options);
  return mount(html`<contact-directory brand-id=${brandId} .portal=${portal}></contact-directory>`);
}
async function listed(options: TestPortalOptions = {}, brandId = ''): Promise<ContactDirectoryElement> {
  const element = await page(options, brandId);
  await until(() => one(element, 'heading', 'United States') && all(element, 'listitem'));
  return element;
}
const countries = (element: Element): string[] =>
  all(element, 'heading')
    .filter(({ localName }) => localName === 'h4')
    .map(shown);

describe('contact directory', () => {
  it('N1 N2 lists every country by its name under its brand, with nobody signed in', async () => {
    const element = await listed();
    const brands = all(element, 'heading').filter(({ localName }) => localName === 'h3');
    expect(brands.map(shown)).to.deep.equal(['Gulf Shield TPA · درع الخليج', 'Lakeland Health Plan']);
    expect(countries(element)).to.deep.equal([
      'Bahrain',
      'Egypt',
      'Kuwait',
      'Lebanon',
      'Oman',
      'Qatar',
      'United Arab Emirates',
      'United States',
    ]);
    expect(shown(one(element, 'status'))).to.equal('8 contacts');
  });

  it('N3 N6 offers to call and to write to the helpdesk, and tells the fax that no link can reach', async () => {
    const element = await listed({}, 'lakeland');
    expect(one<HTMLAnchorElement>(element, 'link', 'Call +1 555 010 0142').href).to.equal('tel:+15550100142');
    expect(one<HTMLAnchorElement>(element, 'link', 'E-mail providers@lakeland.example').href).to.equal('mailto:providers@lakeland.example');
    expect(shown(element)).to.contain('Helpdesk Call +1 555 010 0142').and.contain('Appeals Fax +1 555 010 0199');
    expect(all(element, 'link', /0199/)).to.be.empty;
  });

  it('N2 the own country is found by a choice, by keyboard', async () => {
    const element = await listed();
    one(element, 'combobox', 'Country').focus();
    await press('K');
    await until(() => expect(countries(element)).to.deep.equal(['Kuwait']));
    expect(shown(one(element, 'status'))).to.equal('1 contact');
    expect(focus()).to.equal("combobox 'Country'");
  });

  it('one brand only, and another when the attribute changes', async () => {
    const element = await page({}, 'gulf-shield');
    await until(() => expect(countries(element)).to.have.lengthOf(7));
    element.setAttribute('brand-id', 'lakeland');
    await until(() => expect(countries(element)).to.deep.equal(['United States']));
    expect(all(element, 'combobox'), 'nothing to choose among one').to.be.empty;
    element.brandId = 'nobody';
    await until(() => expect(shown(element)).to.contain('No contacts are listed here.'));
  });

  it('changes language while mounted: names, their order, and the choice stay right', async () => {
    const element = await listed();
    one(element, 'combobox', 'Country').focus();
    await press('K');
    await until(() => expect(countries(element)).to.deep.equal(['Kuwait']));
    element.parentElement!.lang = 'ar';
    await until(() => expect(countries(element)).to.deep.equal(['الكويت']));
    const select = one<HTMLSelectElement>(element, 'combobox', 'الدولة');
    expect(select.selectedOptions[0]?.text).to.equal('الكويت');
    expect([...select.options].slice(1).map(({ text }) => text)).to.deep.equal(
      [...select.options]
        .slice(1)
        .map(({ text }) => text)
        .sort(new Intl.Collator('ar').compare),
    );
    expect(shown(one(element, 'status'))).to.equal('جهة اتصال واحدة');
    const number = one(element, 'link', /2555/).querySelector('bdi')!;
    expect(getComputedStyle(number).direction, 'a number is read from left to right').to.equal('ltr');
  });

  it('says that it is looking, and keeps the country of an element that comes back', async () => {
    const element = await page({ through: answering(() => never) });
    expect(shown(one(element, 'status'))).to.equal('Looking up the contacts…');
    const again = await listed();
    const { parentElement } = again;
    one(again, 'combobox', 'Country').focus();
    await press('K');
    await until(() => expect(countries(again)).to.have.lengthOf(1));
    again.remove();
    await new Promise((resolve) => setTimeout(resolve, 0));
    parentElement!.append(again);
    await until(() => expect(countries(again)).to.deep.equal(['Kuwait']));
  });

  for (const [code, text, canRetry] of [
    ['offline', 'There is no connection.', true],
    ['rate-limited', 'There are too many requests', true],
    ['denied', 'You may not see these contacts.', false],
    ['internal', 'The contacts cannot be shown just now.', true],
  ] as const) {
    it(`${code} is told in words, with what to do about it`, async () => {
      let isBroken = true;
      const through = answering((contacts) => (request) => (isBroken ? Promise.reject(new PortError(code)) : contacts(request)));
      const element = await page({ through });
      await until(() =>
        expect(shown(one(element, 'alert')))
          .to.contain(text)
          .and.not.contain(code),
      );
      const retry = all(element, 'button', 'Try again');
      expect(retry).to.have.lengthOf(canRetry ? 1 : 0);
      if (!canRetry) return;
      isBroken = false;
      retry[0]!.focus();
      await press('Enter');
      await until(() => expect(countries(element)).to.have.lengthOf(8));
      expect(focus()).to.equal("alert ''");
    });
  }

  it('says what is missing: no portal, no directory behind it', async () => {
    const element = await mount<ContactDirectoryElement>(html`<contact-directory></contact-directory>`);
    expect(shown(element)).to.contain('Not connected');
    const { portal } = await createTestPortal({ through: ({ directory: _, ...backend }) => backend });
    element.portal = portal;
    await until(() => expect(shown(element)).to.contain('This portal does not offer this.'));
  });

  it('has nothing for axe to say: listed, one country, empty, loading, failed', async () => {
    await everyLook(await listed());
    await everyLook(await page({}, 'nobody'));
    await everyLook(await page({ through: answering(() => never) }));
    await everyLook(await page({ through: answering(() => () => Promise.reject(new PortError('offline'))) }));
  });
});

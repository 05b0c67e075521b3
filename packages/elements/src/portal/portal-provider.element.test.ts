import { expect, html, oneEvent } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import { everyLook, mount, one, shown, until, all } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import '../define/contact-directory.ts';
import '../define/portal-provider.ts';
import { demoStarterKey, type DemoStarter } from './demo-starter.ts';
import type { PortalProviderElement } from './portal-provider.element.ts';

const scope = globalThis as unknown as Record<symbol, DemoStarter | undefined>;
const starts = (start: DemoStarter): void => void (scope[demoStarterKey] = start);
const fails = (error: unknown): void => starts(() => Promise.reject(error));
const demoPage = (): Promise<PortalProviderElement> =>
  mount(html`<portal-provider demo><contact-directory></contact-directory></portal-provider>`);

describe('portal provider', () => {
  afterEach(() => {
    delete scope[demoStarterKey];
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: true });
  });

  it('hands its portal to what is inside, says so, and takes another one', async () => {
    const [first, second] = [await createTestPortal({ locale: 'en' }), await createTestPortal({ locale: 'ar' })];
    const provider = await mount<PortalProviderElement>(html`<portal-provider><contact-directory></contact-directory></portal-provider>`);
    const inner = provider.querySelector('contact-directory')!;
    expect(shown(inner)).to.contain('Not connected');
    const ready = oneEvent(provider, 'portal-ready');
    provider.portal = first.portal;
    expect((await ready).detail).to.deep.equal({});
    await until(() => one(inner, 'heading', 'Contact us'));
    provider.portal = second.portal;
    await until(() => one(inner, 'heading', 'اتصل بنا'));
    expect([provider.lang, provider.dir]).to.deep.equal(['ar', 'rtl']);
  });

  it('wears the looks and the language of its portal, and changes them while mounted', async () => {
    const { portal } = await createTestPortal({ appearance: { theme: 'dark', density: 'compact', tokens: { colorPrimary: '#123456' } } });
    const provider = await mount<PortalProviderElement>(
      html`<portal-provider .portal=${portal}><contact-directory></contact-directory></portal-provider>`,
    );
    const look = (name: string): string => getComputedStyle(provider.querySelector('contact-directory')!).getPropertyValue(name);
    expect([look('--portico-color-primary'), look('color-scheme'), look('--portico-control-height')]).to.deep.equal([
      '#123456',
      'dark',
      '32px',
    ]);
    portal.update({ locale: 'ar', appearance: { theme: 'light' } });
    expect([look('--portico-color-primary'), look('color-scheme'), provider.dir]).to.deep.equal(['', 'light', 'rtl']);
  });

  it('warns once about a portal that is none, and goes on without', async () => {
    const told: unknown[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => told.push(text);
    const promise = createTestPortal().then(({ portal }) => portal) as never;
    const provider = await mount<PortalProviderElement>(
      html`<portal-provider .portal=${promise}><contact-directory .portal=${promise}></contact-directory></portal-provider>`,
    );
    console.warn = warn;
    expect(shown(provider.querySelector('contact-directory')!)).to.contain('Not connected');
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain('[portico/portal]').and.contain('await it first');
  });

  it('starts a demo once, says that it is one, and starts it anew when its data is deleted', async () => {
    let worlds = 0;
    let deleted = 0;
    starts(async () => {
      worlds += 1;
      const { portal } = await createTestPortal({ enforcement: 'rehearsal', signedIn: 'clerk' });
      const demo = { ...portal.backend.demo!, destroy: async () => void (deleted += 1) };
      return Object.defineProperty(portal, 'backend', { value: { ...portal.backend, demo } });
    });
    const provider = await demoPage();
    await until(() => expect(shown(provider)).to.contain('Demo: nobody in it exists.'));
    provider.parentElement!.append(provider);
    one(provider, 'button', 'Delete the demo data').click();
    await until(() => one(provider, 'button', 'Keep').click());
    await until(() => one(provider, 'button', 'Delete the demo data').click());
    await until(() => one(provider, 'button', 'Delete').click());
    await until(() => expect([worlds, deleted]).to.deep.equal([2, 1]));
    await until(() => one(provider.querySelector('contact-directory')!, 'heading', 'Contact us'));
    await everyLookOf(provider);
  });

  for (const [code, text] of [
    ['storage-missing', 'This browser has no storage for pages'],
    ['storage-blocked', 'This browser does not let the page keep data'],
    ['storage-full', 'There is no room on this device'],
    ['storage-held', 'The demo is open in an older tab.'],
    ['timeout', 'The demo could not start.'],
  ] as const) {
    it(`${code} is told in words, and can be tried again`, async () => {
      fails(new PortError(code));
      const failed = oneEvent(document.body, 'portal-failed');
      const provider = await demoPage();
      expect((await failed).detail).to.deep.equal({ code });
      await until(() =>
        expect(shown(one(provider, 'alert')))
          .to.contain(text)
          .and.not.contain(code),
      );
      await everyLookOf(provider);
      starts(async () => (await createTestPortal()).portal);
      provider.parentElement!.lang = 'en';
      await until(() => one(provider, 'button', 'Try again').click());
      await until(() => one(provider.querySelector('contact-directory')!, 'heading', 'Contact us'));
    });
  }

  it('on a page over plain http says what to cure', async () => {
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: false });
    const provider = await demoPage();
    await until(() => expect(shown(one(provider, 'alert'))).to.contain('Serve it over https, or open it on localhost.'));
    expect(all(provider, 'button')).to.be.empty;
  });

  it('without the assembled kit says how to get it', async () => {
    const provider = await demoPage();
    await until(() => expect(shown(one(provider, 'alert'))).to.contain('load dist/portico.js, or give this element a portal'));
    await until(() => expect(shown(provider)).to.contain('Not connected'));
  });

  it('a portal that the host gives while the demo starts wins', async () => {
    let start = (): void => undefined;
    const { portal } = await createTestPortal();
    const late = await createTestPortal();
    starts(() => new Promise((resolve) => (start = () => resolve(late.portal))));
    const provider = await demoPage();
    await until(() => expect(shown(provider), 'while it starts').to.equal('One moment…'));
    provider.portal = portal;
    await provider.updateComplete;
    start();
    await until(() => one(provider.querySelector('contact-directory')!, 'heading', 'Contact us'));
    expect(provider.portal === portal).to.equal(true);
  });
});

/** The line above the demo alone: the page inside has tests of its own. */
async function everyLookOf(provider: PortalProviderElement): Promise<void> {
  provider.querySelectorAll<HTMLElement>('contact-directory').forEach((inner) => (inner.hidden = true));
  await everyLook(provider);
  provider.querySelectorAll<HTMLElement>('contact-directory').forEach((inner) => (inner.hidden = false));
}

import { ContextProvider, createContext } from '@lit/context';
import { aTimeout, expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { mount, shown, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import { define } from '../define/define.ts';
import type { Portal } from '../portal/portal.ts';
import { PortalProviderElement } from '../portal/portal-provider.element.ts';
import { PorticoElement } from './portico-element.ts';

/** Shows whose portal it has. */
class Guest extends PorticoElement {
  changes = 0;
  protected override connected(): void {
    this.changes += 1;
  }
  protected override render(): TemplateResult {
    return html`${this.connectedPortal ? this.connectedPortal.settings.locale : 'none'}`;
  }
}
define('portal-guest', Guest);

const portalOf = async (locale: string): Promise<Portal> => (await createTestPortal({ locale })).portal;
const has = (guest: Element, whose: string): Promise<unknown> => until(() => expect(shown(guest)).to.equal(whose));

describe('finding the portal', () => {
  before(() => define('test-provider', PortalProviderElement));

  it('a property wins over the provider, and gives way to it when it is taken away', async () => {
    const provider = await mount<PortalProviderElement>(
      html`<test-provider .portal=${await portalOf('en-GB')}><portal-guest></portal-guest></test-provider>`,
    );
    const guest = provider.querySelector<Guest>('portal-guest')!;
    await has(guest, 'en-GB');
    guest.portal = await portalOf('en-US');
    await has(guest, 'en-US');
    guest.portal = undefined;
    await has(guest, 'en-GB');
  });

  it('a provider that is defined after the element, or gets its portal later, is found', async () => {
    const provider = await mount<HTMLElement & { portal?: Portal }>(html`<late-provider><portal-guest></portal-guest></late-provider>`);
    const guest = provider.querySelector('portal-guest')!;
    await has(guest, 'none');
    define('late-provider', class extends PortalProviderElement {});
    await aTimeout(0);
    await has(guest, 'none');
    provider.portal = await portalOf('en-GB');
    await has(guest, 'en-GB');
  });

  it('an element that was given its portal before its tag was known keeps it when it is upgraded', async () => {
    const early = Object.assign(document.createElement('early-guest'), { portal: await portalOf('en-GB') });
    (await mount(html`<div></div>`)).append(early);
    define('early-guest', class extends Guest {});
    await has(early, 'en-GB');
  });

  it('a provider of another copy of the library is as good, also when it comes later', async () => {
    const key = createContext<Portal | undefined>(Symbol.for('portico.portal'));
    class Foreign extends HTMLElement {}
    customElements.define('foreign-provider', Foreign);
    const element = await mount<Foreign>(html`<foreign-provider><portal-guest></portal-guest></foreign-provider>`);
    const guest = element.querySelector('portal-guest')!;
    await has(guest, 'none');
    const host = Object.assign(element, {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
    });
    const provider = new ContextProvider(host as never, { context: key, initialValue: await portalOf('en-GB') });
    provider.hostConnected();
    await has(guest, 'en-GB');
    provider.setValue(await portalOf('en-US'));
    await has(guest, 'en-US');
  });

  it('moved into another provider it takes that portal; moved out of any it has none', async () => {
    const page = await mount<HTMLElement>(
      html`<section>
        <test-provider id="a" .portal=${await portalOf('en-GB')}><portal-guest></portal-guest></test-provider>
        <test-provider id="b" .portal=${await portalOf('en-US')}></test-provider>
      </section>`,
    );
    const guest = page.querySelector<Guest>('portal-guest')!;
    await has(guest, 'en-GB');
    page.querySelector('#b')!.append(guest);
    await has(guest, 'en-US');
    page.append(guest);
    await has(guest, 'none');
  });

  it('moved inside one provider it changes nothing', async () => {
    const provider = await mount<PortalProviderElement>(
      html`<test-provider .portal=${await portalOf('en-GB')}
        ><portal-guest></portal-guest>
        <p></p
      ></test-provider>`,
    );
    const guest = provider.querySelector<Guest>('portal-guest')!;
    await has(guest, 'en-GB');
    const { changes } = guest;
    provider.querySelector('p')!.append(guest);
    await guest.updateComplete;
    expect([guest.changes, shown(guest)]).to.deep.equal([changes, 'en-GB']);
  });
});

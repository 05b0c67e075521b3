import { aTimeout, expect, html } from '@open-wc/testing';
import { mount, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import '../define/contact-directory.ts';
import '../define/portal-provider.ts';
import { checkAppearance } from './appearance-check.ts';
import type { Appearance } from './appearance.ts';

let told: string[] = [];
const { warn } = console;

describe('an appearance', () => {
  beforeEach(() => {
    told = [];
    console.warn = (text: string) => told.push(text);
  });
  afterEach(() => (console.warn = warn));

  it('is worn by an element that has a portal of its own, changes while it is mounted, and goes with it', async () => {
    const { portal } = await createTestPortal({ appearance: { theme: 'dark', tokens: { radius: '9px', fontSize: '18px' } } });
    const element = await mount(html`<contact-directory .portal=${portal}></contact-directory>`);
    const worn = (): string[] => {
      const style = getComputedStyle(element);
      return [style.colorScheme, style.getPropertyValue('--portico-radius'), style.fontSize];
    };
    await until(() => expect(worn()).to.deep.equal(['dark', '9px', '18px']));
    portal.update({ appearance: { theme: 'light', tokens: { radius: '1px' } } });
    await until(() => expect(worn()).to.deep.equal(['light', '1px', '16px']));
    Object.assign(element, { portal: undefined });
    await until(() => expect(worn()[1]).to.equal(''));
  });

  it('that is hard to read is warned about in development, once a pair and theme, while mounted too', async () => {
    const { portal } = await createTestPortal({ appearance: { theme: 'light', tokens: { colorPrimary: '#8ab4d8' } } });
    await mount(html`<portal-provider .portal=${portal}><contact-directory></contact-directory></portal-provider>`);
    await until(() => expect(told).to.have.lengthOf(1));
    expect(told[0]).to.match(
      /^\[portico\/appearance\] colorOnPrimary on colorPrimary has a contrast of 2\.1:1 in light; text needs 4\.5:1/,
    );
    portal.update({ appearance: { theme: 'light', tokens: { colorPrimary: '#8ab4d8' } } });
    portal.update({ appearance: { tokens: { colorTextMuted: 'light-dark(#51606f, #333)' } } });
    await until(() => expect(told).to.have.lengthOf(3));
    expect(told[1]).to.contain('colorTextMuted on colorSurface ').and.contain('in dark');
    expect(told[2]).to.contain('colorTextMuted on colorSurfaceRaised ').and.contain('in dark');
  });

  it('that can be read is not warned about, in whatever CSS it is written; nothing is left in the page', async () => {
    const element = await mount<HTMLElement>(html`<div></div>`);
    const readable: Appearance[] = [
      {},
      { theme: 'dark', tokens: { colorPrimary: 'oklch(0.8 0.1 300)', colorOnPrimary: 'rgb(0 0 0 / 0.9)' } },
      { tokens: { colorText: 'CanvasText', colorSurface: 'Canvas', colorLink: 'color-mix(in srgb, CanvasText 90%, Canvas)' } },
      // Right at the edge: 4.54 and 4.48 on white.
      { theme: 'light', tokens: { colorTextMuted: '#767676', colorSurfaceRaised: '#fff' } },
    ];
    for (const appearance of readable) {
      for (const [name, value] of Object.entries(appearance.tokens ?? {}))
        element.style.setProperty(`--portico-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
      checkAppearance(element, appearance);
    }
    expect(told).to.deep.equal([]);
    element.style.setProperty('--portico-color-text-muted', '#777777');
    checkAppearance(element, { theme: 'light', tokens: { colorTextMuted: '#777777' } });
    expect(told[0]).to.contain('4.4:1');
    await aTimeout(0);
    expect(element.childElementCount).to.equal(0);
  });
});

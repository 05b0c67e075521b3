import { expect, html } from '@open-wc/testing';
import { catalogue } from '@portico/core/kernel';
import type { TemplateResult } from 'lit';
import { focus, mount, shown, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import { define } from '../define/define.ts';
import { cssProperty } from './css-property.ts';
import { directionOf, languageAt, languageTag } from './locale.ts';
import { MessagesController, type Texts } from './messages-controller.ts';
import { PorticoElement } from './portico-element.ts';

const en = catalogue({
  'greeter.hello': 'Hello {$name}',
  'greeter.count': { on: 'n', one: '{$n :number} claim', other: '{$n :number} claims' },
});
const ar = {
  'greeter.hello': 'مرحبا {$name}',
  'greeter.count': {
    on: 'n',
    zero: 'صفر',
    one: 'مطالبة',
    two: 'مطالبتان',
    few: '{$n :number} مطالبات',
    many: '{$n :number} مطالبة',
    other: '{$n :number} مطالبة',
  },
} as const;

let load: Texts<typeof en>['ar'] = async () => ar;
let texts: Texts<typeof en> = { en, ar: () => load() };

/** Greets, and counts how often it painted. */
class Greeter extends PorticoElement {
  readonly messages = new MessagesController(this, texts);
  protected override render(): TemplateResult {
    if (!this.messages.ready) return html``;
    const { show, text } = this.messages;
    return html`<p title=${text('greeter.hello', { name: 'Noura' })}>
        ${show('greeter.hello', { name: 'Noura' })}, ${show('greeter.count', { n: 12 })}
      </p>
      <button ${cssProperty({ 'inline-size': '77px' })}>First</button><input aria-label="Name" />`;
  }
}
define('test-greeter', Greeter);
const says = (greeter: Element, text: string): Promise<unknown> => until(() => expect(shown(greeter)).to.contain(text));

describe('texts of an element', () => {
  beforeEach(() => {
    load = async () => ar;
    texts = { en, ar: () => load() };
  });

  it('speak the language round it, follow a change, and stand in bdi', async () => {
    const greeter = await mount<Greeter>(html`<test-greeter></test-greeter>`);
    expect(shown(greeter)).to.contain('Hello Noura, 12 claims');
    expect(greeter.shadowRoot!.querySelector('bdi')?.textContent).to.equal('Noura');
    expect(greeter.shadowRoot!.querySelector('p')?.title).to.equal('Hello \u2068Noura\u2069');
    greeter.parentElement!.lang = 'ar-AE';
    await says(greeter, 'مرحبا Noura, 12 مطالبة');
    expect(greeter.messages.locale).to.equal('ar-AE');
    greeter.parentElement!.lang = 'en_US';
    await says(greeter, 'Hello Noura');
  });

  it('show no English while Arabic is on its way at first, and the last language later', async () => {
    let arrive = (_: typeof ar): void => undefined;
    load = () => new Promise((resolve) => (arrive = resolve));
    const greeter = await mount<Greeter>(html`<test-greeter></test-greeter>`, { lang: 'ar' });
    expect(shown(greeter)).to.equal('');
    arrive(ar);
    await says(greeter, 'مرحبا');
    texts = { en, ar: () => load() };
    const other = await mount<Greeter>(html`<test-greeter></test-greeter>`);
    other.parentElement!.lang = 'ar';
    await other.updateComplete;
    expect([shown(other), other.messages.locale].join())
      .to.contain('Hello Noura')
      .and.contain('en');
  });

  it('fall to English where the language cannot be loaded', async () => {
    load = () => Promise.reject(new Error('network'));
    const greeter = await mount<Greeter>(html`<test-greeter></test-greeter>`, { lang: 'ar' });
    await says(greeter, 'Hello Noura');
  });

  it('take single texts, digits and language from the portal, while mounted', async () => {
    const { portal } = await createTestPortal({ messages: { 'greeter.hello': 'Hi {$name}' } });
    const greeter = await mount<Greeter>(html`<test-greeter .portal=${portal}></test-greeter>`);
    await says(greeter, 'Hi Noura, 12 claims');
    portal.update({ messages: {}, locale: 'ar', formats: { numberingSystem: 'arab' } });
    await says(greeter, 'مرحبا Noura, ١٢ مطالبة');
    expect([greeter.lang, greeter.dir]).to.deep.equal(['ar', 'rtl']);
    portal.update({ locale: 'en' });
    await says(greeter, 'Hello Noura');
    expect([greeter.lang, greeter.dir]).to.deep.equal(['en', 'ltr']);
    greeter.portal = (await createTestPortal()).portal;
    await until(() => expect([greeter.hasAttribute('lang'), greeter.hasAttribute('dir')]).to.deep.equal([false, false]));
  });

  it('settings that cannot be used are warned about once and left out', async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => told.push(text);
    const wrong = { locale: 'no language!', formats: { timeZone: 'Nowhere/City' }, weekStart: 9 };
    const { portal } = await createTestPortal(wrong);
    portal.update(wrong);
    portal.update({ locale: 'ar_KW' });
    console.warn = warn;
    expect(portal.settings).to.deep.equal({ locale: 'ar-KW' });
    expect(told.map((text) => /\] (\w+) /.exec(text)?.[1])).to.deep.equal(['locale', 'formats', 'weekStart']);
  });
});

describe('what every element can', () => {
  it('puts the focus on its first field', async () => {
    const greeter = await mount<Greeter>(html`<test-greeter></test-greeter>`);
    greeter.focus();
    expect(focus()).to.equal("textbox 'Name'");
  });

  it('sets CSS properties without a style attribute, on elements only', async () => {
    const greeter = await mount<Greeter>(html`<test-greeter></test-greeter>`);
    expect(getComputedStyle(greeter.shadowRoot!.querySelector('button')!).inlineSize).to.equal('77px');
    const { render } = await import('lit');
    expect(() => render(html`<p title=${cssProperty({ color: 'red' }) as never}></p>`, document.createElement('div'))).to.throw(
      'stands on an element',
    );
  });

  it('reads the language through shadow roots, in any spelling, and passes over what is none', async () => {
    const page = await mount<HTMLElement>(html`<div lang="??"><p></p></div>`, { lang: 'ar' });
    const inner = page.querySelector('p')!.attachShadow({ mode: 'open' }).appendChild(document.createElement('i'));
    expect(languageAt(inner)).to.equal('ar');
    page.lang = 'pt_br';
    expect(languageAt(inner)).to.equal('pt-BR');
    expect(languageAt(document.createElement('i'))).to.equal('en');
    expect(languageTag('')).to.equal(null);
    expect(['ar-KW', 'fa', 'he', 'ur', 'en', 'arn'].map(directionOf)).to.deep.equal(['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  });
});

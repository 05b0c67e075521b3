import { expect } from '@open-wc/testing';
import { createInner, define } from './define.ts';

let told: string[] = [];
const { warn } = console;
let n = 0;
/** A tag that nobody took. */
const fresh = (): string => `registration-${(n += 1)}`;
const classOf = (version?: string) => Object.assign(class extends HTMLElement {}, version === undefined ? {} : { version });

describe('registering', () => {
  beforeEach(() => {
    told = [];
    console.warn = (text: string) => told.push(text);
  });
  afterEach(() => (console.warn = warn));

  it('one class may have several tags, under a prefix too, and twice the same changes nothing', () => {
    const [name, Element] = [fresh(), classOf()];
    define(name, Element);
    define(name, Element);
    define(name, Element, { prefix: 'acme-' });
    define(name, Element, { prefix: 'acme-' });
    expect(document.createElement(name)).to.be.instanceOf(Element);
    expect(document.createElement(`acme-${name}`)).to.be.instanceOf(Element);
    expect(told).to.be.empty;
  });

  it('a class that its host registered under a name of its own takes ours as well', () => {
    const [name, Element] = [fresh(), classOf()];
    customElements.define(fresh(), Element);
    define(name, Element);
    expect(document.createElement(name)).to.be.instanceOf(Element);
  });

  it('a taken tag is left to who has it, and warned about once with both versions and a cure', () => {
    const [name, ours] = [fresh(), classOf('portico 2')];
    customElements.define(name, classOf('portico 1'));
    const twice = (): void => [1, 2].forEach(() => define(name, ours));
    expect(twice).not.to.throw();
    expect(document.createElement(name)).not.to.be.instanceOf(ours);
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain(`<${name}>`).and.contain('portico 1').and.contain('portico 2').and.contain('defineElements({ prefix:');
    const other = fresh();
    customElements.define(other, classOf());
    define(other, classOf());
    expect(told[1]).to.contain('another library').and.contain('unknown');
  });

  it('a registry of its own takes the names that the page gave to others', () => {
    const [name, Element] = [fresh(), classOf('portico 2')];
    customElements.define(name, classOf('portico 1'));
    const registry = new CustomElementRegistry();
    define(name, Element, { registry });
    define(name, Element, { registry });
    expect(registry.get(name)).to.equal(Element);
    expect(customElements.get(name)).not.to.equal(Element);
    expect(told).to.be.empty;
  });

  it('an impossible prefix is warned about once, never thrown', () => {
    const [name, Element] = [fresh(), classOf()];
    for (let times = 0; times < 2; times += 1) define(name, Element, { prefix: 'Ac me-' });
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain('cannot be a tag');
  });

  it('an inner class finds a free tag on first need and keeps it', () => {
    const [stem, Inner] = [fresh(), classOf()];
    customElements.define(stem, classOf());
    const [first, second] = [createInner(Inner, stem), createInner(Inner, stem)];
    expect([first.localName, second.localName]).to.deep.equal([`${stem}-2`, `${stem}-2`]);
    expect(first).to.be.instanceOf(Inner);
  });
});

describe('all elements', () => {
  it('are registered under their names, or some of them under a prefix', async () => {
    const { defineElements, elements } = await import('./define-elements.ts');
    console.warn = (text: string) => told.push(text);
    defineElements({ prefix: 'some-', only: ['sign-in'] });
    expect([customElements.get('some-sign-in') !== undefined, customElements.get('some-claim-query')]).to.deep.equal([true, undefined]);
    await import('./all.ts');
    for (const name of Object.keys(elements)) expect(customElements.get(name), name).not.to.equal(undefined);
    console.warn = warn;
    expect(told).to.be.empty;
  });
});

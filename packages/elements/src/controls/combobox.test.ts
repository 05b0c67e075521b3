import { expect, html } from '@open-wc/testing';
import { PortError, type Page } from '@portico/core/kernel';
import { nothing, type TemplateResult } from 'lit';
import { all, findings, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { tokens } from '../kit/tokens.styles.ts';
import { Combobox, type ComboboxField } from './combobox.ts';
import { combobox } from './combobox.styles.ts';
import { fields } from './field.styles.ts';

interface Fruit {
  readonly id: string;
  readonly name: string;
}
const fruits: readonly Fruit[] = ['Apple', 'Apricot', 'Avocado', 'Banana', 'تفاح'].map((name, n) => ({ id: String(n), name }));
const pageOf = (rows: readonly Fruit[], next: string | null = null): Page<Fruit> => ({
  rows,
  next,
  total: { kind: 'exact', n: rows.length },
});
const startingWith = async (text: string): Promise<Page<Fruit>> =>
  pageOf(fruits.filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase())));

/** An element as they use it: one field in a form, what was picked in its value. */
class FruitElement extends PorticoElement {
  static override styles = [tokens, fields, combobox];
  search: (text: string, signal: AbortSignal) => Promise<Page<Fruit>> = startingWith;
  readonly heard: string[] = [];
  field: Partial<ComboboxField> = { value: '' };
  keepsPicked = true;
  isShown = true;
  readonly #combobox = new Combobox<Fruit>(this, {
    search: (text, signal) => this.search(text, signal),
    option: ({ id, name }) => ({ id, code: `F${id}`, label: name }),
    picked: ({ name }) => {
      this.heard.push(`picked ${name}`);
      if (this.keepsPicked) this.field = { ...this.field, value: name };
      this.requestUpdate();
    },
    typed: (text) => this.heard.push(`typed ${text}`),
    notListed: (text) => this.heard.push(`not listed ${text}`),
  });

  protected override render(): TemplateResult {
    const submit = (event: Event): void => {
      event.preventDefault();
      this.heard.push('submitted');
    };
    return html`<form @submit=${submit}>
      ${this.isShown ? this.#combobox.render({ name: 'fruit', label: 'Fruit', hint: 'By name', ...this.field }) : nothing}
      <button type="submit">Send</button>
    </form>`;
  }
}
customElements.define('test-fruit', FruitElement);

async function field(settings: Partial<FruitElement> = {}, lang: 'en' | 'ar' = 'en'): Promise<FruitElement> {
  const element = await mount<FruitElement>(html`<test-fruit></test-fruit>`, { lang });
  Object.assign(element, settings);
  element.requestUpdate();
  await until(() => one(element, 'combobox', 'Fruit'));
  return element;
}
const input = (element: Element): HTMLInputElement => one<HTMLInputElement>(element, 'combobox', 'Fruit');
const options = (element: Element): string[] => all(element, 'option').map(shown);
const marked = (element: Element): string | null => {
  const id = input(element).getAttribute('aria-activedescendant');
  return id === null ? null : shown(element.shadowRoot!.getElementById(id)!);
};
const said = (element: Element): string => shown(one(element, 'status'));
const events = (element: FruitElement): string[] => element.heard.filter((event) => !event.startsWith('typed'));

describe('combobox', () => {
  it('N18 N19 N20 shows what begins as it was typed, the first one marked; Enter takes it and submits nothing', async () => {
    const element = await field();
    expect(input(element).getAttribute('aria-expanded')).to.equal('false');
    await type(input(element), 'ap');
    await until(() => expect(options(element)).to.deep.equal(['F0 Apple', 'F1 Apricot', 'Not in the list…']));
    await until(() => expect(marked(element)).to.equal('F0 Apple'));
    expect(input(element).getAttribute('aria-expanded')).to.equal('true');
    expect(said(element)).to.equal('2 found.');
    expect([...element.shadowRoot!.querySelectorAll('mark')].map(({ textContent }) => textContent)).to.deep.equal(['Ap', 'Ap']);
    await press('ArrowDown');
    await until(() => expect(marked(element)).to.equal('F1 Apricot'));
    expect(all(element, 'option').map((option) => option.getAttribute('aria-selected'))).to.deep.equal(['false', 'true', 'false']);
    await press('Enter');
    await until(() => expect(events(element)).to.deep.equal(['picked Apricot']));
    await until(() => expect(input(element).value).to.equal('Apricot'));
    expect([focus(), options(element).length, said(element)]).to.deep.equal(["combobox 'Fruit'", 0, 'By name']);
    await press('Enter');
    expect(events(element), 'closed, it is a field like others').to.deep.equal(['picked Apricot', 'submitted']);
  });

  it('Home and End go to the first and the last, arrows round; Escape closes and keeps the text, once more it is not ours', async () => {
    const element = await field();
    const escapes: boolean[] = [];
    element.addEventListener('keydown', (event) => event.key === 'Escape' && escapes.push(event.defaultPrevented));
    await type(input(element), 'a');
    await until(() => expect(marked(element)).to.equal('F0 Apple'));
    await press('End');
    await until(() => expect(marked(element)).to.equal('Not in the list…'));
    await press('ArrowDown');
    await until(() => expect(marked(element)).to.equal('F0 Apple'));
    await press('ArrowUp', 'Home');
    await until(() => expect(marked(element)).to.equal('F0 Apple'));
    await press('Escape');
    await until(() => expect(input(element).getAttribute('aria-expanded')).to.equal('false'));
    expect([input(element).value, options(element), escapes]).to.deep.equal(['a', [], []]);
    await press('Escape');
    expect(escapes, 'a dialog round it may close').to.deep.equal([false]);
    await press('ArrowDown');
    await until(() => expect(marked(element)).to.equal('F0 Apple'));
  });

  it('a late answer for an older text is dropped, and its question was called off', async () => {
    const asked: { readonly text: string; readonly signal: AbortSignal; readonly answer: (page: Page<Fruit>) => void }[] = [];
    const element = await field({
      search: (text, signal) => new Promise((answer) => asked.push({ text, signal, answer })),
    });
    await type(input(element), 'ap');
    await until(() => expect(asked).to.have.lengthOf(1));
    expect(said(element)).to.equal('Searching…');
    await press('Enter');
    expect(events(element), 'what Enter would take is not there yet').to.be.empty;
    await type(input(element), 'r');
    await until(() => expect(asked).to.have.lengthOf(2));
    expect([asked[0]!.signal.aborted, asked[1]!.signal.aborted]).to.deep.equal([true, false]);
    asked[1]!.answer(await startingWith('apr'));
    await until(() => expect(options(element)[0]).to.equal('F1 Apricot'));
    asked[0]!.answer(await startingWith('ap'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(options(element)).to.deep.equal(['F1 Apricot', 'Not in the list…']);
  });

  it('while newer ones are searched, older choices are not taken by Enter', async () => {
    const never = new Promise<Page<Fruit>>(() => undefined);
    const element = await field({ search: (text) => (text === 'a' ? startingWith(text) : never) });
    await type(input(element), 'a');
    await until(() => expect(marked(element)).to.equal('F0 Apple'));
    await type(input(element), 'v');
    await until(() => expect(marked(element)).to.equal(null));
    await press('Enter');
    expect(events(element)).to.be.empty;
  });

  it('N18 N19 N20 "Not in the list" is the last choice, never taken by Enter alone, and keeps the words', async () => {
    const element = await field();
    await type(input(element), 'Durian');
    await until(() => expect(options(element)).to.deep.equal(['Not in the list…']));
    expect([said(element), marked(element)]).to.deep.equal(['Nothing found.', null]);
    await press('ArrowDown');
    await until(() => expect(marked(element)).to.equal('Not in the list…'));
    await press('Enter');
    await until(() => expect(events(element)).to.deep.equal(['not listed Durian']));
    expect(input(element).value).to.equal('Durian');
  });

  it('says that the list cannot be reached, and tries again from the field', async () => {
    let isBroken = true;
    const element = await field({ search: (text) => (isBroken ? Promise.reject(new PortError('offline')) : startingWith(text)) });
    await type(input(element), 'ban');
    await until(() => expect(said(element)).to.equal('The list cannot be reached just now.'));
    expect(options(element), 'who cannot look does not know that it is not there').to.be.empty;
    isBroken = false;
    one(element, 'button', 'Try again').click();
    await until(() => expect(options(element)[0]).to.equal('F3 Banana'));
    expect(focus()).to.equal("combobox 'Fruit'");
  });

  it('is picked by a click; leaving the field closes it, keeps the text and picks nothing', async () => {
    const element = await field({ keepsPicked: false });
    await type(input(element), 'b');
    await until(() => one(element, 'option', /Banana/).click());
    await until(() => expect(events(element)).to.deep.equal(['picked Banana']));
    await until(() => expect(input(element).value, 'what is kept elsewhere leaves the field empty').to.equal(''));
    await type(input(element), 'av');
    await until(() => expect(options(element)).to.have.lengthOf(2));
    await press('Tab');
    await until(() => expect(options(element)).to.be.empty);
    expect([input(element).value, focus(), events(element)]).to.deep.equal(['av', "button 'Send'", ['picked Banana']]);
  });

  it('more than are shown are told; a text that the host sets is shown, and what is emptied is searched no more', async () => {
    const element = await field({ search: async () => ({ ...pageOf(fruits.slice(0, 2), 'next'), total: { kind: 'exact', n: 5 } }) });
    await type(input(element), 'a');
    await until(() => expect(said(element)).to.equal('5 found. The first 2 are shown: type more to narrow it down.'));
    await press('Backspace');
    await until(() => expect([said(element), options(element)]).to.deep.equal(['By name', []]));
    element.field = { value: 'Avocado' };
    element.requestUpdate();
    await until(() => expect(input(element).value).to.equal('Avocado'));
  });

  it('typed before it was there, gone while it searches, rendered anew: nothing is left over and it works again', async () => {
    const element = await field();
    await type(input(element), 'a');
    element.isShown = false;
    element.requestUpdate();
    await until(() => expect(all(element, 'combobox')).to.be.empty);
    await new Promise((resolve) => setTimeout(resolve, 250));
    element.isShown = true;
    element.requestUpdate();
    await until(() => input(element));
    await type(input(element), 'p');
    await until(() => expect(options(element)).to.have.lengthOf(3));
    const { parentElement } = element;
    element.remove();
    parentElement!.append(element);
    await type(input(element), 'r');
    await until(() => expect(options(element)[0]).to.equal('F1 Apricot'));
  });

  it('has nothing for axe to say, closed and open, in Arabic too', async () => {
    for (const lang of ['en', 'ar'] as const) {
      const element = await field({}, lang);
      expect(await findings(element)).to.equal('');
      await type(input(element), lang === 'ar' ? 'تفاح' : 'a');
      await until(() => expect(options(element)).to.not.be.empty);
      await until(() => expect(said(element)).to.match(lang === 'ar' ? /نتيجة واحدة/ : /found/));
      expect(getComputedStyle(one(element, 'listbox')).direction).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
      expect(await findings(element)).to.equal('');
    }
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import { findings, one, press, type } from '../../../../test/kit/screen.ts';
import { tokens } from '../kit/tokens.styles.ts';
import { choices } from './choices.styles.ts';
import { fieldChoices, fieldSelect, fieldText } from './field.parts.ts';
import { fields } from './field.styles.ts';

/** A form in a shadow root, as elements have it. */
async function form(template: TemplateResult): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, fields, choices].map(({ styleSheet }) => styleSheet!);
  render(template, root);
  return host;
}

describe('fields', () => {
  it('a text field has a label, and its error and hint describe it in that order', async () => {
    const host = await form(
      fieldText({ name: 'n', label: 'Member', value: 'x', hint: 'As on the card', error: 'Not found', required: true, maxLength: 5 }),
    );
    const field = one<HTMLInputElement>(host, 'textbox', 'Member');
    const described = field
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => host.shadowRoot!.getElementById(id)?.textContent);
    expect(described).to.deep.equal(['Not found', 'As on the card']);
    expect([field.value, field.required, field.maxLength, field.getAttribute('aria-invalid')]).to.deep.equal(['x', true, 5, 'true']);
    expect(getComputedStyle(field).borderTopWidth, 'what is wrong stands out').to.equal('2px');
    expect(await findings(host)).to.equal('');
  });

  it('without error and hint it says nothing of them', async () => {
    const host = await form(fieldText({ name: 'n', label: 'Member', value: '' }));
    const field = one(host, 'textbox', 'Member');
    expect([field.hasAttribute('aria-describedby'), field.hasAttribute('aria-invalid')]).to.deep.equal([false, false]);
  });

  it('tells each letter and the leaving, and keeps what was typed when the texts change', async () => {
    const heard: string[] = [];
    const field = (label: string) =>
      fieldText({ name: 'n', label, value: '', typed: (value) => heard.push(value), left: (value) => heard.push(`left ${value}`) });
    const host = await form(field('Member'));
    await type(one(host, 'textbox', 'Member'), 'ab');
    render(field('العضو'), host.shadowRoot!);
    expect(one<HTMLInputElement>(host, 'textbox', 'العضو').value).to.equal('ab');
    await press('Tab');
    expect(heard).to.deep.equal(['a', 'ab', 'left ab']);
  });

  it('a select is chosen by keyboard, and stays right when its options change their order', async () => {
    const heard: string[] = [];
    const field = (value: string, order: readonly string[]) =>
      fieldSelect({
        name: 's',
        label: 'Kind',
        value,
        options: order.map((one) => ({ value: one, label: one.toUpperCase() })),
        chosen: (one) => heard.push(one),
      });
    const host = await form(field('a', ['a', 'b', 'c']));
    const select = one<HTMLSelectElement>(host, 'combobox', 'Kind');
    select.focus();
    await press('C');
    expect(heard).to.deep.equal(['c']);
    render(field('c', ['c', 'b', 'a']), host.shadowRoot!);
    expect(select.selectedOptions[0]?.text).to.equal('C');
  });

  it('choices have a legend; arrows move among radios, space marks a box', async () => {
    const heard: string[] = [];
    const choice = (kind: 'radio' | 'checkbox', error?: string) =>
      fieldChoices({
        ...{ name: kind, legend: `By ${kind}`, type: kind, error },
        options: ['one', 'two'].map((value, n) => ({ value, label: value, checked: n === 0 })),
        chosen: (value, checked) => heard.push(`${value} ${checked}`),
      });
    const host = await form(html`${choice('radio')}${choice('checkbox', 'Choose at least one')}`);
    one(host, 'radio', 'one').focus();
    await press('ArrowDown');
    one(host, 'checkbox', 'two').focus();
    await press('Space');
    expect(heard).to.deep.equal(['two true', 'two true']);
    const group = one(host, 'group', 'By checkbox');
    expect(host.shadowRoot!.getElementById(group.getAttribute('aria-describedby')!)?.textContent).to.equal('Choose at least one');
    expect(await findings(host)).to.equal('');
  });

  it('has no finding in any look: texts, errors, buttons, notices, what is disabled', async () => {
    const host = await form(html`
      ${fieldText({ name: 'a', label: 'A', value: '', error: 'Wrong', hint: 'Hint' })}
      ${fieldText({ name: 'b', label: 'B', value: '', disabled: true })}
      <button type="button" class="primary">Go</button> <button type="button">Do</button> <button type="button" class="quiet">Or</button>
      ${['danger', 'warning', 'success', 'info'].map((tone) => html`<p class="notice ${tone}">Text</p>`)}
    `);
    for (const scheme of ['light', 'dark']) {
      host.style.colorScheme = scheme;
      host.style.background = scheme === 'dark' ? '#14181d' : '#fff';
      expect(await findings(host), scheme).to.equal('');
    }
  });
});

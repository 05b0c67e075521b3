import { expect, fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { fieldSelect } from './field.parts.ts';

const options = ['gulf', 'lake'].map((value) => ({ value, label: value }));
const none = { value: '', label: 'Choose one' };

it('a choice stays what was chosen when the line "choose one" goes away with it', async () => {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const show = (value: string): unknown =>
    render(
      fieldSelect({
        ...{ name: 'payer', label: 'Payer', value, chosen: show },
        options: value === '' ? [none, ...options] : options,
      }),
      place,
    );
  show('');
  const select = place.querySelector('select')!;
  select.value = 'gulf';
  select.dispatchEvent(new Event('change'));
  expect([...select.options].map((option) => option.value)).to.deep.equal(['gulf', 'lake']);
  expect(select.value).to.equal('gulf');
});

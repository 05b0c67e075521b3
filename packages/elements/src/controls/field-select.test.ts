import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
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

it('an option is found by typing the beginning of a name that has a direction of its own', async () => {
  const labels = ['⁨Gulf Shield TPA · درع الخليج⁩ (97 cases)', '⁨Lakeland Health Plan⁩ (47 cases)'];
  const shown = labels.map((label) => ({ value: label, label }));
  const place = await fixture<HTMLElement>(
    html`<div>${fieldSelect({ name: 'payer', label: 'Payer', value: labels[0]!, chosen: () => undefined, options: shown })}</div>`,
  );
  place.querySelector('select')!.focus();
  await sendKeys({ type: 'Lake' });
  expect(place.querySelector('select')!.value).to.equal(labels[1]);
});

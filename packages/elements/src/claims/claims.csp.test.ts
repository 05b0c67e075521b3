import { expect } from '@open-wc/testing';
import { press, until } from '../../../../test/kit/screen.ts';
import { underStrictPolicy } from '../../../../test/kit/strict-policy.ts';
import { catchFiles, catchPrints, issue, numberOf } from './bordereau.fixture.test.ts';
import { button, counted, from, query, queryPage } from './claims.fixture.test.ts';

const broken = underStrictPolicy();

describe('claims under the strict policy', () => {
  it('reports nothing after query, calendar, export, Excel, CSV and print', async () => {
    const [files, prints] = [catchFiles(), catchPrints()];
    try {
      const { element } = await queryPage();
      from(element).focus();
      await press('Tab', 'Enter');
      await until(() => expect(element.shadowRoot!.activeElement?.className).to.equal('calendar-day'));
      await press('Escape');
      await query(element);
      await counted(element);
      element.shadowRoot!.querySelector<HTMLInputElement>('input[value="advanced"]')!.click();
      button(element, 'Export bordereau…').click();
      const dialog = await until(() => element.shadowRoot!.querySelector('dialog[open]')!.firstElementChild!);
      await issue(dialog);
      await numberOf(dialog);
      for (const [name, done] of [
        [/Excel/, () => files.files.length === 1],
        [/CSV/, () => files.files.length === 2],
        [/Print/, () => prints.prints.length === 1],
      ] as const) {
        await until(() => expect(button(dialog, name).getAttribute('aria-disabled')).to.equal('false'));
        button(dialog, name).click();
        await until(() => expect(done()).to.equal(true));
      }
      await until(() => expect(dialog.shadowRoot!.textContent).to.contain('The bordereau is ready.'));
      expect(broken).to.deep.equal([]);
    } finally {
      files.stop();
      prints.stop();
    }
  });

  it('would hear of a style that is written into markup, and of a text that is made markup', async () => {
    const element = document.createElement('p');
    element.setAttribute('style', 'color: red');
    await until(() => expect(broken.join()).to.contain('style-src'));
    expect(() => {
      element.innerHTML = '<b>x</b>';
    }).to.throw();
  });
});

import { expect } from '@open-wc/testing';
import { press, until } from '../../../../test/kit/screen.ts';
import { catchFiles, catchPrints, issue, numberOf } from './bordereau.fixture.test.ts';
import { button, counted, from, query, queryPage } from './claims.fixture.test.ts';

// The line of `design.md` 5 for pages from modules. It holds from here on for this page, which is why these tests have a file of their own.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const found: string[] = [];
const heard = (event: SecurityPolicyViolationEvent): void =>
  void found.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);

before(() => {
  document.addEventListener('securitypolicyviolation', heard);
  document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: policy }));
});

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
      expect(found).to.deep.equal([]);
    } finally {
      files.stop();
      prints.stop();
    }
  });

  it('would hear of a style that is written into markup, and of a text that is made markup', async () => {
    const element = document.createElement('p');
    element.setAttribute('style', 'color: red');
    await until(() => expect(found.join()).to.contain('style-src'));
    expect(() => {
      element.innerHTML = '<b>x</b>';
    }).to.throw();
  });
});

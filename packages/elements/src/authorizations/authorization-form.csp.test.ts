import { expect } from '@open-wc/testing';
import { one, until } from '../../../../test/kit/screen.ts';
import { catchPrints } from '../claims/bordereau.fixture.test.ts';
import { formList, formWorld, openedForm } from './authorization-form.fixture.test.ts';

// The line of `design.md` 5 for pages from modules. It holds from here on for this page, which is why this test has a file of its own.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const found: string[] = [];

before(() => {
  document.addEventListener('securitypolicyviolation', (event) =>
    found.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: policy }));
});

describe('authorization form under the strict policy', () => {
  it('reports nothing after it was opened, closed and printed, and paper and screen have their sheets', async () => {
    const prints = catchPrints();
    const inFrames: string[] = [];
    const watcher = new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof HTMLIFrameElement)
          node.contentDocument!.addEventListener('securitypolicyviolation', ({ violatedDirective }) => inFrames.push(violatedDirective));
    });
    watcher.observe(document.body, { childList: true });
    try {
      const element = await formList(await formWorld());
      const root = await openedForm(element);
      expect(getComputedStyle(root.querySelector('.facts')!).display).to.equal('grid');
      expect(root.querySelector('svg')!.getBoundingClientRect().width).to.be.greaterThan(50);
      one(element, 'button', 'Close').click();
      one(element, 'button', /^Print Authorization form/).click();
      await until(() => expect(prints.prints).to.have.lengthOf(1));
      expect([prints.prints[0]!.sheets, found, inFrames]).to.deep.equal([1, [], []]);
    } finally {
      prints.stop();
      watcher.disconnect();
    }
  });
});

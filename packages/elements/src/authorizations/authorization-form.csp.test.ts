import { expect } from '@open-wc/testing';
import { one, until } from '../../../../test/kit/screen.ts';
import { underStrictPolicy } from '../../../../test/kit/strict-policy.ts';
import { catchPrints } from '../claims/bordereau.fixture.test.ts';
import { formList, formWorld, openedForm } from './authorization-form.fixture.test.ts';

const broken = underStrictPolicy();

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
      expect([prints.prints[0]!.sheets, broken, inFrames]).to.deep.equal([1, [], []]);
    } finally {
      prints.stop();
      watcher.disconnect();
    }
  });
});

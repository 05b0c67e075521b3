import { expect } from '@open-wc/testing';
import { one, until } from '../../../../test/kit/screen.ts';
import { underStrictPolicy } from '../../../../test/kit/strict-policy.ts';
import { drop, pdf, rows } from '../documents/documents.fixture.test.ts';
import { button, byId, fill, fillSound, outcomeOf, requestPage, review } from './authorization-request.fixture.test.ts';

const broken = underStrictPolicy();

describe('authorization request under the strict policy', () => {
  it('reports nothing from the pickers to the documents that follow', async () => {
    const { element } = await requestPage();
    await fillSound(element);
    one<HTMLInputElement>(element, 'checkbox', /nearest/).click();
    await until(() => byId(element, 'diagnosis-0-exact'));
    await fill(element, 'diagnosis-0-exact', 'x');
    drop(element, await pdf('a.pdf'));
    await until(() => expect(rows(element).join()).to.contain('Ready to be sent'));
    await review(element);
    button(element, 'Send').click();
    await until(() => expect(outcomeOf(element)).to.contain('Its document is with it.'));
    expect(broken).to.deep.equal([]);
  });

  it('would hear of a style that is written into markup', async () => {
    document.createElement('p').setAttribute('style', 'color: red');
    await until(() => expect(broken.join()).to.contain('style-src'));
  });
});

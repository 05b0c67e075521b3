import { expect } from '@open-wc/testing';
import { one, until } from '../../../../test/kit/screen.ts';
import { drop, pdf, rows } from '../documents/documents.fixture.test.ts';
import { button, byId, fill, fillSound, outcomeOf, requestPage, review } from './authorization-request.fixture.test.ts';

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

before(() => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
    found.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
  );
  document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: policy }));
});

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
    expect(found).to.deep.equal([]);
  });

  it('would hear of a style that is written into markup', async () => {
    document.createElement('p').setAttribute('style', 'color: red');
    await until(() => expect(found.join()).to.contain('style-src'));
  });
});

import { expect } from '@open-wc/testing';
import { one, until } from '../../../../test/kit/screen.ts';
import { underStrictPolicy } from '../../../../test/kit/strict-policy.ts';
import { catchPrints } from '../claims/bordereau.fixture.test.ts';
import { drop, pdf, ready } from '../documents/documents.fixture.test.ts';
import { button, detailPage, done, inPart, question } from './authorization-detail.fixture.test.ts';

const broken = underStrictPolicy();

describe('authorization-detail under the strict policy', () => {
  it('reports nothing after an answer with a file, a print, a change of items and a void', async () => {
    const prints = catchPrints();
    try {
      const { element, desk, id, meta, clock } = await detailPage(async (world) =>
        done(await world.desk.requestInformation(world.id, question, world.meta())),
      );
      button(element, /^Answer the payer/).click();
      await until(() => button(element, 'Choose files'));
      drop(element, await pdf('report.pdf'));
      await ready(element, 1);
      button(element, 'Send the answer').click();
      await clock.pass(10_000);
      done(await desk.decide(id, inPart, meta()));
      (await until(() => button(element, 'Print Authorization form'))).click();
      await until(() => expect(prints.prints).to.have.lengthOf(1));
      button(element, 'Change items').click();
      await until(() => button(element, 'Send the changes'));
      button(element, 'Void').click();
      const choice = await until(() => one<HTMLSelectElement>(element, 'combobox', 'Reason'));
      expect(getComputedStyle(choice.closest('dialog')!.querySelector('form')!).display).to.equal('grid');
      choice.value = 'not-performed';
      choice.dispatchEvent(new Event('change'));
      button(element, 'Void for good').click();
      await until(() => expect(element.shadowRoot!.querySelector('#voiding')).not.to.equal(null));
      expect(broken).to.deep.equal([]);
    } finally {
      prints.stop();
    }
  });
});

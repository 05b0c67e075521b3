import { expect, oneEvent } from '@open-wc/testing';
import { all, focus, shown, until } from '../../../../test/kit/screen.ts';
import { button, byId, fill, fillSound, outcomeOf, requestPage, review } from './authorization-request.fixture.test.ts';

const problems = (element: Element): string[] => [...element.shadowRoot!.querySelectorAll('#problems li')].map(shown);

describe('authorization request, from the form to the answer', () => {
  it('P5 N15 is filled in, looked through and sent; received is told apart from decided, and the host hears its id', async () => {
    const { element, portal } = await requestPage();
    await fillSound(element);
    await fill(element, 'item-1-amount', '120.5');
    await review(element);
    await until(() => expect(focus()).to.equal("region 'Before it is sent'"));
    const summary = shown(byId(element, 'summary'));
    expect(summary).to.match(/Authorization request · Standard.*Gulf Shield.*Mara Lind GM-900001.*Dr. Mona Farouk.*Dec 1, 2026/);
    expect(summary).to.match(/Line 1 · S-310 · Knee MRI 1 .*120\.50/);
    expect(shown(byId(element, 'nudge'))).to.contain('the request can leave without it');
    const told = oneEvent(element, 'authorization-sent');
    button(element, 'Send').click();
    const { detail } = await told;
    await until(() => expect(outcomeOf(element)).to.match(/The payer has received it Reference ID: PA-2026-\d+/));
    expect(outcomeOf(element)).to.contain('Received is not decided');
    const found = await portal.backend.authorizations!.get((detail as { id: string }).id);
    expect([found?.record.items[0]?.amount, found?.record.physician?.id]).to.deep.equal([
      { minor: 12_050, currency: 'AED' },
      'physician:n1',
    ]);
    await until(() => expect(focus()).to.match(/The payer has received it/));
    button(element, 'Next request').click();
    await until(() => expect(byId(element, 'memberNumber').value).to.equal(''));
    expect(byId<HTMLSelectElement>(element, 'providerId').value).to.equal('provider:noor');
  });

  it('says all that is wrong, with the way to each field, and loses nothing that was typed', async () => {
    const { element } = await requestPage();
    await fill(element, 'memberName', 'Mara Lind');
    await fill(element, 'serviceFrom', '31/2/2026');
    button(element, 'Review and send').click();
    await until(() => expect(problems(element)).to.have.lengthOf(5));
    expect(problems(element)[2]).to.equal('Service from: There is no such day.');
    await until(() => expect(focus()).to.contain('5 things have to be mended'));
    all(element, 'link', /Service from/)[0]!.click();
    expect(focus()).to.equal("textbox 'Service from'");
    expect(byId(element, 'serviceFrom').getAttribute('aria-invalid')).to.equal('true');
    await fill(element, 'serviceFrom', '12/1/2026');
    await until(() => expect(problems(element)).to.have.lengthOf(4));
    expect(byId(element, 'memberName').value).to.equal('Mara Lind');
  });
});

import { expect } from '@open-wc/testing';
import type { Backend } from '@portico/core/portal';
import { shown, until } from '../../../../test/kit/screen.ts';
import { button, byId, fill, fillSound, formOf, place, requestPage, requestWorld, review } from './authorization-request.fixture.test.ts';

const said = (element: Element): string => shown(byId(element, 'member-check'));

describe('authorization request, its member', () => {
  it('N9 N10 a card that has expired is said at the field and before it is sent, with the number to call; it can be sent all the same', async () => {
    const { element } = await requestPage();
    await fillSound(element);
    await fill(element, 'memberNumber', '5500 0000 0002');
    await fill(element, 'memberName', '');
    byId(element, 'serviceFrom').focus();
    await until(() =>
      expect(said(element)).to.match(/^Card expired · أحمد سالم المنصوري .*but the card does not any more.*Call the number/),
    );
    expect(said(element)).to.contain('It can be sent all the same: the payer decides.');
    await until(() => expect(byId(element, 'memberName').value).to.equal('أحمد سالم المنصوري'));
    expect(byId(element, 'memberNumber').getAttribute('aria-describedby')).to.equal('member-check');
    await review(element);
    await until(() => expect(said(element)).to.contain('Card expired'));
    expect(shown(byId(element, 'summary'))).to.contain('أحمد سالم المنصوري 5500 0000 0002');
    const [note, send] = [byId(element, 'member-check'), byId(element, 'send')];
    expect(note.compareDocumentPosition(send) & Node.DOCUMENT_POSITION_FOLLOWING, 'it stands before the button').not.to.equal(0);
    send.click();
    await until(() => expect(shown(byId(element, 'outcome'))).to.contain('The payer has received it'));
  });

  it('N9 nobody found and somebody covered are told apart, in the language of the page', async () => {
    const { element } = await requestPage({}, {}, { lang: 'ar' });
    await fill(element, 'serviceFrom', '2026-12-01');
    await fill(element, 'memberNumber', '5500 9999');
    byId(element, 'memberName').focus();
    await until(() => expect(said(element)).to.contain('لم يُعثر على العضو'));
    expect(said(element)).to.contain('القرار لجهة الدفع');
    await fill(element, 'memberNumber', 'GM-900001');
    byId(element, 'memberName').focus();
    await until(() => expect(said(element)).to.match(/^سارية · نورة خالد العتيبي/));
    expect(said(element)).not.to.contain('القرار لجهة الدفع');
  });

  it('a payer that cannot be asked is no word about the member; it is asked again, and nothing waits for it', async () => {
    const { element, faults } = await requestPage();
    faults.failNext('unavailable', { at: 'members.eligibility' });
    await fillSound(element);
    byId(element, 'memberName').focus();
    await until(() => expect(said(element)).to.contain('The answer could not be had.'));
    expect(said(element)).not.to.contain('the payer decides');
    button(element, 'Ask again').click();
    await until(() => expect(said(element)).to.match(/^Active/));
  });

  it('a portal that cannot ask says nothing of it', async () => {
    const world = await requestWorld({ through: ({ members: _, ...backend }: Backend) => backend });
    const element = await place(world.portal);
    await formOf(element);
    await fillSound(element);
    await review(element);
    expect(said(element)).to.equal('');
  });
});

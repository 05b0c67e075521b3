import { expect, html, oneEvent } from '@open-wc/testing';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal } from '../../../../test/kit/test-portal.ts';
import type { ActivationQueueElement } from './activation-queue.element.ts';
import { formOf, queueOf, register, said } from './registration.fixture.test.ts';

describe('activation queue', () => {
  it('N7 N8 registers by keyboard, waits, is activated by the helpdesk by keyboard, and only then signs in', async () => {
    const { element, mails, open } = await formOf();
    const sent = oneEvent(element, 'registration-sent');
    await register(element);
    expect((await sent).detail).to.deep.equal({});
    await until(() => expect(focus()).to.equal("alert ''"));
    await until(() => expect(shown(element)).to.contain('Your registration was sent'));
    await until(() => expect(element.shadowRoot!.querySelector('input')).to.equal(null));
    expect((await mails())[0]?.to).to.equal(said['Work e-mail']);
    const credentials = { name: 'layla', password: said.Password };
    expect((await open().signIn!(credentials)).status).to.equal('not-active');

    const desk = open();
    await desk.signIn!(accountOf('helpdesk'));
    const queue = await queueOf(desk);
    await until(() => expect(shown(queue)).to.contain('1 person waits'));
    expect(shown(queue)).to.contain('DHA-F-0047');
    one(queue, 'button', 'Activate').focus();
    await press('Enter');
    await until(() => expect(focus()).to.contain('Provider ids'));
    await press('Enter');
    await until(() => expect(shown(queue)).to.contain('Enter at least one id.'));
    const activated = oneEvent(queue, 'account-activated');
    await type(one(queue, 'textbox', /Provider ids/), 'provider:noor');
    await press('Enter');
    expect(Object.keys((await activated).detail as object)).to.deep.equal(['accountId']);
    await until(() => expect(shown(queue)).to.contain('The account is active'));
    expect(shown(queue)).to.contain('Nobody waits');
    expect((await open().signIn!(credentials)).status).to.equal('signed-in');
  });

  it('N8 refuses with a reason that is told by mail; Cancel gives the focus back', async () => {
    const { element, portal, open, mails } = await formOf();
    await register(element);
    await until(() => expect(shown(element)).to.contain('was sent'));
    await portal.signIn!(accountOf('helpdesk'));
    const queue = await queueOf(portal);
    (await until(() => one(queue, 'button', 'Refuse'))).click();
    await until(() => expect(focus()).to.contain('Reason'));
    one(queue, 'button', 'Cancel').click();
    await until(() => expect(focus()).to.equal("button 'Refuse'"));
    await press('Enter');
    const reason = await until(() => one<HTMLSelectElement>(queue, 'combobox', /Reason/));
    reason.value = 'provider-unknown';
    reason.dispatchEvent(new Event('change'));
    one(queue, 'button', 'Refuse the registration').click();
    await until(() => expect(shown(queue)).to.contain('The registration was refused'));
    await until(() => expect(focus()).to.equal("alert ''"));
    expect((await mails()).map(({ body }) => body).join()).to.contain('No provider is known');
    expect((await open().signIn!({ name: 'layla', password: said.Password })).status).to.equal('not-active');
  });

  it('N8 is for the helpdesk alone', async () => {
    const { portal } = await createTestPortal({ signedIn: 'clerk' });
    const queue = await mount<ActivationQueueElement>(html`<activation-queue .portal=${portal}></activation-queue>`);
    await until(() => expect(shown(queue)).to.contain('for the helpdesk only'));
    expect(all(queue, 'button')).to.deep.equal([]);
  });

  it('has nothing to say to axe in both languages, light and dark', async () => {
    const { element, portal } = await formOf();
    await register(element);
    await until(() => expect(shown(element)).to.contain('was sent'));
    await portal.signIn!(accountOf('helpdesk'));
    const queue = await queueOf(portal);
    (await until(() => one(queue, 'button', 'Activate'))).click();
    await until(() => one(queue, 'textbox', /Provider ids/));
    await everyLook(queue);
  });
});

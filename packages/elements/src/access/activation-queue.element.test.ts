import { expect, html, oneEvent } from '@open-wc/testing';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import type { ActivationQueueElement } from './activation-queue.element.ts';
import { formOf, queueOf, register, said } from './registration.fixture.test.ts';

const field = (queue: Element): HTMLInputElement => one<HTMLInputElement>(queue, 'combobox', /Providers/);

/** Picks a provider by keyboard. */
async function choose(queue: Element, text: string, name: string): Promise<void> {
  await type(field(queue), text);
  await until(() => expect(all(queue, 'option').map(shown)[0]).to.contain(name));
  await until(() => expect(field(queue).hasAttribute('aria-activedescendant')).to.equal(true));
  await press('Enter');
  await until(() => one(queue, 'button', new RegExp(`Remove.*${name}`)));
  await until(() => expect(field(queue).value).to.equal(''));
}

/** The helpdesk has the answer to somebody open. */
async function opened(options: TestPortalOptions = {}) {
  const { element, portal } = await formOf(options);
  await register(element);
  await until(() => expect(shown(element)).to.contain('was sent'));
  element.remove();
  await portal.signIn!(accountOf('helpdesk'));
  const queue = await queueOf(portal);
  (await until(() => one(queue, 'button', 'Activate'))).click();
  await until(() => expect(focus()).to.contain('Provider'));
  return { queue, portal };
}

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
    await until(() => expect(focus()).to.contain('Providers'));
    await press('Enter');
    await until(() => expect(shown(queue)).to.contain('Choose at least one.'));
    await choose(queue, 'noor', 'Al Noor Medical Center');
    const activated = oneEvent(queue, 'account-activated');
    await press('Enter');
    expect(Object.keys((await activated).detail as object)).to.deep.equal(['accountId']);
    await until(() => expect(shown(queue)).to.contain('The account is active'));
    expect(shown(queue)).to.contain('Nobody waits');
    const page = open();
    expect((await page.signIn!(credentials)).status).to.equal('signed-in');
    expect(page.subject()!.providerIds).to.deep.equal(['provider:noor']);
  });

  it('N8 a provider that is not known is told at the field, which stays; what the person wrote stands beside', async () => {
    const { queue } = await opened();
    expect(shown(queue)).to.contain('The person wrote: Noor Clinic · DHA-F-0047');
    await type(field(queue), 'Sunrise Clinic');
    await until(() => expect(shown(queue)).to.contain('Nothing found'));
    await press('Enter');
    await until(() => expect(shown(queue)).to.contain('This is not known here.'));
    await until(() => expect(field(queue).getAttribute('aria-invalid')).to.equal('true'));
    expect(shown(queue)).to.contain('1 person waits');
    field(queue).select();
    await choose(queue, 'MOH-20418', 'Al Noor Medical Center');
    await until(() => expect(field(queue).getAttribute('aria-invalid')).to.equal(null));
    await until(() => expect(shown(queue)).to.contain('1 chosen').and.not.contain('not known'));
  });

  it('N8 several are chosen and one is removed by keyboard, and the focus stays in the answer', async () => {
    const { queue } = await opened();
    await choose(queue, 'lakeside', 'Lakeside Family Clinic');
    await choose(queue, 'noor', 'Al Noor Medical Center');
    await until(() => expect(shown(queue)).to.contain('2 chosen'));
    one(queue, 'button', /Remove.*Lakeside/).focus();
    await press('Enter');
    await until(() => expect(shown(queue)).to.contain('1 chosen').and.not.contain('Lakeside'));
    await until(() => expect(focus()).to.contain('Providers'));
  });

  it('N8 where a backend tells no list ids are typed, and it says which it does not know', async () => {
    const through = ({ directory, ...backend }: Backend): Backend => {
      const { providers: _, ...rest } = directory!;
      return { ...backend, directory: rest };
    };
    const { queue } = await opened({ through });
    await type(one(queue, 'textbox', /Provider ids/), 'Sunrise');
    await press('Enter');
    await until(() => expect(shown(queue)).to.contain('This is not known here.'));
    await until(() => expect(focus()).to.contain('Provider ids'));
    one<HTMLInputElement>(queue, 'textbox', /Provider ids/).select();
    await type(one(queue, 'textbox', /Provider ids/), 'provider:noor');
    await press('Enter');
    await until(() => expect(shown(queue)).to.contain('The account is active'));
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
    const { queue } = await opened();
    await choose(queue, 'noor', 'Al Noor Medical Center');
    await everyLook(queue);
  });
});

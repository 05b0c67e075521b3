import { expect, html } from '@open-wc/testing';
import { all, everyLook, findings, mount, one, press, until } from '../../../../test/kit/screen.ts';
import '../define/info-request-inbox.ts';
import {
  button,
  detailPage,
  detailWorld,
  done,
  inPart,
  mountDetail,
  question,
  type DetailWorld,
} from './authorization-detail.fixture.test.ts';

const decided = ({ desk, id, meta }: DetailWorld): Promise<unknown> => desk.decide(id, inPart, meta()).then(done);
const asked = ({ desk, id, meta }: DetailWorld): Promise<unknown> => desk.requestInformation(id, question, meta()).then(done);

const states: Readonly<Record<string, () => Promise<Element>>> = {
  decided: async () => (await detailPage(decided)).element,
  voided: async () =>
    (
      await detailPage(async (world) => {
        await decided(world);
        done(await world.clerk.void(world.id, { reason: 'other', text: 'Another day.' }, world.meta()));
      })
    ).element,
  'parts hidden': async () => mountDetail(await detailWorld(decided, { signedIn: 'helpdesk' })),
  'an answer': async () => {
    const { element } = await detailPage(asked);
    button(element, /^Answer the payer/).click();
    await until(() => one(element, 'textbox', 'Your answer'));
    await until(() => button(element, 'Choose files'));
    return element;
  },
  'items that change': async () => {
    const { element } = await detailPage(decided);
    button(element, 'Change items').click();
    await until(() => expect(all(element, 'textbox', 'Quantity')).to.have.lengthOf(3));
    return element;
  },
  'a day that is none': async () => {
    const { element } = await detailPage(decided);
    button(element, 'Ask for more time').click();
    await until(() => one(element, 'textbox', 'New end day'));
    button(element, 'Ask for this time').click();
    await until(() => expect(element.shadowRoot!.querySelector('.field-error')).not.to.equal(null));
    return element;
  },
  'what payers ask for': async () => {
    const { portal } = await detailWorld(asked);
    const element = await mount(html`<info-request-inbox .portal=${portal}></info-request-inbox>`);
    await until(() => one(element, 'article'));
    return element;
  },
};

describe('authorization-detail: accessible in English and Arabic, light and dark', () => {
  for (const [name, state] of Object.entries(states)) it(name, async () => everyLook(await state()));

  it('the dialog that is final: its name, its fields, and the focus inside', async () => {
    const { element } = await detailPage(decided);
    button(element, 'Void').click();
    await until(() => one(element, 'combobox', 'Reason'));
    button(element, 'Void for good').click();
    await until(() => expect(element.shadowRoot!.querySelector('.field-error')).not.to.equal(null));
    expect(await findings(element)).to.equal('');
    for (let n = 0; n < 6; n += 1) {
      await press('Tab');
      const active = element.shadowRoot!.activeElement;
      expect(active === null || active.closest('dialog') !== null).to.equal(true);
    }
  });
});

import { expect, oneEvent } from '@open-wc/testing';
import { everyLook, focus, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { drop, pdf, rows } from '../documents/documents.fixture.test.ts';
import {
  button,
  byId,
  choose,
  fill,
  fillSound,
  outcomeOf,
  requestPage,
  review,
  type RequestWorld,
} from './authorization-request.fixture.test.ts';

const written = async (): Promise<RequestWorld> => {
  const world = await requestPage();
  await fillSound(world.element);
  return world;
};
const checked = (element: Element, n: number): Promise<void> =>
  until(() => void expect(rows(element).filter((row) => row.includes('Ready'))).to.have.lengthOf(n));

const states: Readonly<Record<string, () => Promise<Element>>> = {
  'with all that is wrong': async () => {
    const { element } = await requestPage();
    button(element, 'Not in the list: name and estimated cost').click();
    button(element, 'Not in the list: give the licence').click();
    await until(() => byId(element, 'licenceNumber'));
    button(element, 'Review and send').click();
    await until(() => byId(element, 'problems'));
    return element;
  },
  'with a nearest code, a removed line and files': async () => {
    const { element } = await written();
    one<HTMLInputElement>(element, 'checkbox', /nearest/).click();
    await until(() => byId(element, 'diagnosis-0-exact'));
    drop(element, await pdf('a.pdf'), new File(['x'], 'b.exe'));
    await checked(element, 1);
    button(element, 'Remove Knee MRI').click();
    await until(() => button(element, 'Undo'));
    return element;
  },
  'looked through, with what may be the same': async () => {
    const { element } = await written();
    await review(element);
    button(element, 'Send').click();
    await until(() => button(element, 'Next request').click());
    await until(() => byId(element, 'memberNumber'));
    await fillSound(element);
    await review(element);
    byId(element, 'duplicates');
    return element;
  },
  'not known whether it arrived': async () => {
    const { element, faults } = await written();
    await review(element);
    faults.failNext('internal', { at: 'authorizations.submit' });
    button(element, 'Send').click();
    await until(() => button(element, 'Ask again'));
    return element;
  },
  'sent, with documents that are not with it': async () => {
    const { element, faults } = await written();
    drop(element, await pdf('a.pdf'), await pdf('b.pdf'));
    await checked(element, 2);
    await review(element);
    faults.failNext('internal', { at: 'documents.upload' });
    button(element, 'Send').click();
    await until(() => button(element, 'Send the rest'));
    return element;
  },
};

describe('authorization request, for everybody', () => {
  for (const [name, state] of Object.entries(states))
    it(`axe finds nothing in English and Arabic, light and dark: ${name}`, async () => everyLook(await state())).timeout(60_000);

  it('N15 is asked for with the keyboard alone: Enter in the empty field looks it through, two Tabs and Enter send it', async () => {
    const { element } = await requestPage();
    byId(element, 'providerId').focus();
    await press('a', 'Tab', 'Tab', 'Tab');
    await until(() => expect(focus()).to.equal("textbox 'Card or member number'"));
    await type(byId(element, 'memberNumber'), 'GM-900001');
    await press('Tab', 'Tab');
    const first = async (id: string, text: string): Promise<void> => {
      await type(byId(element, id), text);
      await until(() => {
        if (!byId(element, id).hasAttribute('aria-activedescendant')) throw new Error('no choice yet');
      });
      await press('Enter');
    };
    expect(focus()).to.equal("combobox 'Physician'");
    await first('physician', 'mona');
    await press('Tab', 'Tab');
    await until(() => expect(focus()).to.equal("textbox 'Service from'"));
    await type(byId(element, 'serviceFrom'), 't+3');
    await press('Tab', 'Tab', 'Tab');
    await until(() => expect(focus()).to.equal("combobox 'Add a diagnosis'"));
    await first('diagnosis', 'd-10');
    await press('Tab');
    await until(() => expect(focus()).to.equal("combobox 'Add a service'"));
    await first('item', 's-310');
    await until(() => byId(element, 'item-1-amount'));
    await press('Enter');
    await until(() => expect(focus()).to.equal("region 'Before it is sent'"));
    const sent = oneEvent(element, 'authorization-sent');
    await press('Tab', 'Tab', 'Enter');
    await sent;
    await until(() => expect(outcomeOf(element)).to.contain('The payer has received it'));
  });

  it('fits a phone from right to left: nothing but the table is wider than the page', async () => {
    const { element } = await requestPage({}, {}, { lang: 'ar' });
    element.parentElement!.style.inlineSize = '340px';
    choose(element, 'providerId', 'provider:noor');
    await fill(element, 'memberName', 'مارا');
    button(element, /^ليست في القائمة: الاسم/).click();
    await until(() => byId(element, 'item-1-name'));
    const edge = element.getBoundingClientRect();
    const wide = [...element.shadowRoot!.querySelectorAll<HTMLElement>('input, select, textarea, button, legend, p')].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (left < edge.left - 1 || right > edge.right + 1);
    });
    expect(wide.map((one) => one.id || shown(one))).to.deep.equal([]);
    expect(getComputedStyle(byId(element, 'memberNumber')).direction).to.equal('ltr');
  });
});

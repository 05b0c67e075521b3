import { expect, html } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, findings, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/physician-search.ts';
import type { PhysicianSearchElement } from './physician-search.element.ts';

async function search(options: TestPortalOptions = {}, brandId = ''): Promise<PhysicianSearchElement & { readonly heard: string[] }> {
  const { portal } = await createTestPortal({ signedIn: 'clerk', ...options });
  const heard: string[] = [];
  const tell = ({ type: name, detail }: CustomEvent): number => heard.push(`${name} ${JSON.stringify(detail)}`);
  const element = await mount<PhysicianSearchElement>(
    html`<physician-search
      required
      brand-id=${brandId}
      .portal=${portal}
      @physician-picked=${tell}
      @physician-cleared=${tell}
      @physician-not-listed=${tell}
    ></physician-search>`,
  );
  await until(() => one(element, 'combobox'));
  return Object.assign(element, { heard });
}
const options = (element: Element): string[] => all(element, 'option').map(shown);
const field = (element: Element): HTMLInputElement => one<HTMLInputElement>(element, 'combobox', 'Physician');
/** Chooses "Not in the list" for what is typed, by keyboard. */
async function notListed(element: Element, text: string): Promise<void> {
  await type(field(element), text);
  await until(() => one(element, 'option', 'Not in the list…'));
  await press('End', 'Enter');
  await until(() => one(element, 'combobox', 'Licence'));
}
const directory =
  (changes: Partial<NonNullable<Backend['directory']>>) =>
  (backend: Backend): Backend => ({ ...backend, directory: { ...backend.directory!, ...changes } });

describe('physician search', () => {
  it('N18 is found by LOP number in Arabic digits, and its kind is told by name', async () => {
    const element = await search();
    await type(field(element), '١٠٤٨٢');
    await until(() => expect(options(element)[0]).to.contain('د. ليلى حداد').and.contain('LOP (Lebanon) 10482'));
    await until(() => expect(field(element).hasAttribute('aria-activedescendant')).to.equal(true));
    await press('Enter');
    await until(() => expect(element.heard).to.deep.equal(['physician-picked {"id":"physician:n1"}']));
    await until(() => expect(field(element).value).to.equal('د. ليلى حداد'));
    expect(shown(element)).to.contain('LOP (Lebanon) 10482');
    expect(element.check()).to.equal(true);
    await press('Backspace');
    await until(() => expect([element.value, element.heard.at(-1)]).to.deep.equal([null, 'physician-cleared {}']));
  });

  it('N18 is found by words of the name in any spelling and by a licence of any kind, never by a part of a number', async () => {
    const element = await search();
    const finds = async (text: string, ...told: readonly string[]): Promise<void> => {
      field(element).select();
      await type(field(element), text);
      await until(() => told.forEach((words) => expect(options(element)[0]).to.contain(words)));
    };
    await finds('حداد ليلي', 'د. ليلى حداد');
    await finds('dha-p-0203411', 'د. سالم النعيمي');
    await finds('mona far', 'Dr. Mona Farouk', 'Ministry of Health D-55120');
    await finds('1048', 'Not in the list…');
  });

  it('N18 not in the list: licence, number and name are asked for, and the helpdesk stands beside', async () => {
    const element = await search({}, 'gulf-shield');
    await notListed(element, '77-b');
    expect(element.heard).to.deep.equal(['physician-not-listed {}']);
    await until(() => expect(focus()).to.equal("combobox 'Licence'"));
    await until(() => expect(one<HTMLInputElement>(element, 'textbox', 'Licence number').value).to.equal('77-b'));
    await until(() => expect(one<HTMLAnchorElement>(element, 'link', 'Call +961 1 555 010').href).to.equal('tel:+9611555010'));
    expect(all(element, 'link', /@/)).to.have.lengthOf(7);
    expect([element.unlisted, element.check()]).to.deep.equal([null, false]);
    await until(() => expect(shown(element)).to.contain('This is needed.'));
    await press('M');
    await type(one(element, 'textbox', 'Name of the physician'), 'Dr. Nobody');
    await until(() => expect(element.unlisted).to.deep.equal({ identifier: { type: 'moh', value: '77-B' }, name: 'Dr. Nobody' }));
    expect(element.check()).to.equal(true);
    one(element, 'button', 'Back to the list').click();
    await until(() => expect([focus(), element.unlisted]).to.deep.equal(["combobox 'Physician'", null]));
  });

  it('N18 an NPI is checked by its digit; a helpdesk that cannot be told leaves the fields', async () => {
    const element = await search({ through: directory({ contacts: () => Promise.reject(new PortError('offline')) }) });
    await notListed(element, 'Dr. Nobody');
    await until(() => expect(shown(element)).to.contain('numbers cannot be shown just now'));
    expect(one<HTMLInputElement>(element, 'textbox', 'Name of the physician').value).to.equal('Dr. Nobody');
    await press('N');
    await type(one(element, 'textbox', 'Licence number'), '1234567890');
    element.check();
    await until(() => expect(shown(element)).to.contain('This is no NPI'));
    one<HTMLInputElement>(element, 'textbox', 'Licence number').select();
    await type(one(element, 'textbox', 'Licence number'), '1234567893');
    await until(() => expect(shown(element)).to.not.contain('This is no NPI'));
  });

  it('a portal without physicians says so, and nobody is left for who comes next', async () => {
    const element = await search();
    element.value = { id: 'p', name: 'Dr. Who', identifiers: [], specialty: null, facility: null };
    await until(() => expect(field(element).value).to.equal('Dr. Who'));
    await element.portal!.logout();
    await until(() => expect([element.value, all(element, 'combobox').length]).to.deep.equal([null, 0]));
    const through = ({ directory: port, ...backend }: Backend): Backend => ({ ...backend, directory: { contacts: port!.contacts } });
    element.portal = (await createTestPortal({ signedIn: 'clerk', through })).portal;
    await until(() => expect(shown(element)).to.contain('does not offer this'));
  });

  it('has nothing for axe to say: empty, open, picked, not in the list', async () => {
    const element = await search();
    await everyLook(element);
    element.parentElement!.lang = 'en';
    await until(() => field(element));
    await type(field(element), 'dr');
    await until(() => expect(options(element).length).to.be.above(3));
    expect(await findings(element)).to.equal('');
    await press('Enter');
    await until(() => expect(element.value).to.not.equal(null));
    await everyLook(element);
    const other = await search({}, 'lakeland');
    await notListed(other, 'x');
    await until(() => expect(all(other, 'link')).to.not.be.empty);
    other.check();
    await everyLook(other);
  });
});

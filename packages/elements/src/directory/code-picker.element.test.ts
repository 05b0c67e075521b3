import { expect, html } from '@open-wc/testing';
import { money, PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, findings, focus, mount, one, press, shown, type, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/code-picker.ts';
import type { CodePickerElement } from './code-picker.element.ts';

async function picker(
  attributes: { readonly list?: string; readonly currency?: string; readonly required?: boolean } = {},
  options: TestPortalOptions = {},
  surroundings: Surroundings = {},
): Promise<CodePickerElement & { readonly heard: string[] }> {
  const { portal } = await createTestPortal({ signedIn: 'clerk', ...options });
  const { list = 'diagnoses', currency = '', required = false } = attributes;
  const heard: string[] = [];
  const tell = ({ type: name, detail }: CustomEvent): number => heard.push(`${name} ${JSON.stringify(detail)}`);
  const element = await mount<CodePickerElement>(
    html`<code-picker
      list=${list}
      currency=${currency}
      ?required=${required}
      .portal=${portal}
      @code-picked=${tell}
      @code-cleared=${tell}
      @code-not-listed=${tell}
    ></code-picker>`,
    surroundings,
  );
  await until(() => one(element, 'combobox'));
  return Object.assign(element, { heard });
}
const options = (element: Element): string[] => all(element, 'option').map(shown);
const field = (element: Element): HTMLInputElement => one<HTMLInputElement>(element, 'combobox');
const isMarked = (element: Element): void => void expect(field(element).hasAttribute('aria-activedescendant')).to.equal(true);
const codes =
  (answer: NonNullable<NonNullable<Backend['directory']>['codes']>) =>
  (backend: Backend): Backend => ({ ...backend, directory: { ...backend.directory!, codes: answer } });

describe('code picker', () => {
  it('N19 the exact code comes first: the code and Enter are enough', async () => {
    const element = await picker();
    await type(field(element), 'j45909');
    await until(() => isMarked(element));
    expect(options(element)).to.deep.equal(['J45.909 Unspecified asthma, uncomplicated', 'Not in the list…']);
    await press('Enter');
    await until(() => expect(element.value?.code).to.equal('J45.909'));
    expect(element.heard).to.deep.equal(['code-picked {"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"J45.909"}']);
    await until(() => expect(field(element).value).to.equal('J45.909 · Unspecified asthma, uncomplicated'));
    await press('Backspace');
    await until(() => expect(element.value).to.equal(null));
    expect(element.heard.at(-1)).to.equal('code-cleared {}');
  });

  it('N19 is found by words in Arabic, without the article, and shown in the language of the page', async () => {
    const element = await picker({}, {}, { lang: 'ar' });
    await type(field(element), 'سكري نوع');
    await until(() => expect(options(element)[0]).to.contain('E10.9').and.contain('السكري من النوع الأول'));
    await press('Enter');
    await until(() => expect(field(element).value).to.equal('E10.9 · السكري من النوع الأول'));
    expect(element.value?.text, 'the payer reads the name of the list').to.equal('Type 1 diabetes mellitus without complications');
  });

  it('N19 not in the list: the exact words are kept beside the nearest code, by keyboard alone', async () => {
    const element = await picker({ required: true });
    await type(field(element), 'Gitelman syndrome');
    await until(() => expect(options(element)).to.deep.equal(['Not in the list…']));
    await press('ArrowDown', 'Enter');
    await until(() => expect(element.heard).to.deep.equal(['code-not-listed {}']));
    await until(() => expect(one<HTMLInputElement>(element, 'textbox', /exact diagnosis/).value).to.equal('Gitelman syndrome'));
    expect(shown(element)).to.contain('choose the nearest code');
    await until(() => expect(focus()).to.equal("combobox 'Diagnosis'"));
    expect([element.exact, element.check()], 'a nearest code is wanting').to.deep.equal(['Gitelman syndrome', false]);
    await type(field(element), 'hypokal');
    await until(() => isMarked(element));
    await press('Enter');
    await until(() => expect([element.value?.code, element.exact]).to.deep.equal(['E87.6', 'Gitelman syndrome']));
    await until(() => expect(element.check()).to.equal(true));
    one(element, 'button', 'Back to the list').click();
    await until(() => expect([element.exact, element.value?.code]).to.deep.equal([null, 'E87.6']));
  });

  it('N20 not in the list: a service goes by name and estimated cost, both wanted', async () => {
    const element = await picker({ list: 'services', currency: 'KWD' });
    await type(field(element), 'Gait analysis');
    await until(() => expect(options(element)).to.deep.equal(['Not in the list…']));
    await press('ArrowUp', 'Enter');
    await until(() => expect(focus()).to.equal("textbox 'Estimated cost (KWD)'"));
    expect([element.unlisted, element.check()]).to.deep.equal([null, false]);
    await until(() => expect(shown(element)).to.contain('This is needed.'));
    await press('0');
    await until(() => expect(shown(element)).to.contain('Give an amount above zero.'));
    await type(one(element, 'textbox', /cost/), '٫75');
    await until(() => expect(element.unlisted).to.deep.equal({ name: 'Gait analysis', estimatedCost: money(750, 'KWD') }));
    expect(element.check()).to.equal(true);
  });

  it('N20 without a currency the host asks for the cost; the words are there to be read', async () => {
    const element = await picker({ list: 'services' });
    await type(field(element), 'Gait analysis');
    await until(() => one(element, 'option', 'Not in the list…').click());
    await until(() => expect(element.heard).to.deep.equal(['code-not-listed {}']));
    expect(element.text).to.equal('Gait analysis');
    expect(all(element, 'textbox', /cost/)).to.be.empty;
  });

  it('is a field of the form round it: it holds it back, tells why, and sends the code', async () => {
    const { portal } = await createTestPortal({ signedIn: 'clerk' });
    let sent: FormData | null = null;
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      sent = new FormData(event.target as HTMLFormElement);
    };
    const form = await mount<HTMLFormElement>(
      html`<form @submit=${submit}><code-picker name="diagnosis" required .portal=${portal}></code-picker><button>Send</button></form>`,
    );
    const element = form.querySelector<CodePickerElement>('code-picker')!;
    await until(() => field(element));
    one(form, 'button', 'Send').click();
    await until(() => expect(shown(element)).to.contain('Choose one from the list.'));
    expect([sent, focus()]).to.deep.equal([null, "combobox 'Diagnosis'"]);
    await type(field(element), 'I10');
    await until(() => isMarked(element));
    await press('Enter');
    await until(() => expect(field(element).value).to.contain('I10'));
    await press('Enter');
    await until(() => expect(sent?.get('diagnosis')).to.equal('I10'));
    form.reset();
    await until(() => expect([element.value, field(element).value]).to.deep.equal([null, '']));
  });

  it('what a host sets is shown, another list begins empty, and nothing is left for who comes next', async () => {
    const element = await picker();
    element.value = { code: 'I10', system: null, text: 'Essential (primary) hypertension' };
    await until(() => expect(field(element).value).to.equal('I10 · Essential (primary) hypertension'));
    element.list = 'services';
    await until(() => expect([one(element, 'combobox', 'Service').id, element.value]).to.deep.equal(['code', null]));
    element.value = { code: 'K0001', system: null, text: null };
    await until(() => expect(field(element).value).to.equal('K0001'));
    await element.portal!.logout();
    await until(() => expect(element.value).to.equal(null));
    expect(shown(element)).to.contain('Sign in');
  });

  it('says what is missing: no portal, no such list, no right, a list that cannot be reached', async () => {
    const element = await mount<CodePickerElement>(html`<code-picker></code-picker>`);
    expect(shown(element)).to.contain('Not connected');
    element.portal = (await createTestPortal({ signedIn: 'clerk', through: ({ directory: _, ...backend }) => backend })).portal;
    await until(() => expect(shown(element)).to.contain('does not offer this'));
    element.portal = (await createTestPortal({ signedIn: 'clerk', through: codes(() => Promise.reject(new PortError('offline'))) })).portal;
    await type(await until(() => field(element)), 'a');
    await until(() => expect(shown(element)).to.contain('The list cannot be reached just now.'));
  });

  it('has nothing for axe to say: closed, open, and in both ways out', async () => {
    const element = await picker({ required: true });
    await everyLook(element);
    await type(field(element), 'خشونة');
    await until(() => expect(options(element).length).to.be.above(3));
    expect(await findings(element)).to.equal('');
    one(element, 'option', /القائمة|list/).click();
    await until(() => all(element, 'textbox').length === 1);
    element.check();
    await everyLook(element);
    const service = await picker({ list: 'services', currency: 'USD' });
    await type(field(service), 'zz');
    await until(() => one(service, 'option').click());
    await until(() => one(service, 'textbox', /cost/));
    service.check();
    await everyLook(service);
  });
});

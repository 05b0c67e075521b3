import { expect, html, oneEvent } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { members } from '@portico/testing/world';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/eligibility-check.ts';
import type { EligibilityCheckElement } from './eligibility-check.element.ts';

interface Page extends TestPortal {
  readonly element: EligibilityCheckElement;
}

async function checkPage(options: TestPortalOptions = {}, payerId = 'payer:gulf'): Promise<Page> {
  const world = await createTestPortal({ signedIn: 'clerk', ...options });
  const element = await mount<EligibilityCheckElement>(
    html`<eligibility-check .portal=${world.portal} .payerId=${payerId || undefined}></eligibility-check>`,
  );
  await until(() => one(element, 'button', 'Check'));
  return { ...world, element };
}

const memberIn = (state: string) => members.find((one) => one.state === state)!;
const field = (element: Element, name: string | RegExp) => one<HTMLInputElement>(element, 'textbox', name);
const answerOf = (element: Element) => one(element, 'region', /./);

async function fill(input: HTMLInputElement, text: string): Promise<void> {
  input.select();
  await type(input, text);
}

function choose(element: Element, name: string, value: string): void {
  const select = one<HTMLSelectElement>(element, 'combobox', name);
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

/** Asks about a card by keyboard, and answers what is shown. */
async function askCard(element: Element, card: string): Promise<string> {
  await fill(field(element, 'Card number'), card);
  await press('Enter');
  await until(() => {
    if (element.shadowRoot!.querySelector('form[aria-busy=true]')) throw new Error('still busy');
    if (!element.shadowRoot!.querySelector('#result')) throw new Error(shown(element));
  });
  return shown(element.shadowRoot!.querySelector('#result')!);
}

const through =
  (changes: (backend: Backend) => Partial<NonNullable<Backend['members']>>) =>
  (backend: Backend): Backend => ({ ...backend, members: { ...backend.members!, ...changes(backend) } });

describe('eligibility check', () => {
  it('N9 N10 tells every outcome apart, each with the number to call, and the focus stays for the next card', async () => {
    const { element } = await checkPage();
    const outcomes = [
      [memberIn('active').cardNumber, 'Active', 'The coverage and the card hold on Nov 21, 2026.'],
      [memberIn('card-expired').cardNumber, 'Card expired', 'but the card does not any more'],
      [memberIn('not-yet-in-force').cardNumber, 'Not yet in force', 'the coverage has not begun'],
      [memberIn('ended').cardNumber, 'Coverage ended', 'the coverage is over'],
      ['5500 9999 9999', 'Member not found', 'Nobody was found.'],
    ] as const;
    for (const [card, status, says] of outcomes) {
      const text = await askCard(element, card);
      expect(text.startsWith(status), text).to.equal(true);
      expect(text)
        .to.contain(says)
        .and.to.match(/As of Nov 21, 2026.* for Nov 21, 2026/);
      const isKnown = status !== 'Member not found';
      expect(text).to.contain(isKnown ? 'Call the number on the member’s card: +971 4 555 0111' : 'Call the payer: +971 4 555 0100');
      expect(one<HTMLAnchorElement>(element, 'link', /555/).href).to.equal(isKnown ? 'tel:+97145550111' : 'tel:+97145550100');
      expect(focus()).to.equal("textbox 'Card number'");
    }
  });

  it('shows plan, cost share and what needs authorization; the helpdesk sees no amounts', async () => {
    const { element } = await checkPage();
    const text = await askCard(element, memberIn('active').cardNumber);
    expect(text).to.contain('Gulf Care Plus').and.to.contain('General Network +');
    const rows = all(element, 'row').map(shown);
    expect(rows.find((row) => row.includes('Knee MRI'))).to.match(/Needed before.*10%.*KWD 120\.000/);
    expect(rows.find((row) => row.includes('Cosmetic'))).to.contain('Not covered');
    const desk = await checkPage({ signedIn: 'helpdesk' });
    expect(await askCard(desk.element, memberIn('active').cardNumber))
      .to.contain('Knee MRI')
      .and.not.to.match(/KWD|Member pays/);
  });

  it('N15 goes on to a request with a covered member; nobody is told who, and whoever sends none is offered nothing', async () => {
    const { element } = await checkPage();
    expect(element.member).to.equal(null);
    await askCard(element, memberIn('ended').cardNumber);
    expect(all(element, 'button').map(shown)).not.to.include('Request an authorization');
    await askCard(element, memberIn('active').cardNumber);
    const chosen = oneEvent(element, 'request-chosen');
    one(element, 'button', 'Request an authorization').click();
    expect((await chosen).detail).to.deep.equal({ payerId: 'payer:gulf' });
    expect(element.member?.name).to.equal(memberIn('active').name);
    const desk = await checkPage({ signedIn: 'helpdesk' });
    await askCard(desk.element, memberIn('active').cardNumber);
    expect(all(desk.element, 'button').map(shown)).not.to.include('Request an authorization');
  });

  it('N10 finds by name and birth date; of two of one name the clerk chooses by number, and the focus goes to the answer', async () => {
    const { element } = await checkPage();
    choose(element, 'Find by', 'name');
    await until(() => field(element, 'Name'));
    await fill(field(element, 'Name'), 'حداد محمد احمد');
    await fill(field(element, 'Birth date'), '1990-05-05');
    await press('Enter');
    await until(() => expect(shown(answerOf(element))).to.contain('Several members fit'));
    one(element, 'button', 'Choose GM-900006').focus();
    await press('Enter');
    await until(() => expect(shown(element.shadowRoot!.querySelector('#result')!)).to.contain('Active'));
    expect(shown(element)).to.contain('GM-900006');
    await until(() => expect(focus()).to.equal("region 'Active'"));
  });

  it('N10 says what is wrong before it asks; the first field that is has the focus', async () => {
    const { element } = await checkPage({}, '');
    field(element, 'Card number').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("combobox 'Payer'"));
    choose(element, 'Payer', 'payer:gulf');
    one(element, 'button', 'Check').click();
    await until(() => expect(focus()).to.equal("textbox 'Card number'"));
    expect(field(element, 'Card number').getAttribute('aria-invalid')).to.equal('true');
    await fill(field(element, 'Service date'), '31/2/2026');
    await fill(field(element, 'Card number'), '5500');
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('This is not a date.'));
    await fill(field(element, 'Service date'), '11/12');
    const meant = (): string => shown(element.shadowRoot!.querySelector('#serviceDate-hint')!);
    await until(() => expect(meant()).to.equal('Thu, Nov 12, 2026'));
    element.setAttribute('lang', 'en-GB');
    await until(() => expect(meant(), 'the same day, which reads alike in every language').to.equal('Thu, 12 Nov 2026'));
    expect(field(element, 'Service date').value).to.equal('2026-11-12');
  });

  it('a payer that cannot be asked says nothing of the member, and tells the host an outcome without a person', async () => {
    const { element } = await checkPage({}, 'payer:coast');
    const answered = oneEvent(element, 'eligibility-answered');
    const text = await askCard(element, '7700 0000 0007');
    expect(text).to.contain('Payer not available').and.to.contain('This says nothing about the member.').and.to.contain('+1 555 010 0160');
    expect((await answered).detail).to.deep.equal({ payerId: 'payer:coast', status: 'payer-unavailable' });
    one(element, 'button', 'Ask again');
  });

  it('a question is cancelled; a failure is told in words and asked again', async () => {
    let mode: 'hangs' | 'fails' | 'works' = 'hangs';
    const { element } = await checkPage({
      through: through(({ members: port }) => ({
        eligibility: async (query, about, options) => {
          if (mode === 'hangs') return new Promise(() => undefined);
          if (mode === 'fails') throw new PortError('offline');
          return port!.eligibility(query, about, options);
        },
      })),
    });
    await fill(field(element, 'Card number'), memberIn('active').cardNumber);
    await press('Enter');
    (await until(() => one(element, 'button', 'Cancel'))).click();
    await until(() => expect(all(element, 'button', 'Cancel')).to.be.empty);
    mode = 'fails';
    one(element, 'button', 'Check').click();
    await until(() => expect(shown(one(element, 'alert'))).to.contain('There is no connection.'));
    mode = 'works';
    one(element, 'button', 'Ask again').click();
    await until(() => expect(shown(element.shadowRoot!.querySelector('#result')!)).to.contain('Active'));
  });

  it('P21 pasted lines are answered in their order and kept as a file; too many are refused', async () => {
    const { element } = await checkPage();
    one<HTMLInputElement>(element, 'radio', 'Several members').click();
    const lines = await until(() => field(element, 'Members, one a line'));
    lines.value = 'x 123\n'.repeat(26);
    lines.dispatchEvent(new Event('input'));
    one(element, 'button', 'Check').click();
    await until(() => expect(shown(element)).to.contain('At most 25 members can be asked about at once.'));
    lines.value = `${memberIn('card-expired').cardNumber}\n\n5500 9999 9999`;
    lines.dispatchEvent(new Event('input'));
    one(element, 'button', 'Check').click();
    await until(() => expect(shown(element)).to.contain('2 members were asked about.'));
    const rows = all(element, 'row').map(shown);
    expect(rows[1]).to.contain('Card expired').and.to.contain('أحمد سالم المنصوري');
    expect(rows[2]).to.contain('Member not found').and.to.contain('+971 4 555 0100');
    for (const [button, name] of [
      ['Download CSV', 'eligibility.csv'],
      ['Download Excel', 'eligibility.xlsx'],
    ] as const) {
      const taken = new Promise<HTMLAnchorElement>((resolve) => {
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
          HTMLAnchorElement.prototype.click = click;
          resolve(this);
        };
      });
      one(element, 'button', button).click();
      const { download, href } = await taken;
      expect(download).to.equal(name);
      const text = await (await fetch(href)).text();
      if (name.endsWith('csv')) expect(text).to.contain('Card expired').and.to.contain('GM-900002').and.to.contain('Member not found');
      else expect(text.startsWith('PK')).to.equal(true);
    }
  });

  it('is accessible in both languages, light and dark, with errors', async () => {
    const { element } = await checkPage();
    one(element, 'button', 'Check').click();
    await until(() => expect(shown(element)).to.contain('Fill this in.'));
    await everyLook(element);
  });

  it('is accessible with an answer', async () => {
    const { element } = await checkPage();
    await askCard(element, memberIn('card-expired').cardNumber);
    await everyLook(element);
  });

  it('is accessible with lines', async () => {
    const { element } = await checkPage();
    one<HTMLInputElement>(element, 'radio', 'Several members').click();
    const lines = await until(() => field(element, 'Members, one a line'));
    lines.value = memberIn('ended').cardNumber;
    lines.dispatchEvent(new Event('input'));
    one(element, 'button', 'Check').click();
    await until(() => expect(shown(element)).to.contain('1 member was asked about.'));
    await everyLook(element);
  });
});

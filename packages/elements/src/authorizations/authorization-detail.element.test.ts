import { expect, html, oneEvent } from '@open-wc/testing';
import { plainDate } from '@portico/core/kernel';
import { all, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { catchPrints } from '../claims/bordereau.fixture.test.ts';
import { drop, pdf, ready } from '../documents/documents.fixture.test.ts';
import { accountOf } from '../../../../test/kit/test-portal.ts';
import {
  button,
  cells,
  detailPage,
  detailWorld,
  done,
  inPart,
  mountDetail,
  question,
  type DetailWorld,
} from './authorization-detail.fixture.test.ts';
import type { AuthorizationDetailElement } from './authorization-detail.element.ts';

const decided = ({ desk, id, meta }: DetailWorld): Promise<unknown> => desk.decide(id, inPart, meta()).then(done);
const asked = ({ desk, id, meta }: DetailWorld): Promise<unknown> => desk.requestInformation(id, question, meta()).then(done);
const headline = (element: Element): string => shown(element.shadowRoot!.querySelector('.head .badge')!);
const acts = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-act]')].map((act) => act.dataset['act']!);
const become = (element: Element, word: string): Promise<unknown> => until(() => expect(headline(element)).to.equal(word));

/** Opens the dialog, chooses a reason, and leaves it at that. */
async function beginVoid(element: Element, reason = 'not-performed'): Promise<HTMLSelectElement> {
  button(element, 'Void').click();
  const choice = await until(() => one<HTMLSelectElement>(element, 'combobox', 'Reason'));
  choice.value = reason;
  choice.dispatchEvent(new Event('change'));
  return choice;
}

describe('authorization-detail', () => {
  it('N18 N19 N20 shows requested against authorized item by item, with what is in no list marked', async () => {
    const { element } = await detailPage(decided);
    expect(headline(element)).to.equal('Approved in part');
    expect(cells(element, 1)).to.deep.equal([
      'Physiotherapy S-1 Quantity 2 Amount AED 500.00',
      'Physiotherapy S-1 Quantity 2 Amount AED 500.00 Authorization number AUT-1',
      'Approved',
    ]);
    expect(cells(element, 2)[1]).to.equal('Knee X-ray S-9 Quantity 1 Amount AED 200.00');
    expect(cells(element, 2)[2]).to.equal('Changed Code as received: A6');
    expect(cells(element, 3)).to.deep.equal([
      'Hyaluronic injection Not in the list Estimated cost AED 1,200.00 Quantity 1',
      'Nothing',
      'Not approved Not covered by the plan: Not in the plan.',
    ]);
    const all = shown(element);
    expect(all).to.contain('Dr. Zaid Karam LOP-777 Not in the list: the helpdesk looks into it');
    expect(all).to.contain('Pain in joint D-25 Nearest code. The exact words: Pain of the left knee after a fall');
    expect(all).to.contain('From Nov 25, 2026 to Jan 10, 2027');
  });

  it('N29 N30 a void says that it is final, wants a reason, and leaves it not used with who and when', async () => {
    const { element, present } = await detailPage(decided);
    button(element, 'Void').click();
    await until(() => expect(focus()).to.equal("combobox 'Reason'"));
    await until(() => expect(shown(one(element, 'dialog'))).to.contain('This is final: nothing brings it back.'));
    button(element, 'Void for good').click();
    await until(() => expect(shown(one(element, 'dialog'))).to.contain('Choose a reason.'));
    expect(focus()).to.equal("combobox 'Reason'");
    expect((await present()).voiding).to.equal(null);
    const choice = one<HTMLSelectElement>(element, 'combobox', 'Reason');
    choice.value = 'other';
    choice.dispatchEvent(new Event('change'));
    await type(one(element, 'textbox', 'In your words'), 'The member moved away.');
    const voided = oneEvent(element, 'authorization-voided');
    button(element, 'Void for good').click();
    expect((await voided).detail).to.deep.equal({ id: element.authorizationId });
    await become(element, 'Not used');
    await until(() => expect(focus()).to.match(/^heading 'Authorization request PA-/));
    const notice = shown(element.shadowRoot!.querySelector('#voiding')!);
    expect(notice).to.match(/^Not used: voided Another reason The member moved away\. Voided on .* by Noura Haddad$/);
    expect(acts(element)).to.deep.equal([]);
    expect((await present()).voiding?.reason).to.equal('other');
  });

  it('N30 nothing that is used is offered to be voided, also when it is used while the page is open', async () => {
    const world = await detailPage(decided);
    const { element, desk, id, meta } = world;
    expect(acts(element)).to.include('void');
    done(await desk.markUsed(id, 'used', meta()));
    await become(element, 'Used');
    expect(acts(element)).not.to.include('void');
  });

  it('Escape closes the dialog without anything done, and what was typed comes back', async () => {
    const { element, present } = await detailPage(decided);
    await beginVoid(element, 'other');
    await type(one(element, 'textbox', 'In your words'), 'Moved.');
    await press('Escape');
    await until(() => expect(all(element, 'dialog')).to.deep.equal([]));
    await until(() => expect(focus()).to.equal("button 'Void'"));
    button(element, 'Undo').click();
    await until(() => expect(one<HTMLTextAreaElement>(element, 'textbox', 'In your words').value).to.equal('Moved.'));
    expect((await present()).voiding).to.equal(null);
  });

  it('what the payer decides while the page is open is said aloud', async () => {
    const world = await detailPage();
    const said = (): string[] => all(world.element, 'status').map(shown);
    await until(() => expect(said()).to.include('Received'));
    await decided(world);
    await until(() => expect(said()).to.include('Approved in part'));
  });

  it('Escape puts away the form it is pressed in and reaches nothing around; what is wrong in one form does not call the other', async () => {
    const { element } = await detailPage(decided);
    let reached = 0;
    element.addEventListener('keydown', ({ key }) => (reached += key === 'Escape' ? 1 : 0));
    button(element, 'Ask for more time').click();
    await until(() => expect(focus()).to.equal("textbox 'New end day'"));
    await type(one(element, 'textbox', 'New end day'), 'soon');
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('This is not a date.'));
    (await until(() => button(element, 'Request a modification'))).click();
    const send = await until(() => button(element, 'Send to the claims center'));
    send.click();
    await until(() => expect(focus()).to.equal("combobox 'What is to be modified?'"));
    await press('Escape');
    await until(() => expect(focus()).to.equal("button 'Request a modification'"));
    one(element, 'textbox', 'New end day').focus();
    await press('Escape');
    await until(() => expect(focus()).to.equal("button 'Ask for more time'"));
    expect([all(element, 'textbox'), reached]).to.deep.equal([[], 0]);
  });

  it('Escape takes an answer back while it can be, and puts it away before', async () => {
    const { element, present } = await detailPage(asked);
    const open = async (): Promise<HTMLTextAreaElement> => {
      (await until(() => button(element, /^Answer the payer/))).click();
      return until(() => one<HTMLTextAreaElement>(element, 'textbox', 'Your answer'));
    };
    await type(await open(), 'The report.');
    await press('Escape');
    await until(() => expect(focus()).to.match(/^button 'Answer the payer/));
    await until(async () => expect((await open()).value).to.equal('The report.'));
    button(element, 'Send the answer').click();
    await until(() => button(element, 'Undo'));
    button(element, 'Send the answer').focus();
    await press('Escape');
    await until(() => button(element, 'Close'));
    expect((await present()).informationRequests[0]!.state).to.equal('open');
  });

  it('a change meanwhile is a conflict: the present state is shown, and what was typed is sent when it is sent again', async () => {
    const world = await detailPage(decided);
    const { element, faults, clerk, id, meta } = world;
    await beginVoid(element, 'other');
    await type(one(element, 'textbox', 'In your words'), 'Moved.');
    // While it is on its way, a colleague asks for more time.
    faults.hang('authorizations.void');
    button(element, 'Void for good').click();
    done(await clerk.extend(id, plainDate('2027-03-01'), meta()));
    faults.release();
    await until(() => expect(shown(one(element, 'dialog'))).to.contain('It changed meanwhile, and nothing was sent.'));
    await become(element, 'Received');
    expect(one<HTMLTextAreaElement>(element, 'textbox', 'In your words').value).to.equal('Moved.');
    button(element, 'Void for good').click();
    await become(element, 'Not used');
  });

  it('P3 the payer is answered with a note, in several answers, and each one tells the host', async () => {
    const { element, present, clock } = await detailPage(asked);
    expect(headline(element)).to.equal('Information requested');
    expect(shown(one(element, 'region', 'What the payer asks for'))).to.contain('The report of the MRI, please.');
    for (const [text, isLast, stage] of [
      ['The first part.', false, 'partial'],
      ['The rest.', true, 'satisfied'],
    ] as const) {
      (await until(() => button(element, /^Answer the payer/))).click();
      await type(await until(() => one(element, 'textbox', 'Your answer')), text);
      const last = one<HTMLInputElement>(element, 'checkbox', /^Nothing more will come/);
      if (last.checked !== isLast) last.click();
      const answered = oneEvent(element, 'information-answered');
      button(element, 'Send the answer').click();
      await clock.pass(10_000);
      const { detail } = await answered;
      const record = await present();
      expect(detail).to.deep.equal({ id: record.id, requestId: record.informationRequests[0]!.id });
      expect(record.state.information).to.equal(stage);
      await until(() => expect(focus()).to.match(/^heading /));
    }
    expect(shown(element)).to.contain('2 answers');
    await become(element, 'Pended');
  });

  it('P3 two files go with the answer, as one note of the case', async () => {
    const { element, portal, id, clock } = await detailPage(asked);
    button(element, /^Answer the payer/).click();
    await until(() => button(element, 'Choose files'));
    drop(element, await pdf('report.pdf'), await pdf('mri.pdf'));
    await ready(element, 2);
    const answered = oneEvent(element, 'information-answered');
    button(element, 'Send the answer').click();
    await clock.pass(10_000);
    await answered;
    const { rows } = await portal.backend.documents!.notes(id, {});
    expect(rows[0]!.documents.map(({ name }) => name)).to.deep.equal(['report.pdf', 'mri.pdf']);
  });

  it('N28 its form is printed once there is one', async () => {
    const world = await detailPage();
    const { element, present } = world;
    expect(all(element, 'button', 'Print Authorization form')).to.deep.equal([]);
    await decided(world);
    const caught = catchPrints();
    try {
      (await until(() => button(element, 'Print Authorization form'))).click();
      await until(() => expect(caught.prints).to.have.lengthOf(1));
      expect(caught.prints[0]!.text)
        .to.contain((await present()).numbers[0]!.value)
        .and.to.contain('Knee X-ray');
    } finally {
      caught.stop();
    }
  });

  it('N11 a modification of its case may be asked for here too', async () => {
    const { element } = await detailPage(decided);
    (await until(() => button(element, 'Request a modification'))).click();
    await until(() => one(element, 'combobox', /^What/));
  });

  it('a typed answer outlives that the payer decides, and a reload', async () => {
    const world = await detailPage(asked);
    const { element, portal, clock, id } = world;
    button(element, /^Answer the payer/).click();
    await type(await until(() => one(element, 'textbox', 'Your answer')), 'Since March.');
    await clock.pass(2_000);
    await decided(world);
    await become(element, 'Approved in part');
    expect(one<HTMLTextAreaElement>(element, 'textbox', 'Your answer').value).to.equal('Since March.');
    expect(shown(element)).to.contain('The payer no longer waits for this.');
    element.remove();
    const again = world.open();
    await again.signIn!(accountOf('clerk'));
    const reloaded = await mountDetail({ portal: again, id });
    await until(() => expect(one<HTMLTextAreaElement>(reloaded, 'textbox', 'Your answer').value).to.equal('Since March.'));
    expect(portal).not.to.equal(again);
  });

  it('items are changed, taken back and keep their numbers', async () => {
    const { element, present } = await detailPage();
    button(element, 'Change items').click();
    const quantities = await until(() => {
      const found = all(element, 'textbox', 'Quantity') as HTMLInputElement[];
      expect(found).to.have.lengthOf(3);
      return found;
    });
    quantities[0]!.select();
    await type(quantities[0]!, '5');
    (all(element, 'checkbox', 'Take this item back')[1] as HTMLInputElement).click();
    await until(() => expect(quantities[1]!.disabled).to.equal(true));
    const updated = oneEvent(element, 'authorization-updated');
    button(element, 'Send the changes').click();
    await updated;
    expect((await present()).items.map(({ sequence, outcome, quantity }) => [sequence, outcome, quantity])).to.deep.equal([
      [1, 'undecided', '5'],
      [2, 'cancelled', '2'],
      [3, 'undecided', '1'],
    ]);
    await until(() => expect(cells(element, 2)[2]).to.equal('Cancelled'));
  });

  it('N20 a service of the list is added under a number above all there were', async () => {
    const scan = { coded: { code: 'S-40', system: null, text: 'Bone scan' }, names: {} };
    const { element, present } = await detailPage(undefined, {
      through: (backend) => ({
        ...backend,
        directory: { ...backend.directory!, codes: async () => ({ rows: [scan], next: null, total: { kind: 'exact', n: 1 } }) },
      }),
    });
    button(element, 'Change items').click();
    const field = await until(() => one<HTMLInputElement>(element, 'combobox', 'Add a service of the list'));
    await type(field, 'bone');
    (await until(() => one(element, 'option', /Bone scan/))).click();
    await until(() => one(element, 'group', 'Bone scan S-40'));
    expect(field.value).to.equal('');
    button(element, 'Send the changes').click();
    await until(() => expect(cells(element, 4)[0]).to.equal('Bone scan S-40 Quantity 1'));
    expect((await present()).items.map(({ sequence }) => sequence)).to.deep.equal([1, 2, 3, 4]);
  });

  it('more time is asked for with a day as it is typed; a change meanwhile leaves the text', async () => {
    const world = await detailPage(decided);
    const { element, present, desk, id, meta } = world;
    button(element, 'Ask for more time').click();
    const field = await until(() => one<HTMLInputElement>(element, 'textbox', 'New end day'));
    await until(() => expect(focus()).to.equal("textbox 'New end day'"));
    await type(field, '3/1/2027');
    await until(() => expect(shown(element)).to.contain('Until Mar 1, 2027'));
    done(await desk.markUsed(id, 'partly-used', meta()));
    await become(element, 'Partly used');
    expect(field.value).to.equal('3/1/2027');
    button(element, 'Ask for this time').click();
    await until(() => expect(shown(element)).to.contain('More time was asked for'));
    expect((await present()).serviceTo).to.equal('2027-03-01');
  });

  it('an error goes as its field is corrected, the same one is told anew, and an end day without its year is the next one', async () => {
    const { element } = await detailPage(decided);
    button(element, 'Ask for more time').click();
    const field = await until(() => one<HTMLInputElement>(element, 'textbox', 'New end day'));
    const told = (): string =>
      all(element, 'alert')
        .map((each) => shown(each))
        .join('');
    await type(field, 'soon');
    await press('Enter');
    await until(() => expect(told()).to.contain('This is not a date'));
    const root = element.shadowRoot!;
    const before = root.querySelector('.field-error [role="alert"]');
    await press('Enter');
    await until(() =>
      expect(root.querySelector('.field-error [role="alert"]')).to.satisfy((now: Element | null) => now !== null && now !== before),
    );
    await type(field, '!');
    await until(() => expect(field.hasAttribute('aria-invalid')).to.equal(false));
    expect(told()).to.equal('');
    field.select();
    await type(field, '1/2');
    await until(() => expect(shown(element)).to.contain('Until Jan 2, 20'));
    expect([field.hasAttribute('aria-invalid'), told()]).to.deep.equal([false, '']);
  });

  it('a request that is not decided is taken back, once it was asked twice', async () => {
    const { element, present } = await detailPage();
    button(element, 'Take the request back').click();
    await until(() => one(element, 'dialog', 'Take the request back?'));
    const cancelled = oneEvent(element, 'authorization-cancelled');
    button(element, 'Take it back for good').click();
    await cancelled;
    await become(element, 'Cancelled');
    expect((await present()).cancelledAt).not.to.equal(null);
  });

  it('what a role may not see is absent, and nothing is offered', async () => {
    const world = await detailWorld(decided, { signedIn: 'helpdesk' });
    const element = await mountDetail(world);
    expect(shown(element)).to.contain('Your role does not show everything of this authorization.');
    expect(shown(element)).not.to.match(/AED|Knee|Physiotherapy|Hyaluronic|Diagnoses|Pain|Not in the plan/);
    expect(acts(element)).to.deep.equal([]);
  });

  it("no such authorization and somebody else's read the same", async () => {
    const { portal } = await detailWorld();
    const element = await mountDetail({ portal, id: 'nowhere' });
    element.focus();
    expect(shown(one(element, 'alert'))).to.equal('There is no such authorization, or you have no right to see it.');
    await until(() => expect(focus()).to.contain('alert'));
    await until(() => expect(all(element, 'button')).to.deep.equal([]));
  });

  it('is shown by id, another one by another id, and goes on after it was taken away and put back', async () => {
    const world = await detailWorld(decided);
    const { portal, id } = world;
    const element = await mount<AuthorizationDetailElement>(html`<authorization-detail .portal=${portal}></authorization-detail>`);
    await until(() => expect(shown(element)).to.equal('Open an authorization to see it here.'));
    const first = oneEvent(element, 'authorization-shown');
    element.authorizationId = id;
    expect((await first).detail).to.deep.equal({ id });
    await beginVoid(element, 'other');
    await type(one(element, 'textbox', 'In your words'), 'Moved.');
    await world.clock.pass(1_000);
    const place = element.parentElement!;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    place.append(element);
    await until(() => expect(one<HTMLTextAreaElement>(element, 'textbox', 'In your words').value).to.equal('Moved.'));
  });
});

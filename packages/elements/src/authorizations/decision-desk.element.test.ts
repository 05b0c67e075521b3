import { expect, html, oneEvent } from '@open-wc/testing';
import type { Authorization, AuthorizationRequest } from '@portico/core/authorizations';
import { dateIn, type Role } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { unlistedRequest, worldRequest } from '@portico/testing/world';
import { all, everyLook, focus, mount, one, press, shown, type, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/decision-desk.ts';
import type { DecisionDeskElement } from './decision-desk.element.ts';

interface Page extends TestPortal {
  readonly element: DecisionDeskElement;
  /** What the clerk sent, by another connection. */
  readonly sent: readonly Authorization[];
  readonly clerk: Backend;
}
type Options = TestPortalOptions & { readonly signedIn?: Role; readonly requests?: readonly Partial<AuthorizationRequest>[] };

async function page(
  { signedIn = 'claims-center', requests = [{}, {}], ...options }: Options = {},
  surroundings: Surroundings = {},
): Promise<Page> {
  const world = await createTestPortal(options);
  const today = dateIn('UTC', world.clock.now());
  const clerkPage = world.open();
  await clerkPage.signIn!(accountOf('clerk'));
  const clerk = clerkPage.backend;
  const sent: Authorization[] = [];
  for (const [n, changes] of requests.entries()) {
    const answer = await clerk.authorizations!.submit!(worldRequest(today, changes), { commandId: `request-${n}` });
    if (answer.status !== 'accepted') throw new Error(JSON.stringify(answer));
    sent.push(answer.value);
    await world.clock.pass(60_000);
  }
  await world.portal.signIn!(accountOf(signedIn));
  const element = await mount<DecisionDeskElement>(
    html`<decision-desk .portal=${world.portal} claim-href="#claim/{id}"></decision-desk>`,
    surroundings,
  );
  return { ...world, element, sent, clerk };
}

const referenceOf = (record: Authorization): string => record.numbers[0]!.value;
const rowOf = (element: Element, record: Authorization): Promise<HTMLElement> =>
  until(() => one(element, 'button', new RegExp(referenceOf(record))));
const button = (element: Element, name: string | RegExp): Promise<HTMLElement> => until(() => one(element, 'button', name));
const choose = async (element: Element, name: string | RegExp, value: string): Promise<void> => {
  const select = await until(() => one<HTMLSelectElement>(element, 'combobox', name));
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const opened = async (element: Element, record: Authorization): Promise<void> => {
  (await rowOf(element, record)).click();
  await until(() => expect(focus()).to.match(/^heading 'PA-/));
};
/** The record as the clerk sees it now. */
const seen = async ({ clerk }: Page, { id }: Authorization): Promise<Authorization> => (await clerk.authorizations!.get(id))!.record;
const outcomes = ({ items }: Authorization): readonly string[] => items.map(({ outcome }) => outcome);

describe('decision-desk', () => {
  it('N18 N19 N20 shows what waits, and at the record what is in no list: physician, diagnosis, service with its estimate', async () => {
    const { items, physician, unlistedPhysician, diagnoses, note, urgency } = unlistedRequest(
      worldRequest('2026-11-21' as never).serviceFrom!,
    );
    const { element, sent } = await page({ requests: [{}, { items, physician, unlistedPhysician, diagnoses, note, urgency }] });
    await rowOf(element, sent[0]!);
    expect(shown(element)).to.contain('2 requests. What is due first stands first; without a due date, the newest.');
    expect(shown(element)).to.match(/New Expedited Received/);
    await opened(element, sent[1]!);
    const text = shown(element);
    for (const words of [
      'Dr. Huda Marwan 77120 Not in the list: have it checked',
      'DX-02 Knee pain Nearest code only Exactly: Tear of the inner meniscus after a fall, left knee.',
      'Gait analysis on a pressure plate',
      'Not in the list Estimated at AED 420.50',
      'The pain came back after the first course of treatment.',
    ])
      expect(text).to.contain(words);
    expect(one(element, 'link', 'Documents and notes').getAttribute('href')).to.equal(`#claim/${encodeURIComponent(sent[1]!.id)}`);
  });

  it('approve all by the keyboard alone: three keys a request, taken back while it waits, then on to the next', async () => {
    const world = await page();
    const { element, sent, clock } = world;
    (await rowOf(element, sent[1]!)).focus();
    await press('ArrowDown');
    await until(() => expect(focus()).to.contain(referenceOf(sent[0]!)));
    await press('Enter');
    await until(() => expect(focus()).to.match(/^heading/));
    await press('Tab', 'Tab');
    await until(() => expect(focus()).to.equal("button 'Approve all that waits'"));
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    await press('Escape');
    await until(() => expect(focus()).to.equal("button 'Approve all that waits'"));
    await clock.pass(60_000);
    expect(outcomes(await seen(world, sent[0]!))).to.deep.equal(['undecided', 'undecided']);
    const decided = oneEvent(element, 'authorization-decided') as unknown as Promise<CustomEvent<{ id: string }>>;
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    await clock.pass(8_000);
    expect((await decided).detail).to.deep.equal({ id: sent[0]!.id });
    await until(() => expect(focus()).to.contain(referenceOf(sent[1]!)));
    await until(() => expect(shown(element)).to.contain('The decision was sent.'));
    expect(outcomes(await seen(world, sent[0]!))).to.deep.equal(['certified', 'certified']);
  });

  it('whoever opens the next request while an approval waits sends it at once, and is in the next one', async () => {
    const world = await page();
    const { element, sent } = world;
    await opened(element, sent[0]!);
    (await button(element, 'Approve all that waits')).click();
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    await until(() => expect(shown(element)).to.contain('Opening another request sends it at once.'));
    (await rowOf(element, sent[1]!)).click();
    await until(() => expect(focus()).to.contain(`heading '${referenceOf(sent[1]!)}`));
    await until(() => expect(shown(element)).to.contain('The decision was sent.'));
    expect(outcomes(await seen(world, sent[0]!))).to.deep.equal(['certified', 'certified']);
    expect(outcomes(await seen(world, sent[1]!))).to.deep.equal(['undecided', 'undecided']);
  });

  it('decides item by item: in part, another service instead, with numbers and validity; the clerk reads it at once', async () => {
    const world = await page({ requests: [{}] });
    const { element, sent } = world;
    await opened(element, sent[0]!);
    await choose(element, 'Decision on item 1', 'modified');
    await type(await until(() => one(element, 'combobox', 'Service instead')), 'Knee scan');
    await until(() => one(element, 'option', 'Not in the list…'));
    await press('ArrowDown', 'Enter');
    await until(() => expect(focus()).to.equal("textbox 'Code of the service instead'"));
    await type(one(element, 'textbox', 'Code of the service instead'), 'D-300');
    await until(() => expect(one<HTMLInputElement>(element, 'textbox', 'Name of the service instead').value).to.equal('Knee scan'));
    await choose(element, 'Decision on item 2', 'partially-certified');
    await type(await until(() => all(element, 'textbox', 'Authorized quantity')[1]!), '6');
    await type(one(element, 'textbox', 'Authorization number'), 'GS-77');
    (await button(element, 'Send the decision')).click();
    await until(() => expect(shown(element)).to.contain('No request is waiting here.'));
    const record = await seen(world, sent[0]!);
    expect(outcomes(record)).to.deep.equal(['modified', 'partially-certified']);
    expect(record.items.map(({ authorized }) => [authorized?.service?.code, authorized?.quantity, authorized?.number])).to.deep.equal([
      ['D-300', null, 'GS-77'],
      ['D-400', '6', 'GS-77'],
    ]);
    expect([record.validFrom, record.validTo]).to.deep.equal([record.serviceFrom, record.serviceTo]);
    const { rows } = await world.clerk.authorizations!.worklist({ scope: 'all', payerId: null, urgency: null, number: 'GS-77' }, {});
    expect(rows.map(({ id, headline }) => [id, headline])).to.deep.equal([[record.id, 'partially-approved']]);
    await choose(element, 'Shown', 'all');
    const title = `row-${record.id}`;
    await until(() => expect(shown(element.shadowRoot!.querySelector(`[aria-labelledby="${title}"]`)!)).to.contain('Approved in part'));
  });

  it('A6 another service is picked from the list by its code, in both languages; Escape leaves the list and not the record', async () => {
    const world = await page({ requests: [{}] });
    const { element, sent } = world;
    await opened(element, sent[0]!);
    await choose(element, 'Decision on item 1', 'modified');
    await choose(element, 'Decision on item 2', 'certified');
    const field = await until(() => one<HTMLInputElement>(element, 'combobox', 'Service instead'));
    await type(field, 'wheelchair');
    // What is still on its way would open it again.
    await until(() => expect([field.getAttribute('aria-expanded'), field.hasAttribute('aria-busy')]).to.deep.equal(['true', false]));
    await press('Escape');
    await until(() => expect(field.getAttribute('aria-expanded')).to.equal('false'));
    (await button(element, 'Send the decision')).click();
    await until(() => expect(shown(element)).to.contain('Choose it from the list, or say that it is not in the list.'));
    await until(() => expect(focus()).to.equal("combobox 'Service instead'"));
    await press('Control+a');
    await type(field, 'e0143');
    await until(() => expect(field.getAttribute('aria-activedescendant')).not.to.equal(null));
    await press('Enter');
    await until(() => expect(field.value).to.match(/^E0143 · /));
    element.lang = 'ar';
    await until(() => expect(one<HTMLInputElement>(element, 'combobox', 'الخدمة البديلة').value).to.match(/^E0143 · [\u0600-\u06ff]/));
    (await button(element, 'إرسال القرار')).click();
    await until(() => expect(shown(element)).to.contain('أُرسل القرار'));
    const { items } = await seen(world, sent[0]!);
    expect([items[0]!.authorized?.service?.code, items[0]!.authorized?.service?.system !== null]).to.deep.equal(['E0143', true]);
  });

  it('A6 back to the list; a backend without one takes code and name as they are typed', async () => {
    const { element, sent } = await page({ requests: [{}] });
    await opened(element, sent[0]!);
    await choose(element, 'Decision on item 1', 'modified');
    await type(await until(() => one(element, 'combobox', 'Service instead')), 'X-9');
    await until(() => one(element, 'option', 'Not in the list…').click());
    await until(() => expect(focus()).to.equal("textbox 'Name of the service instead'"));
    await until(() => expect(one<HTMLInputElement>(element, 'textbox', 'Code of the service instead').value).to.equal('X-9'));
    (await button(element, 'Back to the list')).click();
    await until(() => expect(focus()).to.equal("combobox 'Service instead'"));
    const without = await page({ requests: [{}], through: ({ directory: _, ...backend }: Backend) => backend });
    await opened(without.element, without.sent[0]!);
    await choose(without.element, 'Decision on item 1', 'modified');
    await until(() => one(without.element, 'textbox', 'Code of the service instead'));
    expect(all(without.element, 'button', 'Back to the list')).to.be.empty;
  });

  it('an item has a number and days of its own where it needs them', async () => {
    const world = await page({ requests: [{}] });
    const { element, sent } = world;
    await opened(element, sent[0]!);
    for (const item of [1, 2]) await choose(element, `Decision on item ${item}`, 'certified');
    const own = await until(() => element.shadowRoot!.querySelectorAll('summary')[1]!);
    expect(all(element, 'textbox', 'This item until')).to.be.empty;
    own.focus();
    await press('Enter');
    await type(await until(() => one(element, 'textbox', 'This item until')), 'someday');
    (await button(element, 'Send the decision')).click();
    await until(() => expect(focus()).to.equal("textbox 'This item until'"));
    await press('Control+a');
    await type(one(element, 'textbox', 'This item until'), '12/31/2027');
    await type(one(element, 'textbox', 'Own number of this item'), 'GS-2');
    (await button(element, 'Send the decision')).click();
    await until(() => expect(shown(element)).to.contain('The decision was sent.'));
    const { items } = await seen(world, sent[0]!);
    expect(items.map(({ authorized }) => authorized && [authorized.to, authorized.number])).to.deep.equal([null, ['2027-12-31', 'GS-2']]);
  });

  it('what the chart refuses is told at its item: undecided, no reason, no words; nothing leaves', async () => {
    const world = await page({ requests: [{}] });
    const { element, sent } = world;
    await opened(element, sent[0]!);
    await choose(element, 'Decision on item 2', 'not-certified');
    (await button(element, 'Send the decision')).click();
    await until(() => expect(focus()).to.equal("combobox 'Decision on item 1'"));
    await until(() => expect(shown(element)).to.contain('Decide every item.'));
    await until(() => expect(shown(element)).to.contain('Choose a reason.'));
    await choose(element, 'Decision on item 1', 'certified');
    await choose(element, /^Reason/, 'other');
    (await button(element, 'Send the decision')).click();
    await until(() => expect(focus()).to.match(/^textbox 'What the provider should know/));
    await until(() => expect(shown(element)).to.contain('Write a few words.'));
    expect(outcomes(await seen(world, sent[0]!))).to.deep.equal(['undecided', 'undecided']);
    await press('N', 'o', '.');
    (await button(element, 'Send the decision')).click();
    await until(() => expect(shown(element)).to.contain('The decision was sent.'));
    expect((await seen(world, sent[0]!)).items[1]!.reasons).to.deep.equal([{ code: 'other', system: null, text: 'No.' }]);
  });

  it('asks for information about items until the day of the policy; the request then waits for the provider and is back with the answer', async () => {
    const world = await page({ requests: [{}] });
    const { element, sent, clerk } = world;
    await opened(element, sent[0]!);
    one(element, 'radio', 'Ask for information').click();
    await type(await until(() => one(element, 'textbox', 'What is needed')), 'The report, please.');
    one(element, 'checkbox', /^Item 2/).click();
    await until(() => expect(one<HTMLInputElement>(element, 'textbox', 'Answer wanted until').value).to.equal('2026-12-05'));
    (await button(element, 'Send the question')).click();
    await until(() => expect(shown(element)).to.contain('No request is waiting here.'));
    const [asked] = (await seen(world, sent[0]!)).informationRequests;
    expect([asked!.text, asked!.items]).to.deep.equal(['The report, please.', [2]]);
    const note = await clerk.documents!.post!({ caseId: sent[0]!.id, text: 'Here it is.', documents: [] }, { commandId: 'the-note' });
    if (note.status !== 'accepted') throw new Error(JSON.stringify(note));
    await clerk.authorizations!.answerInformation!(
      sent[0]!.id,
      { requestId: asked!.id, noteId: note.value.id, isLast: true },
      { commandId: 'the-answer' },
    );
    await opened(element, sent[0]!);
    expect(shown(element)).to.contain('The report, please. Answered 1 answer');
  });

  it('pends with words; what is decided by another number is found and marked as used', async () => {
    const world = await page({ requests: [{}] });
    const { element, sent } = world;
    await opened(element, sent[0]!);
    one(element, 'radio', 'Pend').click();
    await type(await until(() => one(element, 'textbox', 'Why it is pended')), 'The board meets on Monday.');
    (await button(element, 'Pend the request')).click();
    await until(() => expect(shown(element)).to.contain('the provider sees why'));
    expect((await seen(world, sent[0]!)).items[0]!.reasons[0]!.text).to.equal('The board meets on Monday.');
    await opened(element, sent[0]!);
    (await button(element, 'Approve all that waits')).click();
    (await button(element, 'Send now')).click();
    await until(() => expect(shown(element)).to.contain('No request is waiting here.'));
    await choose(element, 'Shown', 'all');
    await opened(element, sent[0]!);
    (await button(element, 'Mark as partly used')).click();
    await until(() => expect(shown(element)).to.contain('It is marked as used.'));
    expect((await seen(world, sent[0]!)).state.use).to.equal('partly-used');
  });

  it('a change under the hand is told with the present state, and keeps what was typed; so does a reload', async () => {
    const world = await page({ requests: [{}] });
    const { element, sent, clerk, clock, portal } = world;
    await opened(element, sent[0]!);
    await choose(element, 'Decision on item 1', 'not-certified');
    await type(await until(() => one(element, 'textbox', /^What the provider should know/)), 'Half');
    const [first, second] = sent[0]!.items;
    await clerk.authorizations!.update!(sent[0]!.id, [first!, { ...second!, quantity: '4' }], { commandId: 'changed' });
    await until(() => expect(shown(element)).to.contain('Somebody changed this authorization while you were writing.'));
    expect(shown(element)).to.contain('Quantity 4');
    expect(one<HTMLTextAreaElement>(element, 'textbox', /^What the provider should know/).value).to.equal('Half');
    await clock.pass(1_000);
    element.remove();
    const again = await mount<DecisionDeskElement>(html`<decision-desk .portal=${portal}></decision-desk>`);
    const kept = await until(() => one<HTMLTextAreaElement>(again, 'textbox', /^What the provider should know/));
    expect(kept.value).to.equal('Half');
    expect(shown(again)).to.contain('This is what you had begun. It has not been sent.');
  });

  it('a request that comes appears on the open page; one that is cancelled leaves it', async () => {
    const { element, sent, clerk } = await page({ requests: [{}] });
    await rowOf(element, sent[0]!);
    const next = await clerk.authorizations!.submit!(worldRequest('2026-11-21' as never, { urgency: 'expedited' }), { commandId: 'next' });
    if (next.status !== 'accepted') throw new Error(next.status);
    await rowOf(element, next.value);
    await clerk.authorizations!.cancel!(sent[0]!.id, { commandId: 'cancelled' });
    await until(() => expect(all(element, 'article')).to.have.length(1));
    await choose(element, 'Urgency', 'standard');
    await until(() => expect(shown(element)).to.contain('No request is waiting here.'));
  });

  it('hidden is absent: a clerk and the helpdesk see nothing of it; without the port it says so', async () => {
    for (const signedIn of ['clerk', 'helpdesk'] as const) {
      const { element } = await page({ signedIn, requests: [] });
      await element.updateComplete;
      expect(shown(element)).to.equal('');
    }
    const { portal } = await createTestPortal({
      signedIn: 'claims-center',
      through: ({ authorizations: _, ...backend }: Backend) => backend,
    });
    const without = await mount<DecisionDeskElement>(html`<decision-desk .portal=${portal}></decision-desk>`);
    expect(shown(without)).to.match(/not|no /i);
  });

  const looks: Readonly<Record<string, (element: Element) => Promise<unknown>>> = {
    'the open record with its errors and what an item has of its own': async (element) => {
      await choose(element, 'Decision on item 1', 'modified');
      await choose(element, 'Decision on item 2', 'not-certified');
      await until(() => element.shadowRoot!.querySelector('summary')!.click());
      (await button(element, 'Send the decision')).click();
      await until(() => expect(shown(element)).to.contain('2 things must be corrected'));
    },
    'the choices of a service instead': async (element) => {
      await choose(element, 'Decision on item 1', 'modified');
      element.parentElement!.lang = 'ar';
      const field = await until(() => one(element, 'combobox', 'الخدمة البديلة'));
      await type(field, 'كرسي متحرك');
      await until(() => expect([field.getAttribute('aria-expanded'), field.hasAttribute('aria-busy')]).to.deep.equal(['true', false]));
    },
    'the question': async (element) => {
      one(element, 'radio', 'Ask for information').click();
      await until(() => one(element, 'textbox', 'What is needed'));
    },
    'the seconds of undo': async (element) => {
      (await button(element, 'Approve all that waits')).click();
      await until(() => one(element, 'button', 'Undo'));
    },
  };
  for (const [name, reach] of Object.entries(looks))
    it(`axe finds nothing in either language and scheme, and Arabic is whole: ${name}`, async () => {
      const { element, sent } = await page({ requests: [{}] });
      await opened(element, sent[0]!);
      await reach(element);
      await everyLook(element);
      const names = /PA-[\d-]+|Al Noor Medical Center|Gulf Shield TPA|Knee \w+|Physiotherapy session|[DEK]-?\d+|DX-\d+|AED|GM-\d+/g;
      expect(shown(element).replace(names, '')).not.to.match(/[a-z]{3,}/);
    }).timeout(60_000);
});

import { aTimeout, expect, html } from '@open-wc/testing';
import { authorizationMessages, type WorklistFilter } from '@portico/core/authorizations';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal } from '../../../../test/kit/test-portal.ts';
import type { ClaimWorklistElement } from './claim-worklist.element.ts';
import { button, choose, focusedRow, mountWorklist, rowTexts, toneOf, worklistPage } from './claim-worklist.fixture.test.ts';

const HOUR = 3_600_000;
const everything: WorklistFilter = { scope: 'all', payerId: null, urgency: null, number: '' };
const count = (element: ClaimWorklistElement): string => shown(element.shadowRoot!.querySelector('.count')!);
const counts = (element: ClaimWorklistElement, text: string | RegExp): Promise<void> =>
  until(() => void expect(count(element)).to.match(new RegExp(text)));

describe('claim-worklist', () => {
  it('N26 begins with what waits for the own side, what is due first, marked by the payer’s own days', async () => {
    const { element, port, ask } = await worklistPage();
    await until(() => expect(shown(element)).to.contain('There is nothing under this filter.'));
    const { rows } = await port.worklist({ ...everything, payerId: null }, { limit: 500 });
    const waiting = rows.filter(({ state, payerId }) => state.case === 'pended' && payerId === 'payer:gulf');
    const hours = [72, 2, 30];
    for (const [n, within] of hours.entries()) await ask(waiting[n]!.id, within * HOUR);
    button(element, 'Show Data').click();
    await counts(element, '^3 authorizations Filtered; what is due comes first$');
    const found = rowTexts(element);
    expect(found.map((row) => row.split(' | ')[2]).join()).to.equal([1, 2, 0].map((n) => waiting[n]!.reference).join());
    // 13:00 in Dubai and two hours; 43:00; four days on.
    expect(found.map((row) => row.split(' | ')[4]).join('\n')).to.equal(
      'Today: Nov 21, 2026, 2:59 PM\nTomorrow: Nov 22, 2026, 6:59 PM\nNov 24, 2026, 12:59 PM',
    );
    expect(found[0]).to.contain('| Unread |').and.to.contain('| Information requested |');
  });

  it('what becomes overdue while the list is open is marked by the minute', async () => {
    const { element, port, ask, clock } = await worklistPage();
    const { rows } = await port.worklist(everything, { limit: 500 });
    await ask(rows.find(({ state, payerId }) => state.case === 'pended' && payerId === 'payer:gulf')!.id, 90_000);
    button(element, 'Show Data').click();
    await until(() => expect(rowTexts(element)[0]).to.contain('Today: '));
    await clock.pass(60_000);
    expect(rowTexts(element)[0]).to.contain('Today: ');
    await clock.pass(60_000);
    await until(() => expect(rowTexts(element)[0]).to.contain('Overdue: '));
  });

  it('N26 Show Data applies the filter, Show All leaves every filter aside and says so, by keyboard alone', async () => {
    const { element, port } = await worklistPage();
    const total = async (filter: Partial<WorklistFilter>): Promise<number> => {
      const found = await port.worklist({ ...everything, ...filter }, {});
      return found.total.kind === 'exact' ? found.total.n : -1;
    };
    expect(shown(element)).to.contain('Show All leaves every filter aside, and loads 500 at most.');
    choose(one(element, 'combobox', 'Payer'), 'payer:lake');
    one(element, 'radio', 'All open').click();
    await until(() => expect(shown(element)).to.contain('The filter was changed. Show Data applies it.'));
    button(element, 'Show Data').focus();
    await press('Enter');
    await counts(element, `^${await total({ scope: 'open', payerId: 'payer:lake' })} authorization`);
    expect(rowTexts(element).every((row) => row.includes('Lakeland'))).to.equal(true);
    await press('Tab', 'Enter');
    await counts(element, `^${await total({})} authorizations All, without any filter`);
    expect(rowTexts(element).some((row) => !row.includes('Lakeland'))).to.equal(true);
    expect([focus(), one<HTMLSelectElement>(element, 'combobox', 'Payer').value]).to.deep.equal(["button 'Show All'", 'payer:lake']);
  });

  it('N26 what is decided or closed is listed apart, and each row says how in words and colour', async () => {
    const { element, port } = await worklistPage();
    one(element, 'radio', 'Decided or closed').click();
    button(element, 'Show Data').click();
    const { rows, total } = await port.worklist({ ...everything, scope: 'settled' }, { limit: 500 });
    await counts(element, `^${total.kind === 'exact' ? total.n : -1} authorizations? Filtered`);
    const found = rowTexts(element);
    for (const [n, { headline }] of rows.slice(0, found.length).entries())
      expect(found[n]!.split(' | ')[3]).to.equal(authorizationMessages[`authorization.headline.${headline}`]);
    const denied = rows.findIndex(({ headline }) => headline === 'denied');
    expect(rows.some(({ headline }) => headline === 'approved') && denied >= 0).to.equal(true);
    await type(one(element, 'textbox', 'Reference ID'), rows[denied]!.reference);
    await press('Enter');
    await until(() => expect(toneOf(element, 0, 3)).to.equal('danger'));
  });

  it('P3 a Reference ID typed with Enter finds a decided one, whatever else is chosen; one that is nobody’s finds nothing', async () => {
    const { element, port } = await worklistPage();
    const { rows } = await port.worklist(everything, { limit: 500 });
    const decided = rows.find(({ state }) => state.case === 'decided')!;
    choose(one(element, 'combobox', 'Urgency'), 'expedited');
    const number = one<HTMLInputElement>(element, 'textbox', 'Reference ID');
    await type(number, decided.reference.toLowerCase());
    await press('Enter');
    await counts(element, '^1 authorization');
    expect(rowTexts(element)[0]).to.contain(`${decided.memberName} | Unread | ${decided.reference}`);
    number.select();
    await type(number, 'nobody-7');
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('There is no authorization with this number'));
  });

  it('N27 Enter, a double click and the link open a row; coming back leads to it, and it is read', async () => {
    const { element } = await worklistPage();
    button(element, 'Show All').click();
    await counts(element, 'All, without');
    const opened: unknown[] = [];
    element.addEventListener('authorization-opened', (event) => opened.push((event as CustomEvent).detail));
    element.shadowRoot!.querySelector('summary')!.focus();
    await press('Tab');
    await until(() => expect(focusedRow(element)).not.to.equal(''));
    await press('ArrowDown', 'ArrowDown');
    const row = focusedRow(element);
    expect(rowTexts(element)[2]).to.contain(`${row} | Unread`);
    await press('Enter');
    await until(() => expect(rowTexts(element)[2]).to.contain(`${row} |  |`));
    const [first] = all(element, 'row').slice(1);
    (first as HTMLTableRowElement).cells[3]!.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    first!.querySelector('a')!.click();
    expect(opened).to.have.lengthOf(3);
    expect(opened.every((detail) => Object.keys(detail as object).join() === 'id')).to.equal(true);
  });

  it('N27 the first case is eight keys from the first field, each further one two', async () => {
    const { element } = await worklistPage();
    button(element, 'Show All').click();
    await counts(element, 'All, without');
    let opened = 0;
    element.addEventListener('authorization-opened', () => (opened += 1));
    element.focus();
    await until(() => expect(focus()).to.contain('radio'));
    await press(...Array<string>(7).fill('Tab'), 'Enter');
    expect(opened).to.equal(1);
    element.focus();
    await press('ArrowDown', 'Enter', 'ArrowDown', 'Enter');
    expect(opened).to.equal(3);
  });

  it('N27 taken out of the page and put back, as a router does: the same list, row and focus', async () => {
    const { element } = await worklistPage();
    button(element, 'Show All').click();
    await counts(element, 'All, without');
    element.shadowRoot!.querySelector('summary')!.focus();
    await press('Tab', 'PageDown', 'PageDown', 'PageDown');
    const row = focusedRow(element);
    await press('Enter');
    const { parentElement } = element;
    element.remove();
    await aTimeout(50);
    parentElement!.append(element);
    element.focus();
    await until(() => expect(focusedRow(element)).to.equal(row));
    await counts(element, 'All, without');
  });

  it('tells of what changed and moves no row until it is asked to', async () => {
    const { element, port, ask, clock } = await worklistPage();
    const { rows } = await port.worklist(everything, { limit: 500 });
    const [one, other] = rows.filter(({ state, payerId }) => state.case === 'pended' && payerId === 'payer:gulf');
    await ask(one!.id, 9 * HOUR);
    button(element, 'Show Data').click();
    await counts(element, '^1 authorization');
    const before = rowTexts(element);
    await ask(other!.id, HOUR);
    await clock.pass(1_000);
    await until(() => expect(shown(element)).to.contain('The list has changed.'));
    expect(rowTexts(element)).to.deep.equal(before);
    button(element, 'Show the changes').focus();
    await press('Enter');
    await counts(element, '^2 authorizations');
    expect(rowTexts(element)[0]).to.contain(other!.reference);
    await until(() => expect(focus()).not.to.equal('nowhere'));
  });

  it('keeps filters under names for the person, on every page of theirs, and takes a removal back', async () => {
    const { element, portal } = await worklistPage();
    choose(one(element, 'combobox', 'Urgency'), 'expedited');
    element.shadowRoot!.querySelector('summary')!.click();
    await type(await until(() => one(element, 'textbox', 'Save this filter as')), 'Urgent ones');
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('“Urgent ones” is saved.'));
    const second = await mountWorklist(portal);
    second.shadowRoot!.querySelector('summary')!.click();
    (await until(() => button(second, 'Urgent ones'))).click();
    await until(() => expect(one<HTMLSelectElement>(second, 'combobox', 'Urgency').value).to.equal('expedited'));
    button(second, 'Remove Urgent ones').click();
    (await until(() => button(second, 'Undo'))).click();
    await until(() => button(second, 'Urgent ones'));
  });

  it('the helpdesk waits on no side: it is offered all that is open, all that is settled, and all', async () => {
    const { portal } = await createTestPortal({ signedIn: 'helpdesk', claims: 60 });
    const element = await mountWorklist(portal);
    await until(() => expect(all(element, 'radio').length).to.equal(2));
    await until(() => expect(rowTexts(element).length).to.be.greaterThan(0));
  });

  it('F17 says so where there is no connection, where there is no such port, and where nobody is signed in', async () => {
    const { element, faults } = await worklistPage();
    faults.offline = true;
    button(element, 'Show All').click();
    await until(() => expect(shown(element)).to.contain('There is no connection.'));
    faults.offline = false;
    button(element, 'Try again').click();
    await counts(element, 'All, without');
    const { portal } = await createTestPortal({ signedIn: 'clerk', through: ({ authorizations: _, ...backend }) => backend });
    const without = await mount<ClaimWorklistElement>(html`<claim-worklist .portal=${portal}></claim-worklist>`);
    await until(() => expect(shown(without)).to.contain('does not offer this'));
    await portal.logout();
    const { portal: nobody } = await createTestPortal();
    const out = await mount<ClaimWorklistElement>(html`<claim-worklist .portal=${nobody}></claim-worklist>`);
    await until(() => expect(shown(out)).to.contain('Sign in to see this.'));
  });

  it('somebody else who signs in finds a list of their own, not the one before', async () => {
    const { element, portal } = await worklistPage();
    button(element, 'Show All').click();
    await counts(element, 'All, without');
    await portal.logout();
    await portal.signIn!(accountOf('claims-center'));
    await counts(element, 'Filtered; what is due comes first');
    expect(rowTexts(element).every((row) => row.includes('Gulf Shield'))).to.equal(true);
  });

  it('has nothing to say to axe in both languages, light and dark', async () => {
    const { element, port, ask } = await worklistPage();
    const { rows } = await port.worklist(everything, { limit: 500 });
    await ask(rows.find(({ state, payerId }) => state.case === 'pended' && payerId === 'payer:gulf')!.id, HOUR);
    button(element, 'Show All').click();
    await counts(element, 'All, without');
    element.shadowRoot!.querySelector('summary')!.click();
    await everyLook(element);
  }).timeout(60_000);
});

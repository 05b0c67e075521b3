import { expect, oneEvent } from '@open-wc/testing';
import { claimQueryMachine, claimQueryView } from '@portico/core/claims';
import { createActor } from 'xstate';
import { all, focus, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import { button, counted, field, from, mountQuery, november, query, queryPage, readOnly, rowTexts, to } from './claims.fixture.test.ts';
import { claimQueryInput } from './claim-query.input.ts';
import { claimQueryFirstView } from '@portico/core/claims';

const describedBy = (input: HTMLElement): string =>
  input
    .getAttribute('aria-describedby')!
    .split(' ')
    .map((id) => shown((input.getRootNode() as ShadowRoot).getElementById(id)!))
    .join(' ');

describe('claim-query, the form', () => {
  it('N21 N25 two dates and Enter find what the backend finds, claims and authorizations in one list, and the focus stays', async () => {
    const { element, portal } = await queryPage();
    const { total } = await portal.backend.claims!.search(november, {});
    const queried = oneEvent(element, 'claims-queried');
    await query(element);
    expect(await counted(element)).to.equal(`${(total as { n: number }).n} cases found sorted by Service date, newest first`);
    expect((await queried).detail).to.deep.equal({ dateMode: 'service' });
    const texts = rowTexts(element);
    expect(texts).to.have.lengthOf((total as { n: number }).n);
    expect(texts.some((text) => text.includes('Claim'))).to.equal(true);
    expect(texts.some((text) => text.includes('Authorization'))).to.equal(true);
    expect(focus()).to.equal("textbox 'To'");
  });

  it('N25 typing, leaving fields, sections and choices ask the backend nothing; Execute asks once', async () => {
    const { element, faults } = await queryPage();
    const asked = (): readonly string[] => faults.calls.filter((call) => /^claims\.(search|open|rows)/.test(call));
    await type(from(element), '11/1');
    await press('Tab');
    one(element, 'radio', 'Payment date').click();
    one(element, 'radio', 'Advanced search').click();
    await type(await until(() => field(element, /Patient name/)), 'a');
    await press('Tab');
    await until(() => expect(shown(element)).to.contain('That is Sun, Nov 1, 2026.'));
    expect(asked()).to.deep.equal([]);
    button(element, 'Execute query').click();
    await counted(element);
    expect(asked()).to.deep.equal(['claims.open', 'claims.rows']);
  });

  it('N24 asks by service date or by payment date, never by both', async () => {
    const { element, portal } = await queryPage();
    await query(element);
    await counted(element);
    one(element, 'radio', 'Payment date').click();
    await until(() => expect(shown(element)).to.contain('The criteria have changed.'));
    button(element, 'Execute query').click();
    const { total } = await portal.backend.claims!.search({ ...november, dateMode: 'payment' }, {});
    await until(() => expect(shown(element)).to.contain(`${(total as { n: number }).n} cases found`));
    expect(all(element, 'textbox')).to.have.lengthOf(2);
    expect(rowTexts(element).every((text) => /\| \w{3} \d+, 2026$/.test(text))).to.equal(true);
  });

  it('N23 Advanced asks by every filter that is filled in, Basic by the dates alone', async () => {
    const { element, portal } = await queryPage();
    await type(from(element), '1/1');
    one(element, 'radio', 'Advanced search').click();
    await until(() => field(element, /Patient name/));
    one(element, 'checkbox', 'Claim').click();
    one(element, 'checkbox', 'Paid').click();
    one<HTMLSelectElement>(element, 'combobox', 'Currency').value = 'USD';
    one(element, 'combobox', 'Currency').dispatchEvent(new Event('change'));
    await type(field(element, /Amount from/), '10.5');
    await press('Enter');
    const criteria = { ...november, from: '2026-01-01', to: null, kinds: ['claim'], decisions: ['paid'] } as const;
    const amount = { currency: 'USD', from: 1050, to: null };
    const { total } = await portal.backend.claims!.search({ ...criteria, amount } as never, {});
    expect(await counted(element)).to.contain(`${(total as { n: number }).n} cases found`);
    expect((total as { n: number }).n).to.be.greaterThan(0);
    one(element, 'radio', 'Basic search').click();
    await until(() => expect(all(element, 'checkbox')).to.be.empty);
    button(element, 'Execute query').click();
    const basic = await portal.backend.claims!.search({ ...november, from: '2026-01-01', to: null } as never, {});
    await until(() => expect(shown(element)).to.contain(`${(basic.total as { n: number }).n} cases found`));
  });

  it('what is wrong is said at its field on leaving it, and has the focus on Execute; nothing runs', async () => {
    const { element, faults } = await queryPage();
    await type(from(element), '31/31');
    await press('Tab');
    await until(() => expect(from(element).getAttribute('aria-invalid')).to.equal('true'));
    expect(describedBy(from(element))).to.contain('There is no such day.');
    await type(to(element), 'soon');
    await press('Enter');
    await until(() => expect(focus()).to.equal("textbox 'From'"));
    expect(describedBy(to(element))).to.contain('This is not a date.');
    await until(() => expect(shown(element)).to.contain('2 fields need your attention.'));
    expect(faults.calls).not.to.include('claims.open');
    from(element).value = '';
    await type(from(element), '11/1');
    await until(() => expect(from(element).hasAttribute('aria-invalid')).to.equal(false));
    await press('Enter');
    await until(() => expect(focus()).to.equal("textbox 'To'"));
  });

  it('N23 payers that cannot be listed are asked for again by a button, and the focus goes on to them', async () => {
    const told: string[] = [];
    const { element, faults } = await queryPage({ onError: ({ code }) => told.push(code) });
    faults.failNext('unavailable', { at: 'directory.payers', times: 2 });
    one(element, 'radio', 'Advanced search').click();
    const again = await until(() => button(element, 'Try again'));
    expect(all(element, 'combobox').map((select) => shown((select as HTMLSelectElement).labels![0]!))).not.to.include('Payer');
    again.focus();
    await press('Enter');
    await until(() => expect(faults.calls.filter((call) => call === 'directory.payers')).to.have.lengthOf(2));
    expect(focus()).to.equal("button 'Try again'");
    await press('Enter');
    await until(() => expect(focus()).to.equal("combobox 'Payer'"));
    expect(told).to.deep.equal(['unavailable', 'unavailable']);
  });

  it('a group of choices explains itself and takes the focus too', async () => {
    const { element } = await queryPage();
    one(element, 'radio', 'Payment date').click();
    one(element, 'radio', 'Advanced search').click();
    (await until(() => one(element, 'checkbox', 'Authorization'))).click();
    button(element, 'Execute query').click();
    await until(() => expect(focus()).to.equal("checkbox 'Claim'"));
    await until(() => expect(shown(element)).to.contain('Authorizations are not paid.'));
  });

  it('says in words how a date was understood, before anything runs', async () => {
    const { element } = await queryPage();
    for (const [typed, words] of [
      ['t-7', 'Sat, Nov 14, 2026'],
      ['11/1', 'Sun, Nov 1, 2026'],
      ['2026-02-28', 'Sat, Feb 28, 2026'],
    ] as const) {
      from(element).value = '';
      await type(from(element), typed);
      await press('Tab');
      await until(() => expect(describedBy(from(element))).to.contain(`That is ${words}.`));
    }
  });

  it('Execute pressed before the form can be read is not lost, and Cancel takes it back', async () => {
    const { element, faults } = await queryPage();
    faults.hang('drafts');
    await query(element);
    await until(() => expect(shown(element)).to.contain('Searching…'));
    button(element, 'Cancel').click();
    await until(() => expect(shown(element)).not.to.contain('Searching…'));
    await press('Enter');
    await until(() => button(element, 'Cancel'));
    faults.release();
    expect(await counted(element)).to.contain('cases found');
    expect(faults.calls.filter((call) => call === 'claims.open')).to.have.lengthOf(1);
  });

  it('Clear empties form and result and keeps section and date mode', async () => {
    const { element } = await queryPage();
    one(element, 'radio', 'Payment date').click();
    await query(element);
    await counted(element);
    button(element, 'Clear').click();
    await until(() => expect(all(element, 'grid')).to.be.empty);
    expect([from(element).value, to(element).value]).to.deep.equal(['', '']);
    expect((one(element, 'radio', 'Payment date') as HTMLInputElement).checked).to.equal(true);
  });

  it('a first form is what the task shows first', async () => {
    for (const through of [undefined, () => readOnly(3)]) {
      for (const signedIn of ['clerk', 'helpdesk'] as const) {
        const { portal } = await createTestPortal({ ...(through ? { through } : { signedIn }) });
        const input = claimQueryInput(portal, { id: 'one', locale: 'en' } as never);
        const machine = createActor(claimQueryMachine, { input }).getSnapshot();
        expect(claimQueryFirstView(input)).to.deep.equal(claimQueryView(machine));
      }
    }
  });

  it('a read-only backend of twenty lines drives it: nothing is offered that it lacks, and text is said not to be kept', async () => {
    const { element } = await queryPage({ through: () => readOnly(120) });
    expect(shown(element)).to.contain('What you enter here is not kept when you leave this page.');
    expect(all(element, 'radio').map((radio) => shown(radio.parentElement!))).to.deep.equal(['Basic search', 'Advanced search']);
    one(element, 'radio', 'Advanced search').click();
    await until(() => field(element, /Patient name/));
    expect(all(element, 'textbox').map((input) => input.id)).to.deep.equal(['from', 'to', 'memberName']);
    expect(all(element, 'checkbox')).to.have.lengthOf(2);
    button(element, 'Execute query').click();
    expect(await counted(element)).to.contain('120 cases found');
    await until(() => expect(all(element, 'columnheader').filter((header) => header.querySelector('button'))).to.have.lengthOf(1));
    await until(() => expect(all(element, 'button', /Export|Save/)).to.be.empty);
    await until(() => expect(shown(element)).not.to.contain('Saved queries'));
  });

  it('says what is missing instead of a form: no portal, nobody signed in, no claims', async () => {
    const lonely = await mountQuery(undefined);
    expect(shown(lonely)).to.contain('Not connected');
    lonely.portal = (await createTestPortal()).portal;
    await until(() => expect(shown(lonely)).to.contain('Sign in to see this.'));
    lonely.portal = (await createTestPortal({ signedIn: 'clerk', through: ({ claims: _, ...backend }) => backend })).portal;
    await until(() => expect(shown(lonely)).to.contain('This portal does not offer this.'));
  });

  it('a person who may not see amounts meets none: no column, filter, order, export or text', async () => {
    const { element } = await queryPage({ signedIn: 'helpdesk' });
    one(element, 'radio', 'Advanced search').click();
    await until(() => field(element, /Patient name/));
    await query(element);
    await counted(element);
    const headers = all(element, 'columnheader').map((header) => header.textContent!.trim());
    expect(headers).to.deep.equal(['Patient', 'Number', 'Kind', 'Decision', 'Service date', 'Payer', 'Physician']);
    expect(all(element, 'radio', 'Payment date')).to.be.empty;
    expect(shown(element)).not.to.match(/amount|billed|KWD|USD|AED|export/i);
  });
});

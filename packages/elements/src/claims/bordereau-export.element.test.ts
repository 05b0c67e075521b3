import { expect, html, oneEvent } from '@open-wc/testing';
import { PortError, refused } from '@portico/core/kernel';
import { all, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal } from '../../../../test/kit/test-portal.ts';
import type { BordereauExportElement } from './bordereau-export.element.ts';
import { choose, exportPage, issue, numberOf, select } from './bordereau.fixture.test.ts';
import { anything, button, counted, field, november, query, queryPage, withClaims } from './claims.fixture.test.ts';

const options = (element: Element, name: RegExp): string[] => [...select(element, name).options].map((option) => shown(option));
const figures = (element: Element): Record<string, string[]> =>
  Object.fromEntries(
    all(element, 'row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => shown(cell)))
      .map(([currency, ...sums]) => [currency!, sums]),
  );

describe('bordereau-export, issuing', () => {
  it('N22 a result with several payers and providers asks for one of each; the first that is missing has the focus', async () => {
    const { element, faults } = await exportPage();
    await until(() => select(element, /^Payer/));
    expect(options(element, /^Payer/)).to.deep.equal([
      'Choose one',
      'Gulf Shield TPA · درع الخليج (8 cases)',
      'Lakeland Health Plan (7 cases)',
    ]);
    expect(options(element, /^Provider/)).to.have.lengthOf(3);
    button(element, 'Issue bordereau').focus();
    await press('Enter');
    await until(() => expect(focus()).to.match(/^combobox 'Payer/));
    await until(() => expect(shown(element)).to.contain('The result has cases of several payers. Choose one.'));
    await until(() => expect(shown(element)).to.contain('The result has cases of several providers. Choose one.'));
    expect(faults.calls).not.to.include('claims.issueBordereau');
  });

  it('N22 one payer and provider: issued once, with number, parties, period, count, and totals by currency that are never mixed', async () => {
    const { element, portal } = await exportPage();
    const told = oneEvent(element, 'bordereau-issued');
    await issue(element);
    const number = await numberOf(element);
    expect((await told).detail).to.deep.equal({ number });
    await until(() => expect(focus()).to.equal("heading 'Bordereau'"));
    const text = shown(element);
    for (const words of [
      `Bordereau ${number} was issued.`,
      'Al Noor Medical Center',
      'Nov 1, 2026 – Nov 21, 2026',
      '8 cases',
      'Noura Haddad',
    ])
      expect(text).to.contain(words);
    const totals = figures(element);
    expect(Object.keys(totals)).to.deep.equal(['AED', 'KWD']);
    expect(totals['KWD']!.every((sum) => /^KWD [\d,]+\.\d{3}$/.test(sum))).to.equal(true);
    expect(totals['AED']!.every((sum) => /^(AED [\d,]+\.\d{2})?$/.test(sum))).to.equal(true);
    const { rows } = await portal.backend.claims!.search({ ...november, payerId: 'payer:gulf', providerId: 'provider:noor' }, {});
    const billed = rows.reduce((sum, { amounts }) => sum + (amounts?.billed?.currency === 'KWD' ? amounts.billed.minor : 0), 0);
    expect(totals['KWD']![0]!.replace(/\D/g, '')).to.equal(String(billed));
  });

  it('a party that is alone is chosen', async () => {
    const { element } = await exportPage({ criteria: { ...november, payerId: 'payer:lake' } });
    await until(() => select(element, /^Payer/));
    expect([select(element, /^Payer/).value, select(element, /^Provider/).value]).to.deep.equal(['payer:lake', 'provider:lakeside']);
    button(element, 'Issue bordereau').click();
    await numberOf(element);
  });

  it('N22 a chosen payer leaves the providers that have cases with it, and the one that is alone is chosen', async () => {
    const { element } = await exportPage();
    await until(() => select(element, /^Payer/));
    choose(element, /^Payer/, 'payer:lake');
    await until(() => expect(options(element, /^Provider/)).to.have.lengthOf(1));
    expect(select(element, /^Provider/).value).to.equal('provider:lakeside');
    expect(options(element, /^Provider/)[0]).to.contain('(7 cases)');
    expect(options(element, /^Payer/)).to.have.lengthOf(2);
    choose(element, /^Payer/, 'payer:gulf');
    await until(() => expect(select(element, /^Provider/).value).to.equal('provider:noor'));
    button(element, 'Issue bordereau').click();
    await numberOf(element);
    expect(shown(element)).to.contain('8 cases');
  });

  it('what was chosen is what is shown and issued, also when the empty choice goes away', async () => {
    const { element } = await exportPage();
    await until(() => select(element, /^Payer/));
    choose(element, /^Payer/, 'payer:lake');
    await until(() => expect(options(element, /^Payer/)).to.have.lengthOf(2));
    expect(select(element, /^Payer/).value).to.equal('payer:lake');
  });

  it('the period is checked at its fields: a query without dates asks for both days', async () => {
    const { element } = await exportPage({ criteria: anything });
    await issue(element);
    await until(() => expect(focus()).to.equal("textbox 'From'"));
    await until(() => expect(shown(element)).to.contain('Enter this day; a bordereau covers a whole period.'));
    await type(field(element, /^From$/), '11/21');
    await type(field(element, /^To$/), '11/1');
    await press('Tab');
    await until(() => expect(shown(element)).to.contain('The last day is before the first.'));
    field(element, /^To$/).select();
    await type(field(element, /^To$/), '11/21');
    button(element, 'Issue bordereau').click();
    await until(() => expect(shown(element)).to.match(/was issued|no case of this payer/));
  });

  it('the answer was lost: the same batch is asked for again, by itself', async () => {
    const { element, faults, clock } = await exportPage();
    faults.loseNext({ at: 'claims.issueBordereau' });
    await issue(element);
    await until(() => expect(faults.calls).to.include('claims.issueBordereau'));
    await clock.pass(120_000);
    expect(await numberOf(element)).to.equal('B-2026-000001');
    expect(faults.calls.filter((call) => call === 'claims.issueBordereau')).to.have.lengthOf(2);
  });

  it('nobody knows whether it was issued: trying again gives the same number', async () => {
    const ids: string[] = [];
    const told: string[] = [];
    const { element } = await exportPage({
      onError: ({ code }) => told.push(code),
      through: withClaims(({ issueBordereau }) => ({
        issueBordereau: async (request, meta) => {
          const answer = await issueBordereau!(request, meta);
          ids.push(meta.commandId);
          if (ids.length === 1) throw new PortError('internal');
          return answer;
        },
      })),
    });
    await issue(element);
    await until(() => expect(shown(one(element, 'status'))).to.contain('you get the same one, never a second'));
    (await until(() => button(element, 'Try again'))).click();
    expect(await numberOf(element)).to.equal('B-2026-000001');
    expect([ids.length, new Set(ids).size, told]).to.deep.equal([2, 1, ['internal']]);
  });

  it('a reload while it is issued asks for the same batch, not for a second', async () => {
    const page = await exportPage();
    page.faults.hang('claims.issueBordereau');
    await issue(page.element);
    await until(() => expect(page.faults.calls).to.include('claims.issueBordereau'));
    page.element.remove();
    const portal = page.open();
    await portal.signIn!(accountOf('clerk'));
    const element = await mount<BordereauExportElement>(html`<bordereau-export .portal=${portal}></bordereau-export>`);
    await until(() => expect(page.faults.calls.filter((call) => call === 'claims.issueBordereau')).to.have.lengthOf(2));
    page.faults.release();
    expect(await numberOf(element)).to.equal('B-2026-000001');
  });

  it('while it is issued nothing can be pressed twice, and nobody leaves without the number', async () => {
    const { element, faults } = await exportPage();
    await until(() => select(element, /^Payer/));
    faults.hang('claims.issueBordereau');
    choose(element, /^Payer/, 'payer:gulf');
    choose(element, /^Provider/, 'provider:noor');
    let closed = 0;
    element.addEventListener('export-closed', () => (closed += 1));
    button(element, 'Issue bordereau').focus();
    await press('Enter', 'Enter');
    await until(() => expect(shown(one(element, 'status'))).to.equal('Issuing the bordereau…'));
    expect(focus()).to.equal("button 'Issue bordereau'");
    button(element, 'Close').click();
    faults.release();
    await numberOf(element);
    expect([closed, faults.calls.filter((call) => call === 'claims.issueBordereau').length]).to.deep.equal([0, 1]);
  });

  for (const [answer, words] of [
    [refused('denied'), 'You have no right to issue a bordereau for these parties.'],
    [refused('nothing-to-issue'), 'There is no case of this payer and provider in this period.'],
    [refused('too-many-rows', { max: 5_000 }), 'A bordereau may hold 5,000 cases at most. Choose a shorter period.'],
    [refused('invalid-period', { days: 31 }), 'The period may span 31 days at most.'],
  ] as const) {
    it(`refused as ${answer.code}: says why, and the choice is still there`, async () => {
      const { element } = await exportPage({ through: withClaims(() => ({ issueBordereau: async () => answer as never })) });
      await issue(element);
      await until(() => expect(shown(one(element, 'status'))).to.equal(words));
      expect(select(element, /^Payer/).value).to.equal('payer:gulf');
      expect(all(element, 'button').map((each) => shown(each))).to.deep.equal(['Issue bordereau', 'Close']);
    });
  }

  it('a count that fails is told to person and host, and can be tried again; nothing found says so', async () => {
    const told: string[] = [];
    const { element, faults } = await exportPage({ criteria: null, onError: ({ code }) => told.push(code) });
    await until(() => expect(shown(element)).to.contain('Execute a query first'));
    faults.failNext('timeout', { at: 'claims.breakdown' });
    element.criteria = november;
    await until(() => expect(shown(one(element, 'status'))).to.equal('The cases could not be counted. Try again.'));
    expect(told).to.deep.equal(['timeout']);
    button(element, 'Try again').click();
    await until(() => select(element, /^Payer/));
    element.criteria = { ...anything, identifier: 'no such number' };
    await until(() => expect(shown(one(element, 'status'))).to.contain('there is nothing to export'));
  });

  it('who may not issue is offered nothing, before and after a sign-in', async () => {
    const { element } = await exportPage({ signedIn: 'helpdesk' });
    await until(() => expect(shown(element)).to.equal('This portal does not offer this.'));
    const { portal } = await createTestPortal({ claims: 300 });
    element.portal = portal;
    await until(() => expect(shown(element)).to.equal('Sign in to see this.'));
    await portal.signIn!(accountOf('clerk'));
    await until(() => select(element, /^Payer/));
  });
});

describe('bordereau-export, in the dialog of Claims Query', () => {
  const opened = async (): Promise<Awaited<ReturnType<typeof queryPage>> & { readonly dialog: HTMLDialogElement }> => {
    const page = await queryPage();
    await query(page.element);
    await counted(page.element);
    button(page.element, 'Export bordereau…').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("heading 'Bordereau'"));
    return { ...page, dialog: page.element.shadowRoot!.querySelector('dialog')! };
  };

  it('opens by keyboard with the focus on its heading, and Escape leads back to its button', async () => {
    const { dialog } = await opened();
    expect(dialog.open).to.equal(true);
    await press('Escape');
    await until(() => expect(focus()).to.equal("button 'Export bordereau…'"));
    expect(dialog.open).to.equal(false);
  });

  it('closed and opened again it asks anew, for the query that is shown', async () => {
    const { element, dialog } = await opened();
    await issue(dialog);
    await numberOf(dialog);
    button(dialog, 'Close').click();
    await until(() => expect(dialog.open).to.equal(false));
    button(element, 'Export bordereau…').click();
    await until(() => button(dialog, 'Issue bordereau'));
    expect(field(dialog, /^From$/).value).to.equal('2026-11-01');
  });

  it('Escape does not close it while the batch is issued', async () => {
    const { dialog, faults } = await opened();
    faults.hang('claims.issueBordereau');
    await issue(dialog);
    await until(() => expect(faults.calls).to.include('claims.issueBordereau'));
    await press('Escape');
    expect(dialog.open).to.equal(true);
    faults.release();
    await numberOf(dialog);
  });
});

import { expect, html, oneEvent } from '@open-wc/testing';
import { all, focus, mount, one, press, shown, until } from '../../../../test/kit/screen.ts';
import type { ClaimQueryElement } from './claim-query.element.ts';
import { anything, button, counted, focusedRow, paged, query, queryPage, readOnly, rowTexts, withClaims } from './claims.fixture.test.ts';

const execute = (element: Element): void => button(element, 'Execute query').click();
const status = (element: Element): string => shown(element.shadowRoot!.querySelector('.count')!);
const firstRow = (element: Element): HTMLElement => all(element, 'row')[1]!;
const header = (element: Element, name: string): HTMLElement => one(element, 'columnheader', new RegExp(`^${name}`));

/** From the form into the first row, by keyboard. */
async function enterTable(element: ClaimQueryElement): Promise<void> {
  button(element, /Export/).focus();
  await press('Tab');
  await until(() => expect(focusedRow(element)).not.to.equal(''));
}

describe('claim-query, the results', () => {
  it('N27 a row opens by Enter on its link, and says so by id alone', async () => {
    const { element } = await queryPage();
    await query(element);
    await counted(element);
    await enterTable(element);
    await press('ArrowDown');
    const opened = oneEvent(element, 'claim-opened');
    await press('Enter');
    const { detail } = await opened;
    expect(Object.keys(detail)).to.deep.equal(['id']);
    expect(JSON.stringify(detail)).not.to.contain(focusedRow(element));
  });

  it('N27 a row opens by double click anywhere in it, and by a plain click on the name', async () => {
    const { element, portal } = await queryPage();
    const told: string[] = [];
    portal.on('claim-opened', ({ id }) => told.push(id));
    await query(element);
    await counted(element);
    const cells = [...firstRow(element).querySelectorAll('td')];
    cells[3]!.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    firstRow(element).querySelector('a')!.click();
    expect(told).to.have.lengthOf(2);
    expect(told[0]).to.equal(told[1]);
  });

  it('N27 with claim-href each row is a real link to its claim, which the browser follows', async () => {
    const { element } = await queryPage({ href: '#claim/{id}' });
    await query(element);
    await counted(element);
    const opened = oneEvent(element, 'claim-opened');
    await enterTable(element);
    await press('Enter');
    const { id } = (await opened).detail as { id: string };
    expect(location.hash).to.equal(`#claim/${encodeURIComponent(id)}`);
    expect(all(element, 'link')).to.have.lengthOf(15);
    location.hash = '';
  });

  it('sorts by what the backend can and by nothing else, says how, and asks it again', async () => {
    const { element, portal } = await queryPage();
    await query(element);
    await counted(element);
    const { sorts } = portal.backend.capabilities.claims!;
    const sortable = all(element, 'columnheader').filter((cell) => cell.querySelector('button'));
    expect(sortable).to.have.lengthOf(sorts.length);
    for (const [name, words] of [
      ['Billed', 'sorted by Billed, lowest first'],
      ['Billed', 'sorted by Billed, highest first'],
      ['Patient', 'sorted by Patient, A to Z'],
      ['Payment date', 'sorted by Payment date, oldest first'],
    ] as const) {
      header(element, name).querySelector('button')!.click();
      await until(() => expect(status(element)).to.equal(`15 cases found ${words}`));
    }
    expect(header(element, 'Payment date').getAttribute('aria-sort')).to.equal('ascending');
    const sorted = await portal.backend.claims!.search(anything, { sort: { key: 'paymentDate', direction: 'ascending' } });
    expect(sorted.rows.length).to.be.greaterThan(0);
  });

  it('says that it searches and what came of it in the one live line, each once', async () => {
    const { element, faults } = await queryPage();
    await query(element);
    await counted(element);
    const line = all(element, 'status').find((each) => /cases found/.test(shown(each)))!;
    const said: string[] = [];
    new MutationObserver(() => said.at(-1) !== shown(line) && said.push(shown(line))).observe(line, {
      ...{ subtree: true, childList: true, characterData: true },
    });
    faults.hang('claims.open');
    header(element, 'Billed').querySelector('button')!.click();
    await until(() => button(element, 'Cancel'));
    faults.release();
    await until(() => expect(said).to.deep.equal(['Searching…', '15 cases found sorted by Billed, lowest first']));
  });

  it('a result of any size scrolls freely: rows come as they are looked at', async () => {
    const { element, faults } = await queryPage({ claims: 1_000 });
    execute(element);
    expect(await counted(element)).to.contain('1,000 cases found');
    expect(one(element, 'grid').getAttribute('aria-rowcount')).to.equal('1001');
    expect(all(element, 'row').length).to.be.lessThan(60);
    await enterTable(element);
    await press('Control+End');
    await until(() => expect(focusedRow(element)).not.to.equal('Loading…'));
    await until(() => expect(rowTexts(element).at(-1)).to.contain('C-'));
    expect(faults.calls.filter((call) => call === 'claims.rows').length).to.be.lessThan(6);
  });

  it('rows that could not be loaded are told, and can be asked for again', async () => {
    const { element, faults } = await queryPage({ claims: 1_000 });
    execute(element);
    await counted(element);
    faults.failNext('unavailable', { at: 'claims.rows' });
    await enterTable(element);
    await press('Control+End');
    await until(() => expect(shown(one(element, 'alert'))).to.contain('Some rows could not be loaded.'));
    button(element, 'Try again').click();
    await until(() => expect(all(element, 'alert')).to.be.empty);
    await until(() => expect(rowTexts(element).at(-1)).to.contain('C-'));
  });

  it('says that there are more than the backend counts', async () => {
    const { element } = await queryPage({ claims: 1_100, through: paged(1_000) });
    execute(element);
    expect(await counted(element)).to.contain('More than 1,000 cases found');
  });

  it('without free scrolling it pages: rows, range and buttons that keep the focus at either end', async () => {
    const { element } = await queryPage({ claims: 120, through: paged() });
    execute(element);
    expect(await counted(element)).to.contain('120 cases found');
    const first = rowTexts(element)[0];
    expect(shown(element)).to.contain('Rows 1 to 50');
    expect(button(element, 'Previous page').getAttribute('aria-disabled')).to.equal('true');
    const next = button(element, 'Next page');
    next.focus();
    for (const range of ['Rows 51 to 100', 'Rows 101 to 120']) {
      await press('Enter');
      await until(() => expect(shown(element)).to.contain(range));
    }
    expect(focus()).to.equal("button 'Next page'");
    expect(next.getAttribute('aria-disabled')).to.equal('true');
    await press('Enter');
    for (const range of ['Rows 51 to 100', 'Rows 1 to 50']) {
      button(element, 'Previous page').click();
      await until(() => expect(shown(element)).to.contain(range));
    }
    await until(() => expect(rowTexts(element)[0]).to.equal(first));
  });

  it('a read-only backend pages too, and says what it counted', async () => {
    const { element } = await queryPage({ through: () => readOnly(120) });
    execute(element);
    await counted(element);
    button(element, 'Next page').click();
    await until(() => expect(shown(element)).to.contain('Rows 51 to 100'));
    expect(status(element)).to.equal('120 cases found sorted by Service date, newest first');
  });

  it('nothing found says so and what to do; nothing on a page with more after it says that', async () => {
    const { element } = await queryPage();
    await query(element, '1/1/2001', '1/2/2001');
    expect(await counted(element)).to.equal('No cases found');
    expect(shown(element)).to.contain('Check the dates, or use fewer filters.');
    const empty = { rows: [], next: 'more', total: { kind: 'unknown' } } as const;
    const { element: sparse } = await queryPage({
      through: (backend) => paged()(withClaims(() => ({ search: async () => empty }))(backend)),
    });
    execute(sparse);
    await until(() => expect(shown(sparse)).to.contain('Nothing on this page; there is more on the next.'));
    expect(all(sparse, 'grid')).to.be.empty;
  });

  it('one search at a time: while it runs it can be cancelled, and the result before it stays', async () => {
    const { element, faults } = await queryPage();
    await query(element);
    const before = await counted(element);
    faults.hang('claims.open');
    await query(element, '10/1', '10/31');
    await until(() => expect(status(element)).to.equal('Searching…'));
    expect(one(element, 'grid').closest('[aria-busy="true"]')).to.equal(null);
    expect(element.shadowRoot!.querySelector('.results')!.getAttribute('aria-busy')).to.equal('true');
    button(element, 'Cancel').focus();
    await press('Enter');
    expect(await counted(element)).to.equal(before);
    await until(() => expect(focus()).to.equal("button 'Execute query'"));
    await until(() => expect(shown(element)).to.contain('The criteria have changed.'));
    faults.release();
  });

  for (const [code, words] of [
    ['offline', 'There is no connection. What you entered is still here'],
    ['denied', 'You have no right to see these cases.'],
    ['not-supported', 'This system cannot answer such a query.'],
    ['timeout', 'The query could not be run. What you entered is still here'],
    ['internal', 'The query could not be run.'],
  ] as const) {
    it(`${code} is told in words and to the host, what was typed is still there, and trying again works`, async () => {
      const told: string[] = [];
      const { element, faults } = await queryPage({ onError: ({ code: reported }) => told.push(reported) });
      faults.failNext(code, { at: 'claims.open' });
      await query(element);
      const alert = await until(() => one(element, 'alert'));
      expect(shown(alert)).to.contain(words).and.not.contain(code);
      expect(all(element, 'textbox').map((input) => (input as HTMLInputElement).value)).to.deep.equal(['11/1', '11/21']);
      expect(told).to.deep.equal([code]);
      button(element, 'Try again').click();
      expect(await counted(element)).to.contain('cases found');
      await until(() => expect(all(element, 'alert')).to.be.empty);
    });
  }

  it('a session that the backend does not know any more ends, and nothing of the result stays', async () => {
    const { element, faults, portal } = await queryPage();
    await query(element);
    await counted(element);
    faults.failNext('not-signed-in', { at: 'claims.open' });
    await press('Enter');
    await until(() => expect(portal.session().state).to.equal('ended'));
    await until(() => expect(shown(element)).to.contain('Sign in to see this.'));
    expect(all(element, 'grid')).to.be.empty;
  });

  it('two on one page have a result each', async () => {
    const { element, portal } = await queryPage();
    // Under the same id it would come back to what the first one kept.
    const other = await mount<ClaimQueryElement>(html`<claim-query id="other" .portal=${portal}></claim-query>`);
    await until(() => one(other, 'heading'));
    await query(element);
    await counted(element);
    expect(all(other, 'grid')).to.be.empty;
    await query(other, '1/1/2001', '1/2/2001');
    expect(await counted(other)).to.equal('No cases found');
    expect(await counted(element)).to.contain('15 cases found');
  });
});

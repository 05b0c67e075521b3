import { aTimeout, expect, html } from '@open-wc/testing';
import { all, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import type { ClaimQueryElement } from './claim-query.element.ts';
import {
  button,
  counted,
  focusedRow,
  from,
  mountQuery,
  query,
  queryPage,
  readOnly,
  rowTexts,
  to,
  type QueryPage,
} from './claims.fixture.test.ts';

const topRow = (element: Element): string =>
  rowTexts(element).find((_, index) => {
    const { top } = all(element, 'row')[index + 1]!.getBoundingClientRect();
    return top > one(element, 'grid').querySelector('thead')!.getBoundingClientRect().bottom - 2;
  })!;

/** Finds a lot, goes some way down, and stands on a row. */
async function wander(options: TestPortalOptions = {}): Promise<QueryPage & { readonly row: string; readonly top: string }> {
  const page = await queryPage({ claims: 600, ...options });
  const { element } = page;
  await type(from(element), '1/1');
  await press('Enter');
  await counted(element);
  button(element, /Export/).focus();
  await press('Tab');
  await until(() => expect(focusedRow(element)).not.to.equal(''));
  for (let n = 0; n < 4; n += 1) await press('PageDown');
  await press('ArrowDown');
  await until(() => expect(focusedRow(element)).not.to.equal('Loading…'));
  return { ...page, row: focusedRow(element), top: topRow(element) };
}

/** The page is as it was: criteria, result, row in view, and by `focus()` the row that was active. */
async function isBack(element: ClaimQueryElement, { row, top }: { readonly row: string; readonly top: string }): Promise<void> {
  element.focus();
  await until(() => expect(focusedRow(element)).to.equal(row));
  expect(from(element).value).to.equal('1/1');
  expect(await counted(element)).to.contain('cases found');
  expect(topRow(element)).to.equal(top);
}

describe('claim-query, the place a person comes back to', () => {
  it('N27 from a claim shown in its stead: same row, place and focus', async () => {
    const page = await wander();
    const { element } = page;
    await press('Enter');
    element.hidden = true;
    await aTimeout(50);
    element.hidden = false;
    await isBack(element, page);
  });

  it('N27 taken out of the page and put back, as a router does', async () => {
    const page = await wander();
    const { element } = page;
    const { parentElement } = element;
    await press('Enter');
    element.remove();
    await aTimeout(50);
    parentElement!.append(element);
    await isBack(element, page);
  });

  it('N27 a new element in its place', async () => {
    const page = await wander();
    page.element.remove();
    await aTimeout(50);
    await isBack(await mountQuery(page.portal), page);
  });

  it('a reload: criteria, result, row, and what was half-typed, from the draft the backend keeps', async () => {
    const page = await wander();
    await press('Enter');
    await type(to(page.element), '21/1');
    await page.clock.pass(600);
    const portal = page.open();
    await portal.signIn!(accountOf('clerk'));
    page.element.remove();
    const element = await mountQuery(portal);
    await until(() => expect(to(element).value).to.equal('21/1'));
    await isBack(element, page);
  });

  it('N25 a reload right after Execute runs the same query again, and says again what its dates mean', async () => {
    const page = await queryPage();
    await query(page.element);
    await until(() => expect(page.faults.calls).to.include('drafts.put'));
    const before = await counted(page.element);
    const portal = page.open();
    await portal.signIn!(accountOf('clerk'));
    const element = await mountQuery(portal);
    expect(await counted(element)).to.equal(before);
    expect(shown(element)).to.contain('That is Sun, Nov 1, 2026.');
    expect(shown(element)).to.contain('That is Sat, Nov 21, 2026.');
  });

  it('text typed in the last moment before the page goes is kept too', async () => {
    const page = await queryPage();
    await type(from(page.element), 't-');
    // Once by the element, which looks whether there is a draft, once by the task, which is running then.
    await until(() => expect(page.faults.calls.filter((call) => call === 'drafts.get')).to.have.length(2));
    page.element.remove();
    await until(() => expect(page.faults.calls).to.include('drafts.put'));
    const portal = page.open();
    await portal.signIn!(accountOf('clerk'));
    const element = await mountQuery(portal);
    await until(() => expect(from(element).value).to.equal('t-'));
    expect(all(element, 'grid')).to.be.empty;
  });

  it('without drafts the place outlives the element, not the page', async () => {
    const page = await queryPage({ through: () => readOnly(80) });
    const { element, portal } = page;
    await type(from(element), '1/1');
    await press('Enter');
    await counted(element);
    const { parentElement } = element;
    element.remove();
    await aTimeout(20);
    parentElement!.append(element);
    await aTimeout(20);
    await until(() => expect(from(element).value).to.equal('1/1'));
    expect(await counted(element)).to.contain('cases found');
    element.remove();
    const reloaded = await mountQuery(page.open());
    expect([portal.drafts, from(reloaded).value]).to.deep.equal([null, '']);
  });

  it('moved in the page it keeps its search under way, its result and what is typed', async () => {
    const { element, faults } = await queryPage();
    faults.hang('claims.open');
    await query(element);
    await until(() => button(element, 'Cancel'));
    const elsewhere = await mount(html`<section></section>`);
    elsewhere.append(element);
    await aTimeout(20);
    faults.release();
    expect(await counted(element)).to.contain('15 cases found');
    expect(faults.calls.filter((call) => call === 'claims.open')).to.have.lengthOf(1);
    expect(from(element).value).to.equal('11/1');
  });

  it('taken away while it searches, the search is broken off', async () => {
    let signal: AbortSignal | undefined;
    const { element } = await queryPage({
      through: (backend) => ({
        ...backend,
        claims: { ...backend.claims!, open: (_, request) => ((signal = request.signal), new Promise(() => undefined)) },
      }),
    });
    await query(element);
    await until(() => expect(signal?.aborted).to.equal(false));
    element.remove();
    await until(() => expect(signal?.aborted).to.equal(true));
  });

  it('focus goes to the first field where there is no row to come back to, and is left alone once somebody types', async () => {
    const { element } = await queryPage();
    element.focus();
    expect(focus()).to.equal("textbox 'From'");
    await type(from(element), '11/1');
    await press('Enter');
    await counted(element);
    await aTimeout(20);
    expect(focus()).to.equal("textbox 'From'");
  });

  it('a person who left for somewhere else is not called back by rows that arrive', async () => {
    const page = await wander();
    page.element.remove();
    await aTimeout(20);
    page.faults.hang('claims.open');
    const element = await mountQuery(page.portal);
    element.focus();
    const elsewhere = await mount<HTMLElement>(html`<button>Elsewhere</button>`);
    elsewhere.focus();
    page.faults.release();
    await counted(element);
    await aTimeout(20);
    expect(focus()).to.equal("button 'Elsewhere'");
  });

  it('the next person finds nothing of the one before', async () => {
    const page = await wander();
    await page.portal.logout();
    await until(() => expect(shown(page.element)).to.contain('Sign in to see this.'));
    await page.portal.signIn!(accountOf('claims-center'));
    await until(() => from(page.element));
    await aTimeout(50);
    expect([from(page.element).value, all(page.element, 'grid').length]).to.deep.equal(['', 0]);
  });

  it('a draft of an older build is offered as text and can be dismissed', async () => {
    const page = await queryPage();
    await page.portal.drafts!.put({ taskId: 'claim-query:query', commandId: null, payload: { member: 'Mona' }, savedAt: 0 });
    page.element.remove();
    const element = await mountQuery(page.portal);
    await until(() => expect(shown(element)).to.contain('Mona'));
    button(element, 'Dismiss').click();
    await until(() => expect(shown(element)).not.to.contain('Mona'));
  });
});

describe('claim-query, saved queries', () => {
  const open = async (element: ClaimQueryElement): Promise<void> => {
    await until(() => expect(element.shadowRoot!.querySelector('summary')).not.to.equal(null));
    element.shadowRoot!.querySelector('summary')!.click();
    await until(() => expect(shown(element)).to.match(/No saved queries yet|Run /));
  };
  const save = async (element: ClaimQueryElement, name: string): Promise<void> => {
    await type(one(element, 'textbox', 'Name of the query'), name);
    await press('Enter');
    await until(() => expect(shown(element)).to.contain(`“${name}” was saved.`));
  };

  it('what was executed is saved under a name, run from another page, removed, and put back', async () => {
    const page = await queryPage();
    const { element } = page;
    await query(element);
    await counted(element);
    await open(element);
    await save(element, 'This month');
    expect(one<HTMLInputElement>(element, 'textbox', 'Name of the query').value).to.equal('');

    const portal = page.open();
    await portal.signIn!(accountOf('clerk'));
    await portal.drafts!.remove('claim-query:query');
    element.remove();
    const other = await mountQuery(portal);
    from(other).focus();
    await open(other);
    button(other, 'Run This month').click();
    expect(await counted(other)).to.contain('15 cases found');
    await until(() => expect(from(other).value).to.equal('2026-11-01'));

    button(other, 'Remove This month').click();
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    await until(() => expect(shown(other)).to.contain('“This month” was removed.'));
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Run This month'"));
  });

  it('a name that is missing, and a backend that fails, are told; trying again works', async () => {
    const { element, faults } = await queryPage();
    await query(element);
    await counted(element);
    faults.failNext('unavailable', { at: 'claims.savedQueries' });
    element.shadowRoot!.querySelector('summary')!.click();
    await until(() => expect(shown(one(element, 'alert'))).to.contain('The saved queries could not be reached.'));
    button(element, 'Try again').click();
    await until(() => one(element, 'textbox', 'Name of the query'));
    one(element, 'textbox', 'Name of the query').focus();
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('Enter a name.'));
    await save(element, 'Any');
  });
});

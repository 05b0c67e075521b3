import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import type { CaseDetail, CaseRow } from '@portico/core/claims';
import type { Backend } from '@portico/core/portal';
import type { Change } from '@portico/core/kernel';
import { all, focus, mount, one, press, shown, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/claim-detail.ts';
import type { ClaimDetailElement } from './claim-detail.element.ts';
import { anything, withClaims } from './claims.fixture.test.ts';

type Page = Awaited<ReturnType<typeof createTestPortal>> & { readonly element: ClaimDetailElement };

/** A page that shows the first case that fits. */
async function page(fits: (row: CaseRow) => boolean, options: TestPortalOptions = {}, surroundings: Surroundings = {}): Promise<Page> {
  const world = await createTestPortal({ signedIn: 'clerk', claims: 200, ...options });
  const { rows } = await world.portal.backend.claims!.search(anything, { limit: 200 });
  const element = await mount<ClaimDetailElement>(
    html`<claim-detail claim-id=${rows.find(fits)!.id} .portal=${world.portal}></claim-detail>`,
    surroundings,
  );
  return { ...world, element };
}
const heading = (element: Element): Promise<HTMLElement> =>
  until(() => all(element, 'heading').find((each) => each.localName === 'h2') ?? expect.fail(`no case: ${shown(element)}`));
const section = (element: Element, title: string): HTMLElement => one(element, 'heading', title).closest('section')!;
const list = (part: HTMLElement): Record<string, string> =>
  Object.fromEntries([...part.querySelectorAll('dt')].map((dt) => [shown(dt), shown(dt.nextElementSibling!)]));

/** The same backend with a case that a test makes up from a real one. */
const changed =
  (change: (detail: CaseDetail) => CaseDetail) =>
  (backend: Backend): Backend =>
    withClaims(({ get }) => ({ get: async (...asked) => ((detail) => detail && change(detail))(await get(...asked)) }))(backend);

describe('claim-detail', () => {
  it('shows the three axes apart: a reversed claim is complete, cancelled and reversed', async () => {
    const { element } = await page(({ decision }) => decision === 'reversed');
    expect(shown(await heading(element))).to.match(/^Claim C-\d+$/);
    expect(list(section(element, 'Status'))).to.deep.equal({ Decision: 'Reversed', Processing: 'Complete', Record: 'Cancelled' });
  });

  it('N29 a voided authorization says that it was not used, whatever was decided', async () => {
    const { element } = await page(({ use }) => use === 'not-used');
    await heading(element);
    expect(list(section(element, 'Status'))).to.include({ Decision: 'Approved', Use: 'Not used (voided)' });
    expect(shown(element)).to.contain('Voided: the member chose another date.');
  });

  it('rejected is not denied', async () => {
    const { element } = await page(({ decision }) => decision === 'rejected');
    await heading(element);
    expect(list(section(element, 'Status'))).to.include({ Decision: 'Rejected', Processing: 'Could not be processed' });
    expect(shown(element)).not.to.contain('Denied');
  });

  it('codes that nobody knows are shown as they came', async () => {
    const code = { code: 'XX-77 زرقاء', system: null, text: null };
    const { element } = await page(({ kind }) => kind === 'claim', {
      through: changed((detail) => ({
        ...detail,
        record: {
          ...detail.record,
          rawCodes: [code],
          items: detail.record.items.map((item) => ({ ...item, outcome: 'other', outcomeCode: { ...code, code: 'ZZ9' }, reasons: [code] })),
        },
      })),
    });
    await heading(element);
    expect(shown(section(element, 'Services'))).to.contain('Other Code as received: ZZ9 XX-77 زرقاء');
    expect(shown(section(element, 'Other codes as received'))).to.contain('XX-77 زرقاء');
  });

  it('the amounts follow from one another, to the last digit of their currency', async () => {
    const { element } = await page(({ decision, amounts }) => decision === 'partially-paid' && amounts?.billed?.currency === 'KWD');
    await heading(element);
    const lines = [...section(element, 'Amounts').querySelectorAll('tr')].map((line) => [...line.children].map((cell) => shown(cell)));
    const amount = (key: string): number => Number(lines.find(([name]) => name!.startsWith(key))![2]!.replace(/[^\d.]/g, ''));
    expect(lines.map(([name, sign]) => `${sign} ${/^(Not approved)?/.exec(name!)![0] || name}`.trim())).to.deep.equal([
      ...['Billed', '− Not approved', '= Approved', '− Patient share', '= Owed by the payer', '− Paid', '= Open'],
    ]);
    expect(lines.every(([, , text]) => /^KWD [\d,]+\.\d{3}$/.test(text!))).to.equal(true);
    expect((amount('Billed') - amount('Not approved')).toFixed(3)).to.equal(amount('Approved').toFixed(3));
    expect((amount('Owed by the payer') - amount('Paid')).toFixed(3)).to.equal(amount('Open').toFixed(3));
  });

  it('what was not approved says why, with the lines that were refused for it', async () => {
    const isDenied = ({ kind, decision }: CaseRow): boolean => kind === 'claim' && decision === 'denied';
    const { element, portal } = await page(isDenied);
    await heading(element);
    const { rows } = await portal.backend.claims!.search(anything, { limit: 200 });
    const { items } = (await portal.backend.claims!.get(rows.find(isDenied)!.id))!.record;
    const told = [...section(element, 'Amounts').querySelectorAll('th')]
      .map((line) => shown(line))
      .find((line) => line.startsWith('Not approved'));
    expect(items).not.to.be.empty;
    for (const { sequence, reasons } of items) {
      expect(told).to.contain(reasons[0]!.text);
      expect(told).to.match(new RegExp(`on lines? [\\d, ]*\\b${sequence}(?!\\d)`));
    }
  });

  it('lines that add up to something else are told; an amount that nobody told is not zero', async () => {
    const { element } = await page(({ decision, amounts }) => decision === 'paid' && amounts?.billed?.currency === 'USD', {
      through: changed((detail) => ({
        ...detail,
        record: { ...detail.record, amounts: { ...detail.record.amounts, billed: { minor: 1, currency: 'USD' }, patientShare: null } },
      })),
    });
    await heading(element);
    const amounts = shown(section(element, 'Amounts'));
    expect(amounts).to.match(/Billed: the case says USD 0\.01, its lines add up to USD [\d.,]+\./);
    expect(amounts).not.to.contain('Patient share');
    expect(amounts).not.to.contain('Owed');
  });

  it('what a role may not see is absent, and that something is', async () => {
    const { element } = await page(({ decision }) => decision === 'paid', { signedIn: 'helpdesk' });
    await heading(element);
    expect(shown(element)).to.contain('Your role does not show everything of this case.');
    expect(shown(element)).not.to.match(/KWD|AED|USD|amount|billed|Diagnos|Payment date/i);
    const columns = all(element, 'columnheader').map((header) => shown(header));
    expect(columns).to.deep.equal(['Line', 'Service date', 'Quantity', 'Outcome']);
  });

  it("no such case and somebody else's read the same", async () => {
    const { portal } = await createTestPortal({ signedIn: 'clerk', claims: 50 });
    const { rows } = await portal.backend.claims!.search(anything, {});
    const foreign = rows.find(({ payerId }) => payerId !== 'payer:gulf')!.id;
    const world = await createTestPortal({ signedIn: 'claims-center', claims: 50 });
    const texts: string[] = [];
    for (const id of [foreign, 'no-such-case']) {
      const element = await mount<ClaimDetailElement>(html`<claim-detail claim-id=${id} .portal=${world.portal}></claim-detail>`);
      element.focus();
      texts.push(shown(await until(() => one(element, 'alert'))));
      await until(() => expect(focus()).to.contain('alert'));
      await until(() => expect(all(element, 'button')).to.be.empty);
    }
    expect(texts).to.deep.equal(Array(2).fill('There is no such case, or you have no right to see it.'));
  });

  it('is asked for once, says that it is shown by id, and takes the focus it was asked to', async () => {
    let calls = 0;
    const world = await createTestPortal({
      ...{ signedIn: 'clerk', claims: 20 },
      through: withClaims(({ get }) => ({ get: (...asked) => ((calls += 1), get(...asked)) })),
    });
    const { rows } = await world.portal.backend.claims!.search(anything, {});
    const element = document.createElement('claim-detail') as ClaimDetailElement;
    element.portal = world.portal;
    element.claimId = rows[0]!.id;
    const told = oneEvent(element, 'claim-shown');
    const host = await mount(html`<div></div>`);
    host.append(element);
    element.focus();
    expect((await told).detail).to.deep.equal({ id: rows[0]!.id });
    await until(() => expect(focus()).to.match(/^heading '(Claim|Authorization)/));
    expect(calls).to.equal(1);
    element.claimId = rows[1]!.id;
    await until(() => expect(shown(element)).to.contain(rows[1]!.reference));
    expect(calls).to.equal(2);
    element.claimId = '';
    await until(() => expect(shown(element)).to.contain('Open a case to see it here.'));
  });

  it('follows what changes, and a refresh that fails leaves what was shown and says so', async () => {
    const listeners = new Set<(change: Change) => void>();
    const told: string[] = [];
    let calls = 0;
    let fails = false;
    const { element } = await page(({ kind }) => kind === 'claim', {
      onError: ({ code }) => told.push(code),
      through: (backend) => ({
        ...withClaims(({ get }) => ({
          get: (...asked) => (
            (calls += 1),
            fails ? Promise.reject(Object.assign(new Error(), { name: 'PortError', code: 'offline' })) : get(...asked)
          ),
        }))(backend),
        changes: {
          subscribe: (topic, listener) => {
            if (topic === 'claims') listeners.add(listener);
            return () => void listeners.delete(listener);
          },
        },
      }),
    });
    await heading(element);
    const id = element.claimId;
    listeners.forEach((tell) => tell({ topic: 'claims', id, version: 2 } as never));
    await until(() => expect(calls).to.equal(2));
    await until(() => expect(one(element, 'button', 'Refresh').getAttribute('aria-disabled')).to.equal('false'));
    fails = true;
    for (const times of [1, 2]) {
      one(element, 'button', 'Refresh').focus();
      await press('Enter');
      await until(() => expect(told).to.have.lengthOf(times));
      await until(() => expect(shown(one(element, 'alert'))).to.contain('The case could not be refreshed.'));
      await heading(element);
      expect(focus()).to.equal("button 'Refresh'");
    }
    fails = false;
    one(element, 'button', 'Try again').click();
    await until(() => expect(all(element, 'alert')).to.be.empty);
    element.remove();
    await aTimeout(0);
    expect(listeners.size).to.equal(0);
  });

  for (const [code, words] of [
    ['offline', 'There is no connection.'],
    ['denied', 'You have no right to see this case.'],
    ['timeout', 'The case could not be loaded.'],
  ] as const) {
    it(`${code} is told in words, and trying again works`, async () => {
      let fails = true;
      const { element } = await page(() => true, {
        through: withClaims(({ get }) => ({
          get: (...asked) => (fails ? Promise.reject(Object.assign(new Error(), { name: 'PortError', code })) : get(...asked)),
        })),
      });
      expect(shown(await until(() => one(element, 'alert'))))
        .to.contain(words)
        .and.not.contain(code);
      fails = false;
      one(element, 'button', 'Try again').click();
      await heading(element);
    });
  }

  it('reads whole in Arabic, numbers of cases stay in their direction, and changes language in place', async () => {
    const { element } = await page(({ decision }) => decision === 'paid', {}, { lang: 'ar' });
    expect(shown(await heading(element))).to.match(/^مطالبة C-\d+$/);
    const words = [...element.shadowRoot!.querySelectorAll('h3, dt, th, button')].map((each) => shown(each)).join(' ');
    expect(words).not.to.match(/[a-z]{4}/i);
    expect(element.shadowRoot!.querySelector('h2 bdi')).not.to.equal(null);
    element.parentElement!.lang = 'en';
    await until(() => one(element, 'heading', 'Services'));
  });

  it('says what is missing: no portal, nobody signed in, no claims', async () => {
    const element = await mount<ClaimDetailElement>(html`<claim-detail></claim-detail>`);
    expect(shown(element)).to.contain('Not connected');
    element.portal = (await createTestPortal()).portal;
    await until(() => expect(shown(element)).to.contain('Sign in to see this.'));
    element.portal = (await createTestPortal({ signedIn: 'clerk', through: ({ claims: _, ...backend }) => backend })).portal;
    await until(() => expect(shown(element)).to.contain('This portal does not offer this.'));
  });
});

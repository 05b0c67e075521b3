import { expect, html, oneEvent } from '@open-wc/testing';
import type { ModificationRequest } from '@portico/core/claims';
import type { Role } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, focus, mount, one, press, shown, type, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/modification-queue.ts';
import { anything } from './claims.fixture.test.ts';
import type { ModificationQueueElement } from './modification-queue.element.ts';

interface Page extends TestPortal {
  readonly element: ModificationQueueElement;
  readonly requests: readonly ModificationRequest[];
}

const subjects = ['services', 'diagnoses', 'other'] as const;

/** The clerk of the demo world asks for so many modifications, a minute apart. */
async function asked({ open, clock }: TestPortal, count: number): Promise<readonly ModificationRequest[]> {
  const clerk = open();
  await clerk.signIn!(accountOf('clerk'));
  const claims = clerk.backend.claims!;
  const { rows } = await claims.search(anything, { limit: 400 });
  const made: ModificationRequest[] = [];
  for (const { id } of rows
    .filter((row) => (row.deadlines.modification?.dueAt ?? 0) > clock.now() && row.life === 'active' && row.use !== 'not-used')
    .slice(0, count)) {
    const n = made.length;
    const answer = await claims.requestModification!(
      id,
      { subject: subjects[n % 3]!, text: `Wish number ${n + 1}`, documentIds: [] },
      { commandId: `request-${n}` },
    );
    if (answer.status === 'accepted') made.push(answer.value);
    await clock.pass(60_000);
  }
  return made;
}

async function page(
  count = 2,
  { signedIn = 'claims-center', ...options }: TestPortalOptions & { readonly signedIn?: Role } = {},
  surroundings: Surroundings = {},
): Promise<Page> {
  const world = await createTestPortal({ claims: 400, ...options });
  const requests = await asked(world, count);
  await world.portal.signIn!(accountOf(signedIn));
  const element = await mount<ModificationQueueElement>(
    html`<modification-queue .portal=${world.portal} claim-href="#claim/{id}"></modification-queue>`,
    surroundings,
  );
  return { ...world, element, requests };
}

const articles = (element: Element): HTMLElement[] => all(element, 'article');
const listed = (element: Element, count: number): Promise<HTMLElement[]> =>
  until(() => {
    expect(articles(element)).to.have.length(count);
    return articles(element);
  });
const button = (element: Element, name: string | RegExp): Promise<HTMLElement> => until(() => one(element, 'button', name));
const choose = (element: Element, value: string): void => {
  const select = one<HTMLSelectElement>(element, 'combobox', /Reason|السبب/);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('modification-queue', () => {
  it('N11 shows what waits, oldest first, with case, patient and words, and links to the case', async () => {
    const { element, requests } = await page(3);
    const shownNow = (await listed(element, 3)).map((article) => shown(article));
    for (const [n, text] of shownNow.entries()) expect(text).to.contain(`Wish number ${n + 1}`);
    expect(shownNow[0]).to.match(/^(Claim C|Authorization A)-\d+ Requested on Nov 21, 2026, .* by Noura Haddad Patient /);
    expect(shown(element)).to.contain('3 requests are waiting. The oldest stands first.');
    expect(all(element, 'link')[0]!.getAttribute('href')).to.equal(`#claim/${encodeURIComponent(requests[0]!.caseId)}`);
  });

  it('N11 applied by the keyboard alone: the event names ids, the focus goes on to the next request', async () => {
    const { element, requests } = await page(2);
    await listed(element, 2);
    const answered = oneEvent(element, 'modification-answered') as unknown as Promise<CustomEvent<Record<string, string>>>;
    await until(() => all(element, 'button', /^Apply the request about/)[0]!.focus());
    await press('Enter');
    await until(() => expect(focus()).to.equal("combobox 'Reason'"));
    await press('Tab', 'Tab', 'Enter');
    const { id: requestId, caseId } = requests[0]!;
    expect((await answered).detail).to.deep.equal({ requestId, caseId, outcome: 'applied' });
    await listed(element, 1);
    await until(() => expect(focus()).to.match(/^heading '(Claim|Authorization)/));
    await until(() => expect(shown(element)).to.contain('The request was applied'));
    await until(() => expect(shown(element)).to.contain('1 request is waiting'));
  });

  it('N11 a refusal needs a reason, and words where the reason says nothing; errors stand at their fields', async () => {
    const { element } = await page(1);
    await listed(element, 1);
    (await button(element, /^Refuse the request/)).click();
    (await button(element, 'Send: refused')).click();
    await until(() => expect(focus()).to.equal("combobox 'Reason'"));
    await until(() => expect(shown(element)).to.contain('Choose a reason.'));
    choose(element, 'other');
    (await button(element, 'Send: refused')).click();
    await until(() => expect(focus()).to.match(/^textbox/));
    await until(() => expect(shown(element)).to.contain('This reason needs words'));
    await type(one(element, 'textbox'), 'Call us first.');
    (await button(element, 'Send: refused')).click();
    await until(() => expect(shown(element)).to.contain('No request is waiting.'));
    await until(() => expect(focus()).to.equal("heading 'Modification requests'"));
  });

  it('N11 hidden is absent: a clerk and the helpdesk see nothing of it', async () => {
    for (const signedIn of ['clerk', 'helpdesk'] as const) {
      const { element } = await page(1, { signedIn });
      await element.updateComplete;
      expect(shown(element)).to.equal('');
    }
  });

  it('a new request appears on the open page; one that is withdrawn under an answer is told', async () => {
    const world = await page(1);
    const { element, requests, open } = world;
    await listed(element, 1);
    (await button(element, /^Refuse the request/)).click();
    await until(() => one(element, 'combobox'));
    const clerk = open();
    await clerk.signIn!(accountOf('clerk'));
    await clerk.backend.claims!.withdrawModification!(requests[0]!.id, { commandId: 'withdrawn' });
    await until(() => expect(shown(element)).to.contain('withdrawn or answered by somebody else meanwhile'));
    expect(articles(element)).to.deep.equal([]);
  });

  it('a begun answer comes back after a reload; cancelling has a way back', async () => {
    const { element, portal, clock } = await page(1);
    await listed(element, 1);
    (await button(element, /^Refuse the request/)).click();
    await type(await until(() => one(element, 'textbox')), 'Half');
    await clock.pass(1_000);
    element.remove();
    const again = await mount<ModificationQueueElement>(html`<modification-queue .portal=${portal}></modification-queue>`);
    const kept = await until(() => one<HTMLTextAreaElement>(again, 'textbox'));
    expect(kept.value).to.equal('Half');
    expect(shown(again)).to.contain('This is the answer you had begun. It has not been sent.');
    (await button(again, 'Cancel')).click();
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    await press('Enter');
    await until(() => expect(one<HTMLTextAreaElement>(again, 'textbox').value).to.equal('Half'));
  });

  it('empty, failed and not supported are states of their own', async () => {
    const { element } = await page(0);
    await until(() => expect(shown(element)).to.contain('No request is waiting.'));
    const failing = await page(0, {
      through: (backend: Backend) => ({
        ...backend,
        claims: { ...backend.claims!, modificationRequests: () => Promise.reject(new Error('no')) },
      }),
    });
    await until(() => expect(shown(failing.element)).to.contain('That did not work. Try again'));
    expect(all(failing.element, 'button', 'Try again')).to.have.length(1);
    const { portal } = await createTestPortal({ signedIn: 'claims-center', through: ({ claims: _, ...backend }: Backend) => backend });
    const without = await mount<ModificationQueueElement>(html`<modification-queue .portal=${portal}></modification-queue>`);
    expect(shown(without)).to.match(/not|no /i);
  });

  it('before axe: the list with an open answer and its error, in both languages and schemes', async () => {
    for (const surroundings of [{}, { lang: 'ar', scheme: 'dark' }] as const) {
      const { element } = await page(2, {}, surroundings);
      await listed(element, 2);
      await expect(element).to.be.accessible();
      await until(() => all(element, 'button', /^(Refuse the request|رفض الطلب)/)[0]!.click());
      await until(() => one(element, 'combobox'));
      (await button(element, /^(Send: refused|إرسال: رُفض)$/)).click();
      await until(() => expect(one(element, 'combobox').getAttribute('aria-invalid')).to.equal('true'));
      await expect(element).to.be.accessible();
      if ('lang' in surroundings)
        expect(shown(element).replace(/Wish number \d|Noura Haddad|Al Noor Medical Center|[CA]-\d+/g, '')).not.to.match(/[a-z]{3,}/);
    }
  });
});

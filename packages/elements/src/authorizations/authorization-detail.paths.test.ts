import { expect, html } from '@open-wc/testing';
import {
  authorizationHeadline,
  authorizationLifecycle,
  authorizationMessages,
  authorizationOffer,
  newAuthorization,
  type Authorization,
  type AuthorizationEvent,
  type AuthorizationsPolicy,
  type ItemDecision,
} from '@portico/core/authorizations';
import { plainDate, type CommandAnswer } from '@portico/core/kernel';
import type { AnyMachineSnapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { mount, shown, until } from '../../../../test/kit/screen.ts';
import { accountOf } from '../../../../test/kit/test-portal.ts';
import { detailWorld, done, question, request, type DetailWorld } from './authorization-detail.fixture.test.ts';
import type { AuthorizationDetailElement } from './authorization-detail.element.ts';

interface Rules {
  readonly policy: AuthorizationsPolicy;
  readonly zone: string;
}

interface Move {
  readonly type: AuthorizationEvent['type'];
  readonly how: (record: Authorization) => Partial<AuthorizationEvent>;
  /** The same by somebody else than the page. */
  readonly act: (world: DetailWorld & { readonly noteId: string }, record: Authorization) => Promise<CommandAnswer<unknown>>;
}

const told = (sequence: number, outcome: ItemDecision['outcome']): ItemDecision => ({
  ...{ sequence, outcome, outcomeCode: null, authorized: null },
  reasons: outcome === 'not-certified' ? [{ code: 'not-covered', system: null, text: 'Not in the plan.' }] : [],
});
const decision = (one: ItemDecision['outcome'], others = one) => ({
  ...{ items: [told(1, one), told(2, others), told(3, others)], validFrom: null, validTo: null },
});
const decides = (verdict: ReturnType<typeof decision>): Move => ({
  ...{ type: 'authorization.decided', how: () => ({ decision: verdict }) },
  act: ({ desk, id, meta }) => desk.decide(id, verdict, meta()),
});
const openOne = ({ informationRequests }: Authorization): string =>
  informationRequests.find(({ state }) => state === 'open' || state === 'partial')?.id ?? '';
const answers = (isLast: boolean): Move => ({
  type: 'information.answered',
  how: (record) => ({ reply: { requestId: openOne(record), noteId: 'n', isLast } }),
  act: ({ clerk, id, meta, noteId }, record) => clerk.answerInformation(id, { requestId: openOne(record), noteId, isLast }, meta()),
});
const uses = (how: 'used' | 'partly-used'): Move => ({
  ...{ type: 'authorization.used', how: () => ({ how }) },
  act: ({ desk, id, meta }) => desk.markUsed(id, how, meta()),
});
const day = plainDate('2027-06-01');
const why = { reason: 'not-performed', text: '' };
const changed = ({ items }: Authorization) => [{ ...items[0]!, quantity: '5' }, ...items.slice(1)];

const moves: Readonly<Record<string, Move>> = {
  updated: {
    ...{ type: 'authorization.updated', how: (record) => ({ items: changed(record) }) },
    act: ({ clerk, id, meta }, record) => clerk.update(id, changed(record), meta()),
  },
  extended: {
    ...{ type: 'authorization.extended', how: () => ({ until: day }) },
    act: ({ clerk, id, meta }) => clerk.extend(id, day, meta()),
  },
  cancelled: { type: 'authorization.cancelled', how: () => ({}), act: ({ clerk, id, meta }) => clerk.cancel(id, meta()) },
  voided: { type: 'authorization.voided', how: () => ({ why }), act: ({ clerk, id, meta }) => clerk.void(id, why, meta()) },
  superseded: {
    ...{ type: 'authorization.superseded', how: () => ({ successor: 'next' }) },
    act: ({ clerk, id, meta }) => clerk.submit({ ...request, supersedes: id }, meta()),
  },
  pended: {
    ...{ type: 'authorization.pended', how: () => ({ text: 'Wait.' }) },
    act: ({ desk, id, meta }) => desk.pend(id, { text: 'Wait.' }, meta()),
  },
  approved: decides(decision('certified')),
  denied: decides(decision('not-certified')),
  'decided in part': decides(decision('certified', 'pended')),
  used: uses('used'),
  'used in part': uses('partly-used'),
  asked: {
    ...{ type: 'information.requested', how: () => ({ ask: { ...question, id: 'q' } }) },
    act: ({ desk, id, meta }) => desk.requestInformation(id, question, meta()),
  },
  answered: answers(true),
  'answered in part': answers(false),
};

/** The shortest way to every combination of states, by the chart alone; a way that goes on in another is left out. */
function pathsOf({ policy, zone }: Rules, at: number): readonly (readonly string[])[] {
  const facts = { id: 'a', organisationId: 'o', numbers: [], submittedAt: at, submittedBy: null };
  const { state: _, ...input } = newAuthorization(request, facts, policy, zone);
  const eventsIn = ({ context, value }: AnyMachineSnapshot) =>
    Object.entries(moves).map(([name, { type, how }]) => ({
      ...{ type, at, by: null, policy, zone, name },
      ...how({ ...(context as Authorization), state: value as Authorization['state'] }),
    }));
  const found = getShortestPaths(authorizationLifecycle.chart, {
    ...{ input, events: eventsIn, serializeState: ({ value }: AnyMachineSnapshot) => JSON.stringify(value) },
  } as never);
  const ways = found.map(({ steps }) => steps.flatMap(({ event }) => (event as { name?: string }).name ?? []));
  const isBegun = (way: readonly string[], other: readonly string[]): boolean =>
    other.length > way.length && way.every((name, n) => other[n] === name);
  return ways.filter((way) => !ways.some((other) => isBegun(way, other)));
}

const acts = {
  extend: 'authorization.extended',
  update: 'authorization.updated',
  cancel: 'authorization.cancelled',
  void: 'authorization.voided',
  'answer-information': 'information.answered',
} as const;

/** What the chart offers a clerk now. */
const offered = (record: Authorization, rules: Rules, at: number): string[] =>
  Object.entries(acts)
    .filter(([, type]) => authorizationOffer(record, type, { at, ...rules }) === null)
    .map(([act]) => act)
    .toSorted();

/** What the page offers. */
const onPage = ({ shadowRoot }: Element): string[] => {
  const found = [...shadowRoot!.querySelectorAll<HTMLElement>('[data-act]')].map((act) => act.dataset['act']!);
  return [...found, ...(shadowRoot!.querySelector('[data-answer]') ? ['answer-information'] : [])].toSorted();
};

const WORDS = 'Written, not sent.';

/** Whether what was written is still somewhere to be seen. */
const isKept = ({ shadowRoot }: Element): boolean =>
  shadowRoot!.querySelector<HTMLTextAreaElement>('#words')?.value === WORDS || shadowRoot!.textContent!.includes(WORDS);

/** Begins a void and writes something, where that is offered. */
async function write(element: AuthorizationDetailElement, world: DetailWorld): Promise<boolean> {
  const button = element.shadowRoot!.querySelector<HTMLElement>('#act-void');
  if (!button) return false;
  button.click();
  const field = await until(() => element.shadowRoot!.querySelector<HTMLTextAreaElement>('#words') ?? expect.fail('no field'));
  field.value = WORDS;
  field.dispatchEvent(new Event('input'));
  await world.clock.pass(1_000);
  return true;
}

const mounted = (portal: DetailWorld['portal'], id: string): Promise<AuthorizationDetailElement> =>
  mount(html`<authorization-detail authorization-id=${id} .portal=${portal}></authorization-detail>`);

/** What happens to the page between two events. */
const injections = ['nothing', 'reload', 'remove and attach', 'a second tab'] as const;

describe('authorization-detail on every way of the chart', () => {
  it('N30 offers what the chart offers and loses no word, through reload, remove-and-attach and a second tab', async function () {
    this.timeout(240_000);
    const first = await detailWorld();
    const { authorizations: policy, claims } = await first.portal.policyFor({ payerId: request.payer.id });
    const rules: Rules = { policy, zone: claims.zone };
    const paths = pathsOf(rules, first.clock.now());
    expect(paths.length).to.be.greaterThan(8);
    const seen = new Set<string>();
    let turn = 0;
    for (const path of paths) {
      const world = await detailWorld();
      const page = world.open();
      await page.signIn!(accountOf('clerk'));
      const note = { caseId: world.id, text: 'Here it is.', documents: [] };
      const noteId = done(await page.backend.documents!.post!(note, world.meta())).id;
      let { portal } = world;
      let element = await mounted(portal, world.id);
      let isWritten = false;
      const agrees = async (of: Element, way: string): Promise<void> => {
        const record = await world.present();
        const text = authorizationMessages[`authorization.headline.${authorizationHeadline(record)}`];
        await until(() => {
          expect(shown(of.shadowRoot!.querySelector('.head .badge')!), way).to.equal(text);
          expect(onPage(of), way).to.deep.equal(offered(record, rules, world.clock.now()));
        }, 5_000);
        seen.add(Object.values(record.state).join('/'));
      };
      for (const [n, name] of ['sent', ...path].entries()) {
        if (name !== 'sent') done(await moves[name]!.act({ ...world, noteId }, await world.present()));
        const way = `${path.slice(0, n).join(', ')} (${injections[turn % injections.length]})`;
        await agrees(element, way);
        expect(isWritten && !isKept(element), `${way}: words`).to.equal(false);
        isWritten ||= await write(element, world);
        const injection = injections[turn % injections.length]!;
        turn += 1;
        if (injection === 'remove and attach') {
          const place = element.parentElement!;
          element.remove();
          await new Promise((resolve) => setTimeout(resolve));
          place.append(element);
        }
        if (injection === 'reload') {
          element.remove();
          portal = world.open();
          await portal.signIn!(accountOf('clerk'));
          element = await mounted(portal, world.id);
        }
        if (injection === 'a second tab') {
          const other = world.open();
          await other.signIn!(accountOf('clerk'));
          const tab = await mounted(other, world.id);
          await agrees(tab, `${way}: second tab`);
          tab.remove();
        }
        await agrees(element, `${way}, after it`);
        if (isWritten) await until(() => expect(isKept(element), `${way}, after it: words`).to.equal(true), 5_000);
      }
      element.remove();
      world.close();
    }
    expect(seen.size).to.be.greaterThan(paths.length);
  });
});

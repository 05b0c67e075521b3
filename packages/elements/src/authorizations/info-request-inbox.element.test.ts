import { expect, html, oneEvent } from '@open-wc/testing';
import { all, mount, one, shown, until, type Surroundings } from '../../../../test/kit/screen.ts';
import '../define/info-request-inbox.ts';
import { button, detailWorld, done, inPart, question, request, type DetailWorld } from './authorization-detail.fixture.test.ts';
import type { InfoRequestInboxElement } from './info-request-inbox.element.ts';

const MINUTE = 60_000;

/** Two questions: the second one is due in two minutes. */
async function asked(world: DetailWorld): Promise<unknown> {
  const { clerk, desk, id, meta, clock } = world;
  done(await desk.requestInformation(id, question, meta()));
  const other = done(await clerk.submit({ ...request, note: '' }, meta()));
  return done(await desk.requestInformation(other.id, { text: 'تقرير الطبيب', items: [], dueAt: clock.now() + 2 * MINUTE }, meta()));
}

async function inbox(
  { portal }: Pick<DetailWorld, 'portal'>,
  href = '',
  surroundings: Surroundings = {},
): Promise<InfoRequestInboxElement> {
  return mount(html`<info-request-inbox authorization-href=${href} .portal=${portal}></info-request-inbox>`, surroundings);
}

const references = (element: Element): string[] => [...element.shadowRoot!.querySelectorAll('.entry h3')].map((each) => shown(each));

describe('info-request-inbox', () => {
  it('P3 lists what payers ask for, due first, and hands over the id of what is opened', async () => {
    const world = await detailWorld(asked);
    const element = await inbox(world, '#authorization/{id}');
    await until(() => expect(references(element)).to.deep.equal(['PA-2026-000002', 'PA-2026-000001']));
    expect(shown(one(element, 'status'))).to.equal('2 authorizations wait for your answer.');
    expect(shown(element)).to.contain('The report of the MRI, please.').and.to.contain('About item 2');
    expect(one(element, 'link', 'PA-2026-000001').getAttribute('href')).to.equal(`#authorization/${world.id}`);
    const opened = oneEvent(element, 'authorization-opened');
    button(element, 'Open and answer: PA-2026-000001').click();
    expect((await opened).detail).to.deep.equal({ id: world.id });
  });

  it('what is late becomes so by time alone, and says so in the payer’s zone', async () => {
    const world = await detailWorld(asked);
    const element = await inbox(world);
    await until(() => expect(references(element)).to.have.lengthOf(2));
    expect(all(element, 'article').filter((each) => each.classList.contains('overdue'))).to.deep.equal([]);
    await world.clock.pass(3 * MINUTE);
    await until(() => expect(shown(one(element, 'status'))).to.contain('1 of them is overdue.'));
    expect(shown(element)).to.contain('Overdue: it was due by Nov 21, 2026, 1:01 PM (Gulf Standard Time)');
  });

  it('follows what happens elsewhere, and says what will be when nobody asks', async () => {
    const world = await detailWorld();
    const element = await inbox(world);
    await until(() => expect(shown(element)).to.contain('No payer waits for an answer.'));
    done(await world.desk.requestInformation(world.id, question, world.meta()));
    await until(() => expect(references(element)).to.deep.equal(['PA-2026-000001']));
    done(await world.desk.decide(world.id, inPart, world.meta()));
    await until(() => expect(references(element)).to.deep.equal([]));
  });

  it('a list that cannot be read says so; it is read again when asked to', async () => {
    const world = await detailWorld(asked);
    world.faults.failNext('offline', { at: 'authorizations.informationRequests' });
    const element = await inbox(world);
    await until(() => expect(shown(one(element, 'alert'))).to.contain('There is no connection.'));
    button(element, 'Try again').click();
    await until(() => expect(references(element)).to.have.lengthOf(2));
  });

  it('hidden is absent: who answers no payer has no such list', async () => {
    const world = await detailWorld(asked, { signedIn: 'claims-center' });
    const element = await inbox(world);
    await until(() => expect(shown(element)).to.equal(''));
  });
});

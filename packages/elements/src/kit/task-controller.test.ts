import { aTimeout, expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { assign } from 'xstate';
import { setup } from '@portico/core/kernel';
import { mount, shown, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal } from '../../../../test/kit/test-portal.ts';
import { define } from '../define/define.ts';
import type { Portal } from '../portal/portal.ts';
import { PorticoElement } from './portico-element.ts';
import { actorTask } from './run-actor.ts';
import { isShallowEqual, TaskController, type Run, type Stage, type Task } from './task-controller.ts';

interface Count {
  readonly n: number;
}
type Add = { readonly type: 'added'; readonly by: number };

/** Counts; `n` is its place. */
const machine = setup({ types: {} as { context: Count; events: Add; input: Count } }).createMachine({
  context: ({ input }) => ({ n: input.n }),
  on: { added: { actions: assign({ n: ({ context, event }) => context.n + event.by }) } },
});
const counter = actorTask<typeof machine, Count>({
  name: 'counter',
  machine,
  input: (_portal, _stage, place) => ({ n: (place as number | undefined) ?? 0 }),
  view: ({ context: { n } }) => {
    if (n < 0) throw new Error('nothing to see');
    return { n };
  },
  place: ({ context }) => context.n,
});

let task: Task<Count, Add>;
class Probe extends PorticoElement {
  readonly task = new TaskController<Count, Add>(this, task);
  renders = 0;
  protected override connected(portal: Portal | undefined): void {
    this.task.connect(portal);
  }
  protected override render(): TemplateResult {
    this.renders += 1;
    const { view, broken } = this.task;
    return broken || !view
      ? this.placeholder(broken ? () => this.task.restart() : undefined, this.task.isOpen ? 'task' : 'session')
      : html`${view.n}`;
  }
}
define('task-probe', Probe);

const fake = (changes: Partial<Task<Count, Add>> = {}): Task<Count, Add> => ({
  load: async () => counter,
  first: () => ({ n: 0 }),
  ...changes,
});
async function probe(changes: Partial<Task<Count, Add>> = {}, portal?: Portal): Promise<Probe> {
  task = fake(changes);
  const given = portal ?? (await createTestPortal({ signedIn: 'clerk' })).portal;
  return mount<Probe>(html`<task-probe id="probe" .portal=${given}></task-probe>`);
}
const add = (element: Probe, by = 1): void => element.task.send({ type: 'added', by });
const shows = (element: Probe, text: string): Promise<unknown> => until(() => expect(shown(element)).to.equal(text));

describe('a task in an element', () => {
  it('is loaded with the first event, and events that were sent meanwhile come in order', async () => {
    let loads = 0;
    const seen: number[] = [];
    const element = await probe({ load: async () => ((loads += 1), counter), changed: ({ n }) => seen.push(n) });
    await aTimeout(0);
    expect([loads, shown(element)]).to.deep.equal([0, '0']);
    add(element, 1);
    add(element, 10);
    await shows(element, '11');
    expect([loads, seen]).to.deep.equal([1, [0, 1, 11]]);
  });

  it('is loaded at once where it has no first view or something that only it knows', async () => {
    for (const changes of [{ first: undefined }, { mustWake: async () => true }]) {
      let loads = 0;
      await probe({ load: async () => ((loads += 1), counter), ...changes } as never);
      await until(() => expect(loads).to.equal(1));
    }
  });

  it('a draft that cannot be asked for keeps nobody from working', async () => {
    const element = await probe({ mustWake: () => Promise.reject(new Error('no drafts')) });
    add(element);
    await shows(element, '1');
  });

  it('renders when the view changed, and only then', async () => {
    const element = await probe();
    add(element);
    await shows(element, '1');
    const { renders } = element;
    for (let n = 0; n < 5; n += 1) add(element, 0);
    await aTimeout(0);
    expect(element.renders).to.equal(renders);
  });

  it('goes on when its element is moved in the page', async () => {
    const element = await probe();
    add(element);
    await shows(element, '1');
    const elsewhere = document.createElement('section');
    element.parentElement!.append(elsewhere);
    elsewhere.append(element);
    await aTimeout(0);
    add(element);
    await shows(element, '2');
  });

  it('stops when its element is gone, is let go by the portal, and begins at its place when it comes back', async () => {
    const { portal } = await createTestPortal({ signedIn: 'clerk' });
    let listeners = 0;
    const counted: Portal = Object.defineProperties(
      { ...portal, onSession: watch(portal.onSession), onSettings: watch(portal.onSettings) },
      { settings: { get: () => portal.settings } },
    );
    function watch<Listener>(on: (listener: Listener) => () => void) {
      return (listener: Listener) => {
        listeners += 1;
        const stop = on(listener);
        return () => ((listeners -= 1), stop());
      };
    }
    const element = await probe({ mustWake: async () => portal.registry.hasPlace('counter:probe') }, counted);
    add(element, 7);
    await shows(element, '7');
    const { parentElement } = element;
    element.remove();
    await aTimeout(0);
    expect([listeners, element.task.view]).to.deep.equal([0, undefined]);
    parentElement!.append(element);
    await shows(element, '7');
    // What stood there before is not enough: it works again.
    add(element);
    await shows(element, '8');
  });

  it('waits for a session, ends with it, and the next person begins anew', async () => {
    const { portal } = await createTestPortal();
    const element = await probe({}, portal);
    expect(shown(element)).to.equal('Sign in to see this.');
    await portal.signIn!(accountOf('clerk'));
    await shows(element, '0');
    add(element);
    await shows(element, '1');
    await portal.logout();
    await shows(element, 'Sign in to see this.');
    await portal.signIn!(accountOf('helpdesk'));
    await shows(element, '0');
  });

  it('what needs no session begins anew when a sign-out has stopped it', async () => {
    const { portal } = await createTestPortal({ signedIn: 'clerk' });
    const element = await probe({ needsSession: false }, portal);
    add(element);
    await shows(element, '1');
    await portal.logout();
    await shows(element, '0');
    add(element);
    await shows(element, '1');
  });

  it('that cannot be loaded, started or shown says so, tells the host, and can be tried again', async () => {
    const told: string[] = [];
    let isBroken = true;
    const breaks = {
      load: async () => {
        if (isBroken) throw new Error('network');
        return counter;
      },
      start: async () => (isBroken ? () => explode() : counter),
      show: async () => (isBroken ? (stage: Stage<Count>) => (stage.broke(new Error('view')), counter(stage)) : counter),
    };
    const explode = (): Run<Add> => {
      throw new Error('input');
    };
    for (const load of Object.values(breaks)) {
      isBroken = true;
      const { portal } = await createTestPortal({ signedIn: 'clerk', onError: ({ code }) => told.push(code) });
      const element = await probe({ load }, portal);
      add(element);
      await shows(element, 'Something went wrong here. Nothing was lost. Try again');
      isBroken = false;
      element.shadowRoot!.querySelector('button')!.click();
      await shows(element, '0');
      add(element);
      // What ran before it broke has kept its place.
      await shows(element, load === breaks.show ? '2' : '1');
    }
    expect(told).to.deep.equal(['internal', 'internal', 'internal']);
  });

  it('the code of a view that failed is told to the host, once for each time', async () => {
    const told: string[] = [];
    const { portal } = await createTestPortal({ signedIn: 'clerk', onError: ({ code }) => told.push(code) });
    let stage: Stage<Count & { readonly code?: string }> | undefined;
    const element = await probe({ load: async () => (given) => ((stage = given), counter(given)) }, portal);
    add(element);
    await shows(element, '1');
    for (const code of ['offline', 'offline', undefined, 'timeout', 'offline']) stage!.show({ n: told.length, ...(code && { code }) });
    expect(told).to.deep.equal(['offline', 'timeout', 'offline']);
  });

  it('tells the task in which language was typed what was typed so far, also what was typed before it came', async () => {
    const heard: unknown[] = [];
    let arrive = (_: typeof counter): void => undefined;
    const element = await probe({ load: () => new Promise((resolve) => (arrive = resolve)) });
    const speak = async (lang: string): Promise<void> => {
      element.parentElement!.lang = lang;
      await until(() => expect(element.locale).to.equal(lang));
      await element.updateComplete;
    };
    await speak('ar');
    element.task.send({ type: 'added', by: 1 });
    await speak('en');
    arrive(() => ({ send: (event) => heard.push(event), stop: () => undefined }));
    await until(() =>
      expect(heard).to.deep.equal([
        { type: 'added', by: 1 },
        { type: 'language.changed', before: 'ar' },
      ]),
    );
    await speak('ar');
    await until(() => expect(heard[2]).to.deep.equal({ type: 'language.changed', before: 'en' }));
    expect(heard).to.have.length(3);
  });

  it('a view that throws breaks the task, not the page', async () => {
    const element = await probe();
    add(element, -1);
    await shows(element, 'Something went wrong here. Nothing was lost. Try again');
  });

  it('that is still on its way says so, and is not started for a portal that was changed meanwhile', async () => {
    let arrive = (_: typeof counter): void => undefined;
    let starts = 0;
    const element = await probe({ first: undefined, load: () => new Promise((resolve) => (arrive = resolve)) } as never);
    expect(shown(element)).to.equal('One moment…');
    const stale = arrive;
    element.portal = (await createTestPortal({ signedIn: 'helpdesk' })).portal;
    await element.updateComplete;
    stale((stage) => ((starts += 1), counter(stage)));
    arrive(counter);
    await shows(element, '0');
    expect(starts).to.equal(0);
  });
});

describe('shallow equality', () => {
  for (const [a, b, same] of [
    [{ a: 1, b: NaN }, { b: NaN, a: 1 }, true],
    [{ a: [] }, { a: [] }, false],
    [{ a: undefined }, {}, false],
    [{ a: 0 }, { a: -0 }, false],
  ] as const) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}: ${same}`, () => expect(isShallowEqual(a, b)).to.equal(same));
  }
});

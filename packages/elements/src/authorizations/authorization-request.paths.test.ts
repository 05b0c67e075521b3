import { expect } from '@open-wc/testing';
import type { Backend } from '@portico/core/portal';
import { createRandom } from '@portico/testing/world';
import { shown, until } from '../../../../test/kit/screen.ts';
import { accountOf } from '../../../../test/kit/test-portal.ts';
import { button, byId, choose, fill, formOf, place, requestWorld } from './authorization-request.fixture.test.ts';
import type { AuthorizationRequestElement } from './authorization-request.element.ts';

/** What a person has written, as far as this model looks at it. */
interface Written {
  /** Provider, physician and date: all that no step below changes. */
  readonly hasHead: boolean;
  readonly name: string;
  readonly note: string;
  readonly diagnoses: readonly string[];
  readonly lines: readonly number[];
  readonly next: number;
}

/** What the page must show. */
interface Model {
  readonly state: 'composing' | 'reviewing' | 'sent';
  readonly written: Written;
  readonly aside: Written | null;
  readonly removed: ((written: Written) => Written) | null;
}

const nothing: Written = { hasHead: false, name: '', note: '', diagnoses: [], lines: [], next: 1 };
const isTouched = ({ hasHead, name, note, diagnoses, lines }: Written): boolean =>
  hasHead || name !== '' || note !== '' || diagnoses.length + lines.length > 0;
const isSound = ({ hasHead, name, diagnoses, lines }: Written): boolean =>
  hasHead && name !== '' && diagnoses.length > 0 && lines.length > 0;

/** One thing that a person does: whether it can be done now, what it comes to, and how it is done on the page. */
interface Step {
  readonly name: string;
  readonly can: (model: Model) => boolean;
  readonly comes: (model: Model, n: number) => Model;
  readonly does: (element: Element, model: Model, n: number) => Promise<unknown> | void;
}

const composing = ({ state }: Model): boolean => state === 'composing';
const writes =
  (change: (written: Written, n: number) => Partial<Written>) =>
  (model: Model, n: number): Model => ({
    ...{ ...model, written: { ...model.written, ...change(model.written, n) } },
  });
const typed = (element: Element, id: string, text: string): void => {
  const input = byId(element, id);
  input.value = text;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

const steps: readonly Step[] = [
  {
    ...{ name: 'head', can: composing, comes: writes(() => ({ hasHead: true })) },
    does: async (element) => {
      choose(element, 'providerId', 'provider:noor');
      await fill(element, 'serviceFrom', '2026-12-01');
      await fill(element, 'licenceNumber', '10482');
      await fill(element, 'physicianName', 'Dr. Nobody');
    },
  },
  {
    ...{ name: 'name', can: composing, comes: writes((_, n) => ({ name: `Member ${n}` })) },
    does: (element, _, n) => fill(element, 'memberName', `Member ${n}`),
  },
  {
    ...{ name: 'note', can: composing, comes: writes((_, n) => ({ note: `ملاحظة ${n}` })) },
    does: (element, _, n) => fill(element, 'note', `ملاحظة ${n}`),
  },
  {
    ...{ name: 'diagnosis', can: composing, comes: writes(({ diagnoses }, n) => ({ diagnoses: [...diagnoses, `D-${n}`] })) },
    does: (element, _, n) => typed(element, 'diagnosis', `D-${n}`),
  },
  {
    ...{ name: 'service', can: composing, comes: writes(({ lines, next }) => ({ lines: [...lines, next], next: next + 1 })) },
    does: (element, _, n) => typed(element, 'item', `S-${n}`),
  },
  {
    ...{ name: 'remove', can: (model) => composing(model) && model.written.lines.length > 0 },
    comes: ({ written, ...model }) => ({
      ...{ ...model, written: { ...written, lines: written.lines.slice(1) } },
      removed: (later) => ({ ...later, lines: [written.lines[0]!, ...later.lines] }),
    }),
    does: (element) => element.shadowRoot!.querySelector<HTMLElement>('fieldset.line .sign')!.click(),
  },
  {
    ...{ name: 'undo', can: (model) => composing(model) && model.removed !== null },
    comes: ({ written, removed, ...model }) => ({ ...model, written: removed!(written), removed: null }),
    does: (element) => byId(element, 'line-back').click(),
  },
  {
    ...{ name: 'start over', can: composing },
    comes: ({ written, aside, ...model }) => ({ ...model, written: nothing, aside: isTouched(written) ? written : aside, removed: null }),
    does: (element) => button(element, 'Start over').click(),
  },
  {
    ...{ name: 'bring back', can: (model) => composing(model) && model.aside !== null },
    comes: ({ written, aside, ...model }) => ({ ...model, written: aside!, aside: isTouched(written) ? written : null, removed: null }),
    does: (element) => button(element, 'Bring back what was put aside').click(),
  },
  {
    ...{ name: 'review', can: composing },
    comes: (model) => ({ ...model, removed: null, state: isSound(model.written) ? 'reviewing' : 'composing' }),
    does: (element) => button(element, 'Review and send').click(),
  },
  {
    ...{ name: 'edit', can: ({ state }) => state === 'reviewing', comes: (model) => ({ ...model, state: 'composing' }) },
    does: (element) => byId(element, 'edit').click(),
  },
  {
    ...{ name: 'send', can: ({ state }) => state === 'reviewing', comes: (model) => ({ ...model, state: 'sent', aside: null }) },
    does: (element) => byId(element, 'send').click(),
  },
  {
    ...{ name: 'next', can: ({ state }) => state === 'sent', comes: (model) => ({ ...model, state: 'composing', written: nothing }) },
    does: (element) => button(element, 'Next request').click(),
  },
];

/** What the page shows, in the words of the model. */
function read(element: Element): unknown {
  const root = element.shadowRoot!;
  if (root.querySelector('.reference')) return { state: 'sent' };
  if (root.querySelector('#send')) return { state: 'reviewing' };
  return {
    ...{ state: 'composing', name: byId(element, 'memberName').value, note: byId(element, 'note').value },
    diagnoses: [...root.querySelectorAll('.line-head span:first-child')].map(shown).filter((text) => text !== '✕'),
    lines: [...root.querySelectorAll('fieldset.line > legend')].map((legend) => Number(/\d+/.exec(shown(legend))?.[0])),
    hasAside: root.querySelector('#back') !== null,
  };
}

const wanted = ({ state, written: { name, note, diagnoses, lines }, aside }: Model): unknown =>
  state === 'composing' ? { state, name, note, diagnoses, lines, hasAside: aside !== null } : { state };

/** Codes are typed, so that a path takes no longer than its steps. */
const withoutLists = ({ directory, ...backend }: Backend): Backend => {
  const { codes: _codes, physicians: _physicians, ...rest } = directory!;
  return { ...backend, directory: rest };
};

/** After it the page was left: a summary is the form again; what was sent is known to this page alone. */
const left = (model: Model, isReload: boolean): Model => {
  if (model.state === 'sent') return isReload ? { state: 'composing', written: nothing, aside: null, removed: null } : model;
  return { ...model, state: 'composing', removed: null };
};

const begin = ['head', 'name', 'diagnosis', 'service'];
const onward = ['send', 'undo', 'bring back', 'review'];

describe('authorization request, generated paths', () => {
  const taken = new Set<string>();

  for (const seed of [1, 2, 3])
    it(`N15 N20 P5 shows what the model says after every step, after remove and attach, a reload and in a second tab (path ${seed})`, async () => {
      const random = createRandom(seed);
      const world = await requestWorld({ through: withoutLists });
      let element: Element = await place(world.portal);
      await formOf(element);
      let model: Model = { state: 'composing', written: nothing, aside: null, removed: null };
      const path: string[] = [];
      const agrees = (one = element, says = model): Promise<void> =>
        until(() => void expect(read(one), path.join(', ')).to.deep.equal(wanted(says)), 5_000);
      const signIn = async () => {
        const portal = world.open();
        await portal.signIn!(accountOf('clerk'));
        return portal;
      };
      for (let n = 1; n <= 18; n += 1) {
        const possible = steps.filter(({ can }) => can(model));
        // A path begins with what a request needs, and goes on to its end oftener than chance would have it.
        const wish = begin[n - 1] ?? (random.below(2) === 0 ? onward.find((name) => possible.some((one) => one.name === name)) : undefined);
        const step = possible.find(({ name }) => name === wish) ?? random.pick(possible);
        taken.add(step.name);
        path.push(step.name);
        await step.does(element, model, n);
        model = step.comes(model, n);
        await agrees();
        const disturbance = random.pick(['attach', 'tab', 'reload']);
        path.push(disturbance);
        if (disturbance === 'attach') {
          const page = element.parentElement!;
          element.remove();
          await new Promise((resolve) => setTimeout(resolve));
          page.append(element);
          // What stood there before is no proof.
          await (element as AuthorizationRequestElement).updateComplete;
          model = left(model, false);
          await agrees();
          continue;
        }
        await world.clock.pass(1_000);
        const other = await place(await signIn());
        const says = left(model, true);
        await agrees(other, says);
        if (disturbance === 'tab') {
          other.remove();
          await agrees();
        } else {
          element.remove();
          element = other;
          model = says;
        }
      }
      expect(path).to.have.lengthOf(36);
    }).timeout(90_000);

  it('between them they take every step', () =>
    expect([...taken].sort(), [...taken].join()).to.deep.equal(steps.map(({ name }) => name).sort()));
});

// No tests of its own: a request on a page, over a whole back office with short lists of codes and physicians.
import { html } from '@open-wc/testing';
import type { CodeEntry, DirectoryPort, Physician } from '@portico/core/directory';
import type { Page } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { createFaults, withFaults, type Faults } from '@portico/testing/faults';
import { mount, one, press, shown, type, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/authorization-request.ts';
import type { AuthorizationRequestElement } from './authorization-request.element.ts';

const entry = (code: string, text: string, ar: string): CodeEntry => ({ coded: { code, system: 'demo', text }, names: { ar } });
const codes = {
  diagnoses: [
    entry('D-10', 'Knee pain', 'ألم الركبة'),
    entry('D-11', 'Knee sprain', 'التواء الركبة'),
    entry('D-20', 'Migraine', 'الشقيقة'),
  ],
  services: [entry('S-310', 'Knee MRI', 'رنين الركبة'), entry('S-400', 'Physiotherapy session', 'جلسة علاج طبيعي')],
};
const physicians: readonly Physician[] = [
  {
    ...{ id: 'physician:n1', name: 'Dr. Mona Farouk', identifiers: [{ type: 'moh', value: 'D-55120' }] },
    ...{ specialty: 'Orthopaedics', facility: null },
  },
];
const page = <Row>(rows: readonly Row[]): Page<Row> => ({ rows, next: null, total: { kind: 'exact', n: rows.length } });

/** Short lists, searched in the simplest way. */
export const withLists = ({ directory, ...backend }: Backend): Backend => ({
  ...backend,
  directory: {
    ...(directory as DirectoryPort),
    codes: async (list, { text }) =>
      page(
        codes[list].filter(({ coded, names }) =>
          `${coded.code} ${coded.text ?? ''} ${names['ar'] ?? ''}`.toLowerCase().includes(text.toLowerCase()),
        ),
      ),
    physicians: async ({ text }) => page(physicians.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))),
  },
});

/** A request on a page. */
export interface RequestWorld extends TestPortal {
  readonly element: AuthorizationRequestElement;
  readonly faults: Faults;
}

/** What the element is given. */
export interface Properties {
  readonly payerId?: string;
  readonly member?: AuthorizationRequestElement['member'];
  readonly supersedes?: string;
}

/** A portal of a clerk, with faults at hand. */
export async function requestWorld({ through = (backend) => backend, ...options }: TestPortalOptions = {}): Promise<
  TestPortal & { readonly faults: Faults }
> {
  const faults = createFaults({ clock: simulatedClock() });
  const world = await createTestPortal({
    ...{ signedIn: 'clerk', claims: 40, ...options },
    through: (backend) => withFaults(through(withLists(backend)), faults),
  });
  return { ...world, faults };
}

/** Puts the element on a page. */
export const place = (
  portal: TestPortal['portal'],
  { payerId = 'payer:gulf', member = null, supersedes }: Properties = {},
  surroundings: Surroundings = {},
) =>
  mount<AuthorizationRequestElement>(
    html`<authorization-request
      .portal=${portal}
      .payerId=${payerId || undefined}
      .member=${member}
      .supersedes=${supersedes}
    ></authorization-request>`,
    surroundings,
  );

/** Puts a request on a page and waits for its form. */
export async function requestPage(
  options: TestPortalOptions = {},
  properties: Properties = {},
  surroundings: Surroundings = {},
): Promise<RequestWorld> {
  const world = await requestWorld(options);
  const element = await place(world.portal, properties, surroundings);
  await formOf(element);
  return { ...world, element };
}

/** Waits until the form is there and its payer's rules are known. */
export const formOf = (element: Element): Promise<unknown> =>
  until(() => {
    if (!element.shadowRoot!.querySelector('form[part=form]')) throw new Error(shown(element));
    if (/Asking what|جارٍ السؤال/.test(shown(element))) throw new Error('rules are asked for');
  });

export const byId = <Kind extends HTMLElement = HTMLInputElement>(element: Element, id: string): Kind => {
  const found = element.shadowRoot!.querySelector<Kind>(`#${id}`);
  if (!found) throw new Error(`no #${id}; shown: ${shown(element)}`);
  return found;
};

/** Writes into a field at once, in place of what stands there: keys take long, and have a test of their own. */
export async function fill(element: Element, id: string, text: string): Promise<void> {
  const input = byId(element, id);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await (element as RequestWorld['element']).updateComplete;
}

/** Types into a field with real keys, in place of what stands there. */
async function typeInto(element: Element, id: string, text: string): Promise<void> {
  const input = byId(element, id);
  input.focus();
  input.select();
  await type(input, text);
}

/** Picks the first choice of a list for what is typed; it is marked by itself. */
export async function pick(element: Element, id: string, text: string): Promise<void> {
  await typeInto(element, id, text);
  await until(() => {
    if (!byId(element, id).hasAttribute('aria-activedescendant')) throw new Error('no choice is marked yet');
  });
  await press('Enter');
}

/** Says that what was typed is in no list: the last of the choices. */
export async function notListed(element: Element, id: string, text: string): Promise<void> {
  await typeInto(element, id, text);
  await until(() => {
    if (!/Not in the list/.test(shown(byId(element, `${id}-popup`)))) throw new Error('no choices yet');
  });
  await press('ArrowUp', 'Enter');
}

/** Chooses in a native select. */
export function choose(element: Element, id: string, value: string): void {
  const select = byId<HTMLSelectElement>(element, id);
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

/** Fills in all that a request needs, by hand. */
export async function fillSound(element: Element): Promise<void> {
  choose(element, 'providerId', 'provider:noor');
  await fill(element, 'memberNumber', 'GM-900001');
  await fill(element, 'memberName', 'Mara Lind');
  await pick(element, 'physician', 'mona');
  await fill(element, 'serviceFrom', '2026-12-01');
  await pick(element, 'diagnosis', 'D-10');
  await until(() => one(element, 'checkbox', /nearest/));
  await pick(element, 'item', 'S-310');
  await until(() => byId(element, 'item-1-amount'));
}

export const button = (element: Element, name: string | RegExp): HTMLButtonElement => one<HTMLButtonElement>(element, 'button', name);

/** Waits for the summary. */
export async function review(element: Element): Promise<void> {
  button(element, 'Review and send').click();
  await until(() => byId(element, 'send'));
}

/** What is said of a request that was sent. */
export const outcomeOf = (element: Element): string => shown(byId(element, 'outcome'));

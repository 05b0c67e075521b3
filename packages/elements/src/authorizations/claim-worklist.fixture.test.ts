import { html } from '@open-wc/testing';
import { createFaults, withFaults, type Faults } from '@portico/testing/faults';
import { all, mount, one, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/claim-worklist.ts';
import type { Portal } from '../portal/portal.ts';
import type { ClaimWorklistElement } from './claim-worklist.element.ts';

/** A page with the worklist. */
export interface WorklistPage extends TestPortal {
  readonly element: ClaimWorklistElement;
  readonly faults: Faults;
  /** The same person's port, to look behind the page. */
  readonly port: NonNullable<Portal['backend']['authorizations']>;
  /** The claims center asks about the authorization of this id, to be answered within so many milliseconds. */
  readonly ask: (id: string, within: number | null) => Promise<void>;
}

/** Puts the worklist on a page. */
export async function mountWorklist(portal: Portal | undefined, surroundings: Surroundings = {}, href = ''): Promise<ClaimWorklistElement> {
  const element = await mount<ClaimWorklistElement>(
    html`<claim-worklist id="list" authorization-href=${href} .portal=${portal}></claim-worklist>`,
    surroundings,
  );
  await until(() => one(element, 'heading'));
  return element;
}

/** The worklist before a clerk over the demo world. */
export async function worklistPage(options: TestPortalOptions = {}, surroundings: Surroundings = {}): Promise<WorklistPage> {
  const faults = createFaults({ clock: simulatedClock() });
  const { through = (backend) => backend, ...rest } = options;
  const world = await createTestPortal({
    ...{ signedIn: 'clerk', claims: 200, ...rest },
    through: (backend) => withFaults(through(backend), faults),
  });
  const desk = world.open();
  await desk.signIn!(accountOf('claims-center'));
  let n = 0;
  const ask = async (id: string, within: number | null): Promise<void> => {
    const dueAt = within === null ? null : world.clock.now() + within;
    const question = { text: 'The report?', items: [], dueAt };
    await desk.backend.authorizations!.requestInformation!(id, question, { commandId: `ask-${(n += 1)}` });
  };
  return { ...world, faults, ask, port: world.portal.backend.authorizations!, element: await mountWorklist(world.portal, surroundings) };
}

/** The rows in the DOM as their texts, without the header and the invisible marks round values. */
export const rowTexts = (element: Element): string[] =>
  all(element, 'row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.replace(/[\u2068\u2069]/g, '')).join(' | '));

/** The colour of a badge in the list, by row and column. */
export const toneOf = (element: Element, row: number, column: number): string | undefined =>
  (all(element, 'row').slice(1)[row] as HTMLTableRowElement | undefined)?.cells[column]?.querySelector<HTMLElement>('[data-tone]')?.dataset
    .tone;

/** The record under the focus, by the text of its row. */
export function focusedRow(element: ClaimWorklistElement): string {
  const table = element.shadowRoot!.activeElement;
  return table?.shadowRoot?.activeElement?.closest('tr')?.querySelector('th')?.textContent ?? '';
}

export const button = (element: Element, name: string | RegExp): HTMLElement => one(element, 'button', name);
export const choose = (field: HTMLElement, value: string): void => {
  (field as HTMLSelectElement).value = value;
  field.dispatchEvent(new Event('change'));
};

import { expect, html } from '@open-wc/testing';
import { decisionOf, type CaseCriteria, type CaseRow } from '@portico/core/claims';
import { plainDate, type Page } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { createReadOnlyBackend } from '@portico/testing/contract';
import { createFaults, withFaults, type Faults } from '@portico/testing/faults';
import { worldCases } from '@portico/testing/world';
import { all, mount, one, press, shown, type, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/claim-query.ts';
import type { Portal } from '../portal/portal.ts';
import type { ClaimQueryElement } from './claim-query.element.ts';

/** A page with Claims Query. */
export interface QueryPage extends TestPortal {
  readonly element: ClaimQueryElement;
  readonly faults: Faults;
}

/** Nothing asked for: what a form that nobody touched asks. */
export const anything: CaseCriteria = {
  ...{ dateMode: 'service', from: null, to: null, kinds: [], decisions: [], notUsedOnly: false, memberName: '', memberNumber: '' },
  ...{ payerId: null, providerId: null, physician: '', identifier: '', amount: null },
};

export const november: CaseCriteria = { ...anything, from: plainDate('2026-11-01'), to: plainDate('2026-11-21') };

/** Puts Claims Query on a page. */
export async function mountQuery(portal: Portal | undefined, surroundings: Surroundings = {}, href = ''): Promise<ClaimQueryElement> {
  const element = await mount<ClaimQueryElement>(
    html`<claim-query id="query" claim-href=${href} .portal=${portal}></claim-query>`,
    surroundings,
  );
  if (portal) await until(() => one(element, 'heading'));
  return element;
}

/** Claims Query before a clerk over the demo world, through a backend whose faults a test may set. */
export async function queryPage(
  { through = (backend) => backend, ...options }: TestPortalOptions & { readonly href?: string } = {},
  surroundings: Surroundings = {},
): Promise<QueryPage> {
  const faults = createFaults({ clock: simulatedClock() });
  const world = await createTestPortal({
    ...{ signedIn: 'clerk', claims: 300, ...options },
    through: (backend) => withFaults(through(backend), faults),
  });
  return { ...world, faults, element: await mountQuery(world.portal, surroundings, options.href) };
}

/** A backend of twenty lines over the cases of the world: claims by service date, read only. */
export const readOnly = (count: number): Backend =>
  createReadOnlyBackend(
    [...worldCases({ seed: 7, count, today: plainDate('2026-11-21') })].map((record, n) => ({
      ...{
        ...record,
        id: `case-${n}`,
        version: 1,
        lifecycleVersion: 1,
        organisationId: 'org:demo',
        takenInAt: 0,
        deadlines: { modification: null },
      },
      decision: decisionOf(record),
    })),
  );

/** The same backend, which pages instead of opening a result and counts to a cap. */
export const paged =
  (cap = Infinity) =>
  (backend: Backend): Backend => {
    const { open: _, ...claims } = backend.claims!;
    const search = async (...asked: Parameters<typeof claims.search>): Promise<Page<CaseRow>> => {
      const page = await claims.search(...asked);
      return page.total.kind === 'exact' && page.total.n > cap ? { ...page, total: { kind: 'at-least', n: cap } } : page;
    };
    const capabilities = { ...backend.capabilities, claims: { ...backend.capabilities.claims!, resultSets: false } };
    return { ...backend, capabilities, claims: { ...claims, search } };
  };

/** The same backend with other answers of its claims. */
export const withClaims =
  (changes: (claims: NonNullable<Backend['claims']>) => Partial<NonNullable<Backend['claims']>>) =>
  (backend: Backend): Backend => ({ ...backend, claims: { ...backend.claims!, ...changes(backend.claims!) } });

export const field = (element: Element, name: RegExp): HTMLInputElement => one<HTMLInputElement>(element, 'textbox', name);
export const from = (element: Element): HTMLInputElement => field(element, /^(From|من)$/);
export const to = (element: Element): HTMLInputElement => field(element, /^(To|إلى)$/);
export const button = (element: Element, name: string | RegExp): HTMLElement => one(element, 'button', name);

/** Types both dates and presses Enter, as a clerk does. */
export async function query(element: Element, first = '11/1', last = '11/21'): Promise<void> {
  for (const [input, day] of [
    [from(element), first],
    [to(element), last],
  ] as const) {
    input.select();
    await type(input, day);
  }
  await press('Enter');
}

/** What is said of the result, once there is one. */
export const counted = (element: Element): Promise<string> =>
  until(() => {
    const said = shown(element.shadowRoot!.querySelector('.count')!);
    expect(said).to.match(/found|on this page|عُثر|حالة/);
    return said;
  });

/** The rows in the DOM as their texts, without the header. */
export const rowTexts = (element: Element): string[] =>
  all(element, 'row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent).join(' | '));

/** The record that is under the focus, by the text of its row. */
export function focusedRow(element: ClaimQueryElement): string {
  const table = element.shadowRoot!.activeElement;
  return table?.shadowRoot?.activeElement?.closest('tr')?.querySelector('th')?.textContent ?? '';
}

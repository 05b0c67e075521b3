// No tests of its own: an authorization that was decided, and its form in the list of documents.
import { html } from '@open-wc/testing';
import type { AuthorizationItem, AuthorizationRequest, ItemDecision } from '@portico/core/authorizations';
import type { FormDocument } from '@portico/core/documents';
import { plainDate } from '@portico/core/kernel';
import { done } from '../../../../test/kit/authorization-sides.ts';
import { mount, one, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/document-list.ts';
import type { DocumentListElement } from '../documents/document-list.element.ts';
import type { Portal } from '../portal/portal.ts';

const dinars = (minor: number) => ({ minor, currency: 'KWD' });

const item = (sequence: number, text: string, changes: Partial<AuthorizationItem> = {}): AuthorizationItem => ({
  ...{ sequence, service: { code: `D-${sequence}00`, system: null, text }, unlisted: null, quantity: '1', amount: dinars(25_500) },
  ...{ from: null, to: null, origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

/** A request with what makes a form interesting: two scripts, a service in no list, a diagnosis in the physician's own words. */
export const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', currency: 'KWD', supersedes: null, note: '' },
  payer: { id: 'payer:gulf', name: 'Gulf Shield TPA · درع الخليج', identifiers: [] },
  provider: {
    id: 'provider:noor',
    name: 'Al Noor Medical Center · مركز النور الطبي',
    identifiers: [{ type: 'moh', value: 'MOH-20418' }],
  },
  physician: { id: 'physician:n1', name: 'د. ليلى حداد', identifiers: [{ type: 'lop', value: '10482' }] },
  unlistedPhysician: null,
  member: { id: null, name: 'فاطمة الزهراء Haddad', number: 'GS-4471-0093', birthDate: plainDate('1987-04-12') },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: plainDate('2026-12-20') },
  diagnoses: [
    { coded: { code: 'DX-02', system: null, text: 'Knee pain' }, exact: 'ألم في الركبة اليسرى بعد السقوط' },
    { coded: { code: 'DX-04', system: null, text: 'Routine check-up' }, exact: null },
  ],
  items: [
    item(1, 'Consultation'),
    item(2, 'Knee MRI', { amount: dinars(260_000) }),
    item(3, 'Physiotherapy session', { quantity: '10', amount: dinars(300_000) }),
    item(4, 'Day surgery', { amount: dinars(900_000) }),
    item(5, '', { service: null, unlisted: { name: 'تحليل المشي', estimatedCost: dinars(45_250) }, amount: null }),
  ],
};

/** As asked, another service, less of it, nothing, and as asked. */
export const verdict: readonly ItemDecision[] = [
  ['certified', null],
  ['modified', { service: { code: 'D-210', system: null, text: 'Knee X-ray' }, amount: dinars(40_000), quantity: '1', number: 'AUT-77-2' }],
  ['partially-certified', { service: null, amount: dinars(180_000), quantity: '6', number: null }],
  ['not-certified', null],
  ['certified', null],
].map(
  ([outcome, authorized], index) =>
    ({
      ...{ sequence: index + 1, outcome, outcomeCode: null, authorized: authorized && { from: null, to: null, ...(authorized as object) } },
      reasons: outcome === 'not-certified' ? [{ code: 'not-medically-necessary', system: null, text: 'Try physiotherapy first' }] : [],
    }) as ItemDecision,
);

/** A world in which it was sent and decided. */
export interface FormWorld extends TestPortal {
  readonly id: string;
  readonly reference: string;
  readonly form: FormDocument;
  /** A page of the payer's desk. */
  readonly desk: Portal;
}

/** Sends the request as a clerk, and decides it as the payer's desk. */
export async function formWorld(options: TestPortalOptions = {}, asked: Partial<AuthorizationRequest> = {}): Promise<FormWorld> {
  const world = await createTestPortal({ signedIn: 'clerk', ...options });
  const desk = world.open();
  await desk.signIn!(accountOf('claims-center'));
  const { submit } = world.portal.backend.authorizations!;
  const { id, numbers } = done(await submit!({ ...request, ...asked }, { commandId: 'the-request' }));
  const items = (asked.items ?? request.items).map(({ sequence }) => ({ ...(verdict[sequence - 1] ?? verdict[0]!), sequence }));
  const decision = { items, validFrom: plainDate('2026-12-01'), validTo: plainDate('2027-01-31') };
  done(await desk.backend.authorizations!.decide!(id, decision, { commandId: 'the-decision' }));
  const { rows } = await world.portal.backend.documents!.documents(id, {});
  return { ...world, id, desk, reference: numbers[0]!.value, form: rows.find((row) => row.kind === 'form')! };
}

/** The list of its documents on a page. */
export async function formList(
  world: FormWorld,
  surroundings: Surroundings = {},
  portal: Portal = world.portal,
): Promise<DocumentListElement> {
  const element = await mount<DocumentListElement>(
    html`<document-list case-id=${world.id} .portal=${portal}></document-list>`,
    surroundings,
  );
  await until(() => one(element, 'button', /^(Print Authorization form|طباعة)/));
  return element;
}

/** Opens the form in the preview, and gives what it shows. */
export async function openedForm(element: DocumentListElement): Promise<ShadowRoot> {
  one(element, 'button', /^(Open|فتح)/).click();
  return until(() => {
    const root = element.shadowRoot!.querySelector<HTMLElement>('dialog[open] .paper > div')?.shadowRoot;
    if (!root?.querySelector('.form')) throw new Error('no form yet');
    return root;
  });
}

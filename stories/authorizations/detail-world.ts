import type { Authorization, AuthorizationRequest } from '@portico/core/authorizations';
import { plainDate } from '@portico/core/kernel';
import { waitFor, expect } from 'storybook/test';
import { askedItem, bothSides, dirhams, done, inPart, type Sides } from '../../test/kit/authorization-sides.ts';
import { element } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

export { done, inPart, type Sides };

/** A request with a physician (N18), a diagnosis (N19) and a service (N20) that are in no list. */
export const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', currency: 'AED', supersedes: null, note: 'The report goes along.' },
  payer: { id: 'payer:gulf', name: 'Gulf Shield TPA · درع الخليج', identifiers: [] },
  provider: { id: 'provider:noor', name: 'Al Noor Medical Center · مركز النور الطبي', identifiers: [] },
  ...{ physician: null, unlistedPhysician: { identifier: { type: 'lop', value: 'LOP-777' }, name: 'د. زيد كرم' } },
  member: { id: null, name: 'فاطمة الزهراء Haddad', number: 'GS-4471-0093', birthDate: plainDate('1987-04-12') },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: plainDate('2026-12-05') },
  diagnoses: [{ coded: { code: 'D-25', system: null, text: 'Pain in joint' }, exact: 'ألم في الركبة اليسرى بعد السقوط' }],
  items: [
    askedItem(1, 'Physiotherapy session'),
    askedItem(2, 'Knee MRI'),
    askedItem(3, '', { service: null, unlisted: { name: 'تحليل المشي', estimatedCost: dirhams(120_000) }, amount: null, quantity: '1' }),
  ],
};

let opened = '';

/** Sends the request in the world of a story and does more with it; `shown` opens it. */
export const withRequest =
  (more: (record: Authorization, sides: Sides) => Promise<unknown> = async () => undefined) =>
  async ({ open }: StoryWorld): Promise<void> => {
    const sides = await bothSides(open);
    const record = done(await sides.clerk.submit(request, sides.meta()));
    opened = record.id;
    await more(record, sides);
  };

/** Shows the request that was sent, as a list beside it would. */
export async function shownDetail(canvas: HTMLElement): Promise<void> {
  element<HTMLElement & { authorizationId: string }>(canvas, 'authorization-detail').authorizationId = opened;
  await waitFor(() => expect(element(canvas, 'authorization-detail').shadowRoot!.querySelector('article')).not.toBeNull());
}

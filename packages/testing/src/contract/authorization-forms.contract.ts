import { equal, ok } from '@portico/backend/check';
import type { AuthorizationItem, AuthorizationRequest, ItemDecision } from '@portico/core/authorizations';
import type { CaseDocument } from '@portico/core/documents';
import { plainDate } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import { failsWith, signedIn, valueOf } from './steps.ts';

const needs: readonly Need[] = ['access', 'authorizations.submit', 'authorizations.decide', 'documents.form'];

const item = (sequence: number): AuthorizationItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text: null }, unlisted: null, quantity: '1' },
  ...{ amount: { minor: 5_000, currency: 'USD' }, from: null, to: null, origin: 'provider', outcome: 'undecided' },
  ...{ outcomeCode: null, reasons: [], authorized: null },
});
const party = (id: string, name: string) => ({ id, name, identifiers: [] });
const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', payer: party('payer:x', 'Xenon Health'), provider: party('provider:a', 'Clinic A') },
  ...{ physician: party('physician:1', 'Dr. Ian Wu'), unlistedPhysician: null },
  member: { id: null, name: 'Mara Lind', number: 'M-77', birthDate: null },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: plainDate('2026-12-05'), currency: 'USD' },
  diagnoses: [{ coded: { code: 'D1', system: null, text: null }, exact: null }],
  ...{ items: [item(1), item(2)], supersedes: null, note: '' },
};
const decided = (sequence: number, outcome: ItemDecision['outcome']): ItemDecision => ({
  ...{ sequence, outcome, outcomeCode: null, authorized: null },
  reasons: outcome === 'not-certified' ? [{ code: 'not-covered', system: null, text: null }] : [],
});

/** A page of the clerk and one of the payer's desk, with a request that was decided so. */
async function begun(context: ContractContext, ...outcomes: readonly ItemDecision['outcome'][]) {
  const [clerk, desk] = [await signedIn(context, 'clerk'), await signedIn(context, 'claimsCenter')];
  const meta = () => ({ commandId: context.commandId() });
  const { id } = valueOf(await clerk.authorizations!.submit!(request, meta()), 'the request');
  const items = outcomes.map((outcome, index) => decided(index + 1, outcome));
  const record = valueOf(await desk.authorizations!.decide!(id, { items, validFrom: null, validTo: null }, meta()), 'the decision');
  return { clerk, desk, meta, id, record };
}

const documentsOf = async ({ documents }: Backend, id: string): Promise<readonly CaseDocument[]> =>
  (await documents!.documents(id, {})).rows;
const standings = async (backend: Backend, id: string) =>
  (await documentsOf(backend, id)).map((one) => (one.kind === 'form' ? one.standing : one.kind));

/** The form of what was authorized, filed as a document (N28). */
export const authorizationFormsCases: readonly ContractCase[] = [
  {
    title: 'N28 what is authorized has a form among the documents of its case, and what is denied has none',
    needs,
    async run(context) {
      const { clerk, id, record } = await begun(context, 'certified', 'not-certified');
      const [document, ...others] = await documentsOf(clerk, id);
      ok(document?.kind === 'form' && others.length === 0, 'one form');
      equal([document.noteId, document.itemSequence, document.standing], [null, null, 'in-force'], 'of the case as a whole');
      const { values, hidden } = await clerk.documents!.form!(document.id);
      equal([values.numbers, values.member, hidden], [record.numbers, record.member, []], 'its values');
      equal(
        values.items.map((line) => [line.requested?.amount, line.authorized?.amount ?? null]),
        [
          [
            { minor: 5_000, currency: 'USD' },
            { minor: 5_000, currency: 'USD' },
          ],
          [{ minor: 5_000, currency: 'USD' }, null],
        ],
        'authorized beside requested',
      );
      equal((await clerk.authorizations!.get(id))!.formId, document.id, 'named by its record');
      await failsWith('not-found', () => clerk.documents!.content(document.id), 'its bytes');
      const denied = await begun(context, 'not-certified', 'not-certified');
      equal(await documentsOf(denied.clerk, denied.id), [], 'of what is denied');
    },
  },
  {
    title: 'N28 N29 a form never changes: a changed decision files another, and a void says that it was not used',
    needs: [...needs, 'authorizations.update', 'authorizations.void'],
    async run(context) {
      const { clerk, desk, meta, id, record } = await begun(context, 'certified', 'certified');
      const first = (await documentsOf(clerk, id))[0]!;
      const { values } = await clerk.documents!.form!(first.id);
      await context.clock.advance(1_000);
      valueOf(await clerk.authorizations!.update!(id, [...record.items, item(3)], meta()), 'the update');
      const verdict = { items: [decided(3, 'certified')], validFrom: null, validTo: null };
      valueOf(await desk.authorizations!.decide!(id, verdict, meta()), 'the decision');
      equal(await standings(clerk, id), ['in-force', 'superseded'], 'newest first');
      equal((await clerk.documents!.form!(first.id)).values, values, 'the old one');
      valueOf(await clerk.authorizations!.void!(id, { reason: 'not-performed', text: '' }, meta()), 'the void');
      equal(await standings(clerk, id), ['not-used', 'not-used'], 'after the void');
    },
  },
  {
    title: 'a form of somebody else’s is not there, and field groups that are hidden are not in it',
    needs,
    async run(context) {
      const { clerk, id } = await begun(context, 'certified', 'certified');
      const form = (await documentsOf(clerk, id))[0]!;
      for (const person of ['otherClerk', 'payerDesk', 'stranger'] as const) {
        const { documents } = await signedIn(context, person);
        await failsWith('not-found', () => documents!.form!(form.id), person);
      }
      const opened = await (await signedIn(context, 'helpdesk')).documents!.form!(form.id);
      equal([...opened.hidden].sort(), ['amounts', 'clinical', 'payment'], 'hidden from the helpdesk');
      equal(
        [opened.values.diagnoses, opened.values.items[0]!.authorized!.amount, opened.values.items[0]!.requested!.service],
        [[], null, null],
        'and absent',
      );
    },
  },
];

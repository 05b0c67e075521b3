import { equal } from '@portico/backend/check';
import type { AuthorizationItem, Authorized } from '@portico/core/authorizations';
import { plainDate } from '@portico/core/kernel';
import { begun, certified, codes, decided, needs, request } from './authorizations.contract.ts';
import type { ContractCase } from './contract.ts';

const backwards = { from: plainDate('2026-12-05'), to: plainDate('2026-12-04') };

/** What no command takes, whoever sends it: quantities that are none, periods that end before they begin, blanks for words. */
export const authorizationValuesCases: readonly ContractCase[] = [
  {
    title: 'a quantity that is none is refused in a request, an update and a decision',
    needs: [...needs, 'authorizations.update'],
    async run(context) {
      const { clerk, desk, meta, id, record } = await begun(context);
      const [first, second] = record.items as [AuthorizationItem, AuthorizationItem];
      const wrong = { ...first, quantity: '0' };
      equal(codes(await clerk.submit(request({ items: [wrong] }), meta())), 'not-a-quantity', 'the request');
      equal(codes(await clerk.update(id, [wrong, second], meta())), 'not-a-quantity', 'the update');
      const authorized: Authorized = { ...{ service: null, quantity: 'some', amount: null }, from: null, to: null, number: null };
      const decision = decided(certified(1, { outcome: 'partially-certified', authorized }), certified(2));
      equal(codes(await desk.decide(id, decision, meta())), 'not-a-quantity', 'the decision');
    },
  },
  {
    title: 'a period that ends before it begins is refused wherever it stands',
    needs: [...needs, 'authorizations.update'],
    async run(context) {
      const { clerk, desk, meta, id, record } = await begun(context);
      const [first, second] = record.items as [AuthorizationItem, AuthorizationItem];
      const { from, to } = backwards;
      equal(codes(await clerk.submit(request({ serviceFrom: from, serviceTo: to }), meta())), 'dates-reversed', 'the request');
      equal(codes(await clerk.update(id, [{ ...first, ...backwards }, second], meta())), 'dates-reversed', 'an item of the update');
      const authorized: Authorized = { service: null, quantity: null, amount: null, ...backwards, number: null };
      const items = [certified(1, { outcome: 'modified', authorized }), certified(2)];
      equal(codes(await desk.decide(id, decided(...items), meta())), 'dates-reversed', 'an item of the decision');
      const whole = { items: [certified(1), certified(2)], validFrom: from, validTo: to };
      equal(codes(await desk.decide(id, whole, meta())), 'dates-reversed', 'the decision');
    },
  },
  {
    title: 'blanks are no words: a pend and a question say what they are about',
    needs: [...needs, 'authorizations.pend', 'authorizations.requestInformation'],
    async run(context) {
      const { desk, meta, id } = await begun(context);
      equal(codes(await desk.pend(id, { text: ' \n' }, meta())), 'text-missing', 'the pend');
      equal(codes(await desk.requestInformation(id, { text: ' ', items: [], dueAt: null }, meta())), 'text-missing', 'the question');
    },
  },
];

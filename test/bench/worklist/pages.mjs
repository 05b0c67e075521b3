import { worklist } from '../../../packages/backend/src/authorizations/worklist.ts';
import { everything, subjectOf } from './records.mjs';

/** The pages that are measured over a store; `begin` looks up once where the fifth one starts. @param {import('@portico/backend').BackOfficeStore} store */
export function pagesOf(store) {
  let fifth = null;
  const pageOf = (person, changes = {}, cursor = null) =>
    store.transaction('read', (tx) => worklist(tx, subjectOf(person), { ...everything, ...changes }, { cursor }));
  return {
    async begin() {
      for (let n = 0; n < 4; n += 1) fifth = (await pageOf('helpdesk', {}, fifth)).next;
    },
    cases: {
      'helpdesk, all': () => pageOf('helpdesk'),
      'clerk, all': () => pageOf('clerk'),
      'desk, waiting': () => pageOf('desk', { scope: 'mine' }),
      'desk, settled and expedited': () => pageOf('desk', { scope: 'settled', urgency: 'expedited' }),
      'clerk, settled of one payer': () => pageOf('clerk', { scope: 'settled', payerId: 'payer:1' }),
      'helpdesk, the fifth page of all': () => pageOf('helpdesk', {}, fifth),
    },
  };
}

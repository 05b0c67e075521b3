import type { CaseSort, CaseSortKey, claimQueryMoreMessages } from '@portico/core/claims';

type OrderKey = Extract<keyof typeof claimQueryMoreMessages, `claim-query.sorted${string}`>;

const ways: Readonly<Record<CaseSortKey, 'day' | 'name' | 'amount'>> = {
  serviceDate: 'day',
  paymentDate: 'day',
  memberName: 'name',
  payerName: 'name',
  billed: 'amount',
  paid: 'amount',
};
const keys: Readonly<Record<'day' | 'name' | 'amount', Readonly<Record<CaseSort['direction'], OrderKey>>>> = {
  day: { ascending: 'claim-query.sortedOldest', descending: 'claim-query.sortedNewest' },
  name: { ascending: 'claim-query.sortedFirstLetter', descending: 'claim-query.sortedLastLetter' },
  amount: { ascending: 'claim-query.sortedAscending', descending: 'claim-query.sortedDescending' },
};

/** The text that says how a result is sorted; it wants the `column`'s name. */
export const orderKey = ({ key, direction }: CaseSort): OrderKey => keys[ways[key]][direction];

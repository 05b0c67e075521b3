import type { Action, Resource } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import type { MemoryWorld, PersonName } from '@portico/testing/contract';

/** Whose the things are that a call is about: of the subject's own providers and payers, of others in the house, or of another organisation. */
export type Whose = 'own' | 'other' | 'abroad';
export const places: Readonly<Record<Whose, { readonly providerId: string; readonly payerId: string; readonly account: PersonName }>> = {
  own: { providerId: 'provider:a', payerId: 'payer:x', account: 'clerk' },
  other: { providerId: 'provider:c', payerId: 'payer:y', account: 'otherClerk' },
  abroad: { providerId: 'provider:zz', payerId: 'payer:z', account: 'stranger' },
};

/** What a call is made on. */
export interface Cell {
  readonly world: MemoryWorld;
  readonly page: Backend;
  readonly whose: Whose;
  readonly meta: { readonly commandId: string };
}

/** One row of the matrix: the right (of several any will do), what it is asked about, and what a call came to. */
export interface Call {
  readonly action: Action | readonly Action[];
  readonly resource?: (whose: Whose) => Resource;
  readonly call: (cell: Cell) => Promise<unknown>;
}

/** The parties of a place, as a right depends on them. */
export function scoped(whose: Whose): Resource {
  return parties(whose);
}

export const parties = (whose: Whose) => ({
  providerId: places[whose].providerId,
  payerId: whose === 'other' ? 'payer:y' : places[whose].payerId,
});

export const named = (whose: Whose) => {
  const { providerId, payerId } = parties(whose);
  return { provider: { id: providerId, name: 'P', identifiers: [] }, payer: { id: payerId, name: 'Q', identifiers: [] } };
};

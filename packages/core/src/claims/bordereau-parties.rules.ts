import type { CaseBreakdown, PartyCount } from './case-breakdown.ts';

/** The parties of a bordereau as far as they are chosen, and those offered to choose from. */
export interface BordereauParties {
  readonly payerId: string | null;
  readonly providerId: string | null;
  readonly payers: readonly PartyCount[];
  readonly providers: readonly PartyCount[];
}

/** All parties of a result (N22): one that is alone is chosen. */
export const partiesOf = (breakdown: CaseBreakdown): BordereauParties => ({
  ...{ payers: breakdown.payers, payerId: only(breakdown.payers) },
  ...{ providers: breakdown.providers, providerId: only(breakdown.providers) },
});

/**
 * The parties after one was chosen: on the other side only those are offered that have cases together with it, with how many those are. On its
 * own side all are, so that another one can be chosen instead. Where the backend tells no pairs, nothing is narrowed.
 */
export function partiesWith(
  breakdown: CaseBreakdown,
  { payerId, providerId }: Pick<BordereauParties, 'payerId' | 'providerId'>,
  chosen: { readonly payerId?: string; readonly providerId?: string },
): BordereauParties {
  const { payers, providers, pairs } = breakdown;
  if (chosen.payerId !== undefined) {
    const offered = pairs ? partners(providers, countsOf(pairs, 'providerId', 'payerId', chosen.payerId)) : providers;
    return { payers, payerId: chosen.payerId, providers: offered, providerId: kept(offered, providerId) };
  }
  const own = chosen.providerId ?? providerId;
  const offered = pairs && own !== null ? partners(payers, countsOf(pairs, 'payerId', 'providerId', own)) : payers;
  return { providers, providerId: own, payers: offered, payerId: kept(offered, payerId) };
}

type Side = 'payerId' | 'providerId';

const countsOf = (pairs: NonNullable<CaseBreakdown['pairs']>, side: Side, other: Side, id: string): ReadonlyMap<string, number> =>
  new Map(pairs.filter((pair) => pair[other] === id).map((pair) => [pair[side], pair.count]));

const partners = (parties: readonly PartyCount[], counts: ReadonlyMap<string, number>): readonly PartyCount[] =>
  parties.flatMap((party) => (counts.has(party.id) ? { ...party, count: counts.get(party.id)! } : [])).sort((a, b) => b.count - a.count);

const kept = (offered: readonly PartyCount[], id: string | null): string | null =>
  id !== null && offered.some((party) => party.id === id) ? id : only(offered);

const only = (parties: readonly PartyCount[]): string | null => (parties.length === 1 ? (parties[0]?.id ?? null) : null);

import type { Contact } from '@portico/core/directory';

/** Names of countries in a language, and their order in it. */
export interface CountryNames {
  /** The name of an ISO 3166 code; the code itself where the language has no name for it. */
  readonly of: (code: string) => string;
  readonly compare: (a: string, b: string) => number;
}

/** Makes the names of one language. */
export function countryNames(locale: string): CountryNames {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  const of = (code: string): string => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
  return { of, compare: (a, b) => compare(of(a), of(b)) };
}

/** Contacts under their brands, both in the order of the language. */
export function byBrand(
  contacts: readonly Contact[],
  locale: string,
  countries: CountryNames,
): readonly { readonly brand: string; readonly contacts: readonly Contact[] }[] {
  const groups = Map.groupBy(contacts, ({ brandId }) => brandId);
  return [...groups.values()]
    .map((group) => ({ brand: group[0]!.brandName, contacts: group.toSorted((a, b) => countries.compare(a.country, b.country)) }))
    .sort((a, b) => new Intl.Collator(locale).compare(a.brand, b.brand));
}

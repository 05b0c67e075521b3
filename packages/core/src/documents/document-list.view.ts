import type { CaseDocument, DocumentPurpose } from './document.schema.ts';

/** What a list of documents is narrowed to; null does not narrow. */
export interface DocumentFilter {
  readonly type: CaseDocument['type'] | null;
  readonly purpose: DocumentPurpose | null;
}

/** Documents of one place: a service line, or (null) the claim as a whole (N16). */
export interface DocumentGroup {
  readonly itemSequence: number | null;
  readonly documents: readonly CaseDocument[];
}

/** Whether a document is of that type and purpose (N17). */
export const fits = ({ type, purpose }: CaseDocument, filter: DocumentFilter): boolean =>
  (filter.type === null || type === filter.type) && (filter.purpose === null || purpose === filter.purpose);

/** Documents by where they belong: those of the claim as a whole first, then line by line, each in the order given. */
export function byPlace(documents: readonly CaseDocument[]): readonly DocumentGroup[] {
  const places = new Map<number | null, CaseDocument[]>();
  for (const document of documents) {
    const there = places.get(document.itemSequence);
    if (there) there.push(document);
    else places.set(document.itemSequence, [document]);
  }
  return [...places]
    .sort(([a], [b]) => (a ?? -Infinity) - (b ?? -Infinity))
    .map(([itemSequence, found]) => ({ itemSequence, documents: found }));
}

/** The words that occur, in the policy's order: what it makes sense to narrow to. One that the policy no longer offers comes last. */
export const occurring = <Word extends string>(words: readonly Word[], order: readonly Word[]): readonly Word[] => {
  const found = new Set(words);
  return [...order.filter((word) => found.delete(word)), ...found];
};

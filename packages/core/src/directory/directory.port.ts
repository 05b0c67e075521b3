import type { Page, PageRequest } from '../kernel/index.ts';

/** One way to reach somebody (N2, N3). */
export interface ContactChannel {
  readonly kind: 'phone' | 'email' | 'fax';
  readonly purpose: 'helpdesk' | 'claims-center' | 'authorizations' | 'appeals';
  readonly value: string;
}

/** The row a person looks for: the own country (ISO 3166 alpha-2), under a brand. */
export interface Contact {
  readonly id: string;
  readonly brandId: string;
  readonly brandName: string;
  readonly country: string;
  readonly channels: readonly ContactChannel[];
  /** Office hours as free text, in the language of the installation; null when not told. */
  readonly hours: string | null;
}

/** A payer one can query by. */
export interface Payer {
  readonly id: string;
  readonly name: string;
  readonly brandId: string | null;
}

/** Whom one deals with. Contacts are readable before sign-in (N1). */
export interface DirectoryPort {
  /** All contacts of a brand (or of all brands), by country. */
  contacts(request?: { readonly brandId?: string; readonly signal?: AbortSignal }): Promise<readonly Contact[]>;
  /** Payers that the subject can meet, by name; `text` matches anywhere in the name. */
  payers?(request: PageRequest & { readonly text?: string }): Promise<Page<Payer>>;
}

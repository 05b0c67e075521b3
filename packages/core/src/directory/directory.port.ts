import type { CodedText } from '../claims/case.schema.ts';
import type { Identifier, Page, PageRequest } from '../kernel/index.ts';

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

/** A physician who can be named on a request (N18). */
export interface Physician {
  readonly id: string;
  readonly name: string;
  /** Licences and national numbers, each with its type (LOP, DHA, NPI …). */
  readonly identifiers: readonly Identifier[];
  /** Free text in the language of the installation; null when not told. */
  readonly specialty: string | null;
  readonly facility: string | null;
}

/** A provider whose people can have accounts. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Licences, tax and national numbers, each with its type. */
  readonly identifiers: readonly Identifier[];
}

/** What a code list is of. */
export type CodeListName = 'diagnoses' | 'services';

/** An entry of a code list. */
export interface CodeEntry {
  readonly coded: CodedText;
  /** Its name in further languages, by BCP 47 tag; searched like the first one. */
  readonly names: Readonly<Record<string, string>>;
}

/** Whom one deals with. Contacts are readable before sign-in (N1). */
export interface DirectoryPort {
  /** All contacts of a brand (or of all brands), by country. */
  contacts(request?: { readonly brandId?: string; readonly signal?: AbortSignal }): Promise<readonly Contact[]>;
  /** Payers that the subject can meet, by name; `text` matches anywhere in the name. */
  payers?(request: PageRequest & { readonly text?: string }): Promise<Page<Payer>>;
  /** Providers that the subject can meet, by name or by any identifier, found like physicians: those that accounts can be bound to (N8). */
  providers?(request: PageRequest & { readonly text: string }): Promise<Page<Provider>>;
  /** Physicians by name or by any identifier (N18): each word of `text` begins a word of the name, or the whole is a number of theirs. */
  physicians?(request: PageRequest & { readonly text: string }): Promise<Page<Physician>>;
  /** Entries of a list whose code begins with `text`, or whose names have words that begin with its words; the exact code first (N19, N20). */
  codes?(list: CodeListName, request: PageRequest & { readonly text: string }): Promise<Page<CodeEntry>>;
}

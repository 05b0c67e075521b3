import type { Instant, PlainDate } from './calendar-date.ts';
import { createFormats } from './format.ts';
import type { FormatOptions } from './format.ts';

/** A text by number: exact (`=0`) first, then the CLDR category of the number named by `on`. */
export type Plural<On extends string = string> = {
  readonly on: On;
  readonly [exact: `=${number}`]: string;
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};

/** Messages by key; texts hold placeholders `{$name}`, `{$n :number}`, `{$d :date}`, `{$at :time}`, `{$at :datetime}`; amounts come in formatted, as names do. */
export type Catalogue = { readonly [key: string]: string | Plural };

type Types = { number: number; date: PlainDate | Instant; time: Instant; datetime: Instant };
/** The insides of all placeholders of a text: `'n :number' | 'who'`. */
type Slots<Text> = Text extends `${string}{$${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never;
type SlotsOf<Entry> = Entry extends { readonly on: infer On extends string }
  ? `${On} :number` | Slots<Entry[Exclude<keyof Entry, 'on'>]>
  : Slots<Entry>;
type NameOf<Slot> = Slot extends `${infer Name} :${string}` ? Name : Slot;
type TypeOf<Slot> = Slot extends `${string} :${infer Kind extends keyof Types}` ? Types[Kind] : string | number;

/** The values that a message needs, by name and type, read off its English text. */
export type MessageValues<Entry> = { readonly [Slot in SlotsOf<Entry> as NameOf<Slot> & string]: TypeOf<Slot> };

/** A whole catalogue in another language: every key, and plurals where English has them (a text with a number may become one). */
export type Translation<English extends Catalogue> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string | Plural<NameOf<Extract<SlotsOf<English[Key]>, `${string} :number`>> & string>
    : Plural<NameOf<Extract<SlotsOf<English[Key]>, `${string} :number`>> & string>;
};

/** A piece of a message for a template: text of the message itself, or a value, which belongs into `<bdi>`. */
export type MessagePart = string | { readonly name: string; readonly text: string; readonly kind: keyof Types | 'text' };

/** The values argument of a message: none where its text holds no placeholder. */
export type MessageArguments<Entry> = keyof MessageValues<Entry> extends never ? [] : [values: MessageValues<Entry>];

/** Texts of one language. */
export type Messages<English extends Catalogue> = {
  /** For attributes and announcements: one string, with invisible isolates round values that have a direction of their own. */
  readonly text: <Key extends keyof English & string>(key: Key, ...values: MessageArguments<English[Key]>) => string;
  /** For templates: the pieces in order, without any control character. */
  readonly parts: <Key extends keyof English & string>(key: Key, ...values: MessageArguments<English[Key]>) => readonly MessagePart[];
};

/** Keeps the texts of an English catalogue as literals, so that keys and values are inferred; merge by spreading. */
export function catalogue<const English extends Catalogue>(english: English): English {
  return english;
}

/**
 * Makes the texts of a language: give the English catalogue and lay the translation and the host's own texts over it
 * (`createMessages('ar', en, { ...ar, ...host })`); a key that is missing there falls to English.
 */
export function createMessages<English extends Catalogue>(
  locale: string,
  english: English | Translation<English>,
  overrides: Partial<Translation<English>> = {},
  options: FormatOptions = {},
): Messages<English> {
  const entries: Catalogue = { ...(english as Catalogue), ...(overrides as Catalogue) };
  const formats = createFormats(locale, options);
  const rules = new Intl.PluralRules(locale);

  const parts = (key: string, values: Readonly<Record<string, unknown>> = {}): readonly MessagePart[] => {
    const entry = entries[key] ?? key;
    const text = typeof entry === 'string' ? entry : pluralText(entry, Number(values[entry.on]), rules);
    // Splitting by two groups gives text, name, kind, text, name, kind … text.
    return text.split(/\{\$(\w+)(?: :(\w+))?\}/).flatMap((piece, index, all): readonly MessagePart[] => {
      if (index % 3 !== 1) return index % 3 === 0 && piece !== '' ? [piece] : [];
      const kind = all[index + 1] as keyof Types | undefined;
      const value = values[piece];
      if (value === undefined) return [`{$${piece}}`];
      return [{ name: piece, kind: kind ?? 'text', text: kind ? formats[kind](value as never) : `${value as string | number}` }];
    });
  };
  return {
    parts: (key, ...[values]) => parts(key, values),
    text: (key, ...[values]) =>
      parts(key, values)
        .map((part) => (typeof part === 'string' ? part : part.kind === 'number' ? part.text : `\u2068${part.text}\u2069`))
        .join(''),
  };
}

function pluralText(entry: Plural, n: number, rules: Intl.PluralRules): string {
  return entry[`=${n}`] ?? entry[rules.select(n)] ?? entry.other;
}

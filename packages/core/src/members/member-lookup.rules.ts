import {
  daysBetween,
  normalizeIdentifier,
  parseDateInput,
  sameDay,
  searchText,
  type DateInputOptions,
  type PlainDate,
} from '../kernel/index.ts';
import type { EligibilityAbout, MemberCoverage } from './eligibility.ts';
import type { MemberQuery } from './member.schema.ts';
import type { MembersPolicy } from './members.policy.ts';

/** What is typed into the form; dates as a person writes them. */
export interface LookupForm {
  readonly by: MemberQuery['by'];
  readonly payerId: string;
  readonly value: string;
  readonly name: string;
  readonly birthDate: string;
  readonly serviceDate: string;
}

/** What reading a form depends on: today and the date order of the person, and the policy in force. */
export interface LookupReading {
  readonly today: PlainDate;
  readonly locale: string;
  readonly policy: Pick<MembersPolicy, 'maxDaysBack' | 'maxDaysAhead'>;
}

/** What is wrong with a field of the form. */
export interface LookupError {
  readonly field: 'payerId' | 'value' | 'name' | 'birthDate' | 'serviceDate';
  readonly code: 'missing' | 'too-short' | 'too-long' | 'not-a-date' | 'in-the-future' | 'too-far-back' | 'too-far-ahead';
}

/** A number is compared without case, spaces and hyphens: people type it as it is printed, or not. */
export const numberKey = (value: string): string => normalizeIdentifier(value).replace(/[\s-]+/g, '');

/** Null when members can be looked up by this, else what is wrong with it. */
export function checkQuery(
  query: MemberQuery,
  today: PlainDate,
): (Omit<LookupError, 'field'> & { readonly field: 'value' | 'name' | 'birthDate' }) | null {
  if (query.by !== 'name') {
    const length = numberKey(query.value).length;
    return length === 0
      ? wrong('value', 'missing')
      : length < 3
        ? wrong('value', 'too-short')
        : query.value.length > 64
          ? wrong('value', 'too-long')
          : null;
  }
  const name = searchText(query.name);
  if (name.length < 2) return wrong('name', name === '' ? 'missing' : 'too-short');
  if (query.name.length > 256) return wrong('name', 'too-long');
  return query.birthDate > today ? wrong('birthDate', 'in-the-future') : null;
}

/** Null when a day may be asked about, else why not. */
export function checkServiceDate(date: PlainDate, { today, policy }: Omit<LookupReading, 'locale'>): LookupError['code'] | null {
  const days = daysBetween(today, date);
  return days < -policy.maxDaysBack ? 'too-far-back' : days > policy.maxDaysAhead ? 'too-far-ahead' : null;
}

/** Reads the form: what it asks, or everything that is wrong with it. */
export function readLookup(
  form: LookupForm,
  reading: LookupReading,
): { readonly query: MemberQuery | null; readonly about: EligibilityAbout | null; readonly errors: readonly LookupError[] } {
  const errors: LookupError[] = [];
  const { query, error } = readQuery(form, reading);
  const { about, errors: more } = readAbout(form, reading);
  if (error) errors.push(error);
  return { query, about, errors: [...errors, ...more] };
}

/** Reads payer and day alone: what a bulk check asks beside its lines. */
export function readAbout(
  { payerId, serviceDate }: Pick<LookupForm, 'payerId' | 'serviceDate'>,
  reading: LookupReading,
): { readonly about: EligibilityAbout | null; readonly errors: readonly LookupError[] } {
  const errors: LookupError[] = payerId === '' ? [{ field: 'payerId', code: 'missing' }] : [];
  const read = parseDateInput(serviceDate, reading);
  const code = 'date' in read ? checkServiceDate(read.date, reading) : read.code === 'empty' ? 'missing' : 'not-a-date';
  if (code !== null) errors.push({ field: 'serviceDate', code });
  return { about: errors.length === 0 && 'date' in read ? { payerId, serviceDate: read.date } : null, errors };
}

function readQuery(form: LookupForm, reading: LookupReading): { readonly query: MemberQuery | null; readonly error: LookupError | null } {
  const refused = (error: LookupError) => ({ query: null, error });
  const { by, value, name } = form;
  let query: MemberQuery = { by: 'card', value: value.trim() };
  if (by === 'name') {
    const read = parseDateInput(form.birthDate, reading);
    const typed = checkQuery({ by, name: name.trim(), birthDate: reading.today }, reading.today);
    if (typed) return refused(typed);
    if (!('date' in read)) return refused({ field: 'birthDate', code: read.code === 'empty' ? 'missing' : 'not-a-date' });
    query = { by, name: name.trim(), birthDate: read.date };
  } else query = { by, value: value.trim() };
  const error = checkQuery(query, reading.today);
  return error ? refused(error) : { query, error: null };
}

/** One line of a bulk check as it was typed: its query, or null where it is none. */
export interface ReadLine {
  readonly text: string;
  readonly query: MemberQuery | null;
}

/** Reads typed or pasted lines, blank ones left out: a number a line, or a name and a birth date parted by a tab, comma or semicolon. */
export function readLines(text: string, by: MemberQuery['by'], reading: LookupReading): readonly ReadLine[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', birthDate = ''] = by === 'name' ? line.split(/[\t;,،؛]/) : [];
      return { text: line, query: readQuery({ by, value: line, name, birthDate, payerId: '', serviceDate: '' }, reading).query };
    });
}

/** Typed or pasted lines of names after a change of language: birth dates that were understood stay the same days. */
export const sameLines = (text: string, before: string, reading: DateInputOptions): string =>
  text.replace(
    /^([^\t;,،؛\r\n]*[\t;,،؛]\s*)([^\t;,،؛\r\n]+)/gm,
    (_, name: string, birthDate: string) => name + sameDay(birthDate, before, reading),
  );

/**
 * Whether a coverage is meant: a number is the same but for case, spaces and hyphens; of a name every word that was typed is in it, in any
 * order, and the birth date is the same. Neither is enough alone.
 */
export function isMeant({ member, cardNumber, nationalId }: MemberCoverage, query: MemberQuery): boolean {
  if (query.by === 'name') {
    const words = searchText(member.name).split(' ');
    const wanted = searchText(query.name).split(' ');
    return member.birthDate === query.birthDate && wanted.every((word) => words.includes(word));
  }
  const kept = { card: cardNumber, 'member-number': member.number, 'national-id': nationalId }[query.by];
  return kept !== null && numberKey(kept) === numberKey(query.value);
}

const wrong = <Field extends 'value' | 'name' | 'birthDate'>(field: Field, code: LookupError['code']) => ({ field, code });

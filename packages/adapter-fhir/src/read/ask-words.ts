import type { CodedText } from '@portico/core/claims';
import { concepts, conceptsUnder } from './coded.ts';
import type { Entry } from './collect.ts';
import { fit, type Context } from './context.ts';
import { child, children, extensions, integer, text, texts, valueKey, type At } from './tree.ts';

/** One thing that is asked for: its words, and the lines it is about; without any it is about the whole request. */
interface Part {
  readonly words: string;
  readonly lines: readonly number[];
  /** Something that is wanted, and not only a word about it. */
  readonly isWanted: boolean;
}

/** Inputs of a Task that say what is wanted; what else there is goes with its name, but for the two that are about how to send it. */
const WANTED = ['attachments-needed', 'questionnaire-context', 'questionnaires-needed', 'questionnaire', 'code'];
const HOW = ['payer-url', 'purpose-of-use'];
/** Names of code systems as people call them; the texts of their codes are the source's, if any. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/loinc\.org/, 'LOINC'],
  [/icd-10-cm/, 'ICD-10-CM'],
  [/icd-10/, 'ICD-10'],
  [/snomed/, 'SNOMED CT'],
];
const LINE_NUMBERS = ['serviceLineNumber', 'paLineNumber'];
const ABOUT_CONTENT = ['contentModifier', 'communicatedDiagnosis'];

/** What a request for information asks for in words, line by line where it says so, and the lines that all of it is about. */
export function askedWords(context: Context, entry: Entry): { readonly words: string; readonly items: readonly number[] } {
  const parts = entry.type === 'Task' ? inputs(context, entry) : payloads(context, entry);
  const own = linesOf(entry);
  const wanted = parts.filter(({ isWanted }) => isWanted).map(({ lines }) => (lines.length > 0 ? lines : own));
  const isByLine = new Set(wanted.map((lines) => lines.join())).size > 1;
  const told = [
    ...conceptsUnder(context, entry, 'category').map(spoken),
    ...parts.map(({ words, lines }) => (isByLine && lines.length > 0 ? `${lines.join(', ')}: ${words}` : words)),
    ...texts(entry, 'description'),
    ...children(entry, 'note').flatMap((note) => texts(note, 'text')),
  ].filter((words) => words !== '');
  const words = told.length > 0 ? told.join('; ') : (text(children(child(entry, 'code'), 'coding')[0] ?? null, 'code') ?? entry.type);
  const all = wanted.length === 0 ? own : wanted.some((lines) => lines.length === 0) ? [] : wanted.flat();
  return { words: fit(context, entry, words, 4_000), items: [...new Set(all)].toSorted((a, b) => a - b) };
}

function payloads(context: Context, entry: Entry): readonly Part[] {
  return children(entry, 'payload').map((payload) => {
    const string = text(payload, 'contentString');
    // Da Vinci PAS writes the LOINC code of the document here.
    const content = string !== null && /^\d{1,7}-\d$/.test(string) ? `LOINC ${string}` : string;
    const others = ['contentCodeableConcept', 'contentReference', 'contentAttachment'].map((key) => valueWords(context, payload, key));
    const all = [content, ...others, ...extensions(payload, ...ABOUT_CONTENT).map((one) => valueWords(context, one, valueKey(one)))];
    return { words: all.filter((words) => words !== null).join(', '), lines: linesOf(payload), isWanted: true };
  });
}

function inputs(context: Context, entry: Entry): readonly Part[] {
  const left: string[] = [];
  const parts = children(entry, 'input').flatMap((input): readonly Part[] => {
    const [type] = concepts(context, child(input, 'type'));
    const name = type?.code || type?.text || 'input';
    const value = valueWords(context, input, valueKey(input));
    if (HOW.includes(name) || value === null) {
      left.push(`input.${name}`);
      return [];
    }
    const isWanted = WANTED.includes(name);
    const more = extensions(input, ...ABOUT_CONTENT).flatMap((one) => valueWords(context, one, valueKey(one)) ?? []);
    return [{ words: [isWanted ? value : `${name}: ${value}`, ...more].join(', '), lines: linesOf(input), isWanted }];
  });
  if (left.length > 0) context.report.add('elements-not-mapped', entry, left.join(' '));
  return parts;
}

const linesOf = (at: At): readonly number[] =>
  extensions(at, ...LINE_NUMBERS).flatMap((one) => {
    const key = valueKey(one);
    return key === null ? [] : (integer(one, key) ?? []);
  });

/** A value in words: of a code its text with the code, of a reference its name, of an address what it is called. */
function valueWords(context: Context, at: At, key: string | null): string | null {
  if (key === null) return null;
  const value = at.node[key];
  if (typeof value === 'boolean') return String(value);
  const shown = extensions(child(at, `_${key}`), 'display')[0];
  const plain = text(at, key);
  if (plain !== null) return (shown && text(shown, 'valueString')) ?? plain;
  const inner = child(at, key);
  const named = text(inner, 'display') ?? text(inner, 'title') ?? text(child(inner, 'identifier'), 'value');
  if (/(CodeableConcept|Coding)$/.test(key)) return concepts(context, inner).map(spoken).join(', ') || null;
  return named ?? text(inner, 'reference') ?? text(inner, 'url') ?? text(inner, 'value') ?? text(inner, 'end') ?? text(inner, 'start');
}

function spoken({ code, system, text: words }: CodedText): string {
  const name = SYSTEMS.find(([pattern]) => system !== null && pattern.test(system))?.[1];
  const whole = [name, code].filter(Boolean).join(' ');
  return words === null ? whole : whole === '' || words === code ? words : `${words} (${whole})`;
}

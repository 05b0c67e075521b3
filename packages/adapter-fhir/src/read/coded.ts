import type { CodedText } from '@portico/core/claims';
import { fit, type Context } from './context.ts';
import { child, children, isNode, text, texts, valueKey, type At } from './tree.ts';

/** A CodeableConcept as one code: its first coding, with the text of the concept or of the coding. Text alone has an empty code. */
export function concept(context: Context, at: At | null): CodedText | null {
  return concepts(context, at)[0] ?? null;
}

/** All codings of a CodeableConcept, or the one of a Coding. */
export function concepts(context: Context, at: At | null): readonly CodedText[] {
  if (at === null) return [];
  const own = text(at, 'text');
  const codings = 'coding' in at.node ? children(at, 'coding') : [at];
  const found = codings.flatMap((coding) => {
    const code = text(coding, 'code');
    return code === null ? [] : [coded(context, coding, code, own ?? text(coding, 'display'))];
  });
  return found.length > 0 || own === null ? found : [{ code: '', system: null, text: fit(context, at, own, 4_000) }];
}

/** The codes of all concepts under a key. */
export function conceptsUnder(context: Context, at: At, key: string): readonly CodedText[] {
  return children(at, key).flatMap((one) => concepts(context, one));
}

/** The code in an extension's value: of a concept, a coding, a code or a string; null for values of other kinds. */
export function valueCode(context: Context, extension: At): CodedText | null {
  const key = valueKey(extension);
  if (key === 'valueCodeableConcept' || key === 'valueCoding') return concept(context, child(extension, key));
  const code = key === 'valueCode' || key === 'valueString' ? text(extension, key) : null;
  return code === null ? null : coded(context, extension, code, null);
}

/** Texts of notes under a path such as `processNote.text`. */
export function notes(context: Context, at: At, key: string, inner: string): readonly string[] {
  return children(at, key).flatMap((one) => texts(one, inner).map((note) => fit(context, one, note, 20_000)));
}

/** Whether one of the codings of a concept has this code, whatever its system. */
export function hasCode(at: At | null, ...codes: readonly string[]): boolean {
  const codings = at === null ? [] : Array.isArray(at.node['coding']) ? at.node['coding'] : [at.node];
  return codings.some((coding) => isNode(coding) && codes.includes(String(coding['code'])));
}

function coded(context: Context, at: At, code: string, shown: string | null): CodedText {
  const system = text(at, 'system');
  return {
    code: fit(context, at, code, 256),
    system: system === null ? null : fit(context, at, system, 512),
    text: shown === null ? null : fit(context, at, shown, 4_000),
  };
}

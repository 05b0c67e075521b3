import { nameOfCode, type CodeEntry, type CodeListName } from '@portico/core/directory';
import type { PorticoElement } from '../kit/portico-element.ts';

type Coded = CodeEntry['coded'];

/** Names codes in the language of a page. What is stored keeps the name that it came with. */
export interface CodeNames {
  /** Somebody picked it: its names are known. */
  readonly know: (list: CodeListName, entry: CodeEntry) => void;
  /** Diagnoses under the names of the list; the same array for the same ones. */
  readonly diagnoses: <One extends { readonly coded: Coded }>(all: readonly One[]) => readonly One[];
  /** Lines under the names of the list; the same array for the same ones. */
  readonly items: <One extends { readonly service: Coded | null }>(all: readonly One[]) => readonly One[];
}

/** So many entries are looked at for a code: the exact one comes first. */
const most = 5;

/** Makes the names of one element: a code is asked for once, and shown as it is kept until its list has answered. */
export function createCodeNames(host: PorticoElement): CodeNames {
  const known = new Map<string, CodeEntry['names']>();
  const made = new WeakMap<object, { readonly by: string; readonly all: readonly unknown[] }>();
  let answers = 0;
  const keyOf = (list: CodeListName, { code, system }: Coded): string => JSON.stringify([list, system, code]);
  const know: CodeNames['know'] = (list, { coded, names }) => void known.set(keyOf(list, coded), names);
  const ask = async (list: CodeListName, { code, system }: Coded): Promise<void> => {
    // A list that cannot be asked leaves the name that is kept.
    const found = await host.connectedPortal?.backend.directory?.codes?.(list, { text: code, limit: most }).catch(() => null);
    const entry = found?.rows.find(({ coded }) => coded.code === code && coded.system === system);
    if (!entry) return;
    know(list, entry);
    answers += 1;
    host.requestUpdate();
  };
  // A list's own text is English: there is nothing to ask for.
  const isNamed = (): boolean => host.locale.startsWith('en') || !host.connectedPortal?.backend.directory?.codes;
  const named = <Of extends Coded>(list: CodeListName, coded: Of): Of => {
    const key = keyOf(list, coded);
    if (!known.has(key)) {
      known.set(key, {});
      void ask(list, coded);
    }
    const text = nameOfCode({ coded, names: known.get(key) ?? {} }, host.locale);
    return text === (coded.text ?? '') ? coded : { ...coded, text };
  };
  const each = <One extends object>(all: readonly One[], name: (one: One) => One): readonly One[] => {
    if (isNamed()) return all;
    const by = `${host.locale} ${answers}`;
    const before = made.get(all);
    if (before?.by === by) return before.all as readonly One[];
    const now = all.map(name);
    made.set(all, { by, all: now });
    return now;
  };
  return {
    know,
    diagnoses: (all) => each(all, (one) => ({ ...one, coded: named('diagnoses', one.coded) })),
    items: (all) => each(all, (one) => (one.service === null ? one : { ...one, service: named('services', one.service) })),
  };
}

import type { Entry } from './collect.ts';
import { child, children, text, texts, type At } from './tree.ts';

/** The name of a resource as people read it, in NFC; null when it has none. */
export function nameOf(entry: Entry): string | null {
  const name = entry.type === 'Organization' || entry.type === 'Location' ? organisationName(entry) : personName(entry);
  return name === null ? null : name.normalize('NFC');
}

/** What a reference says of its target when that is not in the file: display, else an identifier's value, else the end of the address. */
export function spokenName(reference: At | null): string | null {
  const address = text(reference, 'reference');
  const id = address === null || address.startsWith('#') ? null : (address.split(/[/:]/).at(-1) ?? null);
  return text(reference, 'display')?.normalize('NFC') ?? text(child(reference, 'identifier'), 'value') ?? id;
}

function organisationName(entry: Entry): string | null {
  return text(entry, 'name') ?? texts(entry, 'alias')[0] ?? null;
}

/** The official name, else the usual one, else the first that is not an old one: its text, else prefix, given, family, suffix. */
function personName(entry: Entry): string | null {
  const names = children(entry, 'name');
  const rank = (name: At): number => {
    const use = text(name, 'use');
    const order = [null, 'temp', 'nickname', 'anonymous', 'maiden', 'old'].indexOf(use);
    return use === 'official' ? 0 : use === 'usual' ? 1 : 2 + Math.max(order, 0);
  };
  for (const name of names.toSorted((a, b) => rank(a) - rank(b))) {
    const parts = ['prefix', 'given', 'family', 'suffix'].flatMap((part) => texts(name, part));
    const whole = text(name, 'text') ?? (parts.length > 0 ? parts.join(' ') : null);
    if (whole !== null) return whole;
  }
  return text(entry, 'name');
}

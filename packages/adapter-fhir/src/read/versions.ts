import type { Entry } from './collect.ts';
import type { Report } from './report.ts';
import { child, text } from './tree.ts';

/**
 * The entries without those that say the same resource again; each of these gets a line.
 * Same content: `duplicate`. Another version of the same: the newest by `lastUpdated`, then `versionId`, stays, else the last one
 * (in a history bundle the first). Two different resources under one address both stay, with a warning.
 */
export function withoutDuplicates(entries: readonly Entry[], report: Report): readonly Entry[] {
  const gone = new Set<Entry>();
  const byId = new Map<string, Entry[]>();
  const byUrl = new Map<string, Entry>();

  for (const entry of entries) {
    if (entry.container !== null) continue;
    const key = `${entry.type}/${entry.id ?? entry.fullUrl ?? ''}`;
    const known = entry.id === null && entry.fullUrl === null ? [] : (byId.get(key) ?? []);
    const twin = known.find((other) => isSameContent(other, entry));
    const rival = known.find((other) => !gone.has(other) && isSamePlace(other, entry));
    if (twin !== undefined) leave(entry, 'duplicate');
    else if (rival !== undefined) leave(isNewer(entry, rival) ? rival : entry, 'older-version');
    else if (entry.fullUrl !== null && byUrl.has(entry.fullUrl)) report.add('duplicate-full-url', entry);
    byId.set(key, [...known, entry]);
    if (entry.fullUrl !== null) byUrl.set(entry.fullUrl, entry);
  }
  return entries.filter((entry) => !gone.has(entry) && !(entry.container !== null && gone.has(entry.container)));

  function leave(entry: Entry, code: 'duplicate' | 'older-version'): void {
    gone.add(entry);
    report.add(code, entry);
    for (const inner of entry.contained) report.add(code, inner);
  }
}

function isSameContent(a: Entry, b: Entry): boolean {
  return JSON.stringify(a.node) === JSON.stringify(b.node);
}

/** Same id at the same address: two versions of one resource. Without an id nothing says that they are. */
function isSamePlace(a: Entry, b: Entry): boolean {
  if (a.id === null || b.id === null) return false;
  return a.fullUrl === null && b.fullUrl === null ? a.scope === b.scope : a.fullUrl === b.fullUrl;
}

function isNewer(later: Entry, earlier: Entry): boolean {
  const [a, b] = [child(later, 'meta'), child(earlier, 'meta')];
  const updated = Date.parse(text(a, 'lastUpdated') ?? '') - Date.parse(text(b, 'lastUpdated') ?? '');
  if (updated > 0 || updated < 0) return updated > 0;
  const version = Number(text(a, 'versionId') ?? NaN) - Number(text(b, 'versionId') ?? NaN);
  if (version > 0 || version < 0) return version > 0;
  return later.scope.bundleType !== 'history';
}

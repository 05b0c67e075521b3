import { isAsk } from './asks.ts';
import type { Report } from './report.ts';
import { child, children, isNode, text, type At } from './tree.ts';

/** A Bundle, or the file around all: where a relative reference looks first. */
export interface Scope {
  readonly parent: Scope | null;
  readonly bundleType: string | null;
  /** When the bundle was put together, as it is written. */
  readonly timestamp: string | null;
  /** The bundle asks for authorizations by example; its Claim is no case. */
  readonly isInquiry: boolean;
}

/** A resource of the file with what its surroundings say of it. */
export interface Entry extends At {
  readonly id: string | null;
  readonly fullUrl: string | null;
  readonly scope: Scope;
  /** The resource that contains this one. */
  readonly container: Entry | null;
  readonly contained: Entry[];
  /** Came along only because another resource points to it: no row of its own. */
  readonly isIncluded: boolean;
}

/** Resources of one file: those that cases are made of, and a count of all. */
export interface Collector {
  readonly entries: readonly Entry[];
  /** What subscriptions tell: the status that goes ahead of what it is about, if that comes along at all. */
  readonly notifications: readonly Entry[];
  readonly counts: ReadonlyMap<string, number>;
  /** Takes a resource, a Bundle, Parameters or an array of them; `prefix` goes before every path. */
  add(value: unknown, prefix?: string): void;
}

/** Types a case is made of. Condition only where a diagnosis points to it. */
export const SUPPORTING: readonly string[] = [
  'Patient',
  'RelatedPerson',
  'Coverage',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
];
const KEPT = new Set([...SUPPORTING, 'Condition', 'Claim', 'ClaimResponse', 'ExplanationOfBenefit']);
const WRAPPERS = new Set(['Bundle', 'Parameters']);

interface Place {
  readonly scope: Scope;
  readonly fullUrl: string | null;
  readonly container: Entry | null;
  readonly isIncluded: boolean;
}

/** Walks whatever a file holds; a resource that no case can use is counted, gets its line and is let go. */
export function createCollector(report: Report): Collector {
  const entries: Entry[] = [];
  const notifications: Entry[] = [];
  const counts = new Map<string, number>();
  const root: Scope = { parent: null, bundleType: null, timestamp: null, isInquiry: false };

  const count = (type: string): void => void counts.set(type, (counts.get(type) ?? 0) + 1);

  function resource(at: At, place: Place): void {
    const type = text(at, 'resourceType');
    const typed = { ...at, type: type ?? '' };
    count(type ?? '');
    if (type === 'Bundle') bundle(typed, place.scope);
    if (type === 'Parameters') parameters(typed, 'parameter', place.scope);
    const entry = { ...typed, ...place, id: text(at, 'id'), contained: [] as Entry[] };
    if (isNotification(entry)) notifications.push(entry);
    if (type === null) {
      report.add('no-resource-type', typed);
    } else if (type === 'OperationOutcome' && problemsOf(typed) !== null) {
      report.add('operation-outcome', typed, problemsOf(typed));
    } else if (KEPT.has(type) || isAsk(typed)) {
      entries.push(entry);
      place.container?.contained.push(entry);
    } else if (!WRAPPERS.has(type)) {
      report.add('not-a-claim', typed, type);
    }
    for (const inner of children(typed, 'contained'))
      resource(inner, { scope: place.scope, fullUrl: null, container: entry, isIncluded: true });
  }

  function bundle(at: At, parent: Scope): void {
    const profiles = JSON.stringify(child(at, 'meta')?.node['profile'] ?? '');
    const scope: Scope = {
      ...{ parent, bundleType: text(at, 'type'), timestamp: text(at, 'timestamp'), isInquiry: /inquiry-request/.test(profiles) },
    };
    for (const entry of children(at, 'entry')) {
      const inner = children(entry, 'resource');
      const outcome = child(child(entry, 'response'), 'outcome');
      const isIncluded = text(child(entry, 'search'), 'mode') === 'include';
      for (const one of inner) resource(one, { scope, fullUrl: text(entry, 'fullUrl'), container: null, isIncluded });
      if (outcome !== null) resource(outcome, { scope, fullUrl: null, container: null, isIncluded: true });
      if (inner.length === 0 && outcome === null) report.add('no-resource', entry);
    }
    sayStrays(at, 'entry');
  }

  /** What stands where an object should stand could have been a resource. */
  function sayStrays(at: At, key: string): void {
    const value = at.node[key];
    for (const [index, one] of Array.isArray(value) ? (value as unknown[]).entries() : []) {
      if (!isNode(one)) report.add('no-resource', { ...at, path: `${at.path}.${key}[${index}]` });
    }
  }

  function parameters(at: At, key: 'parameter' | 'part', scope: Scope): void {
    for (const parameter of children(at, key)) {
      for (const inner of children(parameter, 'resource')) resource(inner, { scope, fullUrl: null, container: null, isIncluded: false });
      parameters(parameter, 'part', scope);
    }
    sayStrays(at, key);
  }

  function add(value: unknown, prefix = ''): void {
    if (Array.isArray(value)) {
      value.forEach((one, index) => add(one, `${prefix}[${index}].`));
    } else if (isNode(value)) {
      const path = prefix + (typeof value['resourceType'] === 'string' ? value['resourceType'] : 'resource').slice(0, 64);
      resource({ node: value, path, type: '' }, { scope: root, fullUrl: null, container: null, isIncluded: false });
    } else {
      count('');
      report.add('no-resource-type', { path: `${prefix}value`, type: '' });
    }
  }

  return { entries, notifications, counts, add };
}

/** The status of a subscription: a resource of its own, or Parameters where R4 has none (backport). */
function isNotification(at: At): boolean {
  if (at.type === 'SubscriptionStatus') return true;
  return at.type === 'Parameters' && children(at, 'parameter').some((one) => text(one, 'name') === 'notification-event');
}

/** The codes of what went wrong; null where nothing did: hints and warnings of a server are no answer. */
function problemsOf(at: At): string | null {
  const issues = children(at, 'issue').filter((issue) => ['fatal', 'error'].includes(text(issue, 'severity') ?? ''));
  const codes = issues.flatMap((issue) => text(child(child(issue, 'details'), 'coding'), 'code') ?? text(issue, 'code') ?? []);
  return issues.length === 0 ? null : codes.join(' ');
}

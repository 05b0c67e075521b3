import type { At } from './tree.ts';

/** `info`: kept, or rightly left out; `warning`: kept, but look at it; `dropped`: something in the file could not be taken. */
export type Severity = 'info' | 'warning' | 'dropped';

/** Every thing a reading can say, with its weight. The codes are a contract: hosts translate them. */
const severities = {
  // The file
  'empty-file': 'dropped',
  xml: 'dropped',
  'not-json': 'dropped',
  'too-deep': 'dropped',
  'replaced-characters': 'warning',
  // A resource that makes no record: each has exactly one line of these
  'no-resource-type': 'dropped',
  'unsupported-version': 'dropped',
  'older-version': 'warning',
  duplicate: 'info',
  'not-a-claim': 'info',
  'operation-outcome': 'warning',
  'not-used': 'info',
  'included-only': 'info',
  inquiry: 'info',
  superseded: 'info',
  'older-response': 'info',
  'ask-not-matched': 'warning',
  // How resources hang together
  'no-resource': 'info',
  'duplicate-full-url': 'warning',
  'unresolved-reference': 'warning',
  'named-only': 'info',
  'circular-reference': 'warning',
  'joined-by-identifier': 'info',
  'joined-by-bundle': 'warning',
  // Names and numbers
  'missing-party': 'warning',
  'no-identifier': 'warning',
  'npi-check-digit': 'warning',
  'text-cut': 'warning',
  'unknown-code': 'warning',
  'cancel-requested': 'warning',
  'elements-not-mapped': 'info',
  // Dates
  'partial-date': 'warning',
  'bad-date': 'dropped',
  'date-without-time': 'info',
  'date-differs': 'warning',
  'outside-billable-period': 'warning',
  'period-reversed': 'warning',
  // Amounts
  'amount-precision': 'dropped',
  'amount-out-of-range': 'dropped',
  'bad-amount': 'dropped',
  'no-currency': 'dropped',
  'unknown-currency': 'dropped',
  'mixed-currency': 'dropped',
  'ambiguous-amount': 'dropped',
  'currency-from-file': 'info',
  'amount-not-mapped': 'info',
  'amount-summed': 'info',
  'amount-computed': 'info',
  'amount-differs': 'warning',
  // Answers of payers
  'bare-notification': 'info',
  'no-issue-time': 'warning',
  // Items
  'no-sequence': 'warning',
  'duplicate-sequence': 'warning',
  'unknown-sequence': 'warning',
  'item-added': 'info',
} as const satisfies Record<string, Severity>;

/** The closed set of codes of a reading. */
export type ReportCode = keyof typeof severities;

/** All codes, for catalogues of texts and for tests. */
export const reportCodes = Object.keys(severities) as readonly ReportCode[];

/** Codes that account for a resource which is in no record. */
export const RESOURCE_CODES: readonly ReportCode[] = [
  'no-resource-type',
  'unsupported-version',
  'older-version',
  'duplicate',
  'not-a-claim',
  'operation-outcome',
  'not-used',
  'included-only',
  'inquiry',
  'superseded',
  'older-response',
  'ask-not-matched',
];

/** One thing the reading has to say. `value` holds codes only, never anything about a person. */
export interface ReportLine {
  readonly severity: Severity;
  readonly code: ReportCode;
  /** Where: `Bundle.entry[3].resource.item[0].net`; of NDJSON `line 12: Claim.item[0].net`; empty for the file itself. */
  readonly path: string;
  readonly resourceType: string | null;
  readonly value?: string;
  /** Where the text stops being JSON, both from 1. */
  readonly position?: { readonly line: number; readonly column: number };
}

/** How many resources of a type there were, contained ones too, and how many stand in a record; an empty type is one without `resourceType`. */
export interface ResourceCount {
  readonly type: string;
  readonly count: number;
  readonly used: number;
}

/** Collects lines in the order in which they are said; the same about the same place is said once. */
export interface Report {
  readonly lines: ReportLine[];
  add(code: ReportCode, at: Pick<At, 'path' | 'type'>, value?: string | null, position?: ReportLine['position']): void;
  /** Whether this was said of this place, without a value. */
  has(code: ReportCode, at: Pick<At, 'path'>): boolean;
}

/** An empty report. */
export function createReport(): Report {
  const lines: ReportLine[] = [];
  const said = new Set<string>();
  return {
    lines,
    has: (code, { path }) => said.has(`${code} ${path} `),
    add(code, { path, type }, value, position) {
      const key = `${code} ${path} ${value ?? ''}`;
      if (said.has(key)) return;
      said.add(key);
      lines.push({
        ...{ severity: severities[code], code, path, resourceType: type === '' ? null : type },
        ...(value == null || value === '' ? {} : { value: value.slice(0, 200) }),
        ...(position === undefined ? {} : { position }),
      });
    },
  };
}

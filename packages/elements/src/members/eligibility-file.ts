import type { FormatOptions, Messages } from '@portico/core/kernel';
import type { BulkLine, MemberQuery } from '@portico/core/members';
import type { eligibilityCheckMessages } from '@portico/core/members/eligibility-check';
import { collect, CSV_TYPE, writeCsv, writeXlsx, XLSX_TYPE, type Row } from '@portico/export';
import { createFormats } from '@portico/core/kernel';
import { directionOf } from '../kit/locale.ts';

/** In which language the results are written. */
export interface ResultsWriting {
  readonly text: Messages<typeof eligibilityCheckMessages>['text'];
  readonly locale: string;
  readonly formats: FormatOptions | undefined;
  readonly document: Document;
}

// Isolating marks belong on a page, not in a file.
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

/** What was asked, as it was typed. */
export const askedText = (query: MemberQuery): string => (query.by === 'name' ? `${query.name}, ${query.birthDate}` : query.value);

/** Writes the results of a bulk check (P21) as a file that the browser downloads. */
export async function writeResults(lines: readonly BulkLine[], format: 'csv' | 'xlsx', writing: ResultsWriting): Promise<void> {
  const { text, locale, formats, document } = writing;
  const { datetime } = createFormats(locale, formats);
  const column = (key: Parameters<typeof text>[0], type: 'text' | 'date' = 'text', width = 18) => ({
    header: plain((text as (key: string) => string)(key)),
    type,
    width,
  });
  const rowOf = ({ query, answer }: BulkLine): Row => {
    const known = answer !== null && 'coverage' in answer ? answer : null;
    return [
      askedText(query),
      plain(text(`eligibility.status.${answer?.status ?? 'invalid'}`)),
      known?.member.name ?? null,
      known?.member.number ?? null,
      known?.coverage.planName ?? null,
      known?.coverage.cardUntil ? { date: known.coverage.cardUntil } : null,
      answer ? { date: answer.serviceDate } : null,
      answer ? plain(datetime(answer.asOf)) : null,
      answer?.helpline?.phone ?? null,
    ];
  };
  const table = {
    sheet: plain(text('eligibility.title')),
    columns: [
      column('eligibility.asked', 'text', 24),
      column('eligibility.outcome'),
      column('eligibility.member', 'text', 28),
      column('eligibility.number'),
      column('eligibility.plan', 'text', 24),
      column('eligibility.cardUntil', 'date'),
      column('eligibility.serviceDate', 'date'),
      column('eligibility.at', 'text', 24),
      column('eligibility.helpline'),
    ],
    rows: [lines.map(rowOf)],
    rightToLeft: directionOf(locale) === 'rtl',
  };
  const parts = await collect(format === 'xlsx' ? writeXlsx(table) : writeCsv(table));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts as BlobPart[], { type: format === 'xlsx' ? XLSX_TYPE : CSV_TYPE }));
  link.download = `eligibility.${format}`;
  link.click();
  // The browser has taken the file when the click is through; a moment is left for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

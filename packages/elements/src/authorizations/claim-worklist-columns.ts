import type { authorizationMessages, AuthorizationRow } from '@portico/core/authorizations';
import { dueMark, type claimWorklistMessages, type ClaimWorklistView } from '@portico/core/authorizations/claim-worklist';
import { createFormats, type FormatOptions, type Messages } from '@portico/core/kernel';
import { deadlineTexts } from '../claims/modification-time.ts';
import type { TableColumn, TableTone } from '../table/index.ts';
import { headlineTone } from './headline-tone.ts';

/** Texts of the list: its own, and the names of what an authorization is. */
export type WorklistTexts = Messages<typeof claimWorklistMessages & typeof authorizationMessages>['text'];

/** The columns in reading order. */
type ColumnKey =
  'memberName' | 'isUnread' | 'reference' | 'state' | 'due' | 'urgency' | 'payerName' | 'providerName' | 'serviceFrom' | 'submittedAt';

const columns: readonly { readonly key: ColumnKey; readonly width: number; readonly more?: Partial<TableColumn> }[] = [
  { key: 'memberName', width: 200, more: { kind: 'link', rowHeader: true } },
  { key: 'isUnread', width: 100, more: { kind: 'status' } },
  { key: 'reference', width: 150 },
  { key: 'state', width: 195, more: { kind: 'status' } },
  { key: 'due', width: 265, more: { kind: 'status' } },
  { key: 'urgency', width: 115 },
  { key: 'payerName', width: 190 },
  { key: 'providerName', width: 190 },
  { key: 'serviceFrom', width: 130 },
  { key: 'submittedAt', width: 190 },
];

/** The columns with their texts. */
export const worklistColumns = (text: WorklistTexts): readonly TableColumn[] =>
  columns.map(({ key, width, more }) => ({ key, width, kind: 'text', header: text(`claim-worklist.column.${key}`), ...more }));

const dueTones = { overdue: 'danger', today: 'warning', soon: 'warning', later: 'neutral' } as const;

type Time = Pick<ClaimWorklistView, 'at' | 'zones'>;

const markOf = ({ dueAt, payerId }: AuthorizationRow, { at, zones }: Time): ReturnType<typeof dueMark> =>
  dueMark(dueAt, at, zones[payerId] ?? null);

/** What a badge is coloured by; its words say the same. */
export function worklistTone(row: AuthorizationRow, key: string, time: Time): TableTone {
  if (key === 'isUnread') return 'neutral';
  if (key === 'state') return headlineTone(row.headline);
  const mark = markOf(row, time);
  return mark === null ? 'neutral' : dueTones[mark];
}

/** Writes the cells of a row in a language, at the moment that `time` says. What is due is written in the payer's own time. */
export function worklistCells(
  text: WorklistTexts,
  locale: string,
  options: FormatOptions | undefined,
  time: () => Time,
): (row: AuthorizationRow, key: string) => string {
  const { date, datetime } = createFormats(locale, options);
  const due = (row: AuthorizationRow): string => {
    const mark = markOf(row, time());
    if (mark === null) return '';
    const zone = time().zones[row.payerId];
    const dueAt = row.dueAt!;
    return text(`claim-worklist.due.${mark}`, {
      when: zone === undefined ? datetime(dueAt - 1) : deadlineTexts({ dueAt, zone }, locale, options).until,
    });
  };
  return (row, key) => {
    switch (key as ColumnKey) {
      case 'isUnread':
        return row.isUnread ? text('claim-worklist.unread') : '';
      case 'state':
        return text(`authorization.headline.${row.headline}`);
      case 'due':
        return due(row);
      case 'urgency':
        return text(`authorization.urgency.${row.urgency}`);
      case 'serviceFrom':
        return row.serviceFrom === null ? '' : date(row.serviceFrom);
      case 'submittedAt':
        return datetime(row.submittedAt);
      default:
        return row[key as 'memberName' | 'reference' | 'payerName' | 'providerName'];
    }
  };
}

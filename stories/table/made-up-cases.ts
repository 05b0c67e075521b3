import { caseMessages, claimQueryMoreMessages, type CaseDecision } from '@portico/core/claims';
import { caseMessagesAr } from '@portico/core/claims/case.messages.ar';
import { claimQueryMoreMessagesAr } from '@portico/core/claims/claim-query-more.messages.ar';
import { createMessages, createMoneyFormat, money } from '@portico/core/kernel';
// The table is an inner element: no host meets it, and no package exports it.
import { createInner } from '../../packages/elements/src/define/define.ts';
import { PorticoTableElement, type TableSort, type TableTone } from '../../packages/elements/src/table/index.ts';

/** How many cases there are, and up to which one they are loaded. */
export interface CaseArgs {
  readonly count: number;
  readonly loaded?: number;
}

const english = { ...caseMessages, ...claimQueryMoreMessages };
const arabic = { ...caseMessagesAr, ...claimQueryMoreMessagesAr };

const names = ['Adel Haddad', 'Amal Farouk', 'Maryam Al-Ansari', 'Omar Siddiqui', 'بدر الخالدي', 'ليلى منصور', 'نورة العلي'];
const decisions: readonly (readonly [CaseDecision, TableTone])[] = [
  ['paid', 'success'],
  ['pended', 'warning'],
  ['denied', 'danger'],
  ['received', 'neutral'],
];
const nameOf = (n: number): number => (n * 5) % names.length;
const decisionOf = (n: number): readonly [CaseDecision, TableTone] => decisions[n % decisions.length]!;
const billedOf = (n: number): number => ((n * 7919) % 900_000) + 100_000;

interface MadeUp {
  readonly n: number;
}

/** The numbers of all cases in an order; by name those of one name stay as they came. */
function sorted(count: number, { key, direction }: TableSort): readonly number[] {
  const weight = key === 'billed' ? billedOf : key === 'memberName' ? nameOf : (n: number) => n;
  const sign = direction === 'ascending' ? 1 : -1;
  return Array.from({ length: count }, (_, n) => n).sort((a, b) => sign * (weight(a) - weight(b)) || a - b);
}

/** A table as a host sets one up: columns, texts and rows by property, sorted by the host when it is asked to. */
export function tableOfCases({ count, loaded = count }: CaseArgs, language: string): PorticoTableElement {
  const { text } = createMessages(language, english, language === 'ar' ? arabic : {});
  const amount = createMoneyFormat(language);
  const cells: Readonly<Record<string, (n: number) => string>> = {
    memberName: (n) => names[nameOf(n)]!,
    reference: (n) => `C-${String(n + 1).padStart(6, '0')}`,
    kind: (n) => text(n % 3 === 0 ? 'case.kind.authorization' : 'case.kind.claim'),
    decision: (n) => text(`case.decision.${decisionOf(n)[0]}`),
    billed: (n) => amount(money(billedOf(n), 'KWD')),
  };
  const table = createInner(PorticoTableElement, 'portico-table');
  table.label = text('claim-query.results');
  table.loadingText = text('claim-query.loading');
  table.columns = [
    { key: 'memberName', header: text('case.column.memberName'), kind: 'link', width: 200, rowHeader: true, sortable: true },
    { key: 'reference', header: text('case.column.reference'), kind: 'text', width: 130, sortable: true },
    { key: 'kind', header: text('case.column.kind'), kind: 'text', width: 130 },
    { key: 'decision', header: text('case.column.decision'), kind: 'status', width: 150 },
    { key: 'billed', header: text('case.column.billed'), kind: 'text', width: 150, align: 'end', sortable: true },
  ];
  table.cellText = (row, { key }) => cells[key]?.((row as MadeUp).n) ?? '';
  table.cellTone = (row) => decisionOf((row as MadeUp).n)[1];
  table.rowHref = (row) => `#/claims/${(row as MadeUp).n}`;
  table.rowCount = count;
  const show = (sort: TableSort): void => {
    const order = sorted(count, sort);
    table.sort = sort;
    table.getRow = (index) => (index < loaded ? { n: order[index] } : undefined);
    table.rowKey = (index) => (index < loaded ? String(order[index]) : '');
    table.version += 1;
  };
  table.addEventListener('sort-requested', (event) => show((event as CustomEvent<TableSort>).detail));
  // What opens a case is the host's; here nothing is behind the links.
  table.addEventListener('row-activated', (event) => event.preventDefault());
  show({ key: 'reference', direction: 'ascending' });
  return table;
}

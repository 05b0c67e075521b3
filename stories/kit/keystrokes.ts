/** A task of a clerk's day: the keys it takes with the keyboard alone, and the way that the portal it comes from asked for. */
export interface Keystrokes {
  readonly task: string;
  /** Keys beside what is typed into fields, from the page that is open before to the last answer. */
  readonly keys: number;
  readonly source: string;
}

/** Counted by a journey over the demo in Arabic (`test/journeys/authorization-keyboard.page.ts`), which fails where it takes more. */
export const keystrokes: readonly Keystrokes[] = [
  { task: 'Check a card', keys: 9, source: 'Not described; when it fails, call the number on the card (N9, N10).' },
  {
    task: 'Ask for an authorization of a listed service',
    keys: 36,
    source: 'Registration screen, pick-lists only; documents through claim details (N15, N16).',
  },
  {
    task: 'Ask for an authorization with a service and a physician in no list',
    keys: 48,
    source:
      'Search by LOP number, else call the helpdesk; write the name and cost of the service into a note on the attached documents (N18–N20).',
  },
  {
    task: 'Answer the payer with words and two files',
    keys: 25,
    source: 'Double click on the patient’s name, attached documents, select each file, write a note, Post Note (N13, N16).',
  },
  { task: 'Print the authorization form', keys: 7, source: '“Print Authorization form”, or the form among the attached documents (N28).' },
  {
    task: 'Ask for a modification',
    keys: 28,
    source: 'Double click on the patient’s name, attached documents, select a file or write a note, Post Note; within 7 days (N11–N13).',
  },
  { task: 'Void with a reason', keys: 23, source: 'Open the record, Void, fill in the reason (N29).' },
  {
    task: 'Find the voided ones and export them',
    keys: 53,
    source: 'Claims Query, advanced search, dates from and to, Execute query, Export data to file (N21–N25).',
  },
  { task: 'Approve all that waits (payer)', keys: 10, source: 'The payer’s side is not described.' },
  { task: 'Ask the provider (payer)', keys: 17, source: 'The payer’s side is not described.' },
  { task: 'Decide item by item (payer)', keys: 33, source: 'The payer’s side is not described.' },
];

/** The table of the docs page. */
export const keystrokeTable = (): string =>
  [
    '| Task | Keys | In the portal it comes from |',
    '| --- | --- | --- |',
    ...keystrokes.map(({ task, keys, source }) => `| ${task} | ${keys} | ${source} |`),
  ].join('\n');

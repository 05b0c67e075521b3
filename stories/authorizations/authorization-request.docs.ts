import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<authorization-request>`. */
export const docs: ElementDocs = {
  keyboard: [
    [
      'Tab',
      'Payer, provider, kind, urgency, member, physician, dates, currency; then diagnoses, services, documents, the note, Review and send',
    ],
    ['Letters in Physician, Add a diagnosis, Add a service', 'Search; the first choice is marked, arrows mark another, Enter takes it'],
    ['Arrow up in the choices', '“Not in the list…”: licence and name (N18), or name and estimated cost (N20)'],
    ['Space on “is only the nearest code”', 'Opens the field for the exact words, with the focus in it (N19)'],
    ['Enter in any field, nothing marked', 'Looks it through; the focus goes to the summary, or to the list of what is wrong'],
    ['Enter in that list', 'Goes to the field'],
    ['Tab, Tab, Enter after the summary', 'Sends it; the focus goes to what became of it'],
    [
      'Counted from the provider on: member, physician, date, one diagnosis, one service',
      '19 keys beside the texts themselves, the last three of them to send. The source portal’s path for documents alone: claim details, service item, attachments, select files, Post (N16)',
    ],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'authorization-request',
          attributes: { 'payer-id': 'payer:gulf' },
          on: { 'authorization-sent': '({ detail }) => console.log(detail.id)' },
        },
      ],
    },
  },
};

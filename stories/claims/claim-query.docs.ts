import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<claim-query>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Section, kind of date, dates with their calendars, Execute, Clear; then the results'],
    ['Enter in a field', 'Executes the query; the focus stays'],
    ['Arrow keys in a calendar', 'Go by days and weeks; right and left are mirrored from right to left'],
    ['Page Up, Page Down in a calendar', 'The month before or after'],
    ['Enter, Escape in a calendar', 'Takes the day; leaves it. The focus is back on its button'],
    ['Arrow keys in the results', 'Go by cells; right and left are mirrored from right to left'],
    ['Page Up, Page Down', 'By the rows in sight less one'],
    ['Home, End', 'First and last cell of the row; with Ctrl first and last row'],
    ['Enter on a row', 'Opens the case'],
    ['Enter or Space on a column', 'Sorts by it; again, the other way'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'claim-query',
          attributes: { 'claim-href': '#claim/{id}' },
          on: { 'claim-opened': '({ detail }) => console.log(detail.id)' },
        },
      ],
    },
  },
};

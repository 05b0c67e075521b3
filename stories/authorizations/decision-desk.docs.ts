import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<decision-desk>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Arrow down, Arrow up', 'On a request: the next and the one before'],
    ['Enter', 'On a request: opens it, with the focus on its reference; again: closes it'],
    ['Tab Tab Enter', 'From there: approves all that waits. Three acts a request; the focus goes on to the next one by itself'],
    ['Escape', 'Inside the open request: takes an approval back while it waits, else closes. What is typed stays'],
    ['Enter on another request', 'While an approval waits: sends it at once and opens that one'],
    ['Code, Enter', 'In the field of a service instead: takes it from the list; the last choice says that it is not there'],
    ['First letters', 'On the decision of an item: chooses it'],
    ['Enter', 'In a field of the form: sends it; the focus goes to the first field that must be mended'],
  ],
  example: {
    uses: ['createDemoBackend', 'createPortal'],
    setup: [
      'const backend = createDemoBackend();',
      'await backend.ready;',
      'const portal = createPortal({ backend });',
      "await portal.signIn(backend.demo.accounts.find(({ role }) => role === 'claims-center'));",
    ],
    root: {
      tag: 'portal-provider',
      properties: { portal: 'portal' },
      children: [
        {
          tag: 'decision-desk',
          attributes: { 'claim-href': '#claim/{id}' },
          on: { 'authorization-decided': '({ detail }) => console.log(detail.id)' },
        },
      ],
    },
  },
};

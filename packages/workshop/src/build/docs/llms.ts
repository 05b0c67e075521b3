import { elementsOf, type Described, type Manifest } from './described.ts';
import { exampleOf, keyboardOf, referenceOf } from './reference.ts';

/** What every element has: told once, not in each. */
const common = ['portal', 'connectedPortal', 'focus'];

const everyElement = `## What every element has

- \`portal\`, a property: the portal to work with; without it the one of the nearest \`<portal-provider>\`. \`connectedPortal\`: the portal in force.
- \`focus()\`: puts the focus on the first thing that can be used.
- Language and direction of the nearest \`lang\`, or the portal's \`locale\`; English and Arabic are complete.
- Looks by custom properties \`--portico-*\` and by parts. Events bubble, cross shadow roots and carry ids, never records.`;

/** A section of a Markdown text: from its heading to the next one of the same level. */
function section(markdown: string, heading: string): string {
  const from = markdown.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`README.md has no section '${heading}' any more, of which llms.txt is made`);
  const to = markdown.indexOf('\n## ', from + 1);
  return markdown.slice(from, to < 0 ? undefined : to).trim();
}

/** What stands before the first section, without pictures. */
const opening = (markdown: string): string => (markdown.split('\n## ')[0] ?? '').replace(/^!\[.*\n/gm, '').trim();

function elementText(element: Described): string {
  const own = { ...element, members: (element.members ?? []).filter(({ name }) => !common.includes(name)) };
  const parts = [element.description ?? element.summary ?? '', referenceOf(own), keyboardOf(element), exampleOf(element)];
  // One heading lower than on a page of its own.
  return `### <${element.tagName}>\n\n${parts.filter(Boolean).join('\n\n').replace(/^###/gm, '####')}`;
}

/** The kit for a reader that is a program: what the README says to a host, then each element with its reference and its example. */
export function llmsText(manifest: Manifest, readme: string): string {
  const elements = elementsOf(manifest).map(elementText);
  return `${[opening(readme), section(readme, 'Embed it'), everyElement, '## Elements', ...elements].join('\n\n')}\n`;
}

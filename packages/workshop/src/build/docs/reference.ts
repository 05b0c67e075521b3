import type { Described, Member, Named, Typed } from './described.ts';

/** Text that stands in a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string | undefined): string => (text ? `\`${cell(text)}\`` : '');

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${title}\n\n${lines.join('\n')}`;
}

const named = (title: string, list: readonly Named[] = []): string =>
  table(
    title,
    ['Name', 'What it is'],
    list.map(({ name, description = '' }) => [name === '' ? '(default)' : code(name), cell(description)]),
  );

const typed = (title: string, list: readonly Typed[] = []): string =>
  table(
    title,
    ['Name', 'Type', 'What it is'],
    list.map(({ name, type, description = '' }) => [code(name), code(type?.text), cell(description)]),
  );

const signature = ({ name, parameters = [], return: result }: Member): string => {
  const list = parameters.map(({ name: own, optional, type }) => `${own}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}`);
  return `${name}(${list.join(', ')}): ${result?.type?.text ?? 'void'}`;
};

/** What an element is made of, as Markdown: a section and a table for each kind of thing that it has; nothing for those that it has not. */
export function referenceOf({ members = [], ...element }: Described): string {
  const own = members.filter((member) => !member.static);
  const fields = own.filter(({ kind, attribute }) => kind === 'field' && attribute === undefined);
  return [
    typed('Attributes', element.attributes),
    typed(
      'Properties',
      fields.map((field) => ({ ...field, description: `${field.description ?? ''}${field.readonly ? ' Read only.' : ''}` })),
    ),
    table(
      'Methods',
      ['Name', 'What it does'],
      own.filter(({ kind }) => kind === 'method').map((method) => [code(signature(method)), cell(method.description ?? '')]),
    ),
    typed('Events', element.events),
    named('Slots', element.slots),
    named('CSS parts', element.cssParts),
    typed('CSS properties', element.cssProperties),
    named('CSS states', element.cssStates),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What keys do in an element, as Markdown. */
export const keyboardOf = ({ keyboard = [] }: Described): string =>
  table(
    'Keyboard',
    ['Keys', 'What they do'],
    keyboard.map(([keys, does]) => [cell(keys), cell(does)]),
  );

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** The example of an element in its three forms, as Markdown. */
export function exampleOf({ examples }: Described): string {
  if (!examples) return '';
  const { html, htmlScript, react, script } = examples;
  return [
    ...['### HTML', fence('html', html)],
    ...(htmlScript ? ['`page.js`:', fence('js', htmlScript)] : []),
    ...['### React', fence('jsx', react)],
    ...['### Plain script', fence('js', script)],
  ].join('\n\n');
}

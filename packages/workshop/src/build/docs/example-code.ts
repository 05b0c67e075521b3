import type { ElementDocs, ExampleNode, Examples } from './element-docs.ts';

type Example = ElementDocs['example'];

const nameOf = (tag: string): string => tag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
const width = 110;

/** `before`, then the lines of script that an example begins with. */
function begun({ uses = [], setup = [] }: Example, from: string, before: readonly string[] = []): string[] {
  const imports = [...before, ...(uses.length > 0 ? [`import { ${[...uses].sort().join(', ')} } from ${quoted(from)};`] : [])];
  return [...imports, ...(imports.length > 0 ? [''] : []), ...setup, ...(setup.length > 0 ? [''] : [])];
}

/** An element as markup or JSX: on one line where it fits. `ends`: how it closes without content. */
function element(tag: string, attributes: readonly string[], content: readonly string[], ends: string): string[] {
  const open = [`<${tag}`, ...attributes].join(' ');
  const [only = ''] = content;
  const whole = content.length === 0 ? `${open}${ends}` : `${open}>${only}</${tag}>`;
  if (content.length < 2 && !only.startsWith('<') && whole.length <= width) return [whole];
  if (content.length === 0) return [`<${tag}`, ...indented(attributes), ends.trim()];
  const opened = open.length < width ? [`${open}>`] : [`<${tag}`, ...indented(attributes), '>'];
  return [...opened, ...indented(content), `</${tag}>`];
}

const attribute = ([name, value]: readonly [string, string | true]): string => (value === true ? name : `${name}="${value}"`);

const markup = ({ tag, attributes = {}, children = [] }: ExampleNode): string[] =>
  element(
    tag,
    Object.entries(attributes).map(attribute),
    children.flatMap((child) => (typeof child === 'string' ? [child] : markup(child))),
    `></${tag}>`,
  );

const jsx = ({ tag, attributes = {}, properties = {}, on = {}, children = [] }: ExampleNode): string[] =>
  element(
    tag,
    [
      ...Object.entries(attributes).map(attribute),
      ...Object.entries(properties).map(([name, expression]) => `${name}={${expression}}`),
      ...Object.entries(on).map(([name, listener]) => `on${name}={${listener}}`),
    ],
    children.flatMap((child) => (typeof child === 'string' ? [child] : jsx(child))),
    ' />',
  );

const scripted = ({ tag, properties = {}, on = {} }: ExampleNode): string[] => [
  ...Object.entries(properties).map(([name, expression]) => `${nameOf(tag)}.${name} = ${expression};`),
  ...Object.entries(on).map(([name, listener]) => `${nameOf(tag)}.addEventListener(${quoted(name)}, ${listener});`),
];

const within = (node: ExampleNode): ExampleNode[] => [
  node,
  ...(node.children ?? []).flatMap((child) => (typeof child === 'string' ? [] : within(child))),
];

/** What a page of markup adds by a file of its own: properties and listeners. */
function pageScript(example: Example): string[] {
  const lines = within(example.root).flatMap((node) => {
    const own = scripted(node);
    return own.length === 0 ? [] : [`const ${nameOf(node.tag)} = document.querySelector(${quoted(node.tag)});`, ...own];
  });
  return lines.length === 0 ? [] : [...begun(example, './portico.js'), ...lines];
}

/** The lines that make a node and all in it; children first, so that each is whole when it is appended. */
function built(node: ExampleNode): string[] {
  const { tag, attributes = {}, children = [] } = node;
  const parts = children.map((child) => (typeof child === 'string' ? quoted(child) : nameOf(child.tag)));
  return [
    ...children.flatMap((child) => (typeof child === 'string' ? [] : built(child))),
    `const ${nameOf(tag)} = document.createElement(${quoted(tag)});`,
    ...Object.entries(attributes).map(
      ([name, value]) => `${nameOf(tag)}.setAttribute(${quoted(name)}, ${quoted(value === true ? '' : value)});`,
    ),
    ...scripted(node),
    ...(parts.length > 0 ? [`${nameOf(tag)}.append(${parts.join(', ')});`] : []),
  ];
}

const text = (lines: readonly string[]): string => lines.join('\n');

/** Writes an example in its three forms. No tag comes twice in one example: each is a name in its scripts. */
export function examplesOf({ example }: ElementDocs): Examples {
  const script = pageScript(example);
  const loads = ['<script type="module" src="portico.js"></script>'];
  if (script.length > 0) loads.push('<script type="module" src="page.js"></script>');
  return {
    html: text([...markup(example.root), '', ...loads]),
    htmlScript: text(script),
    react: text([
      ...begun(example, 'portico', example.uses ? [] : [`import ${quoted('portico')};`]),
      ...['export const Page = () => (', ...indented(jsx(example.root)), ');'],
    ]),
    script: text([
      ...begun(example, './portico.js', example.uses ? [] : [`import './portico.js';`]),
      ...built(example.root),
      `document.body.append(${nameOf(example.root.tag)});`,
    ]),
  };
}

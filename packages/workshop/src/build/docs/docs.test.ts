import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { filesOf } from '../../files.ts';
import { at } from '../../paths.mjs';
import { writeDocs } from '../docs.ts';
import { describeElements } from '../manifest.ts';
import { elementsOf, type Described } from './described.ts';
import { elementDocs } from './element-docs-files.ts';
import type { ExampleNode } from './element-docs.ts';
import { examplesOf } from './example-code.ts';

const manifest = await describeElements();
const elements = elementsOf(manifest);
const tags = filesOf('packages/elements/src/define/*-*.ts')
  .filter((file) => !/\.test\.ts$|define-elements\.ts$/.test(file))
  .map((file) => basename(file, '.ts'));

const folder = mkdtempSync(join(tmpdir(), 'portico-docs-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeDocs(manifest, folder);
const written = (name: string): string => readFileSync(join(folder, name), 'utf8');

const names = (list: readonly { readonly name: string }[] = []): readonly string[] => list.map(({ name }) => name);
const within = (node: ExampleNode): readonly ExampleNode[] => [
  node,
  ...(node.children ?? []).flatMap((child) => (typeof child === 'string' ? [] : within(child))),
];

suite('the manifest', () => {
  test('describes every element that can be registered', () => {
    assert.ok(tags.length > 0);
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      tags,
    );
  });

  test('leaves package.json as it was: the analyzer wrote the place of its output into it', () => {
    const { customElements } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { readonly customElements: string };
    assert.equal(customElements, 'dist/custom-elements.json');
  });

  test('inner state is no attribute: claim-intake listed isOver', () => {
    for (const { tagName, attributes = [] } of elements)
      for (const { name } of attributes) assert.match(name, /^[a-z-]+$/, `attribute of ${tagName}`);
  });

  test('says of every element, attribute, event and part what it is', () => {
    for (const { tagName, summary, description, attributes = [], events = [], slots = [], cssParts = [] } of elements) {
      assert.ok(summary && description, `${tagName} has a summary and a description`);
      for (const { name, description: what } of [...attributes, ...events, ...slots, ...cssParts])
        assert.ok(what, `${tagName}: ${name || 'default slot'} is described`);
    }
  });
});

suite('what stands beside a story', async () => {
  const docs = await elementDocs();
  const stories = filesOf('stories/**/*.stories.ts').map((file) => ({ file, text: readFileSync(at(file), 'utf8') }));

  for (const tag of tags) {
    test(`${tag}: one story file is its page; keys and example stand beside it`, () => {
      const pages = stories.filter(({ text }) => text.includes(`component: '${tag}'`));
      assert.equal(pages.length, 1, `stories with component: '${tag}'`);
      assert.ok(docs.get(tag), `${pages[0]?.file.replace('.stories.ts', '.docs.ts')} is there`);
      assert.ok(docs.get(tag)!.keyboard.length > 0, 'keys');
      assert.ok(
        within(docs.get(tag)!.example.root).some((node) => node.tag === tag),
        'the example shows it',
      );
    });
  }

  test('belongs to an element, and keys stand nowhere else', () => {
    assert.deepEqual([...docs.keys()].toSorted(), tags);
    assert.deepEqual(
      stories.filter(({ text }) => /^\s*keyboard:/m.test(text)).map(({ file }) => file),
      [],
    );
  });

  test('examples use only what the manifest knows', () => {
    for (const [tag, { example }] of docs) {
      for (const node of within(example.root)) {
        const known: Described | undefined = elements.find(({ tagName }) => tagName === node.tag);
        if (!known) continue;
        const attributes = [...names(known.attributes), 'slot', 'id', 'lang'];
        for (const name of Object.keys(node.attributes ?? {})) assert.ok(attributes.includes(name), `${tag}: attribute ${name}`);
        for (const name of Object.keys(node.properties ?? {})) assert.ok(names(known.members).includes(name), `${tag}: property ${name}`);
        for (const name of Object.keys(node.on ?? {})) assert.ok(names(known.events).includes(name), `${tag}: event ${name}`);
      }
    }
  });
});

test('an example is written as markup, as React and as a script', () => {
  const { html, htmlScript, react, script } = examplesOf({
    keyboard: [],
    example: {
      uses: ['reader'],
      root: {
        tag: 'portal-provider',
        attributes: { demo: true },
        children: [
          { tag: 'a-b', attributes: { x: "it's" }, properties: { reader: 'reader' }, on: { 'c-d': '() => {}' }, children: ['Text'] },
        ],
      },
    },
  });
  assert.match(
    html,
    /^<portal-provider demo>\n {2}<a-b x="it's">Text<\/a-b>\n<\/portal-provider>\n\n<script .*portico\.js.*\n<script .*page\.js/,
  );
  assert.match(
    htmlScript,
    /^import \{ reader \} from '\.\/portico\.js';\n\nconst aB = document\.querySelector\('a-b'\);\naB\.reader = reader;/,
  );
  assert.match(react, /<a-b x="it's" reader=\{reader\} onc-d=\{\(\) => \{\}\}>Text<\/a-b>/);
  assert.match(script, /aB\.setAttribute\('x', 'it\\'s'\);[\s\S]*aB\.append\('Text'\);[\s\S]*portalProvider\.append\(aB\);/);
});

suite('what is generated names every element with its attributes', () => {
  interface Tag {
    readonly name: string;
    readonly attributes?: readonly { readonly name: string }[];
  }
  const check = (found: readonly Tag[]): void => {
    for (const { tagName, attributes } of elements) {
      const tag = found.find(({ name }) => name === tagName);
      assert.ok(tag, tagName);
      assert.deepEqual(names(tag.attributes).toSorted(), names(attributes).toSorted(), `attributes of ${tagName}`);
    }
  };

  test('VS Code', () => {
    check((JSON.parse(written('vscode.html-custom-data.json')) as { readonly tags: readonly Tag[] }).tags);
  });

  test('JetBrains', () => {
    type WebTypes = { readonly name: string; readonly contributions: { readonly html: { readonly elements: readonly Tag[] } } };
    const { name, contributions } = JSON.parse(written('web-types.json')) as WebTypes;
    assert.equal(name, '@portico/elements');
    check(contributions.html.elements);
  });

  test('llms.txt, which also has how to install and embed, events, keys and the example', () => {
    const text = written('llms.txt');
    assert.match(text, /<script type="module" src="portico\.js">/);
    assert.match(text, /createPortal\(\{ backend/);
    for (const { tagName, attributes, events, examples } of elements) {
      const from = text.indexOf(`\n### <${tagName}>\n`);
      assert.ok(from > 0, tagName);
      const next = text.indexOf('\n### <', from + 1);
      const section = text.slice(from, next < 0 ? undefined : next);
      for (const name of [...names(attributes), ...names(events)]) assert.ok(section.includes(`\`${name}\``), `${tagName}: ${name}`);
      assert.ok(section.includes('#### Keyboard') && section.includes(examples!.html), `${tagName}: keys and example`);
    }
  });
});

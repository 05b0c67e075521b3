import { withoutComments } from '../../packages/workshop/src/imports.ts';
import { isTest, placeOf, type Finding, type Rule, type Source } from './source.ts';

/** A pattern that must not stand in the code (comments apart) of the files it is about. */
interface Ban {
  readonly rule: string;
  readonly in: (path: string) => boolean;
  readonly pattern: RegExp;
  readonly cure: string;
}

const isProduct = (path: string): boolean =>
  /^packages\/[^/]+\/src\//.test(path) && !isTest(path) && !path.startsWith('packages/workshop/');
const isElements = (path: string): boolean => isProduct(path) && placeOf(path).package === 'elements';

const bans: readonly Ban[] = [
  {
    rule: 'no-inline-style',
    in: isElements,
    pattern: /\bstyleMap\b|\sstyle=["'$]|setAttribute\(\s*['"]style|\.cssText\b/,
    cure: 'a strict CSP forbids style attributes: use a class, or the css-property directive of the kit',
  },
  {
    rule: 'no-raw-html',
    in: isProduct,
    pattern:
      /\bunsafe(HTML|SVG|Static|CSS)\b|\.(innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b|DOMParser/,
    cure: 'Trusted Types forbids it: build nodes with templates or textContent',
  },
  {
    rule: 'no-data-url',
    in: isElements,
    pattern: /['"`(]data:/,
    cure: 'the strict CSP allows no data: address: draw with CSS or inline SVG nodes in a template',
  },
  {
    rule: 'logical-css',
    in: (path) => isElements(path) && /\.styles\.ts$/.test(path),
    pattern:
      /(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right)\s*:|text-align:\s*(?:left|right)\b|float:\s*(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius)/m,
    cure: 'Arabic mirrors the page: inline-start and inline-end, never left and right',
  },
  {
    rule: 'no-decorators',
    in: isProduct,
    pattern: /^\s*@[a-z]\w*(?:\(|\s*$)/m,
    cure: 'Vite leaves decorators in its output: `static override properties = { … }` and `declare` fields',
  },
  {
    rule: 'no-enum',
    in: isProduct,
    pattern: /^\s*(?:export\s+)?(?:const\s+)?enum\s/m,
    cure: 'a union of string literals: types must erase',
  },
  {
    rule: 'no-todo',
    in: (path) => !path.startsWith('test/architecture/'),
    pattern: /\b(?:TODO|FIXME|HACK)\b/,
    cure: 'do it, or file it and leave no mark',
  },
  {
    rule: 'no-only',
    in: isTest,
    pattern: /\b(?:it|test|describe|suite)\.(?:only|skip|todo)\b|\{\s*(?:only|skip|todo):\s*(?:true|['"`])/,
    cure: 'every test runs: repair it or delete it',
  },
];

/** Rules about what may stand in a file. Bans read code without comments, but for the mark that stands in comments. */
const banned: Rule = (source) =>
  bans.flatMap(({ rule, in: concerns, pattern, cure }): readonly Finding[] => {
    if (!concerns(source.path)) return [];
    const found = pattern.exec(rule === 'no-todo' ? source.text : withoutComments(source.text));
    return found ? [{ rule, path: source.path, what: `holds \`${found[0].trim()}\``, cure }] : [];
  });

/** Nobody reads past the four-hundredth line. */
const fileSize: Rule = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length;
  return lines <= 400
    ? []
    : [
        {
          rule: 'file-size',
          path,
          what: `has ${lines} lines`,
          cure: 'move pure functions into a file of their own; 400 is the limit, 150 the aim',
        },
      ];
};

const exported = /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/;

/** Every exported name says in a sentence what it promises. */
const docComments: Rule = ({ path, text }) => {
  if (!isProduct(path)) return [];
  const lines = text.split('\n');
  const bare = lines.flatMap((line, i) => {
    const name = exported.exec(line)?.[1];
    const before = lines[i - 1]?.trim() ?? '';
    // Overloads share the comment of the first; an inferred type that of its schema.
    const said = before.endsWith('*/') || exported.exec(before)?.[1] === name || /= z\.infer</.test(line);
    return name === undefined || said ? [] : [name];
  });
  return bare.length === 0
    ? []
    : [
        {
          rule: 'doc-comments',
          path,
          what: `exports ${bare.join(', ')} without a word`,
          cure: 'one sentence above each: what it promises, units, errors, the source of a rule',
        },
      ];
};

/** A template of ours that names one of our tags breaks hosts that register elements under other names. Tags are the file names of `elements/src/define`. */
export function ownTags(files: readonly Source[]): Rule {
  const tags = files.flatMap(({ path }) => /^packages\/elements\/src\/define\/([a-z]+-[a-z-]+)\.ts$/.exec(path)?.[1] ?? []);
  const pattern =
    tags.length === 0
      ? null
      : new RegExp(
          `</?(?:${tags.join('|')})\\b|(?:createElement|querySelector|querySelectorAll|closest)\\(\\s*['"\`](?:${tags.join('|')})\\b`,
        );
  return ({ path, text }) => {
    const found = isElements(path) && !path.includes('/define/') ? pattern?.exec(withoutComments(text)) : null;
    return found
      ? [
          {
            rule: 'own-tags',
            path,
            what: `names a tag: ${found[0]}`,
            cure: 'use a template function, or resolve the tag through the tag map',
          },
        ]
      : [];
  };
}

/** Rules about the text of a file. */
export const textRules: readonly Rule[] = [banned, fileSize, docComments];

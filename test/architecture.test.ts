import assert from 'node:assert/strict';
import { globSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { layerRules } from './architecture/layers.rules.ts';
import type { Finding, Source } from './architecture/source.ts';
import { ownTags, textRules } from './architecture/text.rules.ts';

const exclude = (name: string): boolean => /(^|[/\\])(node_modules|dist)$/.test(name);
const globs = ['packages/*/src/**/*.{ts,mjs}', 'stories/**/*.ts', 'demo/**/*.{ts,mjs}', 'test/**/*.{ts,mjs}'];
const files: readonly Source[] = globs
  .flatMap((glob) => globSync(glob, { exclude }))
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const spoken = ({ rule, path, what, cure }: Finding): string => `${path}\n    ${what} [${rule}]\n    cure: ${cure}`;

for (const [name, rules] of [
  ['layers: who imports whom', layerRules],
  ['text: what a file may hold', textRules],
  ['text: our templates name no tag of ours', [ownTags(files)]],
] as const) {
  test(name, () => {
    const findings = files.flatMap((file) => rules.flatMap((rule) => rule(file)));
    assert.ok(findings.length === 0, `${findings.length} broken rules\n${findings.map(spoken).join('\n')}`);
  });
}

test('at the top stand the folders of the design and no other', () => {
  const known = ['demo', 'dist', 'node_modules', 'packages', 'stories', 'test'];
  const others = readdirSync('.', { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !known.includes(entry.name),
  );
  assert.deepEqual(
    others.map((entry) => entry.name),
    [],
    'move them under packages/, test/ or a dot-folder that a tool demands',
  );
});

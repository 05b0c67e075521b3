import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { filesOf } from '../files.ts';
import { at, root } from '../paths.mjs';
import { run } from '../process.mjs';
import { tool } from '../tool.ts';
import type { Described, Manifest, Named } from './docs/described.ts';
import { elementDocs } from './docs/element-docs-files.ts';
import type { ElementDocs } from './docs/element-docs.ts';
import { examplesOf } from './docs/example-code.ts';

/** A declaration while it is being completed. */
type Declaration = { -readonly [Key in keyof Described]?: Described[Key] } & Named & { customElement?: boolean };

interface Draft {
  readonly modules: { readonly path: string; declarations?: Declaration[]; readonly exports?: unknown[] }[];
}

/** Tag and class of each public element, from the file that registers it: classes carry no tag. */
function definitions(): readonly { readonly path: string; readonly tag: string; readonly className: string }[] {
  return filesOf('packages/elements/src/define/*-*.ts').flatMap((path) => {
    const [, tag, className] = /^define\('([a-z-]+)', (\w+)\);$/m.exec(readFileSync(at(path), 'utf8')) ?? [];
    return tag !== undefined && className !== undefined ? [{ path, tag, className }] : [];
  });
}

/** Puts tags on classes, and says in which module each tag is defined. */
function withTags(manifest: Draft): Draft {
  for (const { path, tag, className } of definitions()) {
    const home = manifest.modules.find(({ declarations }) => declarations?.some(({ name }) => name === className));
    const declaration = home?.declarations?.find(({ name }) => name === className);
    if (home === undefined || declaration === undefined) throw new Error(`${path} defines ${className}, which no *.element.ts declares`);
    declaration.tagName = tag;
    declaration.customElement = true;
    const definition = { kind: 'custom-element-definition', name: tag, declaration: { name: className, module: home.path } };
    manifest.modules.find((module) => module.path === path)?.exports?.push(definition);
  }
  return manifest;
}

/** Leaves out what a host can neither see nor use. */
function publicOnly(manifest: Draft): Draft {
  for (const declaration of manifest.modules.flatMap(({ declarations = [] }) => declarations)) {
    if (declaration.members === undefined) continue;
    const members = declaration.members.filter(({ name, privacy = 'public' }) => privacy === 'public' && !name.startsWith('#'));
    const isPublic = (field: string | undefined): boolean => field === undefined || members.some(({ name }) => name === field);
    declaration.members = members;
    // The analyzer takes inner state for an attribute.
    if (declaration.attributes) declaration.attributes = declaration.attributes.filter(({ fieldName }) => isPublic(fieldName));
  }
  return manifest;
}

/** Adds what keys do in each element, and its example in three forms. */
function withDocs(manifest: Draft, docs: ReadonlyMap<string, ElementDocs>): Draft {
  for (const declaration of manifest.modules.flatMap(({ declarations = [] }) => declarations)) {
    const own = declaration.tagName === undefined ? undefined : docs.get(declaration.tagName);
    if (own) Object.assign(declaration, { keyboard: own.keyboard, examples: examplesOf(own) });
  }
  return manifest;
}

/** Describes the public elements, from the class doc blocks and what stands beside the stories. Writes nothing. */
export async function describeElements(): Promise<Manifest> {
  const globs = [
    'packages/elements/src/**/*.element.ts',
    'packages/elements/src/kit/portico-element.ts',
    'packages/elements/src/define/*-*.ts',
  ];
  // A folder of its own: two that describe at the same time do not read each other's half.
  const folder = mkdtempSync(join(tmpdir(), 'portico-manifest-'));
  try {
    const args = [
      tool('@custom-elements-manifest/analyzer', 'cem'),
      'analyze',
      '--litelement',
      '--config',
      'packages/workshop/src/build/cem.config.mjs',
      '--outdir',
      relative(root, folder),
      '--quiet',
    ];
    const { code, text } = await run(process.execPath, [...args, '--globs', ...globs, '--exclude', '**/*.test.ts'], { output: 'capture' });
    if (code !== 0) throw new Error(`the manifest could not be made:\n${text.trim()}`);
    const found = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as Draft;
    return withDocs(publicOnly(withTags(found)), await elementDocs());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes `dist/custom-elements.json` and answers what it says. */
export async function buildManifest(): Promise<Manifest> {
  const manifest = await describeElements();
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(at('dist/custom-elements.json'), JSON.stringify(manifest, null, 2));
  return manifest;
}

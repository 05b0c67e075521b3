import { readFileSync, writeFileSync } from 'node:fs';
import { filesOf } from '../files.ts';
import { at } from '../paths.mjs';
import { run } from '../process.mjs';
import { tool } from '../tool.ts';

interface Declaration {
  readonly kind: string;
  readonly name: string;
  tagName?: string;
  customElement?: boolean;
  members?: readonly { readonly name: string; readonly privacy?: string }[];
}

interface Manifest {
  readonly modules: { readonly path: string; readonly declarations?: Declaration[]; readonly exports?: unknown[] }[];
}

/** Tag and class of each public element, from the file that registers it: classes carry no tag. */
function definitions(): readonly { readonly path: string; readonly tag: string; readonly className: string }[] {
  return filesOf('packages/elements/src/define/*-*.ts').flatMap((path) => {
    const [, tag, className] = /^define\('([a-z-]+)', (\w+)\);$/m.exec(readFileSync(at(path), 'utf8')) ?? [];
    return tag !== undefined && className !== undefined ? [{ path, tag, className }] : [];
  });
}

/** Puts tags on classes, and says in which module each tag is defined. */
function withTags(manifest: Manifest): Manifest {
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
function publicOnly(manifest: Manifest): Manifest {
  for (const declaration of manifest.modules.flatMap(({ declarations = [] }) => declarations)) {
    if (declaration.members === undefined) continue;
    declaration.members = declaration.members.filter(({ name, privacy = 'public' }) => privacy === 'public' && !name.startsWith('#'));
  }
  return manifest;
}

/** Writes `dist/custom-elements.json` from the class doc blocks of the elements. */
export async function buildManifest(): Promise<void> {
  const globs = [
    'packages/elements/src/**/*.element.ts',
    'packages/elements/src/kit/portico-element.ts',
    'packages/elements/src/define/*-*.ts',
  ];
  const args = [tool('@custom-elements-manifest/analyzer', 'cem'), 'analyze', '--litelement', '--outdir', 'dist', '--quiet'];
  const { code, text } = await run(process.execPath, [...args, '--globs', ...globs, '--exclude', '**/*.test.ts'], { output: 'capture' });
  const file = at('dist/custom-elements.json');
  if (code !== 0) throw new Error(`the manifest could not be made:\n${text.trim()}`);
  writeFileSync(file, JSON.stringify(publicOnly(withTags(JSON.parse(readFileSync(file, 'utf8')) as Manifest)), null, 2));
}

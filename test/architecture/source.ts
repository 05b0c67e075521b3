/** One source file: its path from the root of the repository, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A broken rule: where, what, and how to cure it. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly what: string;
  readonly cure: string;
}

/** A rule looks at one file and reports what breaks it. */
export type Rule = (source: Source) => readonly Finding[];

/** Package, area and role that a path speaks of. An area is a folder under `src`; a role is what stands before `.ts`. */
export function placeOf(path: string): { readonly package: string | null; readonly area: string | null; readonly role: string | null } {
  const [, name = null, area = null] = /^packages\/([^/]+)\/(?:src\/)?(?:([^/]+)\/)?/.exec(path) ?? [];
  const [, role = null] = /\.([a-z]+)\.ts$/.exec(path.replace(/\.ar\.ts$/, '.ts')) ?? [];
  return { package: name, area: /\/src\/[^/]+\//.test(path) ? area : null, role };
}

/** Whether a file is a test: it may put together what products keep apart. */
export const isTest = (path: string): boolean => /\.test\.ts$/.test(path) || path.startsWith('test/');

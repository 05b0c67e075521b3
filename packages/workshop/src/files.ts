import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { root } from './paths.mjs';

/** Files of the repository that match any of the globs, as sorted paths from its root with `/`; nothing generated, nothing installed. */
export function filesOf(...globs: readonly string[]): string[] {
  const exclude = (name: string) => /(^|[/\\])(node_modules|dist)$/.test(name);
  return [...new Set(globs.flatMap((glob) => globSync(glob, { cwd: root, exclude })))].map((file) => file.split(sep).join('/')).sort();
}

/** Whether a path belongs to a group: a folder of that name, or a file whose stem begins with it. No group takes everything. */
export function isInGroup(file: string, group: string | undefined): boolean {
  return (
    group === undefined || file.split('/').some((part) => part === group || part.startsWith(`${group}.`) || part.startsWith(`${group}-`))
  );
}

/** Which runner takes which files. A `*fixture.test.ts` is what tests of a folder share: of their kind, but without a test of its own. */
export const testFiles = {
  browser: (): string[] => filesOf('packages/elements/src/**/*.test.ts', 'packages/*/src/**/*.browser.test.ts').filter(hasTests),
  node: (): string[] => {
    const browser = new Set(testFiles.browser());
    return filesOf('packages/*/src/**/*.test.ts', 'test/**/*.test.ts').filter((file) => hasTests(file) && !browser.has(file));
  },
  stories: (): string[] => filesOf('stories/**/*.stories.ts'),
  pages: (): string[] => filesOf('test/journeys/*.page.ts'),
};

const hasTests = (file: string): boolean => !/[-.]fixture\.test\.ts$/.test(file);

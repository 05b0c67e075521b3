import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clerk } from './clerk.ts';

/** A clerk's disk, with files that nobody made for a test. */
export interface Disk {
  /** A file with this content; answers its path. */
  keep(name: string, content: string | Uint8Array): string;
  /** A page printed by the browser itself. */
  printedPdf(clerk: Clerk, name: string, text: string): Promise<string>;
  /** What the clerk sees, as a picture of it. */
  photo(clerk: Clerk, name: string): Promise<string>;
  remove(): void;
}

/** An empty disk in a folder of its own. */
export function clerkDisk(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'portico-disk-'));
  const keep: Disk['keep'] = (name, content) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return {
    keep,
    printedPdf: async (clerk, name, text) => {
      const page = await clerk.page.browserContext().newPage();
      await page.setContent(`<p>${text}</p>`);
      const path = keep(name, await page.pdf());
      await page.close();
      await clerk.page.bringToFront();
      return path;
    },
    photo: async (clerk, name) => keep(name, await clerk.page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } })),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../paths.mjs';
import type { Manifest } from './docs/described.ts';
import { writeEditorData } from './docs/editor-data.ts';
import { writeJsxTypes } from './docs/jsx-types.ts';
import { llmsText } from './docs/llms.ts';
import { buildManifest } from './manifest.ts';

/** Writes into a folder what is made of a manifest: `llms.txt`, VS Code's and JetBrains' data. */
export function writeDocs(manifest: Manifest, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'llms.txt'), llmsText(manifest, readFileSync(at('README.md'), 'utf8')));
  writeEditorData(manifest, folder);
}

/** Writes the manifest and what is made of it into `dist`, and for the package of the elements with paths from its own folder. */
export async function buildDocs(): Promise<void> {
  const manifest = await buildManifest();
  writeDocs(manifest, at('dist'));
  const folder = at('packages/elements/dist');
  const ofPackage = JSON.stringify(manifest, null, 2).replaceAll(/"\/?packages\/elements\//g, '"');
  writeDocs(JSON.parse(ofPackage) as Manifest, folder);
  writeJsxTypes(manifest, folder);
  writeFileSync(join(folder, 'custom-elements.json'), ofPackage);
}

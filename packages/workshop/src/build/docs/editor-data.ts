import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import type { Manifest } from './described.ts';

/** Writes what editors know the elements by: VS Code's two custom data files, and JetBrains' `web-types.json`. */
export function writeEditorData(manifest: Manifest, outdir: string): void {
  const options = { outdir, hideLogs: true };
  // Their type of a manifest asks for more than they read.
  const asTheirs = manifest as unknown as Parameters<typeof generateJetBrainsWebTypes>[0];
  generateVsCodeCustomElementData(asTheirs, {
    ...options,
    htmlFileName: 'vscode.html-custom-data.json',
    cssFileName: 'vscode.css-custom-data.json',
  });
  generateJetBrainsWebTypes(asTheirs, { ...options, webTypesFileName: 'web-types.json', packageJson: false });
  // It takes the name of whatever project it runs in.
  const file = join(outdir, 'web-types.json');
  const webTypes = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...webTypes, name: '@portico/elements' }, null, 2));
}

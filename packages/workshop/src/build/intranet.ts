import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from '../paths.mjs';
import { strictCsp } from './csp.ts';

/** A file of the intranet page: its own, or jQuery as a hospital has it beside its pages. */
interface IntranetFile {
  readonly name: string;
  readonly text: string;
}

/** Reads what is served under `intranet/`: the page's own files as they stand, jQuery 4 and 3, and the page that loads the older one. */
export function intranetFiles(): readonly IntranetFile[] {
  const own = readdirSync(at('demo/intranet')).map((name) => ({ name, text: readFileSync(at('demo/intranet', name), 'utf8') }));
  const jquery = (name: string, from: string) => ({ name, text: readFileSync(at('node_modules', from, 'dist/jquery.min.js'), 'utf8') });
  const page = own.find(({ name }) => name === 'index.html')?.text ?? '';
  return [
    ...own,
    jquery('jquery.js', 'jquery'),
    jquery('jquery3.js', 'jquery3'),
    { name: 'jquery3.html', text: page.replace('src="jquery.js"', 'src="jquery3.js"') },
  ];
}

/** The policy of an intranet page: jQuery 3 makes markup of its own, so its page goes without the Trusted Types line. */
export const intranetCsp = (name: string): string => strictCsp(name === 'jquery3.html' ? null : 'portico');

/** Writes the intranet page to `dist/demo/intranet`: copied, because its host has no bundler. */
export function copyIntranet(): void {
  mkdirSync(at('dist/demo/intranet'), { recursive: true });
  for (const { name, text } of intranetFiles()) writeFileSync(at('dist/demo/intranet', name), text);
}

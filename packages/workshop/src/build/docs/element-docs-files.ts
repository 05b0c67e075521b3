import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOf } from '../../files.ts';
import { at } from '../../paths.mjs';
import type { ElementDocs } from './element-docs.ts';

/** Keys and example of every element by its tag, from the files beside the stories. */
export async function elementDocs(): Promise<ReadonlyMap<string, ElementDocs>> {
  const read = async (file: string): Promise<readonly [string, ElementDocs]> => {
    const { docs } = (await import(pathToFileURL(at(file)).href)) as { readonly docs: ElementDocs };
    return [basename(file, '.docs.ts'), docs];
  };
  return new Map(await Promise.all(filesOf('stories/**/*.docs.ts').map(read)));
}

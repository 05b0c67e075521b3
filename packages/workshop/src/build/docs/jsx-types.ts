import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { elementsOf, type Manifest } from './described.ts';

/** Writes `jsx.d.ts`, the JSX types of the public elements, beside the compiled classes that it imports: `@portico/elements/jsx`. */
export function writeJsxTypes(manifest: Manifest, outdir: string): void {
  const tags = new Set(elementsOf(manifest).map(({ name }) => name));
  const classes = manifest.modules.flatMap(({ path, declarations = [] }) => declarations.map(({ name }) => ({ name, path })));
  // Their type of a manifest asks for more than they read.
  generateJsxTypes(manifest as unknown as Parameters<typeof generateJsxTypes>[0], {
    outdir,
    fileName: 'jsx.d.ts',
    exclude: classes.map(({ name }) => name).filter((name) => !tags.has(name)),
    stronglyTypedEvents: true,
    componentTypePath: (name) => {
      const path = classes.find((declaration) => declaration.name === name)?.path ?? '';
      return path.replace(/^.*?src\//, './').replace(/\.ts$/, '.js');
    },
  });
}

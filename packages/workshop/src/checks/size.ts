import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { production } from '../build/vite-config.ts';
import { at } from '../paths.mjs';

/** The largest weight allowed to an entry: everything it imports statically, minified, gzip 9, in bytes. */
export interface Gate {
  readonly name: string;
  /** What the page imports, as a host writes it. */
  readonly imports: readonly string[];
  readonly limit: number;
}

/** A gate with what was weighed: bytes of the static imports together, and the number of files. */
export interface Weight extends Gate {
  readonly bytes: number;
  readonly files: number;
}

type Chunk = Rolldown.OutputChunk;

/** Bytes of a text as a server sends it. */
export const gzipped = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;

/** The chunks that a browser must have before the entry runs: what is imported statically, not what waits behind `import()`. */
export function staticChunks(chunks: readonly Pick<Chunk, 'fileName' | 'imports' | 'isEntry'>[]): readonly string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set<string>();
  const visit = (fileName: string): void => {
    if (reached.has(fileName)) return;
    reached.add(fileName);
    for (const next of byName.get(fileName)?.imports ?? []) visit(next);
  };
  for (const chunk of chunks) if (chunk.isEntry) visit(chunk.fileName);
  return [...reached];
}

/** Builds a page that imports what the gate names, and weighs it. Nothing is written. */
export async function weigh(gate: Gate): Promise<Weight> {
  const entry = 'virtual:portico-size';
  const result = await build({
    ...production(),
    // Resolved as a host would, from a folder that depends on the whole kit.
    root: at('packages/portico'),
    publicDir: false,
    plugins: [
      {
        name: 'portico:size-entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? at('packages/portico/src/size-entry.js') : null),
        load: (id) => (id === at('packages/portico/src/size-entry.js') ? gate.imports.map((name) => `import '${name}';`).join('\n') : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: entry },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((file): file is Chunk => file.type === 'chunk');
  const names = staticChunks(chunks);
  const bytes = chunks.filter(({ fileName }) => names.includes(fileName)).reduce((sum, { code }) => sum + gzipped(code), 0);
  return { ...gate, bytes, files: names.length };
}

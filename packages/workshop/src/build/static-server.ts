import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The content type of a file by its name. */
export const contentType = (name: string): string => types[extname(name)] ?? 'application/octet-stream';

/** A running static server. */
export interface StaticServer {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Also answers this path, with this text. */
  add(path: string, text: string): void;
  close(): Promise<void>;
}

/** The file behind a request path: inside the folder, `index.html` for a folder; null where there is none. */
function fileFor(folder: string, path: string): string | null {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return null;
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return file;
  const index = join(file, 'index.html');
  return found?.isDirectory() && statSync(index, { throwIfNoEntry: false })?.isFile() ? index : null;
}

/** Serves a folder on a free port of this machine, every answer with the given headers (a Content-Security-Policy, for instance). */
export async function serve(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<StaticServer> {
  const extra = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const text = extra.get(pathname);
    if (text !== undefined) return void response.writeHead(200, { ...headers, 'content-type': contentType(pathname) }).end(text);
    const file = fileFor(folder, pathname);
    if (file === null) return void response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('not found');
    response.writeHead(200, {
      ...headers,
      'content-type': contentType(file),
      'cache-control': 'no-store',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    add: (path, text) => void extra.set(path, text),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

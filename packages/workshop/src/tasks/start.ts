import { readFileSync } from 'node:fs';
import { createServer, type Plugin } from 'vite';
import { strictCsp } from '../build/csp.ts';
import { shared } from '../build/vite-config.ts';
import { at, say } from '../paths.mjs';

/** The one-file bundle at the place where the built demo has it; pages that embed it need `npm run build` once. */
const bundle: Plugin = {
  name: 'portico:bundle',
  configureServer(server) {
    server.middlewares.use('/portico.js', (_request, response) => {
      response.setHeader('content-type', 'text/javascript');
      try {
        response.end(readFileSync(at('dist/portico.js')));
      } catch {
        response.statusCode = 404;
        response.end("throw new Error('[portico/start] dist/portico.js is not built: npm run build');");
      }
    });
  },
};

/** `npm start`: the demo from its sources, under the strict policy from the first moment, until it is stopped. `PORT` chooses the port. */
export async function main(): Promise<number> {
  process.env.NODE_ENV = 'development';
  const server = await createServer({
    ...shared,
    root: at('demo'),
    plugins: [bundle],
    resolve: { conditions: [...shared.resolve.conditions, 'development'] },
    server: {
      ...(process.env.PORT ? { port: Number(process.env.PORT), strictPort: true } : {}),
      headers: { 'content-security-policy': strictCsp('lit-html') },
      // Its overlay is styled inline, which the policy forbids.
      hmr: { overlay: false },
      fs: { allow: [at()] },
    },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  console.log(`Portico's demo is served at ${address}  (Ctrl-C stops it)`);
  return new Promise((resolve) => {
    const stop = (): void => {
      say('stopping …');
      void server.close().then(() => resolve(0));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Plugin } from 'vite';
import { strictCsp } from '../build/csp.ts';
import { intranetCsp, intranetFiles } from '../build/intranet.ts';
import { contentType } from '../build/static-server.ts';
import { shared } from '../build/vite-config.ts';
import { at, say } from '../paths.mjs';
import { run } from '../process.mjs';

let made: Promise<unknown> | undefined;

/** The one-file bundle, built when it is first asked for: in a process of its own, because Vite takes the environment into the output. */
async function bundleText(): Promise<Buffer> {
  const file = at('dist/portico.js');
  if (!existsSync(file)) {
    say('building dist/portico.js for the intranet page …');
    await (made ??= run(process.execPath, [at('packages/workshop/run.mjs'), 'build', 'bundle'], { output: 'capture' }));
  }
  return readFileSync(file);
}

/** The intranet page as its own server would send it, without a bundler, and the one-file bundle where the built demo has it. */
const intranet: Plugin = {
  name: 'portico:intranet',
  configureServer(server) {
    server.middlewares.use('/portico.js', (_request, response, next) => {
      const send = (text: Buffer): unknown => response.setHeader('content-type', 'text/javascript').end(text);
      bundleText().then(send, next);
    });
    server.middlewares.use('/intranet', (request, response, next) => {
      const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
      const file = intranetFiles().find((one) => one.name === name);
      if (file === undefined) return next();
      response.setHeader('content-security-policy', intranetCsp(name));
      response.setHeader('content-type', contentType(name)).end(file.text);
    });
  },
};

/** `npm start`: the demo from its sources, under the strict policy from the first moment, until it is stopped. `PORT` chooses the port. */
export async function main(): Promise<number> {
  process.env.NODE_ENV = 'development';
  const server = await createServer({
    ...shared,
    root: at('demo'),
    plugins: [intranet],
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
  console.log(`a hospital's jQuery page:   ${address}intranet/  (with jQuery 3: ${address}intranet/jquery3.html)`);
  console.log(`an insurer's React app:     ${address}white-label/`);
  return new Promise((resolve) => {
    const stop = (): void => {
      say('stopping …');
      void server.close().then(() => resolve(0));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  });
}

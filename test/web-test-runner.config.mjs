import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { chromiumFlags, findChromium } from '../packages/workshop/src/chromium.mjs';
import { tallyReporter } from '../packages/workshop/src/testing/tally-reporter.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { PORTICO_TEST_FILES, PORTICO_TEST_GREP, PORTICO_SLOW = 1 } = process.env;

// Tests run on two pages at once: each must believe that it is in front, or focus waits for the other; and each has a window of its own,
// because the page of a tab that is covered gets one animation frame in a second.
async function createPage({ context }) {
  const page = await context.newPage({ type: 'window' });
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(PORTICO_SLOW) });
  return page;
}
const inFront = ['--disable-renderer-backgrounding', '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows'];

// Dexie's ESM entry default-imports a UMD file, which no browser does without a bundler.
const dexieWithoutBundler = {
  name: 'dexie-without-bundler',
  resolveImport: ({ source }) => (source === 'dexie' ? '/node_modules/dexie/dist/modern/dexie.mjs' : undefined),
};

/** `npx wtr --config test/web-test-runner.config.mjs` runs every browser test; `npm test` names the files and reads the report. */
export default {
  rootDir: at(''),
  files: PORTICO_TEST_FILES
    ? JSON.parse(PORTICO_TEST_FILES)
    : [at('packages/elements/src/**/*.test.ts'), at('packages/*/src/**/*.browser.test.ts')],
  browsers: [
    chromeLauncher({
      concurrency: 2,
      createPage,
      launchOptions: { executablePath: (await findChromium()) ?? undefined, args: [...chromiumFlags, ...inFront] },
    }),
  ],
  nodeResolve: { browser: true, exportConditions: ['portico-source', 'development'] },
  plugins: [dexieWithoutBundler, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: at('tsconfig.base.json') })],
  testFramework: { config: { timeout: 30_000, ...(PORTICO_TEST_GREP ? { grep: PORTICO_TEST_GREP } : {}) } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000 * Number(PORTICO_SLOW),
  reporters: [tallyReporter(process.env.PORTICO_TEST_REPORT)],
};

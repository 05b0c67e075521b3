import { onPath } from '../chromium.mjs';
import { testFiles } from '../files.ts';
import { at } from '../paths.mjs';
import { run } from '../process.mjs';
import { pagesPart } from '../testing/node-part.ts';

/** `npm run test:firefox`: the journeys in Firefox, for whoever has one. `FIREFOX` names its binary. */
export async function main(): Promise<number> {
  const firefox = process.env.FIREFOX ?? onPath(['firefox-esr', 'firefox']);
  if (!firefox) {
    console.log(
      'There is no Firefox here: on Debian `apt-get install firefox-esr`, elsewhere FIREFOX=/path/to/firefox npm run test:firefox',
    );
    return 1;
  }
  const build = await run(process.execPath, [at('packages/workshop/run.mjs'), 'build', 'bundle', 'demo']);
  if (build.code !== 0) return build.code;
  process.env.PORTICO_FIREFOX = firefox;
  const { passed, failed, lines } = await pagesPart(testFiles.pages());
  for (const line of lines) console.log(line);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

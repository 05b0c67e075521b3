import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './process.mjs';
import { expectedStamp, npmCommand, scrubbed } from './setup.mjs';

test('the stamp names the lock file and the platform', () => {
  assert.match(expectedStamp(), new RegExp(`^[0-9a-f]{64} ${process.platform} ${process.arch}\n$`));
});

test('npm is started without what the npm around us decided', () => {
  const env = {
    PATH: '/bin',
    NODE_ENV: 'production',
    npm_config_omit: 'optional',
    npm_lifecycle_event: 'test',
    npm_package_name: 'x',
    NPM_CONFIG_IGNORE_SCRIPTS: 'true',
  };
  assert.deepEqual(scrubbed(env), { PATH: '/bin' });
});

test('the very npm that started us installs, else the one on PATH', () => {
  assert.deepEqual(npmCommand({ npm_execpath: '/opt/npm/bin/npm-cli.js' }).before, ['/opt/npm/bin/npm-cli.js']);
  assert.equal(npmCommand({ npm_execpath: '/opt/yarn/yarn.js' }).command, 'npm');
  assert.equal(npmCommand({}).command, 'npm');
});

test('a child hands on its exit code, its signal and its words', async () => {
  const node = (code: string) => run(process.execPath, ['-e', code], { output: 'capture' });
  assert.deepEqual(await node('console.log("a"); process.exit(3)'), { code: 3, text: 'a\n' });
  assert.equal((await node('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1e6)')).code, 143);
  assert.equal((await run('/no/such/program', [], { output: 'capture' })).code, 127);
});

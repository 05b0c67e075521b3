import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../paths.mjs';
import { addressesIn, machinePathsIn } from './repository.ts';

test('a download address in the lock file is counted', () => {
  assert.equal(addressesIn('{ "resolved": "https://registry.example/a.tgz" }'), 1);
  assert.equal(addressesIn('{ "url": "https://example.org/funding", "resolved": "packages/core" }'), 0);
});

test('paths of this checkout, of this home and of any home are seen', () => {
  const lines = [join(root, 'packages'), join(homedir(), 'x'), ['', 'home', 'ada', 'x'].join('/'), ['', 'Users', 'ada', 'x'].join('/')];
  for (const line of lines) assert.deepEqual(machinePathsIn(`see ${line}`), [`see ${line}`]);
});

test('addresses and routes are no paths of a machine', () => {
  for (const line of ['https://example.org/home/page', '/demo/index.html', './root/x']) assert.deepEqual(machinePathsIn(line), []);
});

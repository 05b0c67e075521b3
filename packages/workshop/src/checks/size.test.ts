import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staticChunks } from './size.ts';

test('what is imported statically counts, also through others; what waits behind import() does not', () => {
  const chunks = [
    { fileName: 'entry.js', isEntry: true, imports: ['a.js'] },
    { fileName: 'a.js', isEntry: false, imports: ['b.js'] },
    { fileName: 'b.js', isEntry: false, imports: ['a.js'] },
    { fileName: 'lazy.js', isEntry: false, imports: ['a.js'] },
  ];
  assert.deepEqual(staticChunks(chunks), ['entry.js', 'a.js', 'b.js']);
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { docx } from './archive.ts';
import { hostileFiles } from './hostile.ts';
import { answerTo, judgeFolder } from './judge.ts';
import { packed, pdf, stream } from './pdf.ts';
import { jpeg, png, tiff } from './pictures.ts';

const LEAST = 8;

describe('hostile files', () => {
  for (const [group, files] of Object.entries(hostileFiles)) {
    it(`${group}: each is refused, and for its own reason`, async (context) => {
      assert.ok(files.length >= LEAST, `${files.length} files are no class`);
      const wrong: string[] = [];
      let accepted = 0;
      for (const hostile of files) {
        const told = await answerTo(hostile);
        if (told === 'accepted') accepted += 1;
        if (told !== hostile.code) wrong.push(`${hostile.what}: ${told} instead of ${hostile.code}`);
      }
      context.diagnostic(`${group}: ${files.length} hostile, ${accepted} accepted`);
      assert.deepEqual(wrong, []);
    });
  }

  it('the files that they are made from are fine, so it is the change that is refused', async () => {
    const fine = {
      ...{ 'a.pdf': pdf(), 'b.pdf': pdf({ objects: [packed(['<< /A 1 >>']), stream('/Filter /FlateDecode', new Uint8Array(4))] }) },
      ...{ 'a.png': png(), 'a.jpg': jpeg(), 'a.tif': tiff(), 'b.tiff': tiff(undefined, { isLittle: false }), 'a.docx': docx() },
    };
    const folder = mkdtempSync(join(tmpdir(), 'portico-files-'));
    try {
      for (const [name, bytes] of Object.entries({ ...fine, 'bad.png': png().subarray(1), 'note.txt': new Uint8Array(4) })) {
        writeFileSync(join(folder, name), bytes);
      }
      assert.deepEqual(await judgeFolder(folder), {
        good: new Map([
          ['docx', 1],
          ['jpeg', 1],
          ['pdf', 2],
          ['png', 2],
          ['tiff', 2],
        ]),
        refused: [{ name: 'bad.png', code: 'kind-mismatch' }],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

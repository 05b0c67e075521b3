import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentsPolicyDefaults } from '@portico/core/documents';
import { admit } from '@portico/core/documents/file-check';
import { docx } from './archive.ts';
import { fileOf } from './bytes.ts';
import { hostileFiles } from './hostile.ts';
import { packed, pdf, stream } from './pdf.ts';
import { jpeg, png, tiff } from './pictures.ts';

const LEAST = 8;

describe('hostile files', () => {
  for (const [group, files] of Object.entries(hostileFiles)) {
    it(`${group}: each is refused, and for its own reason`, async (context) => {
      assert.ok(files.length >= LEAST, `${files.length} files are no class`);
      const wrong: string[] = [];
      let accepted = 0;
      for (const { what, file, code, already = [], limits = {} } of files) {
        const answer = await admit(file, { ...documentsPolicyDefaults, ...limits }, { already });
        if (answer.status === 'accepted') accepted += 1;
        const told = answer.status === 'accepted' ? 'accepted' : answer.code;
        if (told !== code) wrong.push(`${what}: ${told} instead of ${code}`);
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
    for (const [name, bytes] of Object.entries(fine)) {
      assert.equal((await admit(fileOf(name, bytes), documentsPolicyDefaults)).status, 'accepted', name);
    }
  });
});

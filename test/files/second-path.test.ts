import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contractWorld, createMemoryWorld, people, anything } from '@portico/testing/contract';
import { fileOf } from './bytes.ts';
import { hostileFiles } from './hostile.ts';
import { pdf } from './pdf.ts';

/** A clerk's documents port, and a case to attach to. */
async function desk(): Promise<{ upload: (file: ReturnType<typeof fileOf>) => Promise<string>; kept: () => Promise<number> }> {
  const files = new Map<string, Uint8Array>();
  const world = await createMemoryWorld(contractWorld, {
    files: {
      put: async (id, bytes) => void files.set(id, bytes),
      get: async () => null,
      delete: async (id) => void files.delete(id),
    },
  });
  const { access, claims, documents } = world.connect();
  const { name, password } = people.clerk;
  assert.equal((await access!.signIn({ name, password })).status, 'signed-in');
  const caseId = (await claims!.search(anything, {})).rows[0]!.id;
  return {
    async upload(file) {
      const uploadId = world.ids.uuid();
      const answer = await documents!.upload!(caseId, file, { uploadId });
      if (answer.status !== 'refused') await documents!.discard!(uploadId);
      return answer.status === 'refused' ? answer.code : answer.status;
    },
    kept: async () => files.size,
  };
}

describe('T9 the second path: what the page would refuse, the back office refuses by itself', () => {
  for (const [group, all] of Object.entries(hostileFiles)) {
    const files = all.filter(({ already, limits }) => already === undefined && limits === undefined);
    it(`${group}: the same answer, and nothing kept`, async () => {
      const { upload, kept } = await desk();
      const wrong: string[] = [];
      for (const { what, file, code } of files) {
        const told = await upload(file);
        if (told !== code) wrong.push(`${what}: ${told} instead of ${code}`);
      }
      assert.deepEqual(wrong, []);
      assert.equal(await kept(), 0);
      assert.equal(await upload(fileOf('report.pdf', pdf())), 'accepted');
    });
  }
});

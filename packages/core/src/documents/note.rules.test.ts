import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FileDocument, NewDocument, Note } from './document.schema.ts';
import { documentsPolicyDefaults as policy } from './documents.policy.ts';
import { checkNote, isShown, sideOf, visibleNote } from './note.rules.ts';

const file = (changes: Partial<NewDocument> = {}): NewDocument => ({
  ...{ uploadId: 'u', itemSequence: null, type: 'medical-report', purpose: 'to-submit' },
  ...changes,
});

const document = (changes: Partial<FileDocument>): FileDocument => ({
  ...{ id: 'd', caseId: 'c', itemSequence: null, noteId: 'n', name: 'a.pdf', kind: 'pdf', size: 1, sha256: '0'.repeat(64) },
  ...{ type: 'other', purpose: 'to-submit', postedAt: 0, postedBy: 'Somebody', side: 'provider' },
  ...changes,
});

const note = (...documents: readonly FileDocument[]): Note => ({
  ...{ id: 'n', caseId: 'c', text: 'words', postedAt: 0, postedBy: 'Somebody', side: 'provider', documents },
});

describe('a note', () => {
  it('N13 text alone, files alone and both are one, neither is none', () => {
    assert.equal(checkNote({ text: 'words', documents: [] }, policy), null);
    assert.equal(checkNote({ text: '', documents: [file()] }, policy), null);
    assert.equal(checkNote({ text: 'words', documents: [file()] }, policy), null);
    for (const text of ['', ' ', '\n\t ']) assert.equal(checkNote({ text, documents: [] }, policy), 'nothing-to-post');
  });

  it('P13 carries as many files as the policy says and no more', () => {
    const files = (count: number): readonly NewDocument[] => Array.from({ length: count }, () => file());
    assert.equal(checkNote({ text: '', documents: files(policy.maxFiles) }, policy), null);
    assert.equal(checkNote({ text: '', documents: files(policy.maxFiles + 1) }, policy), 'too-many-files');
  });

  it('is as long as the policy says and no longer', () => {
    assert.equal(checkNote({ text: 'a'.repeat(policy.maxNoteLength), documents: [] }, policy), null);
    assert.equal(checkNote({ text: 'a'.repeat(policy.maxNoteLength + 1), documents: [] }, policy), 'text-too-long');
  });

  it('N17 has only types and purposes that are offered', () => {
    const narrow = { ...policy, types: ['invoice'], purposes: ['to-submit'] } as const;
    assert.equal(checkNote({ text: '', documents: [file({ type: 'invoice' })] }, narrow), null);
    assert.equal(checkNote({ text: '', documents: [file({ type: 'other' })] }, narrow), 'not-offered');
    assert.equal(checkNote({ text: '', documents: [file({ type: 'invoice', purpose: 'internal' })] }, narrow), 'not-offered');
  });
});

describe('the two sides', () => {
  it("the payer's people stand on theirs, everybody else on the provider's", () => {
    assert.equal(sideOf({ roles: ['claims-center'] }), 'payer');
    assert.equal(sideOf({ roles: ['clerk'] }), 'provider');
    assert.equal(sideOf({ roles: [] }), 'provider');
  });

  it('what is internal is shown on its own side alone', () => {
    for (const side of ['provider', 'payer'] as const)
      for (const to of ['provider', 'payer'] as const) {
        assert.equal(isShown({ purpose: 'internal', side }, to), side === to);
        assert.equal(isShown({ purpose: 'correspondence', side }, to), true);
      }
  });

  it('a note loses what is internal, and goes whole where nothing is left of its documents', () => {
    const [open, own] = [document({ id: 'open' }), document({ id: 'own', purpose: 'internal' })];
    assert.deepEqual(visibleNote(note(open, own), 'payer')?.documents, [open]);
    assert.equal(visibleNote(note(own), 'payer'), null);
    assert.deepEqual(visibleNote(note(open, own), 'provider'), note(open, own));
    assert.deepEqual(visibleNote(note(), 'payer'), note(), 'text alone is for both');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { change, dispatch, review, sound, started } from './authorization-request.fixture.test.ts';

/** A person who has the same request open twice: both have read it, then each was typed into. */
async function twice() {
  const one = await started();
  await one.send(...sound);
  await one.clock.pass(1_000);
  const other = await one.open();
  await other.send(change({ note: 'of the other' }));
  await one.clock.pass(1_000);
  await one.send(change({ note: 'of this one' }));
  await one.clock.pass(1_000);
  const kept = (): unknown => (one.drafts!.get('request')?.payload as { form: { note: string } } | undefined)?.form.note;
  return { one, other, kept };
}

describe('authorization request, open twice', () => {
  it('never writes over what another page wrote: it says so, and what is typed there stays', async () => {
    const { one, other, kept } = await twice();
    assert.deepEqual([one.view().keeps, other.view().keeps, kept()], ['elsewhere', 'kept', 'of the other']);
    await one.send(change({ note: 'more of this one' }));
    await one.clock.pass(1_000);
    one.actor.stop();
    await one.clock.pass(1_000);
    assert.equal(kept(), 'of the other');
  });

  it('takes the other version and puts its own aside, from where it comes back', async () => {
    const { one, kept } = await twice();
    await one.send({ type: 'draft.taken' });
    await one.until(() => one.view().state === 'composing');
    assert.deepEqual([one.view().form.note, one.view().keeps, one.view().hasAside, kept()], ['of the other', 'kept', true, 'of the other']);
    await one.send({ type: 'discard.undone' });
    await one.clock.pass(1_000);
    assert.deepEqual([one.view().form.note, one.view().keeps, kept()], ['of this one', 'kept', 'of this one']);
  });

  it('keeps its own version where somebody chose it, and then the other page says so', async () => {
    const { one, other, kept } = await twice();
    await one.send({ type: 'draft.kept' });
    await one.clock.pass(1_000);
    assert.deepEqual([one.view().keeps, kept()], ['kept', 'of this one']);
    await other.send(change({ note: 'more of the other' }));
    await one.clock.pass(1_000);
    assert.deepEqual([other.view().keeps, kept()], ['elsewhere', 'of this one']);
  });

  it('one that is sent leaves the version of the other page where it is', async () => {
    const { one, kept } = await twice();
    await one.send(review, dispatch);
    assert.deepEqual([one.view().state, kept()], ['sent', 'of the other']);
  });
});

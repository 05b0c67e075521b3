import { everyLook } from '../../../../test/kit/screen.ts';
import { formList, formWorld, openedForm } from './authorization-form.fixture.test.ts';

describe('authorization form for axe', function () {
  // Four looks, each looked at whole.
  this.timeout(40_000);

  it('has nothing to say of a form that is open, nor of one that was not used', async () => {
    const world = await formWorld();
    const element = await formList(world);
    await openedForm(element);
    await everyLook(element);
    const answer = await world.portal.backend.authorizations!.void!(
      world.id,
      { reason: 'not-performed', text: '' },
      { commandId: 'the-void' },
    );
    if (answer.status !== 'accepted') throw new Error(answer.status);
    const other = await formList(world);
    await openedForm(other);
    await everyLook(other);
  });
});

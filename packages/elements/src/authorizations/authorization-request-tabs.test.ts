import { expect } from '@open-wc/testing';
import { shown, until } from '../../../../test/kit/screen.ts';
import { accountOf } from '../../../../test/kit/test-portal.ts';
import { button, byId, fill, formOf, place, requestPage } from './authorization-request.fixture.test.ts';

describe('authorization request, open in two tabs', () => {
  it('says that the other one wrote too; its version is taken with a press, and the own one comes back with another', async () => {
    const { element, open, clock } = await requestPage();
    await fill(element, 'note', 'of both');
    await clock.pass(1_000);
    const portal = open();
    await portal.signIn!(accountOf('clerk'));
    const other = await place(portal);
    await formOf(other);
    await until(() => expect(byId(other, 'note').value).to.equal('of both'));
    await fill(other, 'note', 'of the other');
    await clock.pass(1_000);
    await fill(element, 'note', 'of this one');
    await clock.pass(1_000);
    await until(() => expect(shown(byId(element, 'elsewhere'))).to.contain('was changed in another window'));
    button(element, 'Take the other version, put this one aside').click();
    await until(() => expect(byId(element, 'note').value).to.equal('of the other'));
    expect(element.shadowRoot!.querySelector('#elsewhere')).to.equal(null);
    await until(() => button(element, 'Bring back what was put aside'));
    button(element, 'Bring back what was put aside').click();
    await until(() => expect(byId(element, 'note').value).to.equal('of this one'));
  });
});

import { aTimeout, expect, html } from '@open-wc/testing';
import { mount, one, press, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';

/** Alone in its file: what was loaded once is loaded for all. */
describe('sign-in before anybody touches it', () => {
  const loaded = (name: string): boolean => performance.getEntriesByType('resource').some((entry) => entry.name.includes(name));

  it('has not loaded its task; the first input does', async () => {
    // The browser's list of what it loaded is short, and full of the tests' own modules.
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(10_000);
    await import('../define/sign-in.ts');
    const { portal } = await createTestPortal();
    const element = await mount(html`<sign-in .portal=${portal}></sign-in>`);
    await aTimeout(50);
    expect([loaded('/sign-in.element.ts'), loaded('/sign-in.task.ts')]).to.deep.equal([true, false]);
    one(element, 'textbox', 'User name').focus();
    await press('n');
    await until(() => expect(loaded('/sign-in.task.ts')).to.equal(true));
  });
});

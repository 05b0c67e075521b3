import { expect, fixture, html } from '@open-wc/testing';
import { createTestPortal, accountOf } from '../../../../test/kit/test-portal.ts';
import { one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import '../define/sign-in.ts';
import type { SignInElement } from './sign-in.element.ts';

describe('sign-in', () => {
  it('lets a person in by keyboard', async () => {
    const { portal } = await createTestPortal();
    const element = await fixture<SignInElement>(html`<sign-in .portal=${portal}></sign-in>`);
    const { name, password } = accountOf('clerk');
    await type(one(element, 'textbox', 'User name'), name);
    await press('Tab');
    await type(one(element, 'textbox', 'Password'), password);
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('You are signed in.'));
  });
});

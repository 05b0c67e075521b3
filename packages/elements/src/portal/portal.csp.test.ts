import { expect, html } from '@open-wc/testing';
import { mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal } from '../../../../test/kit/test-portal.ts';
import '../define/contact-directory.ts';
import '../define/password-recovery.ts';
import '../define/portal-provider.ts';
import '../define/portal-shell.ts';
import '../define/sign-in.ts';

describe('access, directory and portal under a strict content security policy', () => {
  it('break nothing of it: lock, way back, sign-in, menu, languages, looks, sign-out', async () => {
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
      broken.push(`${violatedDirective} ${sourceFile} ${sample}`),
    );
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws:; require-trusted-types-for 'script'; " +
      "trusted-types lit-html 'allow-duplicates'";
    document.head.append(policy);

    const world = await createTestPortal({ enforcement: 'rehearsal' });
    const { portal } = world;
    const page = await mount<HTMLElement>(html`
      <portal-provider .portal=${portal}>
        <portal-shell>
          <div slot="signed-out"><sign-in></sign-in><password-recovery></password-recovery></div>
          <contact-directory slot="contacts"></contact-directory>
        </portal-shell>
      </portal-provider>
    `);
    const [shell, signIn, recovery, contacts] = ['portal-shell', 'sign-in', 'password-recovery', 'contact-directory'].map((tag) =>
      page.querySelector<HTMLElement>(tag)!,
    ) as [HTMLElement, HTMLElement, HTMLElement & { secret?: string }, HTMLElement];
    const { name, password } = accountOf('clerk');

    await until(() => one(signIn, 'textbox', 'User name'));
    for (let n = 0; n < 4; n += 1) {
      one<HTMLInputElement>(signIn, 'textbox', 'User name').value = name;
      await type(one(signIn, 'textbox', 'Password'), 'wrong');
      await press('Enter');
      await until(() => expect(shown(signIn)).to.contain(n < 3 ? `${3 - n} attempt` : 'locked'));
    }
    await type(one(recovery, 'textbox', 'User name'), name);
    await press('Enter');
    await until(() => expect(shown(recovery)).to.contain('on its way'));
    recovery.secret = (await world.mails())[0]!.secret!;
    await until(() => one(recovery, 'button', 'Show password').click());
    await type(one(recovery, 'textbox', 'New password'), `${password} again`);
    await press('Enter');
    await until(() => expect(shown(recovery)).to.contain('unlocked'));
    await type(one(signIn, 'textbox', 'Password'), `${password} again`);
    await press('Enter');
    await until(() => expect(shown(shell)).to.contain('Noura'));
    one(shell, 'link', 'Contact us').click();
    await until(() => one(contacts, 'combobox', 'Country').focus());
    await press('K');
    for (const locale of ['ar', 'en'])
      portal.update({ locale, appearance: { theme: 'dark', density: 'compact', tokens: { radius: '0' } } });
    await until(() => one(shell, 'button', 'Sign out').click());
    await until(() => expect(shown(shell)).to.contain('You signed out.'));
    expect(broken).to.deep.equal([]);

    document.body.setAttribute('style', 'color: red');
    await until(() => expect(broken, 'the policy is in force').to.have.lengthOf(1));
  });
});

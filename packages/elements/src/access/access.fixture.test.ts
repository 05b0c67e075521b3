import { html } from '@open-wc/testing';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import { mount, one, press, type, until, type Surroundings } from '../../../../test/kit/screen.ts';
import '../define/password-recovery.ts';
import '../define/sign-in.ts';
import type { PasswordRecoveryElement } from './password-recovery.element.ts';
import type { SignInElement } from './sign-in.element.ts';

export const clerk = accountOf('clerk');

export interface AccessPage extends TestPortal {
  readonly element: SignInElement;
}

/** A page with a sign-in over the demo world. */
export async function signInPage(options: TestPortalOptions = {}, surroundings: Surroundings = {}): Promise<AccessPage> {
  const world = await createTestPortal(options);
  const element = await mount<SignInElement>(html`<sign-in .portal=${world.portal}></sign-in>`, surroundings);
  await until(() => one(element, 'textbox', /User name|اسم المستخدم/));
  return { ...world, element };
}

/** A page with the way back in; `secret` is that of a link. */
export async function recoveryPage(world: TestPortal, secret?: string, surroundings: Surroundings = {}): Promise<PasswordRecoveryElement> {
  const element = await mount<PasswordRecoveryElement>(
    html`<password-recovery .portal=${world.portal} .secret=${secret}></password-recovery>`,
    surroundings,
  );
  await until(() => one(element, 'heading'));
  return element;
}

export const nameField = (element: Element) => one<HTMLInputElement>(element, 'textbox', /^(User name|اسم المستخدم)/);
/** The code, or the answer to a question. */
export const proofField = (element: Element) =>
  one<HTMLInputElement>(element, 'textbox', /^(Recovery code|Your answer|رمز الاسترداد|إجابتك)/);
export const passwordField = (element: Element) => one<HTMLInputElement>(element, 'textbox', /^((New p|P)assword|كلمة المرور)/);

/** Types a name and a password as a clerk does, Enter at the end, and waits for what comes of it. */
export async function tryPassword(element: Element, name: string, password: string): Promise<void> {
  nameField(element).value = '';
  await type(nameField(element), name);
  await press('Tab');
  await type(passwordField(element), password);
  await press('Enter');
  await until(() => {
    if (element.shadowRoot?.querySelector('form[aria-busy=true]')) throw new Error('still busy');
  });
}

/** So many wrong passwords for a name. */
export async function failTimes(element: Element, times: number, name = clerk.name): Promise<void> {
  for (let n = 0; n < times; n += 1) await tryPassword(element, name, 'wrong password');
}

/** The newest link that was mailed. */
export const lastSecret = async ({ mails }: TestPortal): Promise<string> => (await mails()).find(({ secret }) => secret !== null)!.secret!;

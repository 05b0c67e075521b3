// No tests of its own: somebody who registers, and the helpdesk's queue.
import { html } from '@open-wc/testing';
import { mount, one, press, type, until } from '../../../../test/kit/screen.ts';
import { createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/activation-queue.ts';
import '../define/user-registration.ts';
import type { ActivationQueueElement } from './activation-queue.element.ts';
import type { UserRegistrationElement } from './user-registration.element.ts';

/** What somebody fills in, by label. */
export const said = {
  'Your full name': 'Layla Aziz',
  'Work e-mail': 'layla@clinic.example',
  Phone: '+971 4 555 0100',
  'Licence or Tax ID of your provider': 'DHA-F-0047',
  'Name of your provider': 'Noor Clinic',
  'User name': 'layla',
  Password: 'a kettle of fish on Sunday',
} as const;

/** The form on a page of its own. */
export async function formOf(options: TestPortalOptions = {}) {
  const world = await createTestPortal(options);
  const element = await mount<UserRegistrationElement>(html`<user-registration .portal=${world.portal}></user-registration>`);
  await until(() => one(element, 'button', 'Register'));
  return { ...world, element };
}

/** By keyboard, field after field, Enter at the end. */
export async function register(element: Element, changes: Partial<Record<keyof typeof said, string>> = {}): Promise<void> {
  one(element, 'textbox', 'Your full name').focus();
  for (const text of Object.values({ ...said, ...changes })) {
    await type(document.activeElement!.shadowRoot!.activeElement as HTMLElement, text);
    if (text !== (changes.Password ?? said.Password)) await press('Tab');
  }
  await press('Enter');
}

/** The queue of whoever is signed in there. */
export async function queueOf(
  portal: TestPortalOptions | Awaited<ReturnType<typeof createTestPortal>>['portal'],
): Promise<ActivationQueueElement> {
  const element = await mount<ActivationQueueElement>(html`<activation-queue .portal=${portal}></activation-queue>`);
  await until(() => one(element, 'button', 'Refresh'));
  return element;
}

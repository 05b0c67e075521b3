import { signInMessages } from '@portico/core/access';
import { signInMessagesAr } from '@portico/core/access/sign-in.messages.ar';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/sign-in';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { accountOf } from '../../test/kit/test-portal.ts';
import { element, inside, texts } from '../kit/play.ts';

const t = texts(signInMessages, signInMessagesAr);
const clerk = accountOf('clerk');

/** Types name and password as a clerk does, and Enter. */
async function tryPassword(canvas: HTMLElement, password: string, name = clerk.name): Promise<void> {
  const form = inside(canvas, 'sign-in');
  const field = await form.findByLabelText(t('sign-in.name'));
  await userEvent.type(field, name, { initialSelectionStart: 0, initialSelectionEnd: field.value.length });
  await userEvent.type(form.getByLabelText(t('sign-in.password')), `${password}{Enter}`);
}

const answering =
  (signIn: NonNullable<Backend['access']>['signIn']) =>
  (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, signIn } });

const meta: Meta = {
  title: 'Access/Sign in',
  component: 'sign-in',
  render: () => html`<sign-in></sign-in>`,
};
export default meta;
type Story = StoryObj;

/** The empty form; name and password of the demo world are `noura` and `demo-clerk-pass`. */
export const Empty: Story = {};

/** Each missing field explains itself; the first has the focus. */
export const FieldsMissing: Story = {
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'sign-in');
    await userEvent.click(await form.findByRole('button', { name: t('sign-in.submit') }));
    await form.findByText(t('sign-in.passwordMissing'));
    await expect(form.getByLabelText(t('sign-in.name'))).toHaveAccessibleDescription(t('sign-in.nameMissing'));
  },
};

/** N4: after a wrong password the tries that are left are told, never which field was wrong. */
export const WrongPassword: Story = {
  play: async ({ canvasElement }) => {
    await tryPassword(canvasElement, 'wrong');
    const alert = await inside(canvasElement, 'sign-in').findByRole('alert');
    await waitFor(() => expect(alert.textContent).toMatch(/3/));
  },
};

/** N4, N5, N6: the fourth wrong password locks the account, also for the right one; the ways back in stand beside it. */
export const FourWrongPasswords: Story = {
  play: async ({ canvasElement, step }) => {
    const form = inside(canvasElement, 'sign-in');
    for (const n of [1, 2, 3, 4]) {
      await step(`Wrong password ${n}`, async () => {
        await tryPassword(canvasElement, 'wrong');
        await form.findByRole('button', { name: t('sign-in.submit') });
      });
    }
    await form.findByText(t('sign-in.locked'));
    await step('The right password comes too late', async () => {
      await tryPassword(canvasElement, clerk.password);
      await form.findByText(t('sign-in.locked'));
    });
    const chosen = fn();
    element(canvasElement, 'sign-in').addEventListener('recovery-chosen', (event) => void chosen((event as CustomEvent).detail));
    await userEvent.click(form.getByRole('button', { name: t('sign-in.recoverByEmail') }));
    await expect(chosen).toHaveBeenCalledWith({ method: 'email-link' });
  },
};

/** A policy may let a lock end by itself; then it says when. */
export const LockedUntil: Story = {
  parameters: { world: { through: answering(async () => ({ status: 'locked', until: Date.UTC(2026, 10, 21, 10) })) } },
  play: ({ canvasElement }) => tryPassword(canvasElement, 'wrong'),
};

/** N8: registered, but the helpdesk has not activated the account yet. */
export const NotActive: Story = {
  parameters: { world: { through: answering(async () => ({ status: 'not-active' })) } },
  play: async ({ canvasElement }) => {
    await tryPassword(canvasElement, clerk.password);
    await inside(canvasElement, 'sign-in').findByText(t('sign-in.notActive'));
  },
};

/** While the backend is asked, a second Enter costs no attempt, and the try can be called off. */
export const Verifying: Story = {
  parameters: { world: { prepare: ({ faults }: { faults: { hang(at: string): void } }) => faults.hang('access.signIn') } },
  play: async ({ canvasElement }) => {
    await tryPassword(canvasElement, clerk.password);
    await inside(canvasElement, 'sign-in').findByRole('button', { name: t('sign-in.cancel') });
  },
};

/** The network is gone: nothing is lost, and the next try works. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await tryPassword(canvasElement, clerk.password);
    await inside(canvasElement, 'sign-in').findByText(t('sign-in.offline'));
  },
};

/** The backend cannot answer. */
export const Unavailable: Story = {
  globals: { network: 'failing' },
  play: async ({ canvasElement }) => {
    await tryPassword(canvasElement, clerk.password);
    await inside(canvasElement, 'sign-in').findByText(t('sign-in.unavailable'));
  },
};

/** In the embedded default nothing is enforced against the browser's own user, and the form says so. */
export const Practice: Story = { parameters: { world: { enforcement: 'rehearsal' } } };

/** Somebody is in. */
export const SignedIn: Story = {
  play: async ({ canvasElement }) => {
    await tryPassword(canvasElement, clerk.password);
    await inside(canvasElement, 'sign-in').findByText(t('sign-in.signedIn'));
  },
};

/** The portal is still looking for a session from before a reload. */
export const Restoring: Story = {
  parameters: {
    world: {
      through: (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, session: () => new Promise(() => undefined) } }),
    },
  },
};

/** This backend has no sign-in: the host answers for who is asking. */
export const NotOffered: Story = { parameters: { world: { through: ({ access: _, ...backend }: Backend): Backend => backend } } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };

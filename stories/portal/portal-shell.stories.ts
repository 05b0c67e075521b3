import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/contact-directory';
import '@portico/elements/define/portal-shell';
import '@portico/elements/define/sign-in';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
// Texts of the shell are its own matter: stories read them where it does.
import { portalShellMessagesAr } from '../../packages/elements/src/portal/portal-shell.messages.ar.ts';
import { portalShellMessages } from '../../packages/elements/src/portal/portal-shell.messages.ts';
import { minutes } from '../kit/minutes.ts';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(portalShellMessages, portalShellMessagesAr);
const worldIn = (loaded: Record<string, unknown>): StoryWorld => loaded['world'] as StoryWorld;
const never = (): Promise<never> => new Promise(() => undefined);

/** A command that cannot be sent for now. */
const unsent = ({ portal, faults }: StoryWorld): void => {
  faults.offline = true;
  void portal.outbox
    .submit(({ commandId }) =>
      portal.backend.claims!.saveQuery!({ id: 'q', name: 'Mine', criteria: {} as never, sort: null }, { commandId }),
    )
    .catch(() => undefined);
};

const meta: Meta = {
  title: 'Portal/Shell',
  component: 'portal-shell',
  render: () => html`
    <portal-shell>
      <span slot="brand">Gulf Shield · درع الخليج</span>
      <sign-in slot="signed-out"></sign-in>
      <section slot="claims" aria-labelledby="title" lang="en" dir="ltr">
        <h2 id="title">Claims Query</h2>
        <p>A page of the host, in the slot that has the id of the page.</p>
      </section>
      <contact-directory slot="contacts"></contact-directory>
    </portal-shell>
  `,
  parameters: {
    isPage: true,
    layout: 'fullscreen',
  },
};
export default meta;
type Story = StoryObj;

/** Nobody is in: the contacts can be read all the same (N1). */
export const SignedOut: Story = {};

/** A clerk: claims and contacts. */
export const Clerk: Story = { parameters: { world: { signedIn: 'clerk' } } };

/** The helpdesk. */
export const Helpdesk: Story = { parameters: { world: { signedIn: 'helpdesk' } } };

/** The payer's claims center. */
export const ClaimsCenter: Story = { parameters: { world: { signedIn: 'claims-center' } } };

/** The menu by keyboard. */
export const OpensAPage: Story = {
  ...Clerk,
  play: async ({ canvasElement }) => {
    const shell = inside(canvasElement, 'portal-shell');
    await userEvent.click(await shell.findByRole('link', { name: t('shell.page.contacts') }));
    await waitFor(() => expect(shell.getByRole('link', { name: t('shell.page.contacts') })).toHaveAttribute('aria-current', 'page'));
  },
};

/** The portal looks for the session from before a reload. */
export const Restoring: Story = {
  parameters: { world: { through: (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, session: never } }) } },
};

/** Nothing was done for a while: the session says when it ends, and can be kept. */
export const SessionEnding: Story = {
  ...Clerk,
  play: async ({ canvasElement, loaded }) => {
    await worldIn(loaded).clock.pass(minutes(29.5));
    await inside(canvasElement, 'portal-shell').findByRole('button', { name: t('shell.stay') });
  },
};

/** Nothing was done for too long: the session ended, and says why. */
export const EndedByIdleness: Story = {
  ...Clerk,
  play: async ({ canvasElement, loaded }) => {
    await worldIn(loaded).clock.pass(minutes(31));
    await inside(canvasElement, 'portal-shell').findByText(t('shell.ended.idle'));
  },
};

/** The person went; nothing of the session is kept. */
export const SignedOutByChoice: Story = {
  ...Clerk,
  play: async ({ canvasElement }) => {
    const shell = inside(canvasElement, 'portal-shell');
    await userEvent.click(await shell.findByRole('button', { name: t('shell.signOut') }));
    await shell.findByText(t('shell.ended.signed-out'));
  },
};

/** What could not be sent waits, and says so. */
export const Waiting: Story = {
  parameters: { world: { signedIn: 'clerk', prepare: unsent } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('portal-shell')!.shadowRoot!.querySelector('.warning')).not.toBeNull());
  },
};

/** Signing out with something unsent: send it first, or let it go. */
export const SignOutWithUnsent: Story = {
  ...Waiting,
  play: async ({ canvasElement }) => {
    const shell = inside(canvasElement, 'portal-shell');
    await userEvent.click(await shell.findByRole('button', { name: t('shell.signOut') }));
    await shell.findByRole('button', { name: t('shell.sendFirst') });
    await shell.findByRole('button', { name: t('shell.discard') });
  },
};

/** In the embedded default sign-in, locks and rights are practice, and every page says so. */
export const Practice: Story = { parameters: { world: { signedIn: 'clerk', enforcement: 'rehearsal' } } };

/** There is no page that this person may see. */
export const NothingOffered: Story = {
  parameters: { world: { signedIn: 'clerk', through: ({ claims: _, directory: __, ...backend }: Backend): Backend => backend } },
};

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null, isPage: false } };

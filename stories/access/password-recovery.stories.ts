import { passwordRecoveryMessages } from '@portico/core/access/password-recovery';
import { passwordRecoveryMessagesAr } from '@portico/core/access/password-recovery.messages.ar';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/password-recovery';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { accountOf } from '../../test/kit/test-portal.ts';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

type Recovery = HTMLElement & { secret: string | undefined };
type Loaded = { readonly world: StoryWorld };

const t = texts(passwordRecoveryMessages, passwordRecoveryMessagesAr);

async function ask(canvas: HTMLElement): Promise<void> {
  await userEvent.type(
    await inside(canvas, 'password-recovery').findByLabelText(t('password-recovery.name')),
    `${accountOf('clerk').name}{Enter}`,
  );
}
async function choose(canvas: HTMLElement, password: string): Promise<void> {
  const form = inside(canvas, 'password-recovery');
  await userEvent.type(await form.findByLabelText(t('password-recovery.password')), `${password}{Enter}`);
}
/** The link is opened: the host takes the secret from the address's fragment and hands it over. */
async function openLink(canvas: HTMLElement, { world }: Loaded): Promise<void> {
  await world.portal.backend.access!.requestRecovery!({ name: accountOf('clerk').name }, { commandId: world.portal.ids.uuid() });
  element<Recovery>(canvas, 'password-recovery').secret = (await world.mails())[0]!.secret!;
  await inside(canvas, 'password-recovery').findByLabelText(t('password-recovery.password'));
}

const meta: Meta = {
  title: 'Access/Password recovery',
  component: 'password-recovery',
  render: () => html`<password-recovery></password-recovery>`,
};
export default meta;
type Story = StoryObj;

/** Asking for a link. */
export const Asking: Story = {};

/** N5: the answer is the same for every name; it says how long the link works. */
export const LinkSent: Story = {
  play: async ({ canvasElement }) => {
    await ask(canvasElement);
    await inside(canvasElement, 'password-recovery').findByRole('button', { name: t('password-recovery.again') });
  },
};

/** N5: by the link, with the rules told before anything is typed. */
export const NewPassword: Story = {
  play: ({ canvasElement, loaded }) => openLink(canvasElement, loaded as Loaded),
};

/** What is wrong with a password stands at the field. */
export const TooCommon: Story = {
  play: async ({ canvasElement, loaded }) => {
    await openLink(canvasElement, loaded as Loaded);
    await choose(canvasElement, 'password1234');
    await inside(canvasElement, 'password-recovery').findByText(t('password-recovery.tooCommon'));
  },
};

/** N5: the whole way: ask, open the link, choose a password; the account is unlocked. */
export const BackIn: Story = {
  play: async ({ canvasElement, loaded, step }) => {
    const form = inside(canvasElement, 'password-recovery');
    await step('Ask for a link', async () => {
      await ask(canvasElement);
      await form.findByRole('button', { name: t('password-recovery.again') });
    });
    await step('Open it', () => openLink(canvasElement, loaded as Loaded));
    await step('Choose a password', () => choose(canvasElement, 'a few words of mine'));
    await form.findByText(t('password-recovery.done'));
    await expect(element<Recovery>(canvasElement, 'password-recovery').secret).toBeUndefined();
  },
};

/** A link that was used, or is too old. */
export const LinkNotValid: Story = {
  play: async ({ canvasElement }) => {
    element<Recovery>(canvasElement, 'password-recovery').secret = 'used before';
    await choose(canvasElement, 'a few words of mine');
    await inside(canvasElement, 'password-recovery').findByText(t('password-recovery.linkNotValid'));
  },
};

/** The network is gone: what was typed stays, and the same is sent again. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await ask(canvasElement);
    await inside(canvasElement, 'password-recovery').findByText(t('password-recovery.offline'));
  },
};

/** N6: this backend sends no links; the helpdesk helps. */
export const NoLinks: Story = {
  parameters: {
    world: {
      through: (backend: Backend): Backend => {
        const { requestRecovery: _, recover: __, ...access } = backend.access!;
        return { ...backend, access };
      },
    },
  },
};

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };

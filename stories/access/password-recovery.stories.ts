import { passwordRecoveryMessages, recoveryMessages } from '@portico/core/access/password-recovery';
import { passwordRecoveryMessagesAr } from '@portico/core/access/password-recovery.messages.ar';
import { recoveryMessagesAr } from '@portico/core/access/recovery.messages.ar';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/password-recovery';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { accounts } from '@portico/testing/world';
import { accountOf } from '../../test/kit/test-portal.ts';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

type Recovery = HTMLElement & { secret: string | undefined };
type Loaded = { readonly world: StoryWorld };

const t = texts({ ...recoveryMessages, ...passwordRecoveryMessages }, { ...recoveryMessagesAr, ...passwordRecoveryMessagesAr });

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

const clerk = accounts.find(({ name }) => name === accountOf('clerk').name)!;
type Key = Parameters<typeof t>[0];

async function goBy(canvas: HTMLElement, way: Key): Promise<void> {
  const form = inside(canvas, 'password-recovery');
  await userEvent.click(await form.findByLabelText(t(way)));
  await ask(canvas);
}
/** Types over what stands in the field; `clear` does not find the focus in a shadow tree. */
const retype = (input: HTMLInputElement, text: string): Promise<void> =>
  userEvent.type(input, text, { initialSelectionStart: 0, initialSelectionEnd: input.value.length });

/** Code or answer, with a new password. */
async function prove(canvas: HTMLElement, field: Key, proof: string): Promise<void> {
  const form = inside(canvas, 'password-recovery');
  const input = await form.findByLabelText(t(field));
  await retype(input, proof);
  await retype(form.getByLabelText(t('password-recovery.password')), 'a few words of mine{Enter}');
  await waitFor(() => expect(input.closest('form')?.getAttribute('aria-busy') ?? 'false').toBe('false'));
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

/** N5: with a saved recovery code; the one that takes its place is shown this one time. */
export const ByRecoveryCode: Story = {
  play: async ({ canvasElement }) => {
    await goBy(canvasElement, 'password-recovery.method.recovery-code');
    await prove(canvasElement, 'password-recovery.code', clerk.recoveryCode);
    await inside(canvasElement, 'password-recovery').findByText(t('password-recovery.nextCode'));
  },
};

/** N4, N5: a wrong code is counted like a wrong password. */
export const WrongCode: Story = {
  play: async ({ canvasElement }) => {
    await goBy(canvasElement, 'password-recovery.method.recovery-code');
    await prove(canvasElement, 'password-recovery.code', 'ffff-ffff');
    await expect(await inside(canvasElement, 'password-recovery').findByText(/3/)).toBeVisible();
  },
};

/** N5, pack `nextcare`: by a secret question; a name that nobody has is asked one too. */
export const BySecretQuestion: Story = {
  parameters: { world: { pack: 'nextcare' } },
  play: async ({ canvasElement }) => {
    await goBy(canvasElement, 'password-recovery.method.secret-question');
    await inside(canvasElement, 'password-recovery').findByText(t('recovery.question.first-street'));
    await prove(canvasElement, 'password-recovery.answer', clerk.secretQuestion.answer);
    await inside(canvasElement, 'password-recovery').findByText(t('password-recovery.done'));
  },
};

/** N4, N5: after four wrong answers this way is closed; another one is offered. */
export const ClosedWay: Story = {
  parameters: { world: { pack: 'nextcare' } },
  play: async ({ canvasElement }) => {
    await goBy(canvasElement, 'password-recovery.method.secret-question');
    for (let n = 0; n < 4; n += 1) await prove(canvasElement, 'password-recovery.answer', 'no idea');
    await inside(canvasElement, 'password-recovery').findByText(t('password-recovery.locked'));
  },
};

/** N6: this backend has no way back; the helpdesk helps. */
export const NoLinks: Story = {
  parameters: {
    world: {
      through: (backend: Backend): Backend => {
        const { requestRecovery: _, recover: __, recoverWithCode: ___, ...access } = backend.access!;
        return { ...backend, access };
      },
    },
  },
};

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };

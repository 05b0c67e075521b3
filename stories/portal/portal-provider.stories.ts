import { PortError } from '@portico/core/kernel';
import { demoStarterKey, type DemoStarter } from '@portico/elements';
import '@portico/elements/define/contact-directory';
import '@portico/elements/define/portal-provider';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { createTestPortal } from '../../test/kit/test-portal.ts';
import { inside } from '../kit/play.ts';

/** Stands in for what the assembled kit registers, while a story is shown. */
const starting = (start: DemoStarter | undefined) => () => {
  const scope = globalThis as unknown as Record<symbol, DemoStarter | undefined>;
  const before = scope[demoStarterKey];
  scope[demoStarterKey] = start;
  return () => void (scope[demoStarterKey] = before);
};
const failing =
  (code: 'storage-blocked' | 'storage-held' | 'internal'): DemoStarter =>
  () =>
    Promise.reject(new PortError(code));

const meta: Meta = {
  title: 'Portal/Provider',
  component: 'portal-provider',
  render: () => html`<portal-provider demo><contact-directory brand-id="lakeland"></contact-directory></portal-provider>`,
  parameters: {
    world: null,
  },
};
export default meta;
type Story = StoryObj;

/** A demo says that it is one, and can be deleted. */
export const Demo: Story = { beforeEach: starting(async () => (await createTestPortal({ enforcement: 'rehearsal' })).portal) };

/** Deleting asks first. */
export const DeleteTheDemo: Story = {
  ...Demo,
  play: async ({ canvasElement }) => {
    const provider = inside(canvasElement, 'portal-provider');
    await userEvent.click(await provider.findByRole('button'));
    await waitFor(async () => expect(await provider.findAllByRole('button')).toHaveLength(2));
  },
};

/** The browser keeps no data for the page. */
export const StorageBlocked: Story = { beforeEach: starting(failing('storage-blocked')) };

/** An older tab holds the data. */
export const StorageHeld: Story = { beforeEach: starting(failing('storage-held')) };

/** Plain http: what to cure. */
export const InsecureContext: Story = {
  beforeEach: () => {
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: false });
    return () => Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: true });
  },
};

/** The page loads the elements without the assembled kit: what its developer should do. */
export const WithoutTheKit: Story = { beforeEach: starting(undefined) };

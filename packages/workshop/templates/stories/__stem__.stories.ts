import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@portico/elements/define/__stem__';
import type { Portal } from '@portico/elements';
import { createTestPortal } from '../../test/kit/test-portal.ts';

const meta: Meta = {
  title: '__Area__/__Title__',
  component: '__stem__',
  loaders: [async () => ({ portal: (await createTestPortal({ signedIn: 'clerk' })).portal })],
  render: (_args, { loaded }) => html`<__stem__ .portal=${loaded.portal as Portal}></__stem__>`,
};
export default meta;

/** Nobody connected a portal. */
export const NotConnected: StoryObj = { render: () => html`<__stem__></__stem__>` };

/** The backend does not offer it. */
export const NotOffered: StoryObj = {};

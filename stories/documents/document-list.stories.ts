import '@portico/elements/define/document-list';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';
import { open, pdf, posted, scan, shows, t, withoutDocuments } from './documents-steps.ts';

const tag = 'document-list';

const prepare = async (made: StoryWorld): Promise<void> => {
  await posted(made, await pdf('invoice.pdf'), '', { type: 'invoice' });
  await posted(made, await scan('knee.png'), '', { type: 'imaging', itemSequence: 1 });
  await posted(made, await pdf('letter.pdf'), '', { purpose: 'correspondence' });
};
const world = { signedIn: 'clerk', claims: 60 };
const full = { ...world, prepare };

/** Opens the case and goes on from there. */
const after =
  (act: (root: ShadowRoot, world: StoryWorld, canvas: HTMLElement) => Promise<void> = async () => undefined) =>
  async ({ canvasElement, loaded }: { canvasElement: HTMLElement; loaded: Record<string, unknown> }): Promise<void> => {
    const made = (loaded as { world: StoryWorld }).world;
    await act(await open(canvasElement, made, tag), made, canvasElement);
  };

const meta: Meta = {
  title: 'Documents/Document list',
  component: 'document-list',
  render: () => html`<document-list></document-list>`,
  parameters: {
    world: full,
  },
};
export default meta;
type Story = StoryObj;

/** N16, N17: documents of the claim as a whole and of its lines. */
export const Documents: Story = { play: after((root) => shows(root, '.document', 3)) };

/** Narrowed to what nothing fits. */
export const NoneFits: Story = {
  play: after(async (root, _world, canvas) => {
    await shows(root, '.document', 3);
    const [type, purpose] = root.querySelectorAll<HTMLSelectElement>('.filters select');
    await userEvent.selectOptions(type!, 'invoice');
    await userEvent.selectOptions(purpose!, 'correspondence');
    await inside(canvas, tag).findByText(t('documents.noneFit'));
  }),
};

/** A picture, drawn where no policy of a page forbids it. */
export const Preview: Story = {
  play: after(async (root) => {
    await shows(root, '.document', 3);
    const button = [...root.querySelectorAll<HTMLButtonElement>('[data-document] button')].find(({ ariaLabel }) =>
      /knee/.test(ariaLabel ?? ''),
    );
    await userEvent.click(button!);
    await shows(root, 'dialog[open]');
  }),
};

/** A PDF, in a page whose policy allows `frame-src blob:` and that says so with `pdf-preview`. */
export const PdfPreview: Story = {
  render: () => html`<document-list pdf-preview></document-list>`,
  play: after(async (root) => {
    await shows(root, '.document', 3);
    const [button] = [...root.querySelectorAll<HTMLButtonElement>('[data-document] button')].filter(({ ariaLabel }) =>
      /invoice/.test(ariaLabel ?? ''),
    );
    await userEvent.click(button!);
    await shows(root, 'dialog[open] iframe');
  }),
};

/** N28: what was authorized has its form among the documents, opened by the view that prints it. */
export const AuthorizationForm: Story = {
  parameters: { world },
  play: async ({ canvasElement, loaded }) => {
    const root = await open(canvasElement, (loaded as { world: StoryWorld }).world, tag, 'authorization');
    await shows(root, '.document');
    await userEvent.click(root.querySelector('.document button')!);
    await shows(root, 'dialog[open] .paper > div');
  },
};

/** A download that did not come through. */
export const NotFetched: Story = {
  play: after(async (root, { faults }) => {
    await shows(root, '.document', 3);
    faults.failNext('unavailable', { at: 'documents.content' });
    await userEvent.click(root.querySelector('.document .actions button:last-child')!);
    await shows(root, '.notice.danger');
  }),
};

/** Nothing was posted yet. */
export const Empty: Story = { parameters: { world }, play: after() };

/** The documents are on their way. */
export const Loading: Story = {
  render: () => html`<document-list case-id="any"></document-list>`,
  parameters: { world: { ...world, prepare: ({ faults }: StoryWorld) => faults.hang('documents') } },
};

/** The backend cannot answer. */
export const Failed: Story = {
  render: () => html`<document-list case-id="any"></document-list>`,
  parameters: { world: { ...world, prepare: ({ faults }: StoryWorld) => faults.failNext('unavailable', { at: 'documents', times: 99 }) } },
};

/** Who may not see documents is told so. */
export const Denied: Story = {
  render: () => html`<document-list case-id="any"></document-list>`,
  parameters: { world: { signedIn: 'helpdesk' } },
};

/** There is no such case, or it is somebody else's: the same answer. */
export const NotFound: Story = { render: () => html`<document-list case-id="no-such-case"></document-list>`, parameters: { world } };

/** No case was opened yet. */
export const NoCase: Story = { parameters: { world } };

/** This backend has no documents: nothing is posted to it before. */
export const NotOffered: Story = { parameters: { world: { ...world, prepare: () => undefined, through: withoutDocuments } } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };

import '@portico/elements/define/note-panel';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';
import { drop, listingOnly, open, pdf, posted, scan, shows, t, withDocuments, withoutDocuments, withoutDrafts } from './documents-steps.ts';

type Play = (context: { canvasElement: HTMLElement; loaded: Record<string, unknown> }) => Promise<void>;

/** Opens the case and goes on from there. */
const after =
  (act: (root: ShadowRoot, world: StoryWorld, canvas: HTMLElement) => Promise<void> = async () => undefined): Play =>
  async ({ canvasElement, loaded }) => {
    const { world } = loaded as { world: StoryWorld };
    await act(await open(canvasElement, world, 'note-panel'), world, canvasElement);
  };

const write = async (canvas: HTMLElement, text: string): Promise<void> => {
  await userEvent.type(await inside(canvas, 'note-panel').findByLabelText(t('note.label')), text);
};
const press = async (canvas: HTMLElement, key: Parameters<typeof t>[0]): Promise<void> => {
  await userEvent.click(await inside(canvas, 'note-panel').findByRole('button', { name: t(key) }));
};

const world = { signedIn: 'clerk', claims: 60 };

const meta: Meta = {
  title: 'Documents/Note panel',
  component: 'note-panel',
  render: () => html`<note-panel></note-panel>`,
  parameters: {
    world,
  },
};
export default meta;
type Story = StoryObj;

/** Nothing was written yet; the limits stand there before anything is chosen. */
export const Empty: Story = { play: after() };

/** Notes of both sides, one with its document, the newest first. */
export const Thread: Story = {
  parameters: {
    world: {
      ...world,
      prepare: async (made: StoryWorld) =>
        posted(made, await pdf('report.pdf'), 'The report of the surgeon, as asked.', { itemSequence: 1 }),
    },
  },
  play: after((root) => shows(root, '.note')),
};

/** A good file, one that was refused with what to do, one that failed and one on its way; the good one is ready all the same. */
export const Files: Story = {
  play: after(async (root, { faults }) => {
    drop(root, await pdf('report.pdf'), new File(['x'], 'setup.exe'), new File([], 'empty.pdf'));
    await shows(root, '.file.uploaded');
    faults.failNext('unavailable', { at: 'documents.upload' });
    drop(root, await scan('scan.png'));
    await shows(root, '.file.bad', 3);
    faults.hang('documents.upload');
    drop(root, await pdf('slow.pdf'));
    await shows(root, 'progress');
  }),
};

/** A file was taken out, and can come back. */
export const Removed: Story = {
  play: after(async (root) => {
    drop(root, await pdf('report.pdf'), await pdf('second.pdf'));
    await shows(root, '.file.uploaded', 2);
    root.querySelector<HTMLElement>('.remove')!.click();
    await shows(root, '.returns button');
  }),
};

/** N13: neither text nor file is refused with a reason. */
export const NothingToPost: Story = {
  play: after((root, _world, canvas) => press(canvas, 'note.post').then(() => shows(root, '#notice'))),
};

/** N14: ten seconds in which the note can be taken back; nothing has left yet. */
export const Held: Story = {
  play: after(async (root, _world, canvas) => {
    await write(canvas, 'Please see the report.');
    await press(canvas, 'note.post');
    await shows(root, '.undo');
  }),
};

/** The note and its document are with the payer, at the head of the thread. */
export const Posted: Story = {
  play: after(async (root, { clock }, canvas) => {
    await write(canvas, 'Please see the report.');
    drop(root, await pdf('report.pdf'));
    await shows(root, '.file.uploaded');
    await press(canvas, 'note.post');
    await shows(root, '.undo');
    await clock.pass(10_000);
    await shows(root, '.note');
  }),
};

/** Nobody knows whether it was taken: it can be tried again and is never posted twice. */
export const Unsent: Story = {
  play: after(async (root, { clock, faults }, canvas) => {
    await write(canvas, 'Please see the report.');
    faults.failNext('internal', { at: 'documents.post', times: 9 });
    await press(canvas, 'note.post');
    await shows(root, '.undo');
    await clock.pass(10_000);
    await inside(canvas, 'note-panel').findByText(t('note.unsent.unsure'));
  }),
};

/** The backend refuses; text and files stay. */
export const Refused: Story = {
  parameters: { world: { ...world, through: withDocuments(() => ({ post: async () => ({ status: 'refused', code: 'duplicate' }) })) } },
  play: after(async (root, { clock }, canvas) => {
    await write(canvas, 'Once more.');
    await press(canvas, 'note.post');
    await shows(root, '.undo');
    await clock.pass(10_000);
    await inside(canvas, 'note-panel').findByText(t('note.refused.duplicate'));
  }),
};

/** A backend that keeps no drafts says so before anybody types. */
export const NoDrafts: Story = { parameters: { world: { ...world, through: withoutDrafts } }, play: after() };

/** A backend that lists notes and takes none. */
export const ReadOnly: Story = { parameters: { world: { ...world, through: listingOnly } }, play: after() };

/** The case is on its way. */
export const Loading: Story = {
  render: () => html`<note-panel case-id="any"></note-panel>`,
  parameters: { world: { ...world, prepare: ({ faults }: StoryWorld) => faults.hang('documents.folder') } },
};

/** There is no such case, or it is somebody else's: the same answer. */
export const NotFound: Story = { render: () => html`<note-panel case-id="no-such-case"></note-panel>` };

/** The backend cannot answer. */
export const Failed: Story = {
  render: () => html`<note-panel case-id="any"></note-panel>`,
  parameters: { world: { ...world, prepare: ({ faults }: StoryWorld) => faults.failNext('unavailable', { at: 'documents', times: 99 }) } },
  play: async ({ canvasElement }) => void (await inside(canvasElement, 'note-panel').findByText(t('note.failed.other'))),
};

/** The network is gone. */
export const Offline: Story = { render: () => html`<note-panel case-id="any"></note-panel>`, globals: { network: 'offline' } };

/** No case was opened yet. */
export const NoCase: Story = {};

/** This backend has no documents. */
export const NotOffered: Story = { parameters: { world: { ...world, through: withoutDocuments } } };

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };

import type { DocumentsPort } from '@portico/core/documents';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/attachment-uploader';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';
import { drop, listingOnly, open, pdf, scan, shows, t, withDocuments, withLimits, withoutDrafts } from './documents-steps.ts';

const tag = 'attachment-uploader';
const world = { signedIn: 'clerk', claims: 60 };

/** Opens the case and goes on from there. */
const after =
  (act: (root: ShadowRoot, world: StoryWorld, canvas: HTMLElement) => Promise<void> = async () => undefined) =>
  async ({ canvasElement, loaded }: { canvasElement: HTMLElement; loaded: Record<string, unknown> }): Promise<void> => {
    const made = (loaded as { world: StoryWorld }).world;
    await act(await open(canvasElement, made, tag), made, canvasElement);
  };
const attach = async (canvas: HTMLElement): Promise<void> => {
  await userEvent.click(await inside(canvas, tag).findByRole('button', { name: t('attachment.attach') }));
};

/** A backend that takes whatever comes. */
const taken: NonNullable<DocumentsPort['upload']> = async (_caseId, { name, size }, { uploadId }) => ({
  status: 'accepted',
  value: { uploadId, name, size, kind: 'pdf', sha256: uploadId.padEnd(64, '0') },
});

const meta: Meta = {
  title: 'Documents/Attachment uploader',
  component: 'attachment-uploader',
  render: () => html`<attachment-uploader></attachment-uploader>`,
  parameters: {
    world,
  },
};
export default meta;
type Story = StoryObj;

/** P4, P13: what is accepted is said before anything is chosen. */
export const Empty: Story = { play: after() };

/** Good files and refused ones, each with what to do about it. */
export const SomeRefused: Story = {
  parameters: { world: { ...world, through: withLimits({ maxFiles: 2, maxFileBytes: 200_000 }) } },
  play: after(async (root) => {
    const large = new File([new Uint8Array(300_000)], 'large.pdf');
    const lie = new File(['no picture'], 'lie.png', { type: 'image/png' });
    drop(root, await pdf('report.pdf'), large, lie, await scan('scan.png'), await pdf('one too many.pdf'));
    await shows(root, '.file.bad', 3);
  }),
};

/** Forty files at once, where the policy allows them. */
export const Forty: Story = {
  parameters: {
    world: { ...world, through: (backend: Backend) => withLimits({ maxFiles: 40 })(withDocuments(() => ({ upload: taken }))(backend)) },
  },
  play: after(async (root) => {
    drop(root, ...(await Promise.all(Array.from({ length: 40 }, (_, n) => pdf(`report ${n + 1}.pdf`)))));
    await shows(root, '.file.uploaded', 40);
  }),
};

/** Uploads under way, which can be stopped. */
export const Uploading: Story = {
  parameters: { world: { ...world, prepare: ({ faults }: StoryWorld) => faults.hang('documents.upload') } },
  play: after(async (root) => {
    drop(root, await pdf('one.pdf'), await pdf('two.pdf'), await pdf('three.pdf'));
    await shows(root, 'progress', 2);
  }),
};

/** The documents are attached. */
export const Attached: Story = {
  play: after(async (root, { clock }, canvas) => {
    drop(root, await pdf('report.pdf'));
    await shows(root, '.file.uploaded');
    await attach(canvas);
    await shows(root, '.undo');
    await clock.pass(10_000);
    await shows(root, '.notice.success');
  }),
};

/** Nothing was chosen. */
export const Nothing: Story = { play: after((root, _world, canvas) => attach(canvas).then(() => shows(root, '#notice'))) };

/** A backend that keeps no drafts says so first. */
export const NoDrafts: Story = { parameters: { world: { ...world, through: withoutDrafts } }, play: after() };

/** There is no such case. */
export const NotFound: Story = { render: () => html`<attachment-uploader case-id="no-such-case"></attachment-uploader>` };

/** No case was opened yet. */
export const NoCase: Story = {};

/** This backend takes no files. */
export const NotOffered: Story = { parameters: { world: { ...world, through: listingOnly } } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };

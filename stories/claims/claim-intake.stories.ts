import { readFhirAsync } from '@portico/adapter-fhir/read';
import { claimIntakeMessages, type FileReader } from '@portico/core/claims/claim-intake';
import { claimIntakeMessagesAr } from '@portico/core/claims/claim-intake.messages.ar';
import '@portico/elements/define/claim-intake';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(claimIntakeMessages, claimIntakeMessagesAr);
const reader: FileReader = (file, { signal }) => readFhirAsync(file, { name: file.name, signal });

const claim = {
  ...{ resourceType: 'Claim', id: 'story-1', status: 'active', use: 'claim', created: '2026-11-01T09:00:00+04:00' },
  identifier: [{ system: 'urn:example:claims', value: 'STORY-1' }],
  patient: { display: 'Tahani Example' },
  insurer: { display: 'Gulf Example' },
  provider: { display: 'Clinic Example' },
  item: [{ sequence: 1, servicedDate: '2026-11-01', net: { value: 12.5, currency: 'USD' } }],
};

/** Drops files on the element, as a person does. */
function drop(canvas: HTMLElement, ...files: readonly (readonly [name: string, text: string])[]): void {
  const dataTransfer = new DataTransfer();
  for (const [name, text] of files) dataTransfer.items.add(new File([text], name, { type: 'application/json' }));
  const place = element(canvas, 'claim-intake').shadowRoot!.querySelector('.drop')!;
  place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

const meta: Meta = {
  title: 'Claims/Claim intake',
  component: 'claim-intake',
  render: () => html`<claim-intake .reader=${reader}></claim-intake>`,
  parameters: {
    world: { signedIn: 'clerk', enforcement: 'rehearsal' },
  },
};
export default meta;
type Story = StoryObj;

/** Nothing was opened yet. */
export const Empty: Story = {};

/** A good file and a broken one: the broken one leaves the good one, and both are accounted for. */
export const TwoFiles: Story = {
  play: async ({ canvasElement }) => {
    const panel = inside(canvasElement, 'claim-intake');
    await panel.findByRole('button', { name: t('claim-intake.choose') });
    drop(canvasElement, ['good.json', JSON.stringify(claim)], ['broken.json', '{"resourceType":']);
    await waitFor(() => {
      if (panel.queryAllByText(t('claim-intake.state.done')).length < 2) throw new Error('not done yet');
    });
    element(canvasElement, 'claim-intake').shadowRoot!.querySelectorAll('details')[1]!.open = true;
  },
};

const answer = {
  ...{ resourceType: 'ClaimResponse', id: 'story-2', status: 'active', use: 'preauthorization', outcome: 'complete' },
  ...{ created: '2026-11-01T09:00:00Z', identifier: [{ system: 'urn:example:trace', value: 'STORY-2' }] },
  ...{ patient: { display: 'Tahani Example' }, insurer: { display: 'Gulf Example' }, requestor: { display: 'Clinic Example' } },
  item: [{ itemSequence: 1 }],
};

/** The payer's side opens answers: each is decided by the rules of the authorization it is about, or refused with the reason. */
export const Answers: Story = {
  parameters: { world: { signedIn: 'claims-center', enforcement: 'rehearsal' } },
  play: async ({ canvasElement }) => {
    const panel = inside(canvasElement, 'claim-intake');
    await panel.findByRole('button', { name: t('claim-intake.choose') });
    drop(canvasElement, ['answer.json', JSON.stringify(answer)]);
    await panel.findByText(t('claim-intake.refusal.no-such-authorization'));
  },
};

/** While claims are taken in; what waits can be called off. */
export const TakingIn: Story = {
  parameters: { world: { signedIn: 'clerk', enforcement: 'rehearsal', prepare: ({ faults }: StoryWorld) => faults.hang('claims.intake') } },
  play: async ({ canvasElement }) => {
    const panel = inside(canvasElement, 'claim-intake');
    await panel.findByRole('button', { name: t('claim-intake.choose') });
    drop(canvasElement, ['good.json', JSON.stringify(claim)]);
    await panel.findByRole('button', { name: t('claim-intake.cancel') });
  },
};

/** Without a reader this portal does not offer it. */
export const NotOffered: Story = { render: () => html`<claim-intake></claim-intake>` };

/** Who may not take in claims sees nothing of it. */
export const Helpdesk: Story = { parameters: { world: { signedIn: 'helpdesk' } } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };

import {
  licenceTypes,
  physicianSearchMessages,
  unlistedPhysicianOf,
  type Contact,
  type LicenceType,
  type Physician,
  type UnlistedPhysician,
} from '@portico/core/directory';
import { callPort, toPortError, type Identifier } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { combobox } from '../controls/combobox.styles.ts';
import { Combobox } from '../controls/combobox.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import { PickerElement } from './picker-element.ts';
import { pickerStyles } from './picker.styles.ts';

const texts = {
  en: physicianSearchMessages,
  ar: async () => (await import('@portico/core/directory/physician-search.messages.ar')).physicianSearchMessagesAr,
};

/** What is typed about a physician in no list. */
export interface UnlistedForm {
  readonly type: LicenceType;
  readonly number: string;
  readonly name: string;
}

const emptyForm: UnlistedForm = { type: licenceTypes[0], number: '', name: '' };

/**
 * A physician of the backend's directory, found by words of the name or by a whole licence number of any kind. Whoever is not in the list is
 * named by licence and name, with the helpdesk's numbers beside it.
 *
 * Keyboard: type, arrows to choose, Enter to take, Escape to close.
 *
 * @summary A search for a physician by name or licence.
 * @attr {string} label - Its label.
 * @attr {boolean} required - Whether the form round it waits for a physician.
 * @attr {string} brand-id - Offers the helpdesk of this brand only.
 * @event {CustomEvent<{ id: string }>} physician-picked - A physician was picked: `{ id }`.
 * @event {CustomEvent<{}>} physician-cleared - Whoever was picked is picked no more.
 * @event {CustomEvent<{}>} physician-not-listed - "Not in the list" was chosen; `text` has what was typed.
 * @csspart field - Each field.
 * @csspart choices - The list under the field.
 */
export class PhysicianSearchElement extends PickerElement {
  static override properties = {
    ...PickerElement.properties,
    brandId: { attribute: 'brand-id' },
    value: { attribute: false },
    unlistedForm: { state: true },
    helpdesk: { state: true },
  };
  static override styles = [tokens, fields, combobox, pickerStyles];

  declare brandId: string | undefined;
  /** Who is picked; null for nobody. */
  declare value: Physician | null;
  declare protected unlistedForm: UnlistedForm;
  /** Whom to ask; null while they are not known, `failed` where they cannot be had. */
  declare protected helpdesk: readonly Contact[] | 'failed' | null;

  readonly #messages = new MessagesController(this, texts);
  readonly #combobox = new Combobox<Physician>(this, {
    search: (text, signal) => this.search((portal, request) => portal.backend.directory?.physicians?.({ text, ...request }), signal),
    option: ({ id, name, ...more }) => ({ id, label: name, detail: this.#facts(more) }),
    picked: (physician) => {
      this.value = physician;
      this.emit('physician-picked', { id: physician.id });
    },
    typed: () => this.#typed(),
    notListed: (text) => void this.#notListed(text),
  });
  /** Comes when it is first wanted. */
  #unlistedParts: typeof import('./physician-unlisted.parts.ts').unlistedParts | undefined;

  constructor() {
    super();
    this.value = this.helpdesk = null;
    this.unlistedForm = emptyForm;
  }

  /** What stands in the field, picked or typed. */
  get text(): string {
    return this.#combobox.text;
  }

  /** A physician who is in no list (N18); null while there is none, or while licence or name is wanting. */
  get unlisted(): UnlistedPhysician | null {
    const typed = this.isUnlisted ? unlistedPhysicianOf(this.unlistedForm) : null;
    return typed && 'value' in typed ? typed.value : null;
  }

  protected override formState(): { readonly value: string | null; readonly isWanting: boolean } {
    const isWanting = this.isUnlisted ? this.unlisted === null : this.required && this.value === null;
    return { value: this.value?.id ?? null, isWanting };
  }

  protected override clear(): void {
    super.clear();
    this.value = this.helpdesk = null;
    this.unlistedForm = emptyForm;
    this.#combobox.clear();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { ready, show } = this.#messages;
    if (!ready) return nothing;
    const barred = this.barred(!!this.connectedPortal?.backend.directory?.physicians, () => show('physician.denied'));
    if (barred) return barred;
    if (this.isUnlisted && this.#unlistedParts)
      return this.#unlistedParts(this.unlistedForm, {
        messages: this.#messages,
        helpdesk: this.helpdesk,
        isChecked: this.isChecked,
        changed: (changes) => (this.unlistedForm = { ...this.unlistedForm, ...changes }),
        back: this.#back,
      });
    const isWanting = this.isChecked && this.required && this.value === null;
    return html`<div class="picker">
      ${this.#combobox.render({
        ...{ name: 'physician', label: this.label ?? show('physician.label'), hint: show('physician.hint') },
        ...{ required: this.required, error: isWanting ? show('physician.required') : null, value: this.value?.name ?? '' },
      })}
      ${this.value ? html`<p class="facts" id="facts"><bdi>${this.#facts(this.value)}</bdi></p>` : nothing}
    </div>`;
  }

  /** Numbers with their kinds, what somebody is and where: one line. */
  #facts({ identifiers, specialty, facility }: Omit<Physician, 'id' | 'name'>): string {
    return [...identifiers.map((one) => this.#numberText(one)), specialty, facility].filter(Boolean).join(' · ');
  }

  #numberText({ type, value }: Identifier): string {
    const known = licenceTypes.find((one) => one === type) ?? 'other';
    return `${this.#messages.text(`physician.identifier.${known}`)} ${value}`;
  }

  #typed(): void {
    if (this.value === null) return;
    this.value = null;
    this.emit('physician-cleared', {});
  }

  async #notListed(text: string): Promise<void> {
    this.emit('physician-not-listed', {});
    // What was looked for is a number or a name.
    const isNumber = /\p{N}/u.test(text);
    this.unlistedForm = { ...emptyForm, ...(isNumber ? { number: text } : { name: text }) };
    this.isChecked = false;
    void this.#askHelpdesk();
    try {
      this.#unlistedParts = (await import('./physician-unlisted.parts.ts')).unlistedParts;
    } catch (error) {
      this.connectedPortal?.report(toPortError(error));
      return;
    }
    this.isUnlisted = true;
    this.#combobox.clear();
    this.focusOn('type');
  }

  async #askHelpdesk(): Promise<void> {
    const portal = this.connectedPortal;
    if (!portal?.backend.directory || this.helpdesk instanceof Array) return;
    const { directory } = portal.backend;
    try {
      const asked = (signal: AbortSignal) => directory.contacts({ ...(this.brandId && { brandId: this.brandId }), signal });
      this.helpdesk = await callPort(asked, { clock: portal.clock });
    } catch (error) {
      portal.report(toPortError(error));
      this.helpdesk = 'failed';
    }
  }

  #back = (): void => {
    this.isUnlisted = this.isChecked = false;
    this.focusOn('physician');
  };
}

import type { CodedText } from '@portico/core/claims';
import {
  codePickerMessages,
  nameOfCode,
  unlistedServiceOf,
  type CodeEntry,
  type CodeListName,
  type UnlistedService,
} from '@portico/core/directory';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { combobox } from '../controls/combobox.styles.ts';
import { Combobox } from '../controls/combobox.ts';
import { fieldText, type Shown } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import { PickerElement } from './picker-element.ts';
import { pickerStyles } from './picker.styles.ts';

const texts = {
  en: codePickerMessages,
  ar: async () => (await import('@portico/core/directory/code-picker.messages.ar')).codePickerMessagesAr,
};

/**
 * A code of the backend's list of diagnoses or services, found by its beginning or by words of its name, in English and Arabic. "Not in the
 * list" is a way of its own: a diagnosis keeps the nearest code and the exact words, a service its name and estimated cost.
 *
 * Keyboard: type, arrows to choose, Enter to take, Escape to close. The exact code comes first, so that code and Enter are enough.
 *
 * @summary A field for a diagnosis or service code.
 * @attr {'diagnoses' | 'services'} list - What is picked from. @default diagnoses
 * @attr {string} label - Its label.
 * @attr {boolean} required - Whether the form round it waits for a code.
 * @attr {string} currency - ISO 4217; of the estimated cost of a service that is not in the list. Without it the host asks by itself.
 * @event {CustomEvent<{ system: string, code: string }>} code-picked - A code was picked: `{ system, code }`, system '' where the list has none.
 * @event {CustomEvent<{}>} code-cleared - What was picked is picked no more.
 * @event {CustomEvent<{}>} code-not-listed - "Not in the list" was chosen; `text` has what was typed.
 * @csspart field - Each field.
 * @csspart choices - The list under the field.
 */
export class CodePickerElement extends PickerElement {
  static override properties = {
    ...PickerElement.properties,
    list: {},
    currency: {},
    value: { attribute: false },
    unlistedForm: { state: true },
  };
  static override styles = [tokens, fields, combobox, pickerStyles];

  declare list: CodeListName;
  declare currency: string | undefined;
  /** What is picked; null for nothing. */
  declare value: CodedText | null;
  declare protected unlistedForm: { readonly name: string; readonly cost: string };

  readonly #messages = new MessagesController(this, texts);
  readonly #combobox = new Combobox<CodeEntry>(this, {
    search: (text, signal) => this.search((portal, request) => portal.backend.directory?.codes?.(this.list, { text, ...request }), signal),
    option: (entry) => ({
      ...{ id: `${entry.coded.system ?? ''}|${entry.coded.code}`, code: entry.coded.code },
      label: nameOfCode(entry, this.locale) || entry.coded.code,
    }),
    picked: (entry) => this.#picked(entry),
    typed: () => this.#typed(),
    notListed: (text) => this.#notListed(text),
  });
  /** The entry that the value is of: it has the name in other languages. */
  #entry: CodeEntry | null = null;

  constructor() {
    super();
    this.list = 'diagnoses';
    this.value = null;
    this.unlistedForm = { name: '', cost: '' };
  }

  /** What stands in the field, picked or typed. */
  get text(): string {
    return this.#combobox.text;
  }

  /** The exact words of a diagnosis for which the picked code is only the nearest (N19); null while the code is exact. */
  get exact(): string | null {
    return this.list === 'diagnoses' && this.isUnlisted ? this.unlistedForm.name.trim() || null : null;
  }

  /** A service that is in no list (N20); null while there is none, or while name or cost is wanting. */
  get unlisted(): UnlistedService | null {
    const typed = this.#unlistedService();
    return typed && 'value' in typed ? typed.value : null;
  }

  protected override formState(): { readonly value: string | null; readonly isWanting: boolean } {
    const isWanting = this.#isServiceUnlisted
      ? this.unlisted === null
      : (this.required && this.value === null) || (this.isUnlisted && (this.value === null || this.exact === null));
    return { value: this.value?.code ?? null, isWanting };
  }

  protected override clear(): void {
    super.clear();
    this.value = null;
    this.unlistedForm = { name: '', cost: '' };
    this.#combobox.clear();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('list')) this.clear();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { ready, show } = this.#messages;
    if (!ready) return nothing;
    const barred = this.barred(!!this.connectedPortal?.backend.directory?.codes, () => show('code-picker.denied'));
    if (barred) return barred;
    return html`<div class="picker">
      ${this.isUnlisted ? html`<p class="notice" role="status">${show(`code-picker.unlisted.${this.list}`)}</p>` : nothing}
      ${this.#isServiceUnlisted ? this.#service() : this.#field()} ${this.isUnlisted && this.list === 'diagnoses' ? this.#exact() : nothing}
      ${
        this.isUnlisted
          ? html`<div class="actions"><button type="button" class="quiet" @click=${this.#back}>${show('code-picker.listed')}</button></div>`
          : nothing
      }
    </div>`;
  }

  get #isServiceUnlisted(): boolean {
    return this.isUnlisted && this.list === 'services';
  }

  #field(): TemplateResult {
    const { show } = this.#messages;
    const isWanting = this.isChecked && this.value === null && (this.required || this.isUnlisted);
    const name = this.#entry && this.#entry.coded.code === this.value?.code ? nameOfCode(this.#entry, this.locale) : this.value?.text;
    return this.#combobox.render({
      ...{ name: 'code', label: this.label ?? show(`code-picker.${this.list}`), hint: show('code-picker.hint') },
      ...{ required: this.required, error: isWanting ? show('code-picker.required') : null },
      value: this.value === null ? '' : [this.value.code, name].filter(Boolean).join(' · '),
    });
  }

  #exact(): TemplateResult {
    const { show } = this.#messages;
    return this.#text('exact', show('code-picker.exact'), 'name', this.exact === null ? 'missing' : undefined);
  }

  #service(): TemplateResult {
    const { show } = this.#messages;
    const typed = this.#unlistedService();
    const problems = typed && 'problems' in typed ? typed.problems : {};
    return html`<div class="fields">
      ${this.#text('name', show('code-picker.name'), 'name', problems.name)}
      ${this.#text('cost', show('code-picker.cost', { currency: this.currency ?? '' }), 'cost', problems.cost)}
    </div>`;
  }

  #text(name: string, label: Shown, key: 'name' | 'cost', problem: string | undefined): TemplateResult {
    const shown = this.isChecked && problem !== undefined;
    return fieldText({
      ...{ name, label, value: this.unlistedForm[key], maxLength: key === 'cost' ? 64 : 512, direction: key === 'cost' ? 'ltr' : 'auto' },
      ...(key === 'cost' && { inputMode: 'decimal' as const }),
      error: shown ? this.#messages.show(problem === 'missing' ? 'code-picker.missing' : 'code-picker.not-an-amount') : null,
      typed: (value) => (this.unlistedForm = { ...this.unlistedForm, [key]: value }),
    });
  }

  #unlistedService(): ReturnType<typeof unlistedServiceOf> | null {
    return this.#isServiceUnlisted ? unlistedServiceOf(this.unlistedForm, this.currency ?? '') : null;
  }

  #picked(entry: CodeEntry): void {
    this.#entry = entry;
    this.value = entry.coded;
    this.emit('code-picked', { system: entry.coded.system ?? '', code: entry.coded.code });
  }

  #typed(): void {
    if (this.value === null) return;
    this.value = null;
    this.emit('code-cleared', {});
  }

  #notListed(text: string): void {
    this.emit('code-not-listed', {});
    const isHosts = this.list === 'services' && !this.currency;
    if (isHosts) return;
    this.isUnlisted = true;
    this.isChecked = false;
    // The words are kept; the field is free to look for the nearest code.
    if (!this.unlistedForm.name) this.unlistedForm = { name: text, cost: '' };
    this.#combobox.clear();
    this.focusOn(this.list === 'services' ? (text ? 'cost' : 'name') : 'code');
  }

  #back = (): void => {
    this.isUnlisted = this.isChecked = false;
    this.unlistedForm = { name: '', cost: '' };
    this.focusOn('code');
  };
}

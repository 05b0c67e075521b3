import { callPort } from '@portico/core/kernel';
import type { Page } from '@portico/core/kernel';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Shown } from '../controls/field.parts.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import type { Portal } from '../portal/portal.ts';

/** So many choices are shown at once. */
const MOST = 20;

/** A field over one of the directory's long lists: of the form round it, and for who is signed in only. */
export abstract class PickerElement extends PorticoElement {
  static readonly formAssociated = true;
  static override properties = {
    ...PorticoElement.properties,
    label: {},
    required: { type: Boolean },
    isUnlisted: { state: true },
    isChecked: { state: true },
  };

  /** Its label; left out: a name of its own in the language in force. */
  declare label: string | undefined;
  declare required: boolean;
  /** "Not in the list" was chosen. */
  declare protected isUnlisted: boolean;
  /** What is wanting is told once somebody wanted to go on. */
  declare protected isChecked: boolean;

  readonly #internals = this.attachInternals();
  #wasOver = false;

  constructor() {
    super();
    this.required = this.isUnlisted = this.isChecked = false;
    this.addEventListener('invalid', this.#invalid);
    this.addEventListener('keydown', this.#keydown);
  }

  /** Whether nothing is wanting; where something is, it is told beside the field. */
  check(): boolean {
    this.isChecked = true;
    return this.#internals.validity.valid;
  }

  /** Called by the form round it. @internal */
  formResetCallback(): void {
    this.clear();
  }

  /** Empties it. */
  protected clear(): void {
    this.isUnlisted = this.isChecked = false;
  }

  /** What the form round it sends, null for nothing; and whether something is wanting. */
  protected abstract formState(): { readonly value: string | null; readonly isWanting: boolean };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What somebody picked is not for who comes after them.
    const state = this.connectedPortal?.session().state;
    const isOver = state === 'none' || state === 'ended';
    if (isOver && !this.#wasOver) this.clear();
    this.#wasOver = isOver;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { value, isWanting } = this.formState();
    const input = this.renderRoot.querySelector('input');
    this.#internals.setFormValue(value);
    if (isWanting && input) this.#internals.setValidity({ valueMissing: true }, this.label ?? ' ', input);
    else this.#internals.setValidity({});
  }

  /** What stands in the place of the field where it cannot work; null where it can. */
  protected barred(isOffered: boolean, denied: () => Shown): TemplateResult | null {
    const portal = this.connectedPortal;
    const state = portal?.session().state;
    if (portal && !isOffered) return this.placeholder(undefined, 'nothing');
    if (!portal || (state !== 'active' && state !== 'hosted')) return this.placeholder();
    return portal.can('directory.read').allow ? null : html`<p class="notice" role="status">${denied()}</p>`;
  }

  /** Asks the directory, for as long as a person would wait. */
  protected search<Row>(
    ask: (portal: Portal, request: { readonly limit: number; readonly signal: AbortSignal }) => Promise<Page<Row>> | undefined,
    signal: AbortSignal,
  ): Promise<Page<Row>> {
    const portal = this.connectedPortal!;
    portal.touch();
    const run = async (limited: AbortSignal): Promise<Page<Row>> =>
      (await ask(portal, { limit: MOST, signal: limited })) ?? { rows: [], next: null, total: { kind: 'exact', n: 0 } };
    return callPort(run, { clock: portal.clock, signal });
  }

  /** After the next update the focus is on the field of that id. */
  protected focusOn(id: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus());
  }

  /** Enter in a field sends its form, as it would without a shadow root between them; a choice that is taken by it does not. */
  #keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.defaultPrevented && event.composedPath()[0] instanceof HTMLInputElement)
      this.#internals.form?.requestSubmit();
  };

  /** The form round it does not go: it is said here, where the page's language is spoken, and not by the browser. */
  #invalid = (event: Event): void => {
    event.preventDefault();
    this.isChecked = true;
    if (this.#internals.form?.querySelector(':invalid:not(fieldset)') === this) this.focus();
  };
}

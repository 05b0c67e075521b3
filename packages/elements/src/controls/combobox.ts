import { toPortError, type Page, type Total } from '@portico/core/kernel';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { directionOf } from '../kit/locale.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { comboboxMessages } from './combobox.messages.ts';
import type { ComboboxPopup } from './combobox-popup.ts';
import { describedBy, frame, type Field, type Shown } from './field.parts.ts';

/** A choice as it is shown: an optional code first, a name, and an optional second line. */
export interface ComboboxOption {
  /** Unique among the rows of a page. */
  readonly id: string;
  readonly label: string;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
}

/** What a field over a long list asks and tells. */
export interface ComboboxOptions<Row> {
  /** Asks for the first rows of what was typed; the signal is aborted as soon as something else is typed. */
  readonly search: (text: string, signal: AbortSignal) => Promise<Page<Row>>;
  readonly option: (row: Row) => ComboboxOption;
  readonly picked: (row: Row) => void;
  /** The text was changed by hand: what was picked before is picked no more. */
  readonly typed?: (text: string) => void;
  /** "Not in the list…" was chosen; left out, it is not offered. */
  readonly notListed?: (text: string) => void;
}

/** How the field is shown: `value` is the text of what is picked, '' for nothing. */
export interface ComboboxField extends Omit<Field, 'value'> {
  readonly value?: string;
  readonly placeholder?: string;
}

const texts = { en: comboboxMessages, ar: async () => (await import('./combobox.messages.ar.ts')).comboboxMessagesAr };

/** Milliseconds without a key after which the list is asked. */
const PAUSE = 150;

const nothingFound: Page<never> = { rows: [], next: null, total: { kind: 'exact', n: 0 } };

/**
 * A field that is chosen from a list too long to show: one types, and picks by arrows and Enter or by a click. It can be typed into at once;
 * the choices under it (Zag) load when it is first entered. While a choice is marked or awaited, Enter submits no form.
 */
export class Combobox<Row> implements ReactiveController {
  readonly #host: PorticoElement;
  readonly #options: ComboboxOptions<Row>;
  readonly #messages: MessagesController<typeof comboboxMessages>;
  #name = '';
  /** The text that the host gave last. */
  #value = '';
  /** What is being typed; null: the field shows the host's text. */
  #text: string | null = null;
  #state: 'idle' | 'searching' | 'found' | 'failed' = 'idle';
  #page: Page<Row> = nothingFound;
  /** The text that the page is of. */
  #pageOf = '';
  #asked: AbortController | undefined;
  #popup: ComboboxPopup | undefined;
  #loading: Promise<unknown> | undefined;

  constructor(host: PorticoElement, options: ComboboxOptions<Row>) {
    this.#host = host;
    this.#options = options;
    this.#messages = new MessagesController(host, texts);
    host.addController(this);
  }

  /** What stands in the field now, picked or typed. */
  get text(): string {
    return this.#text ?? this.#value;
  }

  /** Empties the field; what is picked is the host's matter. */
  clear(): void {
    this.#text = null;
    this.#forget();
    this.#popup?.textSet(this.text);
  }

  /** The field; `name` is its id and stays the same. */
  render(field: ComboboxField): TemplateResult {
    const { name, value = '' } = field;
    this.#name = name;
    if (value !== this.#value) this.#valueSet(value);
    const whole = { ...field, value: this.text, hint: html`${this.#status(field.hint)}` };
    return frame(
      whole,
      html`<div class="control combobox" id="${name}-control">
          <input
            id=${name}
            name=${name}
            type="text"
            role="combobox"
            aria-labelledby="${name}-label"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-expanded="false"
            aria-controls="${name}-choices"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            placeholder=${field.placeholder ?? nothing}
            .value=${live(this.text)}
            ?required=${field.required}
            ?disabled=${field.disabled}
            aria-invalid=${field.error ? 'true' : nothing}
            aria-describedby=${describedBy(whole)}
            aria-busy=${this.#state === 'searching' ? 'true' : nothing}
            @focus=${this.#wake}
            @input=${this.#typed}
            @keydown=${this.#keydown}
          />
        </div>
        <div id="${name}-popup"></div>`,
    );
  }

  hostUpdated(): void {
    // Where the field was rendered anew, the choices stand under one that is gone.
    if (this.#popup && !this.#popup.isOf(this.#input)) this.#stop();
  }

  hostDisconnected(): void {
    this.#forget();
    this.#stop();
  }

  get #input(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>(`#${this.#name}`);
  }

  /** One line under the field: the hint, or what becomes of the search. Something always stands there, so that nothing moves. */
  #status(hint: Shown | null | undefined): TemplateResult {
    const { ready, show } = this.#messages;
    const says = ready ? this.#says() : null;
    const failed = this.#state === 'failed' && ready;
    return html`<span role="status" class=${failed ? 'combobox-failed' : ''}>${says ?? hint ?? '\u00a0'}</span>${
        failed
          ? html` <button type="button" class="quiet" id="${this.#name}-retry" @click=${this.#retry}>${show('combobox.retry')}</button>`
          : nothing
      }`;
  }

  #says(): Shown | null {
    const { show } = this.#messages;
    if (this.#state === 'idle') return null;
    if (this.#state !== 'found') return show(`combobox.${this.#state}`);
    const { rows, next, total } = this.#page;
    return next === null ? show('combobox.found', { n: rows.length }) : this.#first(rows.length, total);
  }

  #first(n: number, total: Total): Shown {
    const { show } = this.#messages;
    const found = total.kind === 'exact' ? html`${show('combobox.found', { n: total.n })} ` : nothing;
    return html`${found}${show('combobox.first', { n })}`;
  }

  #valueSet(value: string): void {
    this.#value = value;
    if (value === this.#text) return;
    this.#text = null;
    this.#forget();
    this.#popup?.textSet(value);
  }

  #typed = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    this.#text = value;
    this.#options.typed?.(value);
    this.#ask(value.trim(), PAUSE);
  };

  #keydown = (event: KeyboardEvent): void => {
    // What Enter would take is not there yet; the form round it is not meant either.
    const isMarked = (event.target as Element).hasAttribute('aria-activedescendant');
    if (event.key === 'Enter' && this.#state === 'searching' && !isMarked) event.preventDefault();
  };

  #retry = (): void => {
    // The button goes away as it is pressed.
    this.#input?.focus();
    this.#ask(this.text.trim(), 0);
  };

  #ask(text: string, pause: number): void {
    this.#asked?.abort();
    if (text === '') return this.#forget();
    const asked = new AbortController();
    this.#asked = asked;
    this.#state = 'searching';
    this.#show();
    setTimeout(() => void this.#search(text, asked), pause);
    this.#wake();
  }

  async #search(text: string, asked: AbortController): Promise<void> {
    if (asked.signal.aborted) return;
    try {
      const [page] = await Promise.all([this.#options.search(text, asked.signal), this.#loading]);
      // What comes late is of an older text.
      if (asked.signal.aborted) return;
      this.#page = page;
      this.#pageOf = text;
      this.#state = 'found';
    } catch (error) {
      if (asked.signal.aborted) return;
      this.#host.connectedPortal?.report(toPortError(error));
      this.#page = nothingFound;
      this.#state = 'failed';
    }
    this.#show();
  }

  /** Nothing is searched and nothing is shown. */
  #forget(): void {
    this.#asked?.abort();
    this.#page = nothingFound;
    this.#state = 'idle';
    this.#show();
  }

  /** Loads the choices, once; they are rendered where the element keeps a place for them. */
  #wake = (): void => {
    if (this.#popup || this.#loading) return;
    this.#loading = import('./combobox-popup.ts').then(
      ({ ComboboxPopup: Popup }) => this.#start(Popup),
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    // Whoever searches waits for it and says so; entering the field alone is no reason to complain.
    this.#loading.catch(() => undefined);
  };

  #start(Popup: typeof ComboboxPopup): void {
    const input = this.#input;
    const into = this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#name}-popup`);
    if (!input || !into || !this.#host.isConnected) {
      this.#loading = undefined;
      return;
    }
    this.#popup = new Popup({
      ...{ name: this.#name, root: this.#host.renderRoot as ShadowRoot, input, into },
      direction: () => directionOf(this.#host.locale),
      picked: (option) => this.#picked(option),
    });
    this.#show();
  }

  #stop(): void {
    this.#popup?.stop();
    this.#popup = this.#loading = undefined;
  }

  #picked(option: number | null): void {
    const typed = this.text.trim();
    const row = option === null ? undefined : this.#page.rows[option];
    this.#text = row === undefined ? this.#text : null;
    this.#forget();
    if (row === undefined) this.#options.notListed?.(typed);
    else this.#options.picked(row);
    this.#popup?.textSet(this.text);
  }

  /** Shows what there is, under the field and in it. */
  #show(): void {
    const isSearching = this.#state === 'searching';
    const isOffered = this.#state === 'found' && this.#options.notListed && this.#messages.ready;
    this.#popup?.show(
      {
        options: this.#page.rows.map((row) => this.#options.option(row)),
        typed: this.#pageOf,
        other: isOffered ? this.#messages.text('combobox.notListed') : null,
        isStale: isSearching,
      },
      this.#state === 'found',
    );
    this.#host.requestUpdate();
  }
}

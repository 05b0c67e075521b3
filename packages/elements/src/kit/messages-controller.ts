import { createMessages, type Catalogue, type MessageArguments, type Messages, type Translation } from '@portico/core/kernel';
import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { PorticoElement } from './portico-element.ts';

/** English is compiled in; other languages are loaded when first spoken. */
export interface Texts<English extends Catalogue> {
  readonly en: English;
  readonly ar: () => Promise<Translation<English>>;
}

const loaded = new WeakMap<object, Catalogue>();

/** The texts of an element in the language in force. While a language is on its way the last one stays, and the first paint waits. */
export class MessagesController<English extends Catalogue> implements ReactiveController {
  /** False until the first language is there: render nothing, so that no English flashes in an Arabic page. */
  ready = false;
  /** The language of the texts in force: that of the host, or the one before while the next is on its way. */
  locale = 'en';
  #messages!: Messages<English>;
  #made = '';
  readonly #host: PorticoElement;
  readonly #texts: Texts<English>;

  constructor(host: PorticoElement, texts: Texts<English>) {
    this.#host = host;
    this.#texts = texts;
    host.addController(this);
  }

  hostUpdate(): void {
    const { locale, settings } = this.#host;
    const made = JSON.stringify([locale, settings]);
    if (made === this.#made) return;
    const translated = locale.startsWith('ar') ? loaded.get(this.#texts) : undefined;
    if (locale.startsWith('ar') && !translated) {
      void this.#load();
      return;
    }
    this.#messages = createMessages<English>(
      locale,
      this.#texts.en,
      { ...translated, ...settings.messages } as Partial<Translation<English>>,
      settings.formats,
    );
    this.#made = made;
    this.locale = locale;
    this.ready = true;
  }

  async #load(): Promise<void> {
    // A language that cannot be loaded is no reason to show nothing: English then, until the page is loaded anew.
    const ar = await this.#texts.ar().catch(() => ({}));
    loaded.set(this.#texts, ar as Catalogue);
    this.#host.requestUpdate();
  }

  /** For attributes and announcements. */
  get text(): Messages<English>['text'] {
    return this.#messages.text;
  }

  /** For templates: values stand in `<bdi>`. */
  show = <Key extends keyof English & string>(key: Key, ...values: MessageArguments<English[Key]>): readonly (string | TemplateResult)[] =>
    this.#messages.parts(key, ...values).map((part) => (typeof part === 'string' ? part : html`<bdi>${part.text}</bdi>`));
}

import * as zag from '@zag-js/combobox';
import { normalizeProps, spreadProps, VanillaMachine } from '@zag-js/vanilla';
import { html, nothing, type TemplateResult } from 'lit';
import { spread, ZagPopup } from '../kit/zag.ts';
import { marked } from './marked.parts.ts';
import type { ComboboxOption } from './combobox.ts';

/** What is shown under the field, and how. */
export interface Choices {
  readonly options: readonly ComboboxOption[];
  /** What was typed to get them. */
  readonly typed: string;
  /** The text of the last choice; null for none. */
  readonly other: string | null;
  /** They are of an older text, and newer ones are on their way. */
  readonly isStale: boolean;
}

/** What a list of choices needs to stand under its field. */
export interface PopupOptions {
  /** Name of the field: its id, and the beginning of all ids here. */
  readonly name: string;
  readonly root: ShadowRoot;
  /** The empty node to render into. */
  readonly into: HTMLElement;
  readonly input: HTMLInputElement;
  readonly direction: () => 'ltr' | 'rtl';
  /** The number of the option, or null for the last choice. */
  readonly picked: (option: number | null) => void;
}

const OTHER = 'other';

/** As far as it is ours: where the focus is, is the element's matter, and nothing of the page round it is changed. */
const machine: typeof zag.machine = {
  ...zag.machine,
  implementations: {
    ...zag.machine.implementations,
    effects: {
      ...zag.machine.implementations?.effects,
      // It puts a function of its own in the place of every element's focus().
      trackFocusVisible: () => undefined,
    },
    actions: {
      ...zag.machine.implementations?.actions,
      // Both take the focus a frame later, from wherever it went meanwhile, and move the caret of who types in the middle.
      setInitialFocus: () => undefined,
      setFinalFocus: () => undefined,
    },
  },
};

type Collection = ReturnType<typeof zag.collection<string>>;

/** Zag's machine over a collection that changes. What is chosen is the element's matter: here nothing stays chosen. */
const machineFor = ({ name, root, input, direction, picked }: PopupOptions, collection: () => Collection) =>
  new VanillaMachine(machine, () => ({
    id: name,
    ids: {
      control: `${name}-control`,
      label: `${name}-label`,
      input: name,
      content: `${name}-choices`,
      item: (value: string) => `${name}-choice-${value}`,
    },
    getRootNode: () => root,
    dir: direction(),
    collection: collection(),
    value: [],
    allowCustomValue: true,
    selectionBehavior: 'preserve' as const,
    defaultInputValue: input.value,
    openOnChange: false,
    openOnClick: collection().size > 0,
    openOnKeyPress: collection().size > 0,
    positioning: { placement: 'bottom-start' as const, gutter: 4, sameWidth: true },
    onSelect: ({ itemValue }) => picked(itemValue === OTHER ? null : Number(itemValue)),
  }));

/** The choices under a field: Zag's combobox, opened and filled by whoever asks for them. */
export class ComboboxPopup {
  readonly #options: PopupOptions;
  readonly #machine: ReturnType<typeof machineFor>;
  readonly #popup: ZagPopup;
  #choices: Choices = { options: [], typed: '', other: null, isStale: false };
  #collection: Collection = zag.collection<string>({ items: [] });

  constructor(options: PopupOptions) {
    this.#options = options;
    this.#machine = machineFor(options, () => this.#collection);
    this.#popup = new ZagPopup(this.#machine as never, options.into, () => this.#template());
    // It begins when the field has the focus already.
    if (this.#hasFocus) this.#machine.send({ type: 'INPUT.FOCUS' });
  }

  /** Whether it stands under this very field, which may have been rendered anew. */
  isOf(input: HTMLInputElement | null): boolean {
    return this.#options.input === input;
  }

  /** Shows other choices; `highlightFirst` makes Enter take the first of them. Without any it closes. */
  show(choices: Choices, highlightFirst: boolean): void {
    this.#choices = choices;
    const items = [...choices.options.map((_, n) => String(n)), ...(choices.other === null ? [] : [OTHER])];
    this.#collection = zag.collection({ items });
    const api = this.#api();
    if (choices.isStale || items.length === 0) api.clearHighlightValue();
    if (items.length === 0) api.setOpen(false);
    else if (!choices.isStale && this.#hasFocus) api.setOpen(true);
    if (highlightFirst && choices.options.length > 0) api.setHighlightValue('0');
    this.#popup.update();
  }

  /** The field's text was set by somebody else. */
  textSet(text: string): void {
    this.#api().setInputValue(text);
  }

  stop(): void {
    spreadProps(this.#options.input, { 'aria-expanded': 'false', 'aria-controls': `${this.#options.name}-choices` });
    this.#popup.stop();
  }

  get #hasFocus(): boolean {
    return this.#options.root.activeElement === this.#options.input;
  }

  #api(): zag.Api {
    return zag.connect(this.#machine.service, normalizeProps);
  }

  #template(): TemplateResult {
    const api = this.#api();
    const { input } = this.#options;
    spreadProps(
      input,
      inputProps(api, () => this.#hasFocus),
    );
    const { options, typed, other, isStale } = this.#choices;
    // Numbers stand in the second line; words there are no names.
    const isNumber = /\p{N}/u.test(typed);
    const item = (value: string): Record<string, unknown> => ({
      ...api.getItemProps({ item: value }),
      'aria-selected': String(api.highlightedValue === value),
    });
    return html`<div class="combobox-place" ${spread(api.getPositionerProps())}>
      <div class="combobox-list" part="choices" ${spread(api.getContentProps())}>
        ${options.map(
          ({ code, label, detail }, n) =>
            html`<div class="combobox-choice ${isStale ? 'stale' : ''}" ${spread(item(String(n)))}>
              ${code === undefined ? nothing : html`<bdi class="combobox-code" dir="ltr">${marked(code, typed)}</bdi>`}
              <span class="combobox-label"><bdi>${marked(label, typed)}</bdi></span>
              ${detail === undefined ? nothing : html`<span class="combobox-detail"><bdi>${isNumber ? marked(detail, typed) : detail}</bdi></span>`}
            </div>`,
        )}
        ${other === null ? nothing : html`<div class="combobox-choice other" ${spread(item(OTHER))}>${other}</div>`}
      </div>
    </div>`;
  }
}

/** Of Zag's props those that the element does not write itself. */
function inputProps(api: zag.Api, hasFocus: () => boolean): Record<string, unknown> {
  const own = /^(on|aria-(expanded|controls|activedescendant)$)/;
  const props = Object.fromEntries(Object.entries(api.getInputProps() as Record<string, unknown>).filter(([name]) => own.test(name)));
  const { onkeydown, onfocusout } = props as Record<string, (event: Event) => void>;
  return {
    ...props,
    // Closed, Escape is for what stands around the field, such as a dialog.
    onkeydown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || api.open) onkeydown?.(event);
    },
    // Zag listens at the document, which never hears of the focus going elsewhere within one shadow root.
    onfocusout: (event: FocusEvent) => {
      if (api.open && !hasFocus()) api.setOpen(false);
      onfocusout?.(event);
    },
  };
}

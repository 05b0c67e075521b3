import type { ReactiveController, ReactiveControllerHost } from 'lit';

const known = new Map<string, string | null>();

/** A language tag as `Intl` wants it; null for what is none. Pages write `en_US` as often as `en-US`. */
export function languageTag(lang: string): string | null {
  let tag = known.get(lang);
  if (tag === undefined) {
    try {
      tag = Intl.getCanonicalLocales(lang.trim().replaceAll('_', '-'))[0] ?? null;
    } catch {
      tag = null;
    }
    known.set(lang, tag);
  }
  return tag;
}

/** An attribute's value as the nearest ancestor has it, through shadow roots, passing over those that `accept` gives null for. */
function around(node: Node, name: string, accept: (value: string) => string | null): string | null {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    const value = at instanceof Element ? at.getAttribute(name) : null;
    const accepted = value && accept(value);
    if (accepted) return accepted;
  }
  return null;
}

/** The language in force around a node: the nearest `lang` that names one, else `en`. */
export const languageAt = (node: Node): string => around(node, 'lang', languageTag) ?? 'en';

/** Whether an ancestor says that what it holds is still on its way. */
export const isBusyAround = (node: Node): boolean => around(node, 'aria-busy', (busy) => busy) === 'true';

/** Reading direction of a language. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (/^(ar|fa|he|ur|ps|ckb|dv|yi)\b/i.test(locale) ? 'rtl' : 'ltr');

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

function watch(listener: () => void): () => void {
  watchers.add(listener);
  observer ??= new MutationObserver(() => watchers.forEach((tell) => tell()));
  if (watchers.size === 1) observer.observe(document, { attributes: true, attributeFilter: ['lang', 'dir', 'aria-busy'], subtree: true });
  return () => {
    watchers.delete(listener);
    if (watchers.size === 0) observer?.disconnect();
  };
}

/** Re-renders the host when the language around it, or its being busy, may have changed. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;
  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }
  hostConnected(): void {
    this.#stop = watch(() => this.#host.requestUpdate());
  }
  hostDisconnected(): void {
    this.#stop?.();
  }
}

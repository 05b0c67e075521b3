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

/** The language in force around a node: the nearest `lang` that names one, through shadow roots, else `en`. */
export function languageAt(node: Node): string {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    const lang = at instanceof Element ? at.getAttribute('lang') : null;
    const tag = lang ? languageTag(lang) : null;
    if (tag) return tag;
  }
  return 'en';
}

/** Reading direction of a language. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (/^(ar|fa|he|ur|ps|ckb|dv|yi)\b/i.test(locale) ? 'rtl' : 'ltr');

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

function watch(listener: () => void): () => void {
  watchers.add(listener);
  observer ??= new MutationObserver(() => watchers.forEach((tell) => tell()));
  if (watchers.size === 1) observer.observe(document, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
  return () => {
    watchers.delete(listener);
    if (watchers.size === 0) observer?.disconnect();
  };
}

/** Re-renders the host when the language around it may have changed. */
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

import { warnOnce } from '../kit/warn-once.ts';

/** A class of ours: it carries no tag, only the version of the build it came from. */
export interface ElementClass extends CustomElementConstructor {
  readonly version?: string;
}

/** Where and under which names to register. */
export interface DefineOptions {
  /** Put before every tag, e.g. `acme-` gives `<acme-claim-query>`. */
  readonly prefix?: string;
  /** A scoped registry where the browser has them; default: the page's. */
  readonly registry?: CustomElementRegistry;
}

/** Registers a class under a tag. A taken or impossible tag is warned about once; nothing is thrown, in Node nothing happens. */
export function define(name: string, element: ElementClass, options: DefineOptions = {}): void {
  const registry = options.registry ?? globalThis.customElements;
  if (!registry) return;
  const tag = `${options.prefix ?? ''}${name}`;
  const taken = registry.get(tag) as ElementClass | undefined;
  if (!taken) {
    try {
      // A registry takes a constructor once, ours or a host's: a second name needs a class of its own.
      registry.define(tag, registry.getName(element) === null ? element : class extends element {});
    } catch {
      warnOnce(
        `[portico/define] <${tag}> cannot be a tag: a prefix is made of small letters, digits and hyphens, beginning with a letter, as 'my-'.`,
      );
    }
  } else if (taken !== element && !(taken.prototype instanceof element)) {
    warnOnce(
      `[portico/define] <${tag}> is taken by ${taken.version ?? 'another library'}; this is ${element.version ?? 'unknown'}. ` +
        `Load one version only, or register this one under other names: defineElements({ prefix: 'my-' }).`,
    );
  }
}

/** A new element of an inner class: registered on first need under a free tag, so that no template of ours names one. */
export function createInner<Class extends ElementClass>(element: Class, stem: string, registry = customElements): InstanceType<Class> {
  let tag = registry.getName(element);
  if (tag === null) {
    tag = stem;
    for (let n = 2; registry.get(tag); n += 1) tag = `${stem}-${n}`;
    registry.define(tag, element);
  }
  return document.createElement(tag) as InstanceType<Class>;
}

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

const warned = new Set<string>();
const tags = new WeakMap<CustomElementRegistry, Map<ElementClass, string>>();

const tagsOf = (registry: CustomElementRegistry): Map<ElementClass, string> => {
  let map = tags.get(registry);
  if (!map) tags.set(registry, (map = new Map()));
  return map;
};

/** Registers a class under a tag. A taken tag is left to who has it and warned about once; nothing is thrown, in Node nothing happens. */
export function define(name: string, element: ElementClass, options: DefineOptions = {}): void {
  const registry = options.registry ?? globalThis.customElements;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
  if (!registry) return;
  const tag = `${options.prefix ?? ''}${name}`;
  const taken = registry.get(tag) as ElementClass | undefined;
  if (!taken) {
    const known = tagsOf(registry);
    // A registry takes a constructor once: a second name needs a class of its own.
    registry.define(tag, known.has(element) ? class extends element {} : element);
    if (!known.has(element)) known.set(element, tag);
  } else if (taken !== element && !(taken.prototype instanceof element) && !warned.has(tag)) {
    warned.add(tag);
    console.warn(
      `[portico/define] <${tag}> is taken by ${taken.version ?? 'another library'}; this is ${element.version ?? 'unknown'}. ` +
        `Load one version only, or register this one under other names: defineElements({ prefix: 'my-' }).`,
    );
  }
}

/** A new element of an inner class: registered on first need under a free tag, so that no template of ours names one. */
export function createInner<Class extends ElementClass>(element: Class, stem: string, registry = customElements): InstanceType<Class> {
  const known = tagsOf(registry);
  let tag = known.get(element);
  if (tag === undefined) {
    tag = stem;
    for (let n = 2; registry.get(tag); n += 1) tag = `${stem}-${n}`;
    registry.define(tag, element);
    known.set(element, tag);
  }
  return document.createElement(tag) as InstanceType<Class>;
}

/** What has the focus, as a person would describe it. */
export interface Focused {
  readonly tag: string;
  readonly id: string;
  /** Its label, its text, or its `aria-label`. */
  readonly name: string;
  readonly value: string;
  /** `aria-rowindex` of the row it is in; null outside a grid. */
  readonly row: number | null;
  /** Tags of the elements it is inside of, outermost first. */
  readonly inside: readonly string[];
}

/** What was sent to a printer. */
export interface Printed {
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  readonly text: string;
  readonly rows: number;
  /** Sheets that apply to the print; none of them may be the host's. */
  readonly sheets: number;
}

/** What the journeys ask of a page, through all shadow roots. */
export interface Probes {
  /** Every element that matches and can be seen, whatever shadow root it is in; `a >>> b` looks inside of `a` alone. */
  all(selector: string): HTMLElement[];
  /** All text that is shown, fields included. */
  text(): string;
  /** Everything the DOM holds: markup with all shadow roots, and what stands in fields. */
  everything(without?: readonly string[]): string;
  focused(): Focused | null;
  readonly printed: Printed[];
}

declare global {
  var probes: Probes;
}

/** Runs in every document before its scripts: puts the probes there, and in place of the printer a list. */
export function installProbes(): void {
  const all = (root: ParentNode, selector: string): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot, selector) : []),
    ]);
  const visible = (element: HTMLElement): boolean => element.checkVisibility({ visibilityProperty: true });
  /** Text as it is read: through slots and shadow roots, what is inline in one line. */
  const read = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (!(node instanceof HTMLElement) || ['SCRIPT', 'STYLE'].includes(node.tagName)) return '';
    const { display } = getComputedStyle(node);
    if (display !== 'contents' && !visible(node)) return '';
    const inside =
      node instanceof HTMLSlotElement && node.assignedNodes().length > 0 ? node.assignedNodes() : [...(node.shadowRoot ?? node).childNodes];
    const text = node instanceof HTMLInputElement || node instanceof HTMLSelectElement ? node.value : inside.map(read).join('');
    return /^(inline|contents)/.test(display) ? text : `\n${text}\n`;
  };
  const nameOf = (element: HTMLElement): string =>
    element.getAttribute('aria-label') ??
    ([...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ') || (element.textContent ?? ''));
  const deepest = (): Element | null => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  const around = (element: Element): string[] => {
    const root = element.getRootNode();
    const light: string[] = [];
    for (let at = element.parentElement; at; at = at.parentElement)
      if (at.localName.includes('-') || at.localName === 'dialog') light.unshift(at.localName);
    return root instanceof ShadowRoot ? [...around(root.host), root.host.localName, ...light] : light;
  };
  const top = window.top as unknown as { probes?: Probes };
  const printed = window === window.top ? [] : (top.probes?.printed ?? []);
  const probes: Probes = {
    all: (selector) =>
      selector
        .split(' >>> ')
        .reduce<(Document | HTMLElement)[]>(
          (roots, part) => roots.flatMap((root) => all('shadowRoot' in root ? (root.shadowRoot ?? root) : root, part)),
          [document],
        )
        .filter((element): element is HTMLElement => visible(element as HTMLElement)),
    text: () =>
      read(document.body)
        .replace(/[\u2066-\u2069]/g, '')
        .replace(/[ \t\u00a0\u202f]+/g, ' ')
        .replace(/\s*\n\s*/g, '\n')
        .trim(),
    everything: (without = []) => {
      const left = without.flatMap((selector) => all(document, selector));
      const stays = (element: Element): boolean => !left.some((one) => one === element || one.contains(element));
      return all(document, '*')
        .filter(stays)
        .flatMap((element) => [
          ...[...element.attributes].map(({ value }) => value),
          ...[...element.childNodes].filter((node) => node.nodeType !== Node.ELEMENT_NODE).map((node) => node.textContent ?? ''),
          ...('value' in element ? [String(element.value)] : []),
        ])
        .join('\n');
    },
    focused: () => {
      const element = deepest() as HTMLElement | null;
      if (!element || element === document.body) return null;
      const index = element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
      return {
        tag: element.localName,
        id: element.id,
        name: nameOf(element)
          .replace(/[\u2066-\u2069]/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
        value: 'value' in element ? String(element.value) : '',
        row: index ? Number(index) : null,
        inside: around(element),
      };
    },
    printed,
  };
  Object.assign(globalThis, { probes });
  window.print = () => {
    const { title, documentElement, body } = document;
    printed.push({
      ...{ title, lang: documentElement.lang, dir: documentElement.dir, text: body.textContent ?? '' },
      ...{ rows: document.querySelectorAll('tbody tr').length, sheets: document.adoptedStyleSheets.length + document.styleSheets.length },
    });
    // A person closes the dialog a moment later.
    setTimeout(() => window.dispatchEvent(new Event('afterprint')), 200);
  };
}

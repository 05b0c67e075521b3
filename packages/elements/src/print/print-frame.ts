/** A document to print: nothing of the host's page is in it. */
export interface PrintDocument {
  /** Title of the document, which printers write on the page: no person's data. */
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly css: string;
  /** Fills the body with nodes of the frame's own document. */
  readonly build: (document: Document, body: HTMLElement) => Promise<void>;
}

let last: HTMLIFrameElement | undefined;

/**
 * Prints a document from an empty frame, whose sheet is made by the frame itself, so that a strict policy holds. Resolves when the browser
 * has taken it over; the frame goes when the dialog is closed, which in some browsers is later.
 */
export async function printDocument(page: Document, { title, lang, dir, css, build }: PrintDocument, signal: AbortSignal): Promise<void> {
  const frame = page.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  for (const [name, value] of [
    ['position', 'fixed'],
    ['inline-size', '0'],
    ['block-size', '0'],
    ['border', '0'],
  ] as const)
    frame.style.setProperty(name, value);
  last?.remove();
  page.body.append(frame);
  try {
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!view) throw new Error('[portico/print] this page does not allow frames');
    const { document } = view;
    document.title = title;
    Object.assign(document.documentElement, { lang, dir });
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    await build(document, document.body);
    signal.throwIfAborted();
    last = frame;
    view.addEventListener('afterprint', () => frame.remove(), { once: true });
    view.print();
  } catch (error) {
    frame.remove();
    throw error;
  }
}

/** Makes an element of a frame's document with text and children. */
export function printed(document: Document, tag: string, content: string | readonly Node[] = '', className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (typeof content === 'string') element.textContent = content;
  else element.append(...content);
  return element;
}

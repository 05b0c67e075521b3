import { expect, html } from '@open-wc/testing';
import type { CaseCriteria } from '@portico/core/claims';
import { createFaults, withFaults, type Faults } from '@portico/testing/faults';
import { strFromU8, unzipSync } from 'fflate';
import { mount, one, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/bordereau-export.ts';
import type { BordereauExportElement } from './bordereau-export.element.ts';
import { november } from './claims.fixture.test.ts';

/** A page on which a result is exported. */
export interface ExportPage extends TestPortal {
  readonly element: BordereauExportElement;
  readonly faults: Faults;
}

/** Puts the export of November's cases before a clerk. */
export async function exportPage(
  { through = (backend) => backend, criteria = november, ...options }: TestPortalOptions & { readonly criteria?: CaseCriteria | null } = {},
  surroundings: Surroundings = {},
): Promise<ExportPage> {
  const faults = createFaults({ clock: simulatedClock() });
  const world = await createTestPortal({
    ...{ signedIn: 'clerk', claims: 300, ...options },
    through: (backend) => withFaults(through(backend), faults),
  });
  const element = await mount<BordereauExportElement>(
    html`<bordereau-export .portal=${world.portal} .criteria=${criteria}></bordereau-export>`,
    surroundings,
  );
  return { ...world, faults, element };
}

export const select = (element: Element, name: RegExp): HTMLSelectElement => one<HTMLSelectElement>(element, 'combobox', name);

export function choose(element: Element, name: RegExp, value: string): void {
  const field = select(element, name);
  field.value = value;
  field.dispatchEvent(new Event('change'));
}

/** Chooses payer and provider, and issues. */
export async function issue(element: Element, payer = 'payer:gulf', provider = 'provider:noor'): Promise<void> {
  await until(() => select(element, /^(Payer|جهة الدفع)/));
  choose(element, /^(Payer|جهة الدفع)/, payer);
  choose(element, /^(Provider|مقدم الخدمة)/, provider);
  one(element, 'button', /^(Issue bordereau|إصدار الكشف)$/).click();
}

/** What the page gave the browser to keep. */
export interface Taken {
  readonly name: string;
  readonly blob: Blob;
}

/** Catches downloads instead of the browser; call the answer's `stop` at the end. */
export function catchFiles(): { readonly files: readonly Taken[]; readonly open: () => number; readonly stop: () => void } {
  const files: Taken[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL, revokeObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = (url: string) => {
    blobs.delete(url);
    revokeObjectURL.call(URL, url);
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
    if (this.download) files.push({ name: this.download, blob: blobs.get(this.href)! });
    else click.call(this);
  };
  const stop = (): void => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    HTMLAnchorElement.prototype.click = click;
  };
  return { files, open: () => blobs.size, stop };
}

/** A sheet as it can be read back: its cells by row, each as text with its kind, and whether it runs from right to left. */
export async function readSheet(
  blob: Blob,
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly isRtl: boolean; readonly xml: string }> {
  const xml = strFromU8(unzipSync(new Uint8Array(await blob.arrayBuffer()))['xl/worksheets/sheet1.xml']!);
  const sheet = new DOMParser().parseFromString(xml, 'application/xml');
  const rows = [...sheet.querySelectorAll('row')].map((row) =>
    [...row.querySelectorAll('c')].map((cell) => {
      const text = cell.querySelector('t')?.textContent;
      return text === undefined || text === null ? `#${cell.querySelector('v')?.textContent ?? ''}` : text;
    }),
  );
  return { rows, isRtl: sheet.querySelector('sheetView')?.getAttribute('rightToLeft') === '1', xml };
}

/** What a print would have shown: the frame's document as it stood when it was printed. */
export interface Printed {
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  readonly text: string;
  readonly rows: readonly (readonly string[])[];
  readonly sheets: number;
  readonly html: string;
}

/** Stands in for the printer of every frame that comes; `stop` at the end. */
export function catchPrints(): { readonly prints: readonly Printed[]; readonly stop: () => void } {
  const prints: Printed[] = [];
  const watcher = new MutationObserver((records) => {
    for (const frame of records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof HTMLIFrameElement)) {
      const view = frame.contentWindow!;
      view.print = () => {
        const { document } = view;
        prints.push({
          ...{ title: document.title, lang: document.documentElement.lang, dir: document.documentElement.dir },
          text: document.body.textContent!,
          rows: [...document.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent!)),
          sheets: document.adoptedStyleSheets.length + document.querySelectorAll('link, style').length,
          html: document.documentElement.outerHTML,
        });
        view.dispatchEvent(new Event('afterprint'));
      };
    }
  });
  watcher.observe(document.body, { childList: true });
  return { prints, stop: () => watcher.disconnect() };
}

/** Waits until the batch has its number, and gives it. */
export const numberOf = (element: Element): Promise<string> =>
  until(() => {
    const heading = one(element, 'button', /Excel|إكسل/);
    const found = /[A-Z]+-?[\w-]*\d+/.exec(heading.closest('section')!.querySelector('dl')!.textContent!);
    expect(found).not.to.equal(null);
    return found![0];
  });

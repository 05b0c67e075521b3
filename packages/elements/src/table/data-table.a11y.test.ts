import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'axe-core';
import type { PorticoTableElement } from './data-table.element.ts';
import { press, rows, setRows, settled, tableOf, upTo, viewport, wheel, type Setting } from './data-table.fixture.test.ts';

declare const axe: typeof import('axe-core');

const violations = async (table: PorticoTableElement): Promise<string[]> => {
  const { violations: found } = await axe.run(table);
  return found.map(({ id, nodes }) => `${id}: ${nodes.length} times, ${nodes[0]?.html}`);
};

const states: readonly [name: string, count: number, setting?: Setting, act?: (table: PorticoTableElement) => Promise<void>][] = [
  ['no rows', 0],
  ['50 rows', 50],
  ['100,000 rows', 100_000],
  ['right to left', 100_000, { dir: 'rtl' }],
  ['320 px wide', 100_000, { width: '320px' }],
  ['50 rows, 320 px wide', 50, { width: '320px' }],
  ['sorted', 1000, { prepare: (table) => (table.sort = { key: 'member', direction: 'ascending' }) }],
  ['not loaded', 1000, { isLoaded: () => false }],
  ['links without addresses', 20, { prepare: (table) => (table.rowHref = undefined) }],
  ['badges of all tones', 20, { prepare: (table) => (table.cellTone = (row) => tones[(row as { n: number }).n % 4] ?? 'neutral') }],
  [
    'focus in a row',
    1000,
    {},
    async (table) => {
      table.focus();
      await press('ArrowDown');
    },
  ],
  [
    'focus waiting in the viewport',
    100_000,
    {},
    async (table) => {
      table.focus();
      await wheel(table, 36_000);
    },
  ],
];
const tones = ['neutral', 'success', 'warning', 'danger'] as const;

describe('data table for axe', () => {
  for (const [name, count, setting, act] of states) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`has nothing to say: ${name}, ${scheme}`, async () => {
        const table = await tableOf(count, setting);
        const frame = table.parentElement as HTMLElement;
        frame.style.colorScheme = scheme;
        frame.style.background = scheme === 'dark' ? '#14181d' : '#fff';
        await act?.(table);
        expect(await violations(table)).to.deep.equal([]);
      });
    }
  }

  it('has something to say when the name is missing', async () => {
    const table = await tableOf(20);
    table.shadowRoot?.querySelector('a')?.setAttribute('aria-rowspan', 'x');
    table.shadowRoot?.querySelector('table')?.setAttribute('role', 'listbox');
    expect(await violations(table)).not.to.be.empty;
  });
});

describe('data table on paper', () => {
  afterEach(() => emulateMedia({ media: 'screen' }));

  it('shows all of 50 rows, and the screen of 100,000', async () => {
    await emulateMedia({ media: 'print' });
    const short = await tableOf(50, { width: '320px' });
    expect(getComputedStyle(viewport(short)).overflow).to.equal('visible');
    const long = await tableOf(100_000);
    expect(viewport(long).clientHeight).to.be.below(800);
    expect(rows(long).length).to.be.below(51);
  });
});

describe('data table under a strict content security policy', () => {
  it('breaks nothing of it, whatever it does', async function () {
    this.timeout(30_000);
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) =>
      broken.push(`${violatedDirective} ${sourceFile}`),
    );
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src 'self'; img-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";
    document.head.append(policy);

    const table = await tableOf(100_000, { width: '320px', isLoaded: (index) => index < 100 });
    table.focus();
    await press('PageDown', 'Control+End', 'Control+Home');
    await wheel(table, 36_000);
    setRows(table, upTo(100_000).reverse());
    table.sort = { key: 'member', direction: 'descending' };
    await settled(table);
    setRows(table, upTo(30));
    await settled(table);
    expect(broken).to.deep.equal([]);

    document.body.setAttribute('style', 'color: red');
    await settled(table);
    expect(broken, 'the policy is in force').to.have.lengthOf(1);
  });
});

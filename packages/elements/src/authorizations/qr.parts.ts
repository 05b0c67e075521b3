import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** Light modules around a code, as many as readers need. */
const QUIET = 4;

/** A QR code as one path of a drawing: no picture, no address. `name` is what those hear who do not see it. */
export function qrCode(text: string, name: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data.map((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).flat();
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${name} shape-rendering="crispEdges">
    <path fill="#fff" d="M0 0h${size}v${size}h-${size}z"></path>
    <path fill="#000" d=${path.join('')}></path>
  </svg>`;
}

/** Where runs of dark modules begin in a row, and how long they are. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    if (!isDark) return;
    if (row[x - 1]) runs.at(-1)![1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}

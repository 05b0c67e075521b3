import { tokens as tokenSheet } from '../kit/tokens.styles.ts';
import { warnOnce } from '../kit/warn-once.ts';
import { tokenProperty, type Appearance, type TokenName } from './appearance.ts';

/** WCAG 2.2, 1.4.3: what text needs. */
const ENOUGH = 4.5;

/** Texts, what they stand on, and the private names under which `tokens.styles.ts` has both. */
const pairs: readonly (readonly [text: TokenName, surface: TokenName])[] = [
  ['colorOnPrimary', 'colorPrimary'],
  ['colorText', 'colorSurface'],
  ['colorText', 'colorSurfaceRaised'],
  ['colorText', 'colorSurfaceSunken'],
  ['colorTextMuted', 'colorSurface'],
  ['colorTextMuted', 'colorSurfaceRaised'],
  ['colorLink', 'colorSurface'],
  ['colorDanger', 'colorSurface'],
  ['colorDanger', 'colorDangerSurface'],
  ['colorWarning', 'colorWarningSurface'],
  ['colorSuccess', 'colorSuccessSurface'],
];

/** `colorTextMuted` is read as `--_muted`. */
const privateName = (name: TokenName): string =>
  tokenProperty(name)
    .replace('--portico-color-', '--_')
    .replace(/--_(text|surface)-(?=muted|raised|sunken)/, '--_');

type Rgb = readonly [red: number, green: number, blue: number];

const luminance = (rgb: Rgb): number => {
  const [red, green, blue] = rgb.map((value) =>
    value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast of two colours, from 1 to 21. */
const contrast = (one: Rgb, other: Rgb): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** Reads colours as they come out, whatever CSS they are written in: painted one over the other on a canvas. */
function painter(): (...layers: readonly string[]) => Rgb {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  return (...layers) => {
    for (const color of ['white', ...layers]) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
}

/** Warns a developer, once each, about texts that would be hard to read on an element that wears this appearance. */
export function checkAppearance(element: HTMLElement, { theme = 'auto', tokens = {} }: Appearance): void {
  const probe = document.createElement('span');
  const root = probe.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokenSheet.styleSheet!];
  const inner = root.appendChild(document.createElement('span'));
  const paint = painter();
  (element.shadowRoot ?? element).append(probe);
  for (const scheme of theme === 'auto' ? ['light', 'dark'] : [theme]) {
    probe.style.colorScheme = scheme;
    const colorOf = (name: TokenName): string => {
      inner.style.color = `var(${privateName(name)})`;
      return getComputedStyle(inner).color;
    };
    for (const [text, surface] of pairs) {
      if (!(text in tokens) && !(surface in tokens)) continue;
      const under = colorOf(surface);
      const ratio = contrast(paint(under, colorOf(text)), paint(under));
      if (ratio >= ENOUGH) continue;
      // Cut, not rounded: 4.49 is not enough.
      const told = (Math.floor(ratio * 10) / 10).toFixed(1);
      warnOnce(
        `[portico/appearance] ${text} on ${surface} has a contrast of ${told}:1 in ${scheme}; text needs ${ENOUGH}:1. Give one of the two another colour.`,
      );
    }
  }
  probe.remove();
}

import type { Appearance } from 'portico';

/** How far the page's colours follow the person's machine. */
export type Theme = NonNullable<Appearance['theme']>;

/** The insurer's brand: tokens and nothing else, for light and dark at once. */
const tokens = {
  colorPrimary: 'light-dark(#5b2a6e, #dcb3ee)',
  colorOnPrimary: 'light-dark(#ffffff, #36124a)',
  colorLink: 'light-dark(#6a2f81, #dcb3ee)',
  colorFocus: 'light-dark(#a04b00, #f4b65c)',
  colorSurface: 'light-dark(#ffffff, #211a25)',
  colorSurfaceRaised: 'light-dark(#fbf7f1, #2b2330)',
  colorSurfaceSunken: 'light-dark(#f3ebe0, #18121b)',
  colorText: 'light-dark(#2a2030, #f1e9f4)',
  colorTextMuted: 'light-dark(#685a6e, #bdaec4)',
  colorBorder: 'light-dark(#e0d3c4, #4a3d52)',
  colorBorderStrong: 'light-dark(#8b7a6a, #9c8ba6)',
  fontFamily: "'Avenir Next', 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif",
  radius: '10px',
  controlHeight: '44px',
} satisfies Appearance['tokens'];

/** The appearance in a theme. */
export const appearance = (theme: Theme): Appearance => ({ theme, tokens });

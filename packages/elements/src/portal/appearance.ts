/** The semantic tokens and those of single parts, by camel-case name: `colorPrimary` is `--portico-color-primary`. */
export type TokenName =
  | `color${'Primary' | 'OnPrimary' | 'Text' | 'TextMuted' | 'Link' | 'Focus' | 'Border' | 'BorderStrong'}`
  | `color${'Surface' | 'SurfaceRaised' | 'SurfaceSunken' | 'InfoSurface'}`
  | `color${'Danger' | 'Warning' | 'Success'}${'' | 'Surface'}`
  | `font${'Family' | 'FamilyMono' | 'Size' | 'SizeSmall' | 'SizeLarge' | 'WeightBold'}`
  | 'controlHeight'
  | 'focusWidth'
  | 'lineHeight'
  | 'radius'
  | 'rowHeight'
  | 'shadow'
  | 'space'
  | 'tableBlockSize'
  | 'tableHeaderHeight';

/**
 * How the elements look, as a host sets it: each key of `tokens` is a token of `tokens.styles.ts`. In development (a page of this machine) texts
 * whose colours come below 4.5:1 are warned about.
 */
export interface Appearance {
  /** `auto` follows the page's own colour scheme. @default 'auto' */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** Heights of controls and rows, and space between. @default 'comfortable' */
  readonly density?: 'comfortable' | 'compact';
  /** Tokens with CSS values; `light-dark(…, …)` gives both themes one. */
  readonly tokens?: Readonly<Partial<Record<TokenName, string>>>;
}

const densities = {
  comfortable: { '--portico-control-height': '40px', '--portico-row-height': '36px', '--portico-space': '8px' },
  compact: { '--portico-control-height': '32px', '--portico-row-height': '28px', '--portico-space': '6px' },
} as const;

/** The CSS property of a token. */
export const tokenProperty = (name: string): string => `--portico-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The CSS properties that an appearance stands for. */
export function appearanceProperties({ theme = 'auto', density, tokens = {} }: Appearance): ReadonlyMap<string, string> {
  const properties = new Map<string, string>(density ? Object.entries(densities[density]) : []);
  if (theme !== 'auto') properties.set('color-scheme', theme);
  for (const [name, value] of Object.entries(tokens)) properties.set(tokenProperty(name), value);
  return properties;
}

/** How the elements look, as a host sets it: each key is a token of `tokens.styles.ts` (`colorPrimary` → `--portico-color-primary`). */
export interface Appearance {
  /** `auto` follows the page's own colour scheme. */
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly density?: 'comfortable' | 'compact';
  /** Tokens by camel-case name, with CSS values. */
  readonly tokens?: Readonly<Record<string, string>>;
}

const densities = {
  comfortable: { '--portico-control-height': '40px', '--portico-row-height': '36px', '--portico-space': '8px' },
  compact: { '--portico-control-height': '32px', '--portico-row-height': '28px', '--portico-space': '6px' },
} as const;

/** The CSS properties that an appearance stands for. */
export function appearanceProperties({ theme = 'auto', density, tokens = {} }: Appearance): ReadonlyMap<string, string> {
  const properties = new Map<string, string>(density ? Object.entries(densities[density]) : []);
  if (theme !== 'auto') properties.set('color-scheme', theme);
  for (const [name, value] of Object.entries(tokens)) {
    properties.set(`--portico-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  return properties;
}

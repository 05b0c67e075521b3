import type { Appearance } from 'portico';

/** A payer's look: tokens alone, no sheet of its own. */
export interface Brand {
  readonly id: string;
  readonly name: string;
  readonly tokens: NonNullable<Appearance['tokens']>;
}

/** The two brands of the demo world. */
export const brands: readonly Brand[] = [
  { id: 'gulf-shield', name: 'Gulf Shield · درع الخليج', tokens: {} },
  {
    id: 'lakeland',
    name: 'Lakeland Health Plan',
    tokens: {
      colorPrimary: 'light-dark(#1b6b4a, #7fd3ae)',
      colorOnPrimary: 'light-dark(#ffffff, #06281a)',
      colorLink: 'light-dark(#17603f, #8adbb6)',
      colorFocus: 'light-dark(#17603f, #a6ecd0)',
      colorSurfaceRaised: 'light-dark(#f4f8f3, #1c2621)',
      radius: '2px',
      fontFamily: "Georgia, 'Noto Serif', 'Noto Naskh Arabic', serif",
    },
  },
];

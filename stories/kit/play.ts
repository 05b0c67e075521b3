import { within } from 'storybook/test';

type Catalogue = Readonly<Record<string, unknown>>;
type Role = { readonly name?: RegExp; readonly level?: number };

/** The questions of Testing Library that play functions ask: `find` waits, `get` and `query` do not. */
export interface Screen {
  findByRole(role: string, options?: Role): Promise<HTMLElement>;
  findAllByRole(role: string, options?: Role): Promise<HTMLElement[]>;
  findByText(text: RegExp): Promise<HTMLElement>;
  findByLabelText(text: RegExp): Promise<HTMLInputElement>;
  getByRole(role: string, options?: Role): HTMLElement;
  getByLabelText(text: RegExp): HTMLInputElement;
  queryAllByText(text: RegExp): HTMLElement[];
}

/** Finds texts by their key in whichever language the toolbar is set to. */
export function texts<English extends Catalogue>(en: English, ar: Catalogue): (key: keyof English & string) => RegExp {
  const literal = (text: unknown): string => (typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '(?!)');
  return (key) => new RegExp(`^\\s*(${literal(en[key])}|${literal(ar[key])})\\s*$`);
}

/** What is rendered in an element's own tree, asked by role and name. */
export function inside(canvas: HTMLElement, tag: string): Screen {
  return within(canvas.querySelector(tag)!.shadowRoot as unknown as HTMLElement) as Screen;
}

/** An element of the story. */
export const element = <Kind extends HTMLElement>(canvas: HTMLElement, tag: string): Kind => canvas.querySelector<Kind>(tag)!;

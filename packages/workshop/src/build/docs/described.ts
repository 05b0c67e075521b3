import type { Examples, Keyboard } from './element-docs.ts';

/** Something of an element that has a name and a sentence. */
export interface Named {
  readonly name: string;
  readonly description?: string;
}

/** An attribute, a field or an event with its type. */
export interface Typed extends Named {
  readonly type?: { readonly text: string };
  readonly default?: string;
}

/** A field or method of a class. */
export interface Member extends Typed {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'public' | 'protected' | 'private';
  readonly static?: boolean;
  readonly readonly?: boolean;
  /** The attribute that sets it. */
  readonly attribute?: string;
  readonly parameters?: readonly (Typed & { readonly optional?: boolean })[];
  readonly return?: { readonly type?: { readonly text: string } };
}

/** A public element as `dist/custom-elements.json` describes it: its doc block, and what stands beside its story. */
export interface Described {
  readonly name: string;
  readonly tagName: string;
  readonly summary?: string;
  readonly description?: string;
  readonly attributes?: readonly (Typed & { readonly fieldName?: string })[];
  readonly members?: readonly Member[];
  readonly events?: readonly Typed[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Typed[];
  readonly cssStates?: readonly Named[];
  readonly keyboard?: Keyboard;
  readonly examples?: Examples;
}

/** A manifest of custom elements: https://github.com/webcomponents/custom-elements-manifest, schema 1.0. */
export interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations?: readonly (Partial<Described> & Named)[] }[];
}

/** The public elements of a manifest, in the order of their tags. */
export const elementsOf = ({ modules }: Manifest): readonly Described[] =>
  modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((declaration): declaration is Described => declaration.tagName !== undefined)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));

/** What keys do in an element: `[keys, what they do]`. */
export type Keyboard = readonly (readonly [keys: string, does: string])[];

/** One element of an example, from which its markup, its React form and its script are written. */
export interface ExampleNode {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string | true>>;
  /** What only a script can give: expressions over the names that `uses` and `setup` bring. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Listeners by the name of the event, as expressions. */
  readonly on?: Readonly<Record<string, string>>;
  readonly children?: readonly (ExampleNode | string)[];
}

/** What the class of an element does not say: a file `<tag>.docs.ts` beside its story exports it as `docs`, the one source of both. */
export interface ElementDocs {
  readonly keyboard: Keyboard;
  readonly example: {
    /** What the kit is asked for by name. */
    readonly uses?: readonly string[];
    /** Lines of script that come first. */
    readonly setup?: readonly string[];
    readonly root: ExampleNode;
  };
}

/** The same example for a page of markup, a React application and a page that builds its nodes. */
export interface Examples {
  readonly html: string;
  /** What the page of markup needs besides: its own script file; empty where the markup is enough. */
  readonly htmlScript: string;
  readonly react: string;
  readonly script: string;
}

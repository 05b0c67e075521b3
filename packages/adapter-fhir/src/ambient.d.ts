// The host globals that exist in every browser, worker and Node and that the reader uses.
declare class AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
}
declare class TextDecoder {
  constructor(label?: string);
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

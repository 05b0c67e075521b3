/** What keys do in an element, for its page of documentation: `[keys, what they do]`. */
export type Keyboard = readonly (readonly [keys: string, does: string])[];

/** A description with the keyboard table beneath it, as Markdown. */
export function withKeyboard(description: string | undefined, keyboard: Keyboard | undefined): string {
  const rows = keyboard?.map(([keys, does]) => `| ${keys} | ${does} |`).join('\n');
  return [description ?? '', rows && `### Keyboard\n\n| Keys | What they do |\n|---|---|\n${rows}`].filter(Boolean).join('\n\n');
}

const told = new Set<string>();

/** Tells a developer something once in the life of a page. */
export function warnOnce(text: string): void {
  if (told.has(text)) return;
  told.add(text);
  console.warn(text);
}

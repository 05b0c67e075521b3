import type { Portal } from './portal.ts';

/** Only a page of this machine is one that somebody is making. */
const isInDevelopment = (): boolean => /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);

/**
 * Puts the looks of a portal on an element in place of those it wore, and answers what it wears now. Through the object model, which a strict
 * policy allows.
 */
export function wearLooks(element: HTMLElement, portal: Portal | undefined, worn: readonly string[]): readonly string[] {
  const looks = portal?.looks ?? new Map<string, string>();
  for (const name of worn) if (!looks.has(name)) element.style.removeProperty(name);
  looks.forEach((value, name) => element.style.setProperty(name, value));
  const { appearance } = portal?.settings ?? {};
  if (appearance && isInDevelopment())
    void import('./appearance-check.ts').then(({ checkAppearance }) => element.isConnected && checkAppearance(element, appearance));
  return [...looks.keys()];
}

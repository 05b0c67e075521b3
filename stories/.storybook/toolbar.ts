import { brands } from '../../demo/brands.ts';
import { appearanceProperties } from '../../packages/elements/src/portal/appearance.ts';

/** Settings of the toolbar, in the order shown; the first value of each is the one a story starts with. */
const choices = {
  brand: { icon: 'paintbrush', values: Object.fromEntries(brands.map(({ id, name }) => [id, name])) },
  theme: { icon: 'contrast', values: { light: 'Light', dark: 'Dark' } },
  language: { icon: 'globe', values: { en: 'English', ar: 'العربية' } },
  density: { icon: 'menu', values: { comfortable: 'Comfortable', compact: 'Compact' } },
  network: { icon: 'rss', values: { healthy: 'Healthy', slow: 'Slow', failing: 'Failing', offline: 'Offline' } },
} as const;

/** What the toolbar is set to; a story's loader reads `network` and puts the faults of `@portico/testing/faults` over its backend. */
export type StoryGlobals = { readonly [name in keyof typeof choices]: keyof (typeof choices)[name]['values'] };

/** Storybook's declaration of the toolbar. */
export const globalTypes = Object.fromEntries(
  Object.entries(choices).map(([name, { icon, values }]) => {
    const items = Object.entries(values).map(([value, title]) => ({ value, title }));
    return [name, { description: name, toolbar: { title: name, icon, items, dynamicTitle: true } }];
  }),
);

/** The first value of each setting. */
export const initialGlobals = Object.fromEntries(Object.entries(choices).map(([name, { values }]) => [name, Object.keys(values)[0]]));

let applied: readonly string[] = [];

/** Puts language, direction and looks on the page, where elements inherit them. */
export function applyGlobals(page: HTMLElement, globals: Readonly<Record<string, unknown>>): void {
  const { brand, theme, language, density } = globals as StoryGlobals;
  page.lang = language;
  page.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const name of applied) page.style.removeProperty(name);
  const looks = appearanceProperties({ theme, density, tokens: brands.find(({ id }) => id === brand)?.tokens ?? {} });
  for (const [name, value] of looks) page.style.setProperty(name, value);
  page.style.setProperty('background', theme === 'dark' ? '#14181d' : '#ffffff');
  applied = [...looks.keys()];
}

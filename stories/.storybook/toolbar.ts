/** Settings of the toolbar, in the order shown; the first value of each is the one a story starts with. */
const choices = {
  brand: { icon: 'paintbrush', values: { default: 'Portico', gulf: 'Gulf TPA', plains: 'Plains Health' } },
  theme: { icon: 'contrast', values: { light: 'Light', dark: 'Dark' } },
  language: { icon: 'globe', values: { en: 'English', ar: 'العربية' } },
  density: { icon: 'lightning', values: { comfortable: 'Comfortable', compact: 'Compact' } },
  network: { icon: 'rss', values: { healthy: 'Healthy', slow: 'Slow', failing: 'Failing', offline: 'Offline' } },
} as const;

/** What the toolbar is set to. */
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

/** Puts language, direction, theme, brand and density on the page, where elements look for them; the network is a story's own matter. */
export function applyGlobals(page: HTMLElement, globals: Readonly<Record<string, unknown>>): void {
  const { brand, theme, language, density } = globals as StoryGlobals;
  page.lang = language;
  page.dir = language === 'ar' ? 'rtl' : 'ltr';
  Object.assign(page.dataset, { brand, theme, density });
}

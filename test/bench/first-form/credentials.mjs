/** What is typed into every form, and what must arrive. */
export const credentials = { name: 'noura', password: 'demo-clerk-pass' };

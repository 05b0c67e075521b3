/** A service line as an attribute has it: a whole number, else none. */
export const lineAttribute = {
  converter: (value: string | null): number | null => (value && /^\d+$/.test(value) ? Number(value) : null),
};

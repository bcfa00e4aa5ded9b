/** JSON as reports write it: keys in the order they were given, one space of indent, a line break at the end. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

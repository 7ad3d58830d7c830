/** A value as an editor typed it, short. */
export const shown = (value: unknown): string => {
  if (typeof value === 'string') return value.length > 70 ? `“${value.slice(0, 67)}…”` : `“${value}”`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null)
    return `a group of fields (${Object.keys(value)
      .map((key) => `“${key}:”`)
      .join(', ')})`;
  return `“${String(value)}”`;
};

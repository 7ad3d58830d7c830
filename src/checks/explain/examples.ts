/** What stands in a field, and examples of what may, drawn from its shape. */
import type { Shape } from '../../kinds/shape.ts';

/** A number of the kind wanted: the one that the description gives, never a limit. */
export const exampleNumber = (name: string, shape: Shape | undefined): string =>
  /: (-?\d+(?:\.\d+)?)$/.exec(shape?.description ?? '')?.[1] ?? (/year|cohort|asOf/i.test(name) ? '2016' : '12');

/** The fields of a group that are needed, or all where none is: “name:”, “url:”. */
export const fieldsIn = (shape: Shape | undefined): string => {
  const one = (part: Shape) =>
    (part.required ?? Object.keys(part.properties ?? {})).map((key) => `“${key}:”`).join(', ');
  return shape?.anyOf ? shape.anyOf.map(one).join(' or ') : one(shape ?? {});
};

/** An example line for a field, by what it is. */
export const exampleOf = (name: string, shape: Shape | undefined): string => {
  if (!shape) return `${name}: …`;
  if (shape.kind === 'day') return `${name}: 2026-11-04`;
  if (shape.kind === 'partial-date') return `${name}: 2013-02-14`;
  if (shape.kind === 'web-address') return `${name}: https://www.smart-policing.com/…`;
  if (shape.enum) return `${name}: ${shape.enum[0]}`;
  if (shape.type === 'array')
    return shape.items?.references || shape.items?.type === 'string'
      ? `${name}: [first, second]`
      : `${name}:, and under it, two spaces in, “- ” with ${fieldsIn(shape.items)}`;
  if (shape.type === 'object') return `${name}:, and under it, two spaces in, ${fieldsIn(shape)}`;
  if (shape.type === 'integer' || shape.type === 'number') return `${name}: ${exampleNumber(name, shape)}`;
  return `${name}: …`;
};

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

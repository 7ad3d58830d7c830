/** Fields that the schema does not know, and fields that it misses: often the two ends of one misspelling. */
import type { Shape } from '../../kinds/shape.ts';
import { valueAt, type Complaint, type IssueOf } from './complaint.ts';
import { exampleOf } from './examples.ts';
import { fieldName, at, atField, type Finding, type Words } from '../finding.ts';
import { meantBy } from './other-words.ts';
import { keyOffsetOf, offsetOf } from '../reading/positions.ts';
import { nearest } from '../../lib/nearest.ts';

/** The field whose group holds a field of this name, where there is one. */
const ownerOf = (key: string, shape: Shape | undefined): string | undefined =>
  Object.entries(shape?.properties ?? {}).find(([, { properties, items }]) =>
    [properties, items?.properties, ...(items?.anyOf ?? []).map((one) => one.properties)].some((fields) =>
      Object.hasOwn(fields ?? {}, key),
    ),
  )?.[0];

/** What braces make of a number with a comma, and of a colon without its space. */
const slipOfGroup = (
  keys: readonly string[],
  value: unknown,
  known: readonly string[],
  textBefore: (key: string) => string,
  isInBraces: (key: string) => boolean,
): Words | undefined => {
  const group = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const empty = keys.filter((key) => group[key] === null);
  const figures = empty.find((key) => /^\d+$/.test(key));
  if (figures) {
    const [number = ''] = /[-\d]*$/.exec(textBefore(figures).replace(/,\s*$/, '')) ?? [];
    return { found: `a comma inside a number: ${number},${figures}`, cure: `write a point: ${number}.${figures}` };
  }
  const cut = empty.filter((key) => !known.includes(key) && !/[\w-]+:/.test(key) && isInBraces(key));
  if (cut[0] !== undefined)
    return {
      found: `a comma in a text between braces, before “${cut[0]}”`,
      cure: 'put the whole text in straight quotes, or write each field on a line of its own without the braces',
    };
  const glued = empty.filter((key) => known.includes(/^(\w+):\S/.exec(key)?.[1] ?? ''));
  return glued.length > 0
    ? {
        found: `no space after the colon: ${glued.join(', ')}`,
        cure: `write ${glued.map((key) => key.replace(':', ': ')).join(', ')}`,
      }
    : undefined;
};

export const unknownKeys = ({ keys }: IssueOf<'unrecognized_keys'>, complaint: Complaint): Finding[] => {
  const { path, value, shape, around, entry } = complaint;
  const ofBranch = Object.keys(shape?.properties ?? {});
  // Where no key of an “either, or” is right, nobody knows which was meant.
  const known =
    around?.items?.anyOf && !Object.keys(value ?? {}).some((key) => ofBranch.includes(key))
      ? [...new Set(around.items.anyOf.flatMap(({ properties }) => Object.keys(properties ?? {})))]
      : ofBranch;
  const free = known.filter((key) => (value as Record<string, unknown> | undefined)?.[key] === undefined);
  const offsetOfKey = (key: string): number => keyOffsetOf(entry, [...path, key]);
  const isInBraces = (key: string): boolean => /^\s*[,}]/.test(entry.text.slice(offsetOfKey(key) + key.length));
  const textBefore = (key: string): string => entry.text.slice(0, offsetOfKey(key));
  const slip = slipOfGroup(keys, value, known, textBefore, isInBraces);
  if (slip) return [atField(entry, path, slip)];
  return keys.map((key) => {
    const twin = known.find((name) => name.toLowerCase() === key.toLowerCase() && !free.includes(name));
    const offset = offsetOfKey(key);
    const atKey = (words: Words): Finding => at(entry, offset, words, [...path, key]);
    if (twin)
      return atKey({
        found: `“${key}” is the field “${twin}” once more, which stands here already`,
        cure: `keep one of the two lines, and write ${twin}`,
      });
    const guess = meantBy(key, known) ?? nearest(key, free, 1)[0] ?? nearest(key, known, 1)[0];
    const owner = path.length === 0 && guess === undefined ? ownerOf(key, shape) : undefined;
    if (owner)
      return atKey({
        found: `“${key}:” stands at the left edge, and belongs under “${owner}:”`,
        cure: `put spaces in front, as many as the lines beside it have (${shape?.properties?.[owner]?.type === 'array' ? 'four' : 'two'})`,
      });
    const isSameWord =
      guess !== undefined && guess.toLowerCase() === key.toLowerCase().replace(/[\s_-]/g, '') && free.includes(guess);
    // An item that lacks its hyphen has the fields of two.
    const others = around?.items?.anyOf?.find(({ properties }) => Object.hasOwn(properties ?? {}, key));
    const own = ofBranch.find((name) => !Object.hasOwn(others?.properties ?? {}, name));
    if (others && own)
      return atKey({
        found: `“${key}” is no field of “${fieldName(path)}”, which has “${own}”`,
        cure: 'where two are meant, put a hyphen in front of the second; where it is one, keep one of the two lines',
      });
    return atKey({
      found: `“${key}” is no field of ${path.length === 0 ? `an entry in content/${entry.collection}/` : `“${fieldName(path)}”`}`,
      allowed: guess ? `did you mean “${guess}”?` : `the fields are ${known.join(', ')}`,
      cure: guess ? 'correct the name, or take the line out' : 'take the line out, or use one of these',
      edits: isSameWord ? [{ start: offset, end: offset + key.length, text: guess }] : undefined,
    });
  });
};

export const missingKey = ({ path, shape, around, entry }: Complaint): Finding[] => {
  const name = String(path.at(-1));
  const parent = path.slice(0, -1);
  const known = Object.keys(around?.properties ?? {});
  // A field with a kindred name that stands there unknown, or without a space after its colon, is told once, there.
  const isToldThere = Object.keys((valueAt(entry.frontmatter.values, parent) as object | undefined) ?? {}).some(
    (key) =>
      key.startsWith(`${name}:`) ||
      (!known.includes(key) && (meantBy(key, [name, ...known]) ?? nearest(key, [name, ...known], 1)[0]) === name),
  );
  if (isToldThere) return [];
  const isOfEntry = parent.length === 0;
  const [list, index] = [valueAt(entry.frontmatter.values, parent.slice(0, -1)), Number(parent.at(-1))];
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  /** A hyphen too many begins an item with the rest of the one above it. */
  const isRest = (at: number): boolean => {
    const [above, item] = [items[at - 1] ?? {}, items[at] ?? {}].map((one) => Object.keys(one));
    const first = around?.required?.[0];
    return Boolean(first && above?.includes(first) && item?.length && !item.some((key) => above.includes(key)));
  };
  // Told at the item that has it.
  if (isRest(index + 1) && Object.hasOwn(items[index + 1] ?? {}, name)) return [];
  const example = `add a line such as “${exampleOf(name, shape)}”${isOfEntry ? ' between the two lines of ---' : ''}`;
  return [
    at(
      entry,
      isOfEntry ? 0 : offsetOf(entry, parent),
      {
        found: isOfEntry ? `the field “${name}” is missing` : `“${name}” is missing in “${fieldName(parent)}”`,
        allowed: shape?.description,
        cure: isRest(index)
          ? `put a space in place of the hyphen, if it belongs to the item above; otherwise ${example}`
          : example,
      },
      path,
    ),
  ];
};

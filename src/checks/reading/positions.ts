/** Where a field stands in its file. */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Edit } from '../finding.ts';
import type { Entry } from './entry.ts';

type Path = readonly PropertyKey[];

interface Place {
  node: Node | null;
  /** Offset in the file of the value; of its key where the value is empty. */
  start: number;
  /** Of its key, or of the item of a list. */
  keyStart: number;
  /** Whether something stands at the path; else this is its nearest parent, the file where there is none. */
  isThere: boolean;
}

const placeAt = ({ frontmatter }: Entry, path: Path): Place => {
  const { nodes, start: base } = frontmatter;
  let place: Place = { node: nodes as Node | null, start: 0, keyStart: 0, isThere: true };
  for (const step of path) {
    const { node } = place;
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const value = (isSeq(node) ? node.items[Number(step)] : pair?.value) as Node | null | undefined;
    if (!pair && !value) return { ...place, isThere: false };
    const keyStart = ((pair?.key ?? value) as Node).range?.[0] ?? 0;
    place = {
      node: value ?? null,
      start: base + (value?.range?.[0] ?? keyStart),
      keyStart: base + keyStart,
      isThere: true,
    };
  }
  return place;
};

/** Offset in the file of the value at a path; of its key where the value is empty; of the nearest parent where it is missing. */
export const offsetOf = (entry: Entry, path: Path): number => placeAt(entry, path).start;

/** Offset in the file of the key at a path. */
export const keyOffsetOf = (entry: Entry, path: Path): number => placeAt(entry, path).keyStart;

/** The scalar at a path: its start and end in the file, quotes included, and how it was typed. */
export const scalarAt = (
  entry: Entry,
  path: Path,
): { start: number; end: number; typed: string; isQuoted: boolean } | undefined => {
  const { node, start, isThere } = placeAt(entry, path);
  if (!isThere || !isScalar(node) || !node.range) return undefined;
  const end = entry.frontmatter.start + node.range[1];
  return { start, end, typed: entry.text.slice(start, end), isQuoted: /^QUOTE/.test(node.type ?? '') };
};

/** Puts a text in the place of the whole scalar at a path; undefined where there is none. */
export const replaceScalar = (entry: Entry, path: Path, text: string): Edit[] | undefined => {
  const scalar = scalarAt(entry, path);
  return scalar && [{ start: scalar.start, end: scalar.end, text }];
};

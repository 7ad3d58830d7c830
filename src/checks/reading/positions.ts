/** Where a field stands in its file. */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Field, Frontmatter } from './frontmatter.ts';

/** The node at a path of keys and indexes, as deep as it goes. */
const nodeAt = (field: Field, path: readonly PropertyKey[]): { node: Node | null; start: number; deep: number } => {
  let node: Node | null = field.value;
  let start = node?.range ? node.range[0] + field.base : field.keyStart;
  let deep = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) break;
      const key = pair.key as Node;
      node = pair.value as Node | null;
      start = (node?.range?.[0] ?? key.range?.[0] ?? 0) + field.base;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) break;
      node = item;
      start = (item.range?.[0] ?? 0) + field.base;
    } else break;
    deep += 1;
  }
  return { node, start, deep };
};

/** Offset in the file of the value at a path; of its key where the value is empty; of the nearest parent where it is missing. */
export const offsetOf = (frontmatter: Frontmatter, path: readonly PropertyKey[]): number => {
  const [name, ...rest] = path;
  const field = name === undefined ? undefined : frontmatter.fields.get(String(name));
  if (!field) return 0;
  return nodeAt(field, rest).start;
};

/** Offset in the file of a key in the map at a path. */
export const keyOffsetOf = (frontmatter: Frontmatter, path: readonly PropertyKey[], key: string): number => {
  const [name, ...rest] = path;
  if (name === undefined) return frontmatter.fields.get(key)?.keyStart ?? frontmatter.start;
  const field = frontmatter.fields.get(String(name));
  if (!field) return frontmatter.start;
  const { node, start } = nodeAt(field, rest);
  if (!isMap(node)) return start;
  const found = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return isScalar(found?.key) && found.key.range ? found.key.range[0] + field.base : start;
};

/** Start and end in the file of the scalar at a path, quotes included, and whether it is quoted. */
export const scalarAt = (
  frontmatter: Frontmatter,
  path: readonly PropertyKey[],
): { start: number; end: number; quoted: boolean; comment: string | undefined } | undefined => {
  const [name, ...rest] = path;
  const field = name === undefined ? undefined : frontmatter.fields.get(String(name));
  if (!field) return undefined;
  const { node, deep } = nodeAt(field, rest);
  if (deep < rest.length || !isScalar(node) || !node.range) return undefined;
  return {
    start: node.range[0] + field.base,
    end: node.range[1] + field.base,
    quoted: node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE',
    comment: node.comment ?? undefined,
  };
};

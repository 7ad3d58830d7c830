/** Groups in the order in which their keys first appear. */
export const groupBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
};

/** Newest first; what has no date comes last. */
export const newestFirst = <Item extends { date?: string | undefined; title: string }>(
  items: readonly Item[],
): Item[] =>
  [...items].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title, 'en'));

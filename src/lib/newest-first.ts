/** Newest first; what has no date comes last. */
export const newestFirst = <Item extends { date?: string | undefined; title: string }>(
  items: readonly Item[],
): Item[] =>
  [...items].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '', 'en') || a.title.localeCompare(b.title, 'en'));

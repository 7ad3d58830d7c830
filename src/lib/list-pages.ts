/** Long lists are cut into pages so that each stays light on a weak line. */
const entriesPerPage = 60;

/** “/webinars/” and “/webinars/page/2/”: the first page has the plain address. */
export const listPageAddress = (base: string, page: number): string => (page === 1 ? base : `${base}page/${page}/`);

/** Page 2 of a list and those that follow have titles of their own. */
export const pagedTitle = (title: string, { page }: { page: number }): string =>
  page === 1 ? title : `${title}, page ${page}`;

export interface ListPageSlice<Item> {
  page: number;
  lastPage: number;
  total: number;
  items: Item[];
}

/** At least one page, even of an empty list. */
export const listPages = <Item>(items: readonly Item[], perPage = entriesPerPage): ListPageSlice<Item>[] => {
  const lastPage = Math.max(1, Math.ceil(items.length / perPage));
  return Array.from({ length: lastPage }, (_, index) => ({
    page: index + 1,
    lastPage,
    total: items.length,
    items: items.slice(index * perPage, (index + 1) * perPage),
  }));
};

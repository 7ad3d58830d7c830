/** What is shown, cited and listed of pages, which a search knows by their numbers. */
import type { SetEntry } from '../../components/sets/set.ts';
import { cardsPerFile, type Card } from '../format.ts';
import type { CatalogReader } from '../scores.ts';

/** What a row shows of each page. */
export const cardsOf = async (catalog: CatalogReader, pages: readonly number[]): Promise<Card[]> =>
  (
    await Promise.all(
      pages.map(async (page) => (await catalog.cards(Math.floor(page / cardsPerFile)))[page % cardsPerFile]),
    )
  ).filter((card) => card !== undefined);

/** So many pages are known by their cards; of more, all titles in one file are less to fetch. */
const fewPages = 80;

/** Address and title of each page. */
export const entriesOf = async (catalog: CatalogReader, pages: readonly number[]): Promise<SetEntry[]> => {
  if (pages.length <= fewPages)
    return (await cardsOf(catalog, pages)).map(({ u: path, t: title }) => ({ path, title }));
  const titles = await catalog.titles();
  return pages.flatMap((page) => {
    const [path, title] = titles[page] ?? [];
    return path && title ? { path, title } : [];
  });
};

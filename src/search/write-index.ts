/**
 * After the pages: the search index, as part of every build. A process of its own, so that its memory and that of
 * the pages’ builder are never needed at once: `node src/search/write-index.ts <folder of the pages>`.
 */
import { writeSearch } from './write-search.ts';

const [site] = process.argv.slice(2);
if (!site) throw new Error('Say which folder holds the built pages.');
const started = performance.now();
const { pages } = await writeSearch(site, new URL('../../content/synonyms.yaml', import.meta.url));
console.log(
  `\n${pages.toLocaleString('en-US')} pages can be found; indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);

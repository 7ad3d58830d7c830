/** The sitemap of whatever pages were built, by Astro’s own integration; here are the days on which facts were checked. */
import { readFileSync, rmSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** No page to come to from a search: an answer to what a reader did, the later pages of a list, what is made for paper. */
const isLeftOut = (path: string): boolean =>
  path === '/technical-assistance/request/received/' ||
  path === '/offline/not-kept/' ||
  /\/(?:page\/\d+|pack)\/$/.test(path);

export const sitemapWithDays = (): AstroIntegration[] => {
  let days: Record<string, string> = {};
  return [
    {
      name: 'days-for-the-sitemap',
      hooks: {
        'astro:build:done': ({ dir }) => {
          const file = new URL('./sitemap-days.json', dir);
          days = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
          rmSync(file);
        },
      },
    },
    sitemap({
      filter: (page) => !isLeftOut(new URL(page).pathname),
      serialize: (item) => ({ ...item, lastmod: days[new URL(item.url).pathname] ?? days['/'] ?? '' }),
    }),
  ];
};

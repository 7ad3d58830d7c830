/** The sitemap of whatever pages were built, by Astro’s own integration; here are the days on which facts were checked. */
import { readFileSync, rmSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** No page to come to from a search: the answer to a request, the later pages of a list. */
const isLeftOut = (path: string): boolean =>
  path === '/technical-assistance/request/received/' || /\/page\/\d+\/$/.test(path);

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

/** `sitemap.xml` of whatever pages were built: no list to keep by hand. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { sitemap } from '../lib/feeds/sitemap.ts';

/** No page to come to from a search: what is not found, the answer to a request, the later pages of a list. */
const isLeftOut = (path: string): boolean =>
  path === '/404/' || path === '/technical-assistance/request/received/' || /\/page\/\d+\/$/.test(path);

/** `origin` is the site's own address. */
export const sitemapFile = (origin: string): AstroIntegration => ({
  name: 'sitemap',
  hooks: {
    'astro:build:done': ({ dir, pages }) => {
      const file = new URL('./sitemap-days.json', dir);
      const days = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      rmSync(file);
      const paths = pages
        .map(({ pathname }) => `/${pathname}`.replace(/([^/])$/, '$1/'))
        .filter((path) => !isLeftOut(path));
      const entries = [...new Set(paths)]
        .sort()
        .map((path) => ({ address: new URL(path, origin).href, modified: days[path] ?? days['/'] }));
      writeFileSync(new URL('./sitemap.xml', dir), sitemap(entries));
    },
  },
});

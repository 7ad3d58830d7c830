/** sitemaps.org 0.9: at most 50,000 addresses and 50 MB a file. */
import { element, xmlDocument } from './xml.ts';

interface SitemapPage {
  address: string;
  /** The day its facts were last checked. */
  modified: string | undefined;
}

export const sitemapLimit = 50_000;

/** Throws where there are more addresses than a sitemap may hold. */
export const sitemap = (pages: readonly SitemapPage[]): string => {
  if (pages.length > sitemapLimit)
    throw new Error(`A sitemap holds ${sitemapLimit} addresses and these are ${pages.length}: split it by collection.`);
  return xmlDocument([
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map(({ address, modified }) => `<url>${element('loc', address)}${element('lastmod', modified)}</url>`),
    '</urlset>',
  ]);
};

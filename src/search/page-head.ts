/** What a built page's head tells the search (src/components/SearchHead.astro). */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { facetNames, type FacetName } from '../lib/search/facets.ts';

interface PageHead {
  summary: string;
  kicker: string;
  /** ISO 8601, as exact as it is known; empty where the page has none. */
  date: string;
  names: string;
  aka: string;
  facets: Partial<Record<FacetName, string[]>>;
}

const meta = /<meta name="(description|search-[a-z]+)" content="([^"]*)"/g;

const named: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };

/** The references that Astro writes in attributes: a test holds every page's head to an HTML parser. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code?: string, name = '') =>
    code ? String.fromCodePoint(Number(code)) : (named[name] ?? whole),
  );

export const headOf = (html: string): PageHead => {
  const values = new Map<string, string[]>();
  for (const [, name = '', content = ''] of html.slice(0, html.indexOf('</head>')).matchAll(meta))
    values.set(name, [...(values.get(name) ?? []), unescaped(content)]);
  const only = (name: string): string => values.get(name)?.[0] ?? '';
  return {
    summary: only('description'),
    kicker: only('search-kicker'),
    date: only('search-date'),
    names: only('search-names'),
    aka: only('search-aka'),
    facets: Object.fromEntries(
      facetNames.flatMap((name): [FacetName, string[]][] => {
        const found = values.get(`search-${name}`);
        return found ? [[name, found]] : [];
      }),
    ),
  };
};

/** Bytes that hold the head of every page but the longest, used again and again: most of a page need not be read. */
const beginning = Buffer.alloc(16_384);

/** The head of the page with an address of this site: `/library/`. */
export const readPageHead = (site: string, address: string): PageHead => {
  const path = join(site, address, 'index.html');
  const file = openSync(path, 'r');
  try {
    const html = beginning.toString('utf8', 0, readSync(file, beginning, 0, beginning.length, 0));
    return headOf(html.includes('</head>') ? html : readFileSync(path, 'utf8'));
  } finally {
    closeSync(file);
  }
};

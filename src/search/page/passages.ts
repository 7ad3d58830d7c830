/**
 * Passages inside the pages, by Pagefind: loaded after the first results stand, because it weighs more than
 * they do. Pagefind needs WebAssembly; where a browser or a policy refuses that, it would wait for ever
 * without a word, so it is tried here first.
 */

export interface Passage {
  heading: string;
  href: string;
  excerpt: string;
}

interface PageData {
  url: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; plain_excerpt: string; locations: number[] }[];
}

/** What is used of Pagefind’s own interface (pagefind.app/docs/api). */
interface Pagefind {
  options: (options: { excerptLength: number }) => Promise<void>;
  search: (
    text: string,
    options?: { filters: Record<string, { any: string[] }> },
  ) => Promise<{ results: { data: () => Promise<PageData> }[] }>;
}

const passageLimit = 2;
const excerptWords = 18;
/** Pages that are looked at for a phrase. */
export const phraseLimit = 80;
const address = '/pagefind/pagefind.js';

export const canRunWebAssembly = (): boolean => {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
};

let pagefind: Promise<Pagefind> | undefined;

const load = async (): Promise<Pagefind> => {
  const module = (await import(/* @vite-ignore */ address)) as Pagefind;
  await module.options({ excerptLength: excerptWords });
  return module;
};

const start = (): Promise<Pagefind> => {
  pagefind ??= load();
  pagefind.catch(() => {
    pagefind = undefined;
  });
  return pagefind;
};

/** Pagefind’s excerpt may begin with the heading, or with the end of it. */
const withoutHeading = (excerpt: string, heading: string): string => {
  const words = heading.split(' ');
  for (let from = 0; from < words.length; from += 1) {
    const ending = words.slice(from).join(' ');
    if (excerpt.startsWith(ending)) return excerpt.slice(ending.length).replace(/^[.?!:\s]+/, '');
  }
  return excerpt;
};

const passagesOf = ({ meta, sub_results: parts }: PageData): Passage[] =>
  parts
    .filter(({ title }) => title !== meta['title'])
    .sort((a, b) => b.locations.length - a.locations.length)
    .slice(0, passageLimit)
    .map(({ title, url, plain_excerpt: excerpt }) => ({
      heading: title,
      href: url,
      excerpt: withoutHeading(excerpt, title),
    }));

/**
 * Passages of each page that has some: by all the words together where a page has all of them, by single
 * words, in the order given, for the rest. Pages are named by their address.
 */
export const findPassages = async (
  words: readonly string[],
  pages: ReadonlySet<string>,
): Promise<Map<string, Passage[]>> => {
  const engine = await start();
  const left = new Set(pages);
  const found = new Map<string, Passage[]>();
  for (const text of [words.join(' '), ...(words.length > 1 ? words : [])]) {
    if (left.size === 0) break;
    // Every page is a value of this filter, so that only what is shown is fetched.
    const { results } = await engine.search(text, { filters: { page: { any: [...left] } } });
    for (const page of await Promise.all(results.map(({ data }) => data()))) {
      const passages = passagesOf(page);
      if (passages.length > 0 && left.delete(page.url)) found.set(page.url, passages);
    }
  }
  return found;
};

/** Addresses of pages in which the quoted words stand next to each other. */
export const pagesWithPhrase = async (phrase: string): Promise<Set<string>> => {
  const engine = await start();
  const { results } = await engine.search(`"${phrase.replaceAll('"', '')}"`);
  const pages = await Promise.all(results.slice(0, phraseLimit).map(({ data }) => data()));
  return new Set(pages.map(({ url }) => url));
};

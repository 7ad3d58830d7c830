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

interface SubResult {
  title: string;
  url: string;
  plain_excerpt: string;
  locations: number[];
}

interface PagefindResult {
  id: string;
  data: () => Promise<{ meta: Record<string, string>; sub_results: SubResult[] }>;
}

interface Pagefind {
  options: (options: { excerptLength: number }) => Promise<void>;
  search: (text: string) => Promise<{ results: PagefindResult[] }>;
}

const mostPassages = 2;
const excerptWords = 18;
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

const passagesOf = async (result: PagefindResult): Promise<Passage[]> => {
  const { meta, sub_results: parts } = await result.data();
  return parts
    .filter(({ title }) => title !== meta['title'])
    .sort((a, b) => b.locations.length - a.locations.length)
    .slice(0, mostPassages)
    .map(({ title, url, plain_excerpt: excerpt }) => ({
      heading: title,
      href: url,
      excerpt: withoutHeading(excerpt, title),
    }));
};

/**
 * Passages of each page that has some: by all the words together where a page has all of them, by single
 * words, in the order given, for the rest.
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
    const { results } = await engine.search(text);
    await Promise.all(
      results.map(async (result) => {
        if (left.delete(result.id)) found.set(result.id, await passagesOf(result));
      }),
    );
  }
  return found;
};

/** Pages in which the quoted words stand next to each other. */
export const pagesWithPhrase = async (phrase: string): Promise<Set<string>> => {
  const engine = await start();
  const { results } = await engine.search(`"${phrase.replaceAll('"', '')}"`);
  return new Set(results.map(({ id }) => id));
};

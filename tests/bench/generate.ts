/**
 * A copy of the project with many more entries: real ones taken apart and put together anew, so that words
 * are as frequent, links as many and pages as long as in the real content. The same count gives the same site.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { scratchSite, type ScratchSite } from '../support/scratch-site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How the program's own content is spread, about. */
const collections = [
  'resources',
  'resources',
  'resources',
  'program-profiles',
  'program-profiles',
  'webinars',
  'meetings',
  'research-spotlights',
] as const;

interface Sample {
  data: Record<string, unknown>;
  paragraphs: string[];
}

/** A small, seeded generator of figures from 0 to 1 (mulberry32), so that every run makes the same site. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const samplesOf = (collection: string): Sample[] =>
  globSync(`content/${collection}/*.mdx`, { cwd: root })
    .sort()
    .flatMap((file): Sample[] => {
      const [, yaml, body] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
      if (!yaml) return [];
      const data = parse(yaml, { schema: 'core' }) as Record<string, unknown>;
      if (data['status'] !== 'published') return [];
      // What needs a component, a picture or a footnote stays where it is.
      const paragraphs = (body ?? '').split(/\n{2,}/).filter((part) => /^[A-Z]/.test(part) && !/[<{[\]|]/.test(part));
      return [{ data, paragraphs }];
    });

/** The project with `count` entries more than its own. Remove it after use. */
export const generateSite = (count: number): ScratchSite => {
  const random = seeded(count);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  const samples = new Map([...new Set(collections)].map((collection) => [collection, samplesOf(collection)]));
  const everything = [...samples.values()].flat();
  const paragraphs = everything.flatMap((sample) => sample.paragraphs);
  // The checks ask that a figure of a summary stands on the page too: here it would not.
  const sentences = everything
    .flatMap(({ data }) => String(data['summary']).split(/(?<=\.) /))
    .filter((sentence) => !/\d/.test(sentence));
  const topics = globSync('content/topics/*.mdx', { cwd: root }).map((file) => file.replace(/^.*\/|\.mdx$/g, ''));

  const site = scratchSite({ content: true });
  for (let index = 0; index < count; index += 1) {
    const collection = pick(collections);
    const sample = pick(samples.get(collection) ?? []);
    const other = pick(samples.get(collection) ?? []);
    const summary = `${pick(sentences)} ${pick(sentences)}`.slice(0, 280).trim();
    const data = {
      ...sample.data,
      title: `${String(other.data['title']).slice(0, 200)}, no. ${index + 1}`,
      summary,
      topics: [...new Set([pick(topics), pick(topics), pick(topics)])],
    };
    if ('year' in data) data['year'] = 2009 + Math.floor(random() * 15);
    const body = Array.from(
      { length: 4 },
      (_, part) =>
        `## ${pick(sentences)
          .slice(0, 70)
          .replace(/[<{].*|\.$/g, '')}, part ${part + 1}\n\n${pick(paragraphs)}`,
    ).join('\n\n');
    site.write(`content/${collection}/generated-${index + 1}.mdx`, `---\n${stringify(data)}---\n\n${body}\n`);
  }
  return site;
};

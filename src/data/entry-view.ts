/** What the page of any entry shows beside its own fields. */
import { render, type CollectionEntry } from 'astro:content';
import { workOf, type CitedCollection, type CitedEntry } from './citations.ts';
import { factsOf, folioOf, linkTo, placeIn, published, sectionsOf, type Entry } from './entries.ts';
import { previewAddress } from './previews.ts';
import { relatedTo } from './relations.ts';
import { thingsOf } from './structured-data.ts';
import { topicLinks } from './topics.ts';
import { versionOf } from './versions.ts';
import { addressOf, type CollectionName } from '../kinds/index.ts';

/** Static paths of a collection, each page with its entry. */
export const pathsOf = async <C extends CollectionName>(collection: C) =>
  (await published(collection)).map((entry) => ({ params: { id: entry.id }, props: { entry } }));

/** The entry ready to show: its fields, its rendered body and what stands around it. */
export const entryView = async (entry: CitedEntry) => {
  const { Content, headings } = await render(entry as CollectionEntry<CitedCollection>);
  const view = {
    ...entry.data,
    entry: { collection: entry.collection, id: entry.id },
    href: addressOf(entry),
    folio: folioOf(entry),
    /** For the table “At a glance”. */
    facts: factsOf(entry).filter(({ isElsewhere }) => !isElsewhere),
    /** Those that stand in the frontmatter. */
    sections: sectionsOf(entry),
    topics: await topicLinks(entry.data.topics.map(({ id }) => id)),
    related: await relatedTo(entry),
    /** Second-level headings of the body. */
    headings: headings
      .filter(({ depth, slug }) => depth === 2 && slug !== 'footnote-label')
      .map(({ slug, text }) => ({ id: slug, label: text })),
    hasBody: headings.length > 0 || Boolean(entry.rendered?.html.trim() ?? true),
    /** Path of the entry's file in the repository. */
    file: entry.filePath ?? '',
    /** What a citation of this page cites. */
    work: workOf(entry),
    version: await versionOf(entry),
    /** The page in schema.org’s words. */
    things: await thingsOf(entry),
    preview: previewAddress(entry.collection),
  };
  return { view, Content };
};

export type EntryView = Awaited<ReturnType<typeof entryView>>['view'];

/** The entries just before and after in a list; none where the entry is not in it, such as one without a date. */
export const neighborsOf = (entries: readonly Entry[], entry: Entry) => {
  const place = placeIn(entries, entry.id);
  if (place < 0) return {};
  const [previous, next] = [entries[place - 1], entries[place + 1]];
  return { previous: previous && linkTo(previous), next: next && linkTo(next) };
};

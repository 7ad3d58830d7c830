/** What the page of any entry shows beside its own fields. */
import { render, type CollectionEntry } from 'astro:content';
import type { Fact, Section } from '../lib/facts.ts';
import type { CslItem } from '../lib/citation/csl.ts';
import type { Thing } from '../lib/structured-data.ts';
import { workOf, type CitedCollection, type CitedEntry } from './citations.ts';
import { placeIn, published, type Entry } from './entries.ts';
import { factsOf, sectionsOf } from './facts.ts';
import { previewAddress } from './previews.ts';
import { relatedTo, type RelatedGroup } from './relations.ts';
import { thingsOf } from './structured-data.ts';
import { topicLinks, type TopicLink } from './topics.ts';
import { versionOf, type VersionView } from './versions.ts';
import { addressOf, type CollectionName } from '../kinds/index.ts';

export interface EntryView extends Pick<
  CitedEntry['data'],
  'title' | 'summary' | 'reviewed' | 'caveats' | 'notes' | 'discrepancies' | 'sources'
> {
  entry: { collection: CitedCollection; id: string };
  href: string;
  draftReason: string | undefined;
  /** For the table “At a glance”. */
  facts: readonly Fact[];
  /** Those that stand in the frontmatter. */
  sections: readonly Section[];
  topics: TopicLink[];
  related: RelatedGroup[];
  /** Second-level headings of the body. */
  headings: { id: string; label: string }[];
  hasBody: boolean;
  /** Path of the entry's file in the repository. */
  file: string;
  /** What a citation of this page cites. */
  work: CslItem;
  version: VersionView;
  /** The page in schema.org’s words. */
  things: readonly Thing[];
  preview: string;
}

/** Static paths of a collection, each page with its entry. */
export const pathsOf = async <C extends CollectionName>(collection: C) =>
  (await published(collection)).map((entry) => ({ params: { id: entry.id }, props: { entry } }));

/** The entry ready to show: its rendered body and what stands around it. */
export const entryView = async (entry: CitedEntry) => {
  const { Content, headings } = await render(entry as CollectionEntry<CitedCollection>);
  const { title, summary, reviewed, caveats, notes, discrepancies, sources, draftReason, topics } = entry.data;
  const view: EntryView = {
    entry: { collection: entry.collection, id: entry.id },
    href: addressOf(entry),
    title,
    summary,
    reviewed,
    caveats,
    notes,
    discrepancies,
    sources,
    draftReason,
    facts: factsOf(entry).filter(({ isElsewhere }) => !isElsewhere),
    sections: sectionsOf(entry),
    topics: await topicLinks(topics.map(({ id }) => id)),
    related: await relatedTo(entry),
    headings: headings
      .filter(({ depth, slug }) => depth === 2 && slug !== 'footnote-label')
      .map(({ slug, text }) => ({ id: slug, label: text })),
    hasBody: headings.length > 0 || Boolean(entry.rendered?.html.trim() ?? true),
    file: entry.filePath ?? '',
    work: workOf(entry),
    version: await versionOf(entry),
    things: await thingsOf(entry),
    preview: previewAddress(entry.collection),
  };
  return { view, Content };
};

/** The entries just before and after in a list; none where the entry is not in it, such as one without a date. */
export const neighborsOf = (entries: readonly Entry[], entry: Entry) => {
  const place = placeIn(entries, entry.id);
  if (place < 0) return {};
  const link = (other: Entry | undefined) => other && { href: addressOf(other), label: other.data.title };
  return { previous: link(entries[place - 1]), next: link(entries[place + 1]) };
};

/** Entries as rows of a list. What a row says of an entry of each kind stands in src/kinds. */
import { addressOf, kinds, type CollectionName } from '../kinds/index.ts';
import { keyOf, type Reference } from '../lib/entry-reference.ts';
import { laterVotes, ownVotes, strongestOf } from '../lib/evidence.ts';
import { noResultLabels } from '../lib/labels.ts';
import type { RowFact } from '../lib/rows.ts';
import { countedEvidence, projectsNamed, publishedAt, stands, summaryOf, type Entry } from './entries.ts';
import { memo } from './memo.ts';

const ownFacts = <C extends CollectionName>(entry: Entry<C>): readonly RowFact[] =>
  kinds[entry.collection].row?.(entry.data, keyOf(entry)) ?? [];

/** The projects an entry is about: the first two. */
const projectsOf = async (entry: Entry): Promise<RowFact[]> => {
  const projects = kinds[entry.collection].isAboutProjects ? await projectsNamed(entry) : [];
  return projects.slice(0, 2).map((project) => ({ lead: 'On', text: project.data.title, href: addressOf(project) }));
};

/** Made once for each entry, since many lists show it. */
const rowOf = memo(async (entry: Entry) => {
  const { data } = entry;
  const { sort, date } = summaryOf(entry);
  const evidence = countedEvidence(entry);
  return {
    id: entry.id,
    href: addressOf(entry),
    name: data.title,
    /** “Fact sheet”; shown only where kinds mix. */
    sort: sort.label,
    sentence: evidence?.finding ?? data.summary,
    /** Taken back: the page stays and says why. */
    isWithdrawn: !stands(entry),
    /** Of what it is about, as far as it is known. */
    year: date?.slice(0, 4),
    /** Of a project; undefined of other kinds. */
    evidence: evidence && {
      /** Of the strongest own study; undefined without studies. */
      design: strongestOf(evidence.studies.map(({ design }) => design)),
      own: ownVotes(evidence),
      /** Never added to the own. */
      later: laterVotes(evidence),
      /** Said where there is no study: “No public result”. */
      none: noResultLabels[evidence.noResult ?? 'no-public-result'],
    },
    facts: [...ownFacts(entry), ...(await projectsOf(entry))],
  };
});

export type ListRow = Awaited<ReturnType<typeof rowOf>>;

/** Rows of the published entries named, in the order of the names. */
export const rowsOf = async (named: readonly Reference<CollectionName>[]): Promise<ListRow[]> => {
  const entries = await Promise.all(named.map(publishedAt));
  return Promise.all(entries.filter((entry) => entry !== undefined).map(rowOf));
};

/** The entries of one page of a list under the years of their dates. */
export const yearsOf = async (entries: readonly (Reference<CollectionName> & { date: string | undefined })[]) => {
  const years = Map.groupBy(entries, ({ date }) => date?.slice(0, 4));
  return Promise.all(
    [...years].map(async ([year, inYear]) => ({
      id: year ? `year-${year}` : 'undated',
      label: year ?? 'No date',
      rows: await rowsOf(inYear),
    })),
  );
};

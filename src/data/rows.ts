/** Entries as rows of a list. */
import { requestAddress } from '../lib/addresses.ts';
import { dateInWords, spanInWords } from '../lib/dates.ts';
import { laterVotes, ownVotes, strongestOf } from '../lib/evidence.ts';
import { assistanceKindLabels, noResultLabels, resourceKindLabels, meetingKindLabels } from '../lib/labels.ts';
import { authorName } from '../lib/people.ts';
import type { ListRow, RowFact } from '../lib/rows.ts';
import { stateNames } from '../lib/states.ts';
import { listed } from '../lib/text.ts';
import { keyOf, type Reference } from '../lib/entry-reference.ts';
import { publishedNamed, withdrawalOf, type Entry } from './entries.ts';
import { addressOf, type CollectionName, kinds } from '../kinds/index.ts';

const line = (text: string | undefined, more: Partial<RowFact> = {}): RowFact[] => (text ? [{ text, ...more }] : []);

type Publication = Entry<'resources' | 'research-spotlights'>;

/** More than three names are “Braga and others”. */
const authorsInShort = ({ data }: Publication): string | undefined => {
  const names = data.authors.map((author) => ('family' in author ? author.family : authorName(author)));
  return names.length > 3 ? `${names[0]} and others` : listed(names);
};

/** The projects a publication or webinar is about: the first two by name. */
const about = async (profiles: readonly Reference<'program-profiles'>[]): Promise<RowFact[]> => {
  const entries = await publishedNamed(
    'program-profiles',
    profiles.slice(0, 2).map(({ id }) => id),
  );
  return entries.map((entry) => ({ lead: 'On', text: entry.data.title, href: addressOf(entry) }));
};

const isSlides = ({ title }: { title: string }): boolean => /slide|presentation/i.test(title);

/** What there is of a webinar or podcast to see, hear and read. */
const materialsOf = (entry: Entry<'webinars' | 'podcasts'>): string[] => {
  if (entry.collection === 'podcasts')
    return [...(entry.data.audio ? ['Audio'] : []), ...(entry.data.transcript ? ['Transcript'] : [])];
  const { recording, materials, transcript } = entry.data;
  return [
    ...(recording ? ['Recording'] : []),
    ...(materials.some((item) => isSlides(item) && (item.url || item.file)) ? ['Slides'] : []),
    ...(materials.some((item) => !isSlides(item) && (item.url || item.file)) ? ['Handouts'] : []),
    ...(transcript ? ['Transcript'] : []),
  ];
};

const factsOf = async (entry: Entry): Promise<RowFact[]> => {
  switch (entry.collection) {
    case 'research-spotlights':
      return [...line(authorsInShort(entry)), ...(await about(entry.data.profiles))];
    case 'resources':
      return [
        ...line(resourceKindLabels[entry.data.kind].one),
        ...line(authorsInShort(entry)),
        ...line(entry.data.journal, { isTitle: true }),
        ...(await about(entry.data.profiles)),
      ];
    case 'webinars': {
      const materials = materialsOf(entry);
      return [
        ...line(entry.data.date ? dateInWords(entry.data.date) : 'Date not known'),
        ...(materials.length > 0
          ? line(materials.join(', '))
          : line('ask for them', {
              lead: 'Neither recording nor slides found:',
              href: requestAddress({ about: keyOf(entry) }),
            })),
        ...(await about(entry.data.profiles)),
      ];
    }
    case 'podcasts':
      return [
        ...line(entry.data.date ? dateInWords(entry.data.date) : 'Date not known'),
        ...line(materialsOf(entry).join(', ')),
        ...(await about(entry.data.profiles)),
      ];
    case 'meetings': {
      const { kind, startDate, endDate, virtual, city, state } = entry.data;
      return [
        ...line(meetingKindLabels[kind]),
        ...line(spanInWords(startDate, endDate)),
        ...line(virtual ? 'Online' : [city, state && stateNames[state]].filter(Boolean).join(', ')),
      ];
    }
    case 'assistance':
      return [
        ...line(assistanceKindLabels[entry.data.kind]),
        ...line(entry.data.date && dateInWords(entry.data.date)),
        ...line(entry.data.requester),
      ];
    case 'experts': {
      const { expertise, likelyExpertise } = entry.data;
      return [
        ...line(listed(expertise)),
        ...line(listed(likelyExpertise), { lead: 'Likely, inferred from their work:' }),
        ...(expertise.length + likelyExpertise.length === 0
          ? line('No field is named: ask what this person can do')
          : []),
      ];
    }
    default:
      return [];
  }
};

const yearOf = (entry: Entry): string | undefined => {
  switch (entry.collection) {
    case 'program-profiles':
      return entry.data.cohort?.toString();
    case 'research-spotlights':
    case 'resources':
      return entry.data.year?.toString();
    case 'webinars':
    case 'podcasts':
    case 'assistance':
      return entry.data.date?.slice(0, 4);
    case 'meetings':
      return entry.data.startDate.slice(0, 4);
    default:
      return undefined;
  }
};

const make = async (entry: Entry): Promise<ListRow> => ({
  id: entry.id,
  href: addressOf(entry),
  name: entry.data.title,
  kind: entry.collection === 'resources' ? resourceKindLabels[entry.data.kind].one : kinds[entry.collection].one,
  sentence: entry.collection === 'program-profiles' ? entry.data.finding : entry.data.summary,
  isWithdrawn: withdrawalOf(entry) !== undefined,
  year: yearOf(entry),
  evidence:
    entry.collection === 'program-profiles'
      ? {
          design: strongestOf(entry.data.studies.map(({ design }) => design)),
          own: ownVotes(entry.data),
          later: laterVotes(entry.data),
          none: noResultLabels[entry.data.noResult ?? 'no-public-result'],
        }
      : undefined,
  facts: await factsOf(entry),
});

const made = new WeakMap<Entry, Promise<ListRow>>();

/** Made once for each entry, since many lists show it. */
const rowOf = (entry: Entry): Promise<ListRow> => {
  const row = made.get(entry) ?? make(entry);
  made.set(entry, row);
  return row;
};

/** Rows of the published entries named, in the order of the names. */
export const rowsOf = async (named: readonly Reference<CollectionName>[]): Promise<ListRow[]> => {
  const rows = await Promise.all(
    named.map(async ({ collection, id }) => {
      const [entry] = await publishedNamed(collection, [id]);
      return entry ? [await rowOf(entry)] : [];
    }),
  );
  return rows.flat();
};

/** The entries of one page of a list under the years of their dates. */
export const yearsOf = async (entries: readonly (Reference<CollectionName> & { date: string | undefined })[]) => {
  const years = Map.groupBy(entries, ({ date }) => date?.slice(0, 4));
  return Promise.all(
    [...years].map(async ([year, inYear]) => ({
      id: year ? `year-${year}` : 'undated',
      label: year ?? 'Year not known',
      rows: await rowsOf(inYear),
    })),
  );
};

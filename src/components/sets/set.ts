/** A set of entries, named by their paths: `/program-profiles/boston-massachusetts-2009/`. No DOM, so that Node can test it. */
import { dateInWords } from '../../lib/dates.ts';
import { idsIn } from '../../lib/ids-in-address.ts';
import { counted, listedInShort } from '../../lib/text.ts';

export interface SetEntry {
  path: string;
  /** As the reader saw it, so that it can be named when its page is gone. */
  title: string;
}

/** Of an entry’s page: `/program-profiles/boston-massachusetts-2009/` in two parts. */
export const partsOf = (path: string): { room: string; id: string } | undefined => {
  const [, room, id] = /^\/([a-z-]+)\/([a-z0-9-]+)\/$/.exec(path) ?? [];
  return room && id ? { room, id } : undefined;
};

const projectRoom = 'program-profiles';

export const projectIdsOf = (entries: readonly SetEntry[]): string[] =>
  entries.flatMap(({ path }) => {
    const parts = partsOf(path);
    return parts?.room === projectRoom ? [parts.id] : [];
  });

/** Where the projects of a set stand side by side; undefined with fewer than two. */
export const compareAddressOf = (entries: readonly SetEntry[]): string | undefined => {
  const ids = projectIdsOf(entries);
  return ids.length < 2 ? undefined : `/program-profiles/compare/?ids=${ids.join(',')}`;
};

/** What the tools of a list are for: “All 87”, “These 11”, “The chosen 2”; of a single entry “This one”. */
export const setInWords = (which: 'All' | 'These' | 'The chosen', count: number): string =>
  count === 1 ? `${which === 'The chosen' ? which : 'This'} one` : `${which} ${count}`;

/** “11 entries of Smart Policing assistance. Retrieved November 28, 2026, from https://…” */
export const setCitation = ({
  count,
  site,
  address,
  day,
}: {
  count: number;
  site: string;
  address: string;
  /** ISO 8601. */
  day: string;
}): string => `${counted(count, 'entry', 'entries')} of ${site}. Retrieved ${dateInWords(day)}, from ${address}`;

/** What a file does not hold, in words; empty where it holds all. */
export const missingInWords = (missing: readonly string[]): string => {
  if (missing.length === 0) return '';
  return `${counted(missing.length, 'entry has', 'entries have')} no such file and ${missing.length === 1 ? 'is' : 'are'} left out: ${listedInShort(missing)}.`;
};

/** `?ids=program-profiles/a,library/b` */
export const queryOfEntries = (entries: readonly SetEntry[]): string =>
  entries.length === 0 ? '' : `?ids=${entries.map(({ path }) => path.slice(1, -1)).join(',')}`;

/** Entries that an address names; undefined where it names none. Until their pages are read they go by their paths. */
export const entriesInQuery = (query: string): SetEntry[] | undefined =>
  idsIn(query)
    ?.map((id) => ({ path: `/${id}/`, title: id }))
    .filter(({ path }) => partsOf(path));

/** Program profiles arranged for the list, the map and the chart of award years. */
import { groupBy } from '../lib/groups.ts';
import { listPageAddress, listPages } from '../lib/list-pages.ts';
import { stateNames, stateSlug } from '../lib/states.ts';
import { published, summaryOf, type EntrySummary } from './entries.ts';

export interface MappedPlace {
  place: string;
  latitude: number;
  longitude: number;
  /** Where the dot leads: the profile, or the place in the list where a place has several. */
  href: string;
  projects: number;
  /** Whether the newest project is of an award in the last five cohorts known. */
  recent: boolean;
}

interface StateGroup {
  id: string;
  state: string;
  projects: EntrySummary[];
}

/** Award years counted as recent, back from the newest: a project runs three to four years. */
const recentYears = 5;

const profilesByState = async (): Promise<StateGroup[]> =>
  groupBy(await published('program-profiles'), ({ data }) => data.state)
    .map(([code, entries]) => ({
      id: stateSlug(code),
      state: stateNames[code],
      projects: entries.map(summaryOf),
    }))
    .sort((a, b) => a.state.localeCompare(b.state, 'en'));

/** Titles alone: lighter than the entries of other lists. */
const profilesPerPage = 160;

/** The list by state cut into pages; a state may go on to the next. */
export const profilePages = async () =>
  listPages(
    (await profilesByState()).flatMap(({ id, state, projects }) => projects.map((project) => ({ id, state, project }))),
    profilesPerPage,
  ).map((slice) => ({
    ...slice,
    states: groupBy(slice.items, ({ id }) => id).map(([id, items]): StateGroup => ({
      id,
      state: items[0]?.state ?? id,
      projects: items.map(({ project }) => project),
    })),
  }));

/** Where a state begins in the list. */
const addressesOfStates = async (): Promise<Map<string, string>> => {
  const addresses = new Map<string, string>();
  for (const { page, states } of await profilePages())
    for (const { id } of states)
      if (!addresses.has(id)) addresses.set(id, `${listPageAddress('/program-profiles/', page)}#${id}`);
  return addresses;
};

/** Dots that a map can hold and still be read and sent lightly: the places with the newest awards. */
const mostDots = 150;

export const mappedPlaces = async (): Promise<{ places: MappedPlace[]; total: number }> => {
  const profiles = await published('program-profiles');
  const addresses = await addressesOfStates();
  const newest = Math.max(...profiles.map(({ data }) => data.cohort ?? 0));
  const groups = groupBy(profiles, ({ data }) => `${data.location.latitude},${data.location.longitude}`);
  const newestOf = (entries: typeof profiles) => Math.max(...entries.map(({ data }) => data.cohort ?? 0));
  const shown =
    groups.length <= mostDots
      ? groups
      : [...groups].sort(([, a], [, b]) => newestOf(b) - newestOf(a)).slice(0, mostDots);
  const places = shown.flatMap(([, entries]) => {
    const [first] = entries;
    if (!first) return [];
    const { place, location, state } = first.data;
    return {
      place,
      ...location,
      href: entries.length === 1 ? summaryOf(first).href : (addresses.get(stateSlug(state)) ?? '/program-profiles/'),
      projects: entries.length,
      recent: entries.some(({ data }) => (data.cohort ?? 0) > newest - recentYears),
    };
  });
  return { places, total: groups.length };
};

export interface CohortCount {
  /** Award year; undefined where no source gives it. */
  year: number | undefined;
  projects: EntrySummary[];
}

/** Projects by award year, the years without one included. */
export const cohorts = async (): Promise<CohortCount[]> => {
  const profiles = await published('program-profiles');
  const years = profiles.flatMap(({ data }) => data.cohort ?? []);
  if (years.length === 0) return [];
  const inYear = (year: number | undefined) => profiles.filter(({ data }) => data.cohort === year).map(summaryOf);
  const first = Math.min(...years);
  const span = Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
  const undated = inYear(undefined);
  return [
    ...span.map((year) => ({ year, projects: inYear(year) })),
    ...(undated.length > 0 ? [{ year: undefined, projects: undated }] : []),
  ];
};

/** Program profiles arranged for the list and the map. */
import { published, summaryOf } from './entries.ts';
import { pagePaths } from './lists.ts';
import { stateAddress } from './states.ts';
import { strongestFirst, type Profile } from './strength.ts';

/** Award years counted as recent, back from the newest: a project runs three to four years. */
const recentYears = 5;

/** Rows of a sentence each: as many as keep a page light on a weak line. */
const profilesPerPage = 100;

/** All projects, the strongest study first, cut into pages. */
export const profilePaths = async () => pagePaths(strongestFirst(await published('program-profiles')), profilesPerPage);

/** Dots that a map can hold and still be read and sent lightly: the places with the newest awards. */
const mostDots = 150;

export const mappedPlaces = async () => {
  const profiles = await published('program-profiles');
  const newestOf = (entries: readonly Profile[]) => Math.max(...entries.map(({ data }) => data.cohort ?? 0));
  const newest = newestOf(profiles);
  const groups = Map.groupBy(profiles, ({ data }) => `${data.location.latitude},${data.location.longitude}`);
  const all = [...groups.values()];
  const shown = all.length <= mostDots ? all : all.toSorted((a, b) => newestOf(b) - newestOf(a)).slice(0, mostDots);
  const places = shown.flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const { place, location, state } = first.data;
    const stateHref = stateAddress(state);
    return {
      place,
      ...location,
      /** Where the dot leads: the profile, or the page of its state where a place has several. */
      href: entries.length === 1 ? summaryOf(first).href : stateHref,
      stateHref,
      projects: entries.length,
      /** Whether the newest project is of an award in the last cohorts. */
      recent: newestOf(entries) > newest - recentYears,
    };
  });
  return { places, total: all.length };
};

export type MappedPlace = Awaited<ReturnType<typeof mappedPlaces>>['places'][number];

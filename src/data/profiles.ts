/** Program profiles arranged for the list and the map. */
import { listPages } from '../lib/list-pages.ts';
import { published, summaryOf } from './entries.ts';
import { stateAddress } from './states.ts';
import { strongestFirst } from './strength.ts';

export interface MappedPlace {
  place: string;
  latitude: number;
  longitude: number;
  /** Where the dot leads: the profile, or the page of its state where a place has several. */
  href: string;
  stateHref: string;
  projects: number;
  /** Whether the newest project is of an award in the last five cohorts known. */
  recent: boolean;
}

/** Award years counted as recent, back from the newest: a project runs three to four years. */
const recentYears = 5;

/** Rows of a sentence each: as many as keep a page light on a weak line. */
const profilesPerPage = 100;

/** All projects, the strongest study first, cut into pages. */
export const profilePages = async () => listPages(strongestFirst(await published('program-profiles')), profilesPerPage);

/** Dots that a map can hold and still be read and sent lightly: the places with the newest awards. */
const mostDots = 150;

export const mappedPlaces = async (): Promise<{ places: MappedPlace[]; total: number }> => {
  const profiles = await published('program-profiles');
  const newest = Math.max(...profiles.map(({ data }) => data.cohort ?? 0));
  const groups = [...Map.groupBy(profiles, ({ data }) => `${data.location.latitude},${data.location.longitude}`)];
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
      href: entries.length === 1 ? summaryOf(first).href : stateAddress(state),
      stateHref: stateAddress(state),
      projects: entries.length,
      recent: entries.some(({ data }) => (data.cohort ?? 0) > newest - recentYears),
    };
  });
  return { places, total: groups.length };
};

/** Program profiles arranged for the list, the map and the chart of award years. */
import { groupBy } from '../lib/groups.ts';
import { stateNames } from '../lib/states.ts';
import { slugOf } from '../lib/text.ts';
import { published, summaryOf, type EntrySummary } from './entries.ts';

export interface MappedPlace {
  id: string;
  place: string;
  latitude: number;
  longitude: number;
  /** Where the dot leads: the profile, or the place in the list where a place has several. */
  href: string;
  projects: number;
  /** Whether the newest project is of an award in the last five cohorts known. */
  recent: boolean;
}

export interface StateGroup {
  id: string;
  state: string;
  projects: EntrySummary[];
}

/** Award years counted as recent, back from the newest: a project runs three to four years. */
const recentYears = 5;

export const profilesByState = async (): Promise<StateGroup[]> =>
  groupBy(await published('program-profiles'), ({ data }) => data.state)
    .map(([code, entries]) => ({ id: slugOf(stateNames[code]), state: stateNames[code], projects: entries.map(summaryOf) }))
    .sort((a, b) => a.state.localeCompare(b.state, 'en'));

export const mappedPlaces = async (): Promise<MappedPlace[]> => {
  const profiles = await published('program-profiles');
  const newest = Math.max(...profiles.map(({ data }) => data.cohort ?? 0));
  return groupBy(profiles, ({ data }) => `${data.location.latitude},${data.location.longitude}`).flatMap(([, entries]) => {
    const [first] = entries;
    if (!first) return [];
    const { place, location, state } = first.data;
    return {
      id: slugOf(place),
      place,
      ...location,
      href: entries.length === 1 ? summaryOf(first).href : `#${slugOf(stateNames[state])}`,
      projects: entries.length,
      recent: entries.some(({ data }) => (data.cohort ?? 0) > newest - recentYears),
    };
  });
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

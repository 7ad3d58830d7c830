/** Dates and places that can be written and cannot be meant. */
import { isBefore, partialDatePattern } from '../../lib/dates.ts';
import { atField, type Words } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import type { Project } from '../reading/project.ts';
import { entryRule, projectRule } from '../rule.ts';

/** Years before which nothing of this field was published or held. */
const firstYear = 1950;
/** Meetings and webinars are announced ahead, but no further than this, in years. */
const ahead = 3;
/** So many entries with one day of review or a later one make that day sure, whatever this machine’s clock says. */
const enough = 5;

/** The last day that may stand under “reviewed”: tomorrow, since it may be tomorrow elsewhere. */
const lastDay = (project: Project): string => {
  const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10);
  const reviews = project.entries
    .map(({ frontmatter }) => frontmatter.values['reviewed'])
    .filter((day): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day))
    .sort();
  return [tomorrow, reviews.at(-enough) ?? ''].sort().at(-1) ?? tomorrow;
};

const isDay = (typed: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed) &&
  !Number.isNaN(Date.parse(typed)) &&
  new Date(typed).toISOString().startsWith(typed);

/** Longer than any meeting, in days: an academy that meets once a month is told by its parts. */
const longestMeeting = 300;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / (24 * 3600 * 1000));

/** What was there to see or hear on the day of the review was held before it. */
const isHeld = ({ frontmatter: { values } }: Entry): boolean =>
  ['recording', 'audio', 'transcript'].some((field) => values[field] !== undefined);

/** What is amiss with one date, or with a year that is a number. */
const dateFaultOf = (entry: Entry, path: readonly PropertyKey[], typed: string, last: string): Words | undefined => {
  const { reviewed, year: published, startDate } = entry.frontmatter.values;
  const field = path.join();
  const year = Number(typed.slice(0, 4));
  const lastYear = Number(last.slice(0, 4)) + ahead;
  const review = typeof reviewed === 'string' && isDay(reviewed) ? reviewed : undefined;
  if ((field === 'reviewed' || field === 'withdrawn,date') && isDay(typed) && typed > last)
    return field === 'reviewed'
      ? {
          found: `the day of the review, ${typed}, has not come yet`,
          cure: 'write the day on which you read the page against its sources',
        }
      : { found: `the day it was taken back, ${typed}, has not come yet`, cure: 'write the day on which it was done' };
  if (year < firstYear || year > lastYear)
    return {
      found: `the year ${year}`,
      allowed: `a year from ${firstYear} to ${lastYear}`,
      cure: 'look at the order of its figures, and correct it',
    };
  // What was announced may well be called off before its day.
  if (field === 'withdrawn,date' && typeof published === 'number' && year < published)
    return {
      found: `taken back on ${typed}, before it was published (${published})`,
      cure: 'look both up, and correct the one that is wrong',
    };
  if (field === 'endDate' && typeof startDate === 'string' && daysBetween(startDate, typed) > longestMeeting)
    return {
      found: `a meeting of ${daysBetween(startDate, typed)} days, from ${startDate} to ${typed}`,
      cure: 'look the last day up, and correct its year or its month',
    };
  // A journal may print the next year on what can be read already.
  if (review && ['year', 'asOf'].includes(String(path.at(-1))) && year > Number(review.slice(0, 4)) + 1)
    return {
      found: `the year ${typed}, and the page was read against its sources on ${review}, before it`,
      cure: 'correct the year, or read the page again and write that day under “reviewed:”',
    };
  if (review && field === 'date' && isHeld(entry) && isBefore(review, typed))
    return {
      found: `held on ${typed}, with a recording or a transcript, and read against its sources on ${review}, before it`,
      cure: 'correct the date, or read the page again and write that day under “reviewed:”',
    };
  return undefined;
};

/** Dates that can be written and cannot be meant: figures swapped, a day that has not come, two of them the wrong way round. */
export const likelyDates = projectRule('likely-dates', 'error', function* (project) {
  const last = lastDay(project);
  for (const entry of project.entries)
    for (const { shape, value, path } of entry.scalars) {
      const typed = String(value);
      // What is no year or no day is told by the schema.
      const isAsked =
        shape?.kind === 'day' || shape?.kind === 'partial-date'
          ? new RegExp(partialDatePattern).test(typed)
          : ['year', 'asOf'].includes(String(path.at(-1))) && Number(value) >= 1900 && Number(value) <= 2100;
      if (!isAsked) continue;
      const fault = dateFaultOf(entry, path, typed, last);
      if (fault) yield atField(entry, path, fault);
    }
});

/** Degrees, with the territories in the Pacific: Guam and the Northern Marianas lie east, American Samoa south. */
const isLatitude = (value: number): boolean => (value >= 13 && value <= 72) || (value >= -15 && value <= -14);
const isLongitude = (value: number): boolean => (value >= -180 && value <= -64) || (value >= 144 && value <= 146);

/** Places on the map lie in the United States or its territories: a lost minus or a swap puts them in the sea. */
export const mapPlaces = entryRule('map-places', 'error', function* (entry) {
  const { latitude, longitude, ...rest } = (entry.frontmatter.values['location'] ?? {}) as Record<string, unknown>;
  // A comma cut one of the numbers short: told as such.
  if (Object.keys(rest).length > 0) return;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return;
  if (isLatitude(latitude) && isLongitude(longitude)) return;
  const found = `latitude ${latitude}, longitude ${longitude}: no place in the United States`;
  if (isLatitude(longitude) && isLongitude(latitude))
    yield atField(entry, ['location'], {
      found: `${found}; they stand the wrong way about`,
      cure: `write location: { latitude: ${longitude}, longitude: ${latitude} }`,
    });
  else
    yield atField(entry, ['location'], {
      found,
      allowed: 'longitude is below zero in America',
      cure:
        isLatitude(latitude) && isLongitude(-longitude)
          ? `write longitude: ${-longitude}`
          : 'look the place up on a map and correct the two numbers',
    });
});

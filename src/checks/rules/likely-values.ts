/** Dates and places that can be written and cannot be meant. */
import { atField } from '../finding.ts';
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
  !Number.isNaN(Date.parse(typed)) && new Date(typed).toISOString().startsWith(typed);

/** Dates that can be written and cannot be meant: a year with its figures swapped, a review that has not come yet. */
export const likelyDates = projectRule('likely-dates', 'error', function* (project) {
  const last = lastDay(project);
  const lastYear = Number(last.slice(0, 4)) + ahead;
  for (const entry of project.entries) {
    for (const { shape, value, path } of entry.scalars) {
      const isYear = shape !== undefined && path.at(-1) === 'year' && typeof value === 'number';
      if (shape?.kind !== 'day' && shape?.kind !== 'partial-date' && !isYear) continue;
      const typed = String(value);
      const year = Number(/^\d{4}(?=-|$)/.exec(typed)?.[0] ?? Number.NaN);
      // No day of the calendar: told by the schema.
      if (path.join() === 'reviewed' && typed > last && /^\d{4}-\d{2}-\d{2}$/.test(typed) && isDay(typed))
        yield atField(entry, path, {
          found: `the day of the review, ${typed}, has not come yet`,
          cure: 'write the day on which you read the page against its sources',
        });
      else if (year < firstYear || year > lastYear)
        yield atField(entry, path, {
          found: `the year ${year}`,
          allowed: `a year from ${firstYear} to ${lastYear}`,
          cure: 'look at the order of its figures, and correct it',
        });
    }
  }
});

/** Degrees, with the territories in the Pacific: Guam and the Northern Marianas lie east, American Samoa south. */
const isLatitude = (value: number): boolean => (value >= 13 && value <= 72) || (value >= -15 && value <= -14);
const isLongitude = (value: number): boolean => (value >= -180 && value <= -64) || (value >= 144 && value <= 146);

/** Places on the map lie in the United States or its territories: a lost minus or a swap puts them in the sea. */
export const mapPlaces = entryRule('map-places', 'error', function* (entry) {
  const { latitude, longitude } = (entry.frontmatter.values['location'] ?? {}) as Record<string, unknown>;
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

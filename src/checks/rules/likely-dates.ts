/** Dates that can be written and cannot be meant: a year with its figures swapped, a review that has not come yet. */
import { shapeOf, visit } from '../../kinds/shape.ts';
import { atField } from '../finding.ts';
import type { Project } from '../reading/project.ts';
import { projectRule } from '../rule.ts';

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

export const likelyDates = projectRule('likely-dates', 'error', function* (project) {
  const last = lastDay(project);
  const lastYear = Number(last.slice(0, 4)) + ahead;
  for (const entry of project.entries) {
    const dates: { typed: string; path: (string | number)[] }[] = [];
    visit(shapeOf(entry.collection), entry.frontmatter.values, ({ kind }, value, path) => {
      const isYear = path.at(-1) === 'year' && typeof value === 'number';
      if (kind === 'day' || kind === 'partial-date' || isYear) dates.push({ typed: String(value), path });
    });
    for (const { typed, path } of dates) {
      const year = Number(/^\d{4}(?=-|$)/.exec(typed)?.[0] ?? Number.NaN);
      if (path.join() === 'reviewed' && typed > last && /^\d{4}-\d{2}-\d{2}$/.test(typed))
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

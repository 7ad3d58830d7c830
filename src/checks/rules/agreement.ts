/** What is told twice agrees: a project’s name, place, state and year; of two years the earlier one comes first. */
import { stateNames } from '../../lib/states.ts';
import { at, atField, type Words } from '../finding.ts';
import { groupsIn } from '../reading/values.ts';
import { entryRule } from '../rule.ts';

const names = Object.values(stateNames).sort((a, b) => b.length - a.length);

/** The state that “Fixture City, Ohio (2015)” ends in. */
const stateIn = (text: string): string | undefined =>
  names.find((name) => text.replace(/\s*\(\d{4}\)$/, '').endsWith(`, ${name}`));

export const agreement = entryRule('agreement', 'error', function* (entry) {
  const { name, familyName } = entry.frontmatter.values;
  if (typeof name === 'string' && typeof familyName === 'string') {
    const isWhole = familyName.includes(' ') && familyName.trim() === name.trim();
    if (isWhole || !name.includes(familyName.trim()))
      yield atField(entry, ['familyName'], {
        found: `“familyName: ${familyName}” beside “name: ${name}”`,
        allowed: 'people are put in order by the family name, a part of the name',
        cure: 'write the family name alone, as it stands in the name',
      });
  }
  if (entry.collection !== 'program-profiles') return;
  const { values } = entry.frontmatter;
  const { state, cohort, laterEvidence } = values;
  const stateName = (stateNames as Record<string, string>)[String(state)];
  for (const field of ['title', 'place']) {
    const other = stateIn(String(values[field] ?? ''));
    if (other && stateName && other !== stateName)
      yield atField(entry, [field], {
        found: `${other} in the ${field}, and “state: ${String(state)}”, which is ${stateName}`,
        cure: 'look up which of the two it is, and write the same in both',
      });
  }
  const year = /\((\d{4})\)$/.exec(entry.title)?.[1];
  if (year && typeof cohort === 'number' && Number(year) !== cohort)
    yield atField(entry, ['title'], {
      found: `${year} in the title, and “cohort: ${cohort}”`,
      cure: 'look the award year up, and write the same in both',
    });
  for (const [index, later] of groupsIn(laterEvidence))
    if (typeof cohort === 'number' && typeof later['year'] === 'number' && later['year'] < cohort)
      yield atField(entry, ['laterEvidence', index, 'year'], {
        found: `later evidence of ${later['year']}, and “cohort: ${cohort}”`,
        allowed: 'later evidence comes after the award',
        cure: 'look both years up, and correct the one that is wrong',
      });
});

const year = String.raw`\b(?:19|20)\d{2}\b`;
/** “2016–2014”, in any text; where years are asked for also “2016 to 2014”, “June 2016 to May 2014” and “2016–14”. */
const inText = new RegExp(`(?<![\\w/.-])(${year})[-–—](${year})(?![\\w/-]|\\.\\d| hours)`, 'g');
const inField = new RegExp(
  `(${year})(?:\\s*[-–—]\\s*|\\s+(?:to|through|until)\\s+)(?:\\p{L}+\\.?\\s+(?:\\d{1,2},\\s+)?)?(${year}|\\d{2}\\b(?!-))`,
  'gu',
);

/** A span of years that ends before it begins. Two figures may be a month, up to twelve. */
const backwards = (words: string, pattern: RegExp): string | undefined =>
  [...words.matchAll(pattern)].find(
    ([, from = '', to = '']) => from > (to.length > 2 ? to : Number(to) > 12 ? from.slice(0, 2) + to : from),
  )?.[0];

/** Years that end before they begin, and data of a year that has not come. */
export const yearOrder = entryRule('year-order', 'error', function* (entry) {
  const reviewed = /^\d{4}/.exec(String(entry.frontmatter.values['reviewed']))?.[0] ?? '9999';
  const words = (span: string): Words => ({
    found: `years that end before they begin: ${span}`,
    cure: 'look the years up, and write the earlier one first',
  });
  for (const { path, value, shape } of entry.words) {
    if (shape?.kind) continue;
    const span = backwards(value, ['years', 'period'].includes(String(path.at(-1))) ? inField : inText);
    if (span) yield atField(entry, path, words(span));
    const last =
      path.at(-1) === 'years' ? value.match(new RegExp(year, 'g'))?.find((one) => one > reviewed) : undefined;
    if (last)
      yield atField(entry, path, {
        found: `data of ${last}, and the page was read against its sources in ${reviewed}`,
        cure: 'look at the order of its figures, and correct it',
      });
  }
  for (const { value, offset } of entry.body.texts) {
    const span = backwards(value, inText);
    if (span) yield at(entry, offset + value.indexOf(span), words(span));
  }
});

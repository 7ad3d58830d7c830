/** Fields of a project that tell the same thing agree: its name, its place and its state, its year, the order of two years. */
import { stateNames } from '../../lib/states.ts';
import { atField } from '../finding.ts';
import { groupsIn } from '../reading/values.ts';
import { entryRule } from '../rule.ts';

const names = Object.values(stateNames).sort((a, b) => b.length - a.length);

/** The state that “Fixture City, Ohio (2015)” ends in. */
const stateIn = (text: string): string | undefined =>
  names.find((name) => text.replace(/\s*\(\d{4}\)$/, '').endsWith(`, ${name}`));

export const agreement = entryRule('agreement', 'error', function* (entry) {
  if (entry.collection !== 'program-profiles') return;
  const { values } = entry.frontmatter;
  const { state, cohort, studies } = values;
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
  for (const [index, { years }] of groupsIn(studies)) {
    const [from = '', to = '', more] = typeof years === 'string' ? (years.match(/\b(?:19|20)\d{2}\b/g) ?? []) : [];
    if (to && more === undefined && from > to)
      yield atField(entry, ['studies', index, 'years'], {
        found: `years that end before they begin: ${String(years)}`,
        cure: 'look the years up, and write the earlier one first',
      });
  }
});

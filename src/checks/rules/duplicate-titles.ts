/** Two entries of a collection with one title cannot be told apart in a list. Both are told. */
import { atField } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

/** Letters and figures alone, in small letters. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const find: Find = (project) =>
  [
    ...Map.groupBy(
      project.entries.filter(({ title }) => plainTitle(title) !== ''),
      ({ collection, title }) => `${collection}/${plainTitle(title)}`,
    ).values(),
  ]
    .filter((entries) => entries.length > 1)
    .flatMap((entries) =>
      entries.map((entry) =>
        atField(entry, ['title'], {
          found: `“${entry.title}” is also the title of ${entries
            .filter((other) => other !== entry)
            .map(({ file }) => file)
            .join(' and ')}`,
          cure: 'say in the title what tells them apart (a year, a place, an edition), or take out the one that is a copy',
        }),
      ),
    );

export const duplicateTitles = { id: 'duplicate-titles', severity: 'error', find } as const satisfies Rule;

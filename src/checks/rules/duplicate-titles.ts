/** Two entries of a collection with one title cannot be told apart in a list. Both are told. */
import { plainWords } from '../../lib/text.ts';
import { atField } from '../finding.ts';
import { projectRule } from '../rule.ts';

export const duplicateTitles = projectRule('duplicate-titles', 'error', function* (project) {
  const named = project.entries.filter(({ title }) => plainWords(title) !== '');
  const groups = Map.groupBy(named, ({ collection, title }) => `${collection}/${plainWords(title)}`);
  for (const entries of groups.values())
    for (const entry of entries.length > 1 ? entries : []) {
      const others = entries.filter((other) => other !== entry).map(({ file }) => file);
      yield atField(entry, ['title'], {
        found: `“${entry.title}” is also the title of ${others.join(' and ')}`,
        cure: 'say in the title what tells them apart (a year, a place, an edition), or take out the one that is a copy',
      });
    }
});

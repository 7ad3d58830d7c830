/** Two entries of a collection with one title cannot be told apart in a list. */
import { atField, type Entry, type Rule } from '../project.ts';

const plain = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

export const rule: Rule = (project) => {
  const first = new Map<string, Entry>();
  return project.entries.flatMap((entry) => {
    const key = `${entry.collection}/${plain(entry.title)}`;
    const other = first.get(key);
    if (plain(entry.title) === '') return [];
    if (!other) {
      first.set(key, entry);
      return [];
    }
    return atField(entry, ['title'], {
      found: `“${entry.title}” is also the title of ${other.file}`,
      cure: 'say in the title what tells the two apart (a year, a place, an edition), or take out the one that is a copy',
    });
  });
};

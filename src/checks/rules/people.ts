/** Presenters, guests and partners: an expert of ours is named by file, each person once, one person an item. */
import { atField, type Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const lists = ['presenters', 'guests', 'researchPartners'];

/** A name without titles, degrees and signs: “Dr. Hildy  Saizow, PhD” is “hildy saizow”. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/,.*$/, '')
    .replace(/\b(?:dr|prof|professor|mr|mrs|ms|chief|captain|capt|sergeant|sgt|lieutenant|lt)\b\.?/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const find: Find = (project) => {
  const experts = new Map<string, string>();
  for (const id of project.idsOf.get('experts') ?? []) {
    const expert = project.byKey.get(`experts/${id}`);
    for (const name of [expert?.frontmatter?.values['name'], expert?.title])
      if (typeof name === 'string' && plain(name)) experts.set(plain(name), id);
  }
  return project.entries.flatMap((entry) =>
    lists.flatMap((field): Finding[] => {
      const people = entry.frontmatter?.values[field];
      if (!Array.isArray(people)) return [];
      const seen = new Set<string>();
      return people.flatMap((person: unknown, index): Finding[] => {
        if (typeof person !== 'object' || person === null) return [];
        const { name, expert } = person as Record<string, unknown>;
        const path = [field, index, typeof expert === 'string' ? 'expert' : 'name'];
        if (typeof name === 'string') {
          const [first = '', second] = name.split(/ (?:and|&) |; /);
          if (second !== undefined && first.trim().includes(' ') && second.trim().includes(' '))
            return [
              atField(entry, path, {
                found: `two people in one name: ${name}`,
                cure: `give each an item of their own: “- name: ${first.trim()}” and “- name: ${second.trim()}”`,
              }),
            ];
        }
        const id = typeof expert === 'string' ? expert : experts.get(plain(typeof name === 'string' ? name : ''));
        const key = id ?? (typeof name === 'string' ? plain(name) : '');
        const isAgain = key !== '' && seen.has(key);
        seen.add(key);
        if (isAgain)
          return [
            atField(entry, path, {
              found: `${typeof name === 'string' ? name : String(expert)} stands here twice`,
              cure: 'take one of the two out',
            }),
          ];
        if (id === undefined || typeof expert === 'string' || field === 'researchPartners') return [];
        return [
          atField(entry, path, {
            found: `${String(name)} has a page of their own here, which this name does not lead to`,
            cure: `write expert: ${id}`,
          }),
        ];
      });
    }),
  );
};

export const people = { id: 'people', severity: 'warning', find } as const satisfies Rule;

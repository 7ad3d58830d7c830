/** A briefing is read in two minutes, on a telephone. */
import { atField, type Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const least = 120;
const most = 250;

/** The parts whose words are counted, each with the field that holds them where an item is a group. */
const counted: Record<string, string | undefined> = {
  known: 'says',
  tonight: 'do',
  thisWeek: 'do',
  notExpect: 'says',
  unknown: undefined,
  send: undefined,
};

const wordsIn = (value: unknown): number => (typeof value === 'string' ? (value.match(/\S+/g)?.length ?? 0) : 0);

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] => {
    const values = entry.frontmatter?.values;
    if (entry.collection !== 'topics' || entry.isDraft || !values) return [];
    const words = Object.entries(counted).reduce((sum, [field, part]) => {
      const items: unknown[] = Array.isArray(values[field]) ? values[field] : [];
      return (
        sum +
        items.reduce<number>((all, item) => all + wordsIn(part ? (item as Record<string, unknown>)?.[part] : item), 0)
      );
    }, 0);
    // What is missing altogether is told elsewhere.
    if (words === 0 || (words >= least && words <= most)) return [];
    return [
      atField(entry, ['known' in values ? 'known' : 'title'], {
        found: `the briefing has ${words} words`,
        allowed: `${least} to ${most} words in ${Object.keys(counted).join(', ')} together`,
        cure:
          words < least
            ? 'say more of what was found and what to do'
            : 'keep what a reader needs tonight; the rest stands in the entries it rests on',
      }),
    ];
  });

export const briefingLength = { id: 'briefing-length', severity: 'warning', find } as const satisfies Rule;

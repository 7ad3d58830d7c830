/** A briefing is read in two minutes, on a telephone. */
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';

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

export const briefingLength = entryRule('briefing-length', 'warning', function* (entry) {
  const values = entry.frontmatter.values;
  if (entry.collection !== 'topics' || entry.isDraft || !values) return;
  const words = Object.entries(counted).flatMap(([field, part]) => {
    const items: unknown[] = Array.isArray(values[field]) ? values[field] : [];
    return items.map((item) => wordsIn(part ? (item as Record<string, unknown> | null)?.[part] : item));
  });
  const count = words.reduce((sum, one) => sum + one, 0);
  // What is missing altogether is told elsewhere.
  if (count === 0 || (count >= least && count <= most)) return;
  yield atField(entry, ['known' in values ? 'known' : 'title'], {
    found: `the briefing has ${count} words`,
    allowed: `${least} to ${most} words in ${Object.keys(counted).join(', ')} together`,
    cure:
      count < least
        ? 'say more of what was found and what to do'
        : 'keep what a reader needs tonight; the rest stands in the entries it rests on',
  });
});

/** Other words for those that no page has: put together, taken apart, or spelled otherwise. */
import type { Token } from './query.ts';
import type { CatalogReader } from './scores.ts';
import { nearestWords, splitWord } from './spelling.ts';
import { withWords, wordsIn, type Word } from './words.ts';

/** A word that the site does not have, and what was searched instead. */
export interface Correction {
  from: string;
  to: string;
}

/** Undefined where there are none. */
export const correct = async (
  reader: CatalogReader,
  text: string,
  missing: readonly Token[],
): Promise<{ text: string; corrections: Correction[] } | undefined> => {
  const { common, rare } = await reader.vocabulary();
  const vocabulary = { common: common.split(' '), rare: rare.split(' ') };
  const known = new Set([...vocabulary.common, ...vocabulary.rare]);
  const better = (word: string): string | undefined => {
    const split = splitWord(word, (part) => known.has(part));
    const near = nearestWords(word, vocabulary, 1)[0];
    return split && (!near || word.length > 8) ? split.join(' ') : near;
  };
  const typed = wordsIn(text);
  const corrections: Correction[] = [];
  const instead = new Map<number, string>();
  const replace = (from: string, to: string, place: number): void => {
    corrections.push({ from, to });
    instead.set(place, to);
  };
  const correctWord = ({ parts, joined }: Word, place: number): void => {
    // A word of the trade that stands on no page is no mistake.
    if (parts.length === 1 && known.has(joined)) return;
    const before = typed[place - 1]?.joined ?? '';
    const after = typed[place + 1]?.joined ?? '';
    const whole = known.has(joined) ? joined : parts.length > 1 ? nearestWords(joined, vocabulary, 1)[0] : undefined;
    if (whole) replace(parts.join('-'), whole, place);
    // “non profit” where the site writes nonprofit.
    else if (known.has(before + joined)) {
      replace(`${before} ${joined}`, before + joined, place);
      instead.set(place - 1, '');
    } else if (known.has(joined + after)) {
      replace(`${joined} ${after}`, joined + after, place);
      instead.set(place + 1, '');
    } else {
      const changed = parts.map((part) => (missing.some(({ word }) => word === part) && better(part)) || part);
      for (const [at, part] of parts.entries()) if (changed[at] !== part) replace(part, changed[at] ?? part, place);
      if (instead.has(place)) instead.set(place, changed.join(' '));
    }
  };
  for (const place of new Set(missing.map((token) => token.typed))) {
    const word = typed[place];
    if (word && !instead.has(place)) correctWord(word, place);
  }
  return corrections.length === 0
    ? undefined
    : { text: withWords(text, ({ raw }, place) => instead.get(place) ?? raw), corrections };
};

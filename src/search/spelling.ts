/** “Did you mean”: the nearest words of the site’s own vocabulary. */
import levenshtein from 'damerau-levenshtein';
import { prefixes } from './words.ts';

/** How many letters may be wrong in a word of this length. */
const allowedEdits = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** Whether a letter is doubled is what people miss most: “sherrif” is one step from “sheriff”. */
const single = (word: string): string => word.replace(/(.)\1/g, '$1');

const stepsTo = (word: string, candidate: string): number =>
  single(word) === single(candidate) ? 1 : levenshtein(word, candidate).steps;

/** The nearest words, best first; none where nothing is near. Frequent words win over rare ones, the same first letter over another. */
export const nearestWords = (
  word: string,
  vocabulary: { common: readonly string[]; rare: readonly string[] },
  most = 2,
): string[] => {
  const limit = allowedEdits(word.length);
  if (limit === 0) return [];
  const near: { candidate: string; rank: number }[] = [];
  const look = (words: readonly string[], handicap: number) => {
    for (const candidate of words) {
      // Words of three letters are near to too many.
      if (candidate.length < 4 || Math.abs(candidate.length - word.length) > limit) continue;
      const distance = stepsTo(word, candidate);
      if (distance > limit) continue;
      near.push({ candidate, rank: distance * 4 + (candidate[0] === word[0] ? 0 : 3) + handicap });
    }
  };
  look(vocabulary.common, 0);
  // A short word is near to many: it is then more often a word that this site lacks (“quit”) than one mistyped.
  if (word.length > 5) look(vocabulary.rare, 1);
  near.sort((a, b) => a.rank - b.rank || a.candidate.localeCompare(b.candidate, 'en'));
  const best = near[0]?.rank ?? 0;
  return near
    .filter(({ rank }) => rank <= best + 1)
    .slice(0, most)
    .map(({ candidate }) => candidate);
};

/** “bodyworn” → body, worn; “reentry” → re, entry: two known words, or a prefix and one, written as one. */
export const splitWord = (word: string, isKnown: (part: string) => boolean): [string, string] | undefined => {
  for (let at = word.length - 3; at > 0; at -= 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if ((prefixes.includes(before) || (at > 2 && isKnown(before))) && isKnown(after)) return [before, after];
  }
  return undefined;
};

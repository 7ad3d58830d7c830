/** “Did you mean”: the nearest words of the site’s own vocabulary. */
import levenshtein from 'damerau-levenshtein';
import { prefixes } from './words.ts';

/** How many letters may be wrong in a word of this length. */
const allowedEdits = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** Whether a letter is doubled is what people miss most: “sherrif” is one step from “sheriff”. */
const single = (word: string): string => word.replace(/(.)\1+/g, '$1');

/** What is heard of a word when its vowels are not: consonants, those that sound alike as one (after Soundex, Russell 1918). */
const heard = (word: string): string =>
  single(
    word
      .replace(/[zx]|c(?=[eiy])/g, 's')
      .replace(/[cgjq]/g, 'k')
      .replaceAll('d', 't')
      .replaceAll('v', 'f')
      .replace(/[aeiouwh]|y(?!$)/g, ''),
  );

/** A letter left out before the last: without the last it is another form of the word, or one that is still being typed. */
const lacksOneOf = (shorter: string, longer: string): boolean => {
  const at = [...shorter].findIndex((letter, place) => letter !== longer[place]);
  return at >= 0 && shorter.slice(at) === longer.slice(at + 1);
};

/** Words in which a letter is left out, or too many, are slips where they are long: short ones are others (“plan”, “plant”). */
const longEnough = 7;

/**
 * Whether a word is another one mistyped: it sounds the same, its letters are turned about, or one is left out or too many.
 * What is near by letters alone is mostly a word of its own: “cheating” is not “creating”. Of 5,340 common English words
 * that the site lacks (SCOWL to 20), nearness took 1,191 for others and this takes 315, half of them words of two parts
 * (“textbook”); of 190 real slips, 181 are found, of 187.
 */
const isSlipOf = (typed: string, meant: string): boolean => {
  if ([...typed].sort().join('') === [...meant].sort().join('')) return true;
  if (typed[0] !== meant[0]) return false;
  if (heard(typed) === heard(meant)) return true;
  const [one, other] = [single(typed), single(meant)];
  return meant.length >= longEnough && (lacksOneOf(one, other) || lacksOneOf(other, one));
};

const stepsTo = (word: string, candidate: string): number =>
  single(word) === single(candidate) ? 1 : levenshtein(word, candidate).steps;

/** The nearest words, best first; none where it is no slip of any. Frequent words win over rare ones. */
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
      if (!isSlipOf(word, candidate)) continue;
      const distance = stepsTo(word, candidate);
      if (distance > limit) continue;
      near.push({ candidate, rank: distance * 4 + handicap });
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

/** Shorter words that fall into two are more often words of their own: “perjury”, “remind”. */
const shortestSplit = 8;
const shortestAfterPrefix = 5;

/** “bodyworn” → body, worn; “reentry” → re, entry: two known words, or a prefix and one, written as one. */
export const splitWord = (word: string, isKnown: (part: string) => boolean): [string, string] | undefined => {
  for (let at = word.length - 3; at > 0; at -= 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const isSplit =
      (prefixes.includes(before) && after.length >= shortestAfterPrefix) ||
      (at > 2 && word.length >= shortestSplit && isKnown(before));
    if (isSplit && isKnown(after)) return [before, after];
  }
  return undefined;
};

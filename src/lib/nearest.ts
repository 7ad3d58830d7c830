import levenshtein from 'damerau-levenshtein';

const wordsOf = (id: string): string[] => id.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);

/** Edits between two words, infinite above the limit. The package fills a new table at each call: lengths alone rule most pairs out. */
const distance = (one: string, other: string, limit: number): number => {
  const steps = Math.abs(one.length - other.length) > limit ? Infinity : levenshtein(one, other).steps;
  return steps > limit ? Infinity : steps;
};

/** 1 where both are the same, 0 where they have nothing in common: few edits away, or sharing the rarest words. */
const likeness = (typed: string, other: string): number => {
  const [shorter, longer] = typed.length < other.length ? [typed, other] : [other, typed];
  const limit = Math.max(2, Math.floor(typed.length / 3));
  const ofLetters = 1 - distance(typed, other, limit) / longer.length;
  const words = wordsOf(typed);
  const otherWords = wordsOf(other);
  const shared = words.filter((word) =>
    otherWords.some((one) => one === word || (word.length > 3 && distance(word, one, 1) <= 1)),
  );
  const ofWords = (2 * shared.length) / Math.max(1, words.length + otherWords.length);
  // One is the beginning of the other: guidebook, guide.
  const ofBeginning = shorter.length > 3 && longer.startsWith(shorter) ? shorter.length / longer.length : 0;
  return Math.max(ofLetters, ofWords, ofBeginning);
};

/** The words of `candidates` most like `typed`, best first. */
export const nearest = (typed: string, candidates: Iterable<string>, count = 3): string[] => {
  const scored = [...candidates]
    .map((candidate) => ({ candidate, score: likeness(typed.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.candidate.localeCompare(b.candidate, 'en'));
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= best * 0.75)
    .slice(0, count)
    .map(({ candidate }) => candidate);
};

/** “did you mean a, b or c?”, or an empty string. What may be another thing is named as a choice. */
export const didYouMean = (typed: string, candidates: Iterable<string>): string => {
  const found = nearest(typed, candidates);
  if (found.length === 0) return '';
  const named = (list: readonly string[]): string => list.map((one) => `“${one}”`).join(' or ');
  const same = found.filter((one) => !isOtherThing(typed, one));
  return same.length > 0
    ? `did you mean ${named(same)}?`
    : `the nearest is ${named(found)}: write it only if it is what you mean`;
};

/** Whether two ids name two things, however alike: their figures differ, as in the projects of 2009 and 2011. */
export const isOtherThing = (typed: string, candidate: string): boolean =>
  (typed.match(/\d+/g) ?? []).join() !== (candidate.match(/\d+/g) ?? []).join();

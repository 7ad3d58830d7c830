import levenshtein from 'damerau-levenshtein';

const wordsOf = (id: string): string[] => id.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);

/** Edits between two words. The package fills a new table at each call: lengths alone rule most pairs out. */
const distance = (one: string, other: string, limit: number): number =>
  Math.abs(one.length - other.length) > limit ? Infinity : levenshtein(one, other).steps;

/** The words of `candidates` most like `typed`, best first: few edits away, or sharing its rarest words. */
export const nearest = (typed: string, candidates: Iterable<string>, count = 3): string[] => {
  const wanted = typed.toLowerCase();
  const words = wordsOf(wanted);
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const edits = distance(wanted, other, limit);
    const otherWords = wordsOf(other);
    const shared = words.filter((word) =>
      otherWords.some((one) => one === word || (word.length > 3 && distance(word, one, 1) === 1)),
    );
    // One is the beginning of the other: guidebook, guide.
    const begins = Math.min(wanted.length, other.length) > 3 && (wanted.startsWith(other) || other.startsWith(wanted));
    if (edits <= limit || shared.length > 0 || begins) {
      const ofLetters = edits <= limit ? 1 - edits / Math.max(wanted.length, other.length) : 0;
      const ofWords = (2 * shared.length) / Math.max(1, words.length + otherWords.length);
      scored.push({
        candidate,
        score: Math.max(
          ofLetters,
          ofWords,
          begins ? Math.min(wanted.length, other.length) / Math.max(wanted.length, other.length) : 0,
        ),
      });
    }
  }
  scored.sort((a, b) => b.score - a.score || a.candidate.localeCompare(b.candidate));
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

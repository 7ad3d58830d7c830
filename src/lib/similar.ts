/** How alike two projects are: problem, tactic, setting and size of the place, with the reason in words. */
import { settingLabels, tacticLabels, type Setting, type Tactic } from './labels.ts';
import { listed } from './text.ts';

export interface Traits {
  /** Names of the problems, the most important first: topics on crime, and what the studies meant to change. */
  problems: readonly string[];
  tactics: readonly Tactic[];
  settings: readonly Setting[];
  /** People in the area served; undefined where no source tells it. */
  population: number | undefined;
}

/** Places are of like size where the larger has at most this many times the people of the smaller. */
const likeSize = 2;

/** A tactic can be copied, a problem be recognized; a setting helps; a like size alone says little. */
const weights = { problem: 3, tactic: 3, setting: 2, size: 1 };

const shared = <Item>(a: readonly Item[], b: readonly Item[]): Item[] => a.filter((item) => b.includes(item));

const isOfLikeSize = (a: number | undefined, b: number | undefined): boolean =>
  Boolean(a && b && Math.max(a, b) <= likeSize * Math.min(a, b));

const once = (count: number, weight: number): number => (count === 0 ? 0 : weight + Math.min(count - 1, 2) * 0.5);

/** Higher is more alike; 0 where less than two of problem, tactic and setting are shared: too little to call them alike. */
export const likenessOf = (own: Traits, theirs: Traits): number => {
  const problems = shared(own.problems, theirs.problems).length;
  const tactics = shared(own.tactics, theirs.tactics).length;
  const settings = shared(own.settings, theirs.settings).length;
  if ([problems, tactics, settings].filter((count) => count > 0).length < 2) return 0;
  return (
    once(problems, weights.problem) +
    once(tactics, weights.tactic) +
    once(settings, weights.setting) +
    (isOfLikeSize(own.population, theirs.population) ? weights.size : 0)
  );
};

const rounded = (people: number): string => Number(people.toPrecision(2)).toLocaleString('en-US');

/** “same problem: gun violence; same tactic: focused deterrence; place of like size: 107,000 and 95,000 people” */
export const reasonOf = (own: Traits, theirs: Traits): string => {
  const problems = shared(own.problems, theirs.problems).slice(0, 2);
  const tactics = shared(own.tactics, theirs.tactics).slice(0, 2);
  const [setting] = shared(own.settings, theirs.settings);
  return [
    ...(problems.length > 0 ? [`same problem: ${listed(problems)}`] : []),
    ...(tactics.length > 0
      ? [`same tactic: ${listed(tactics.map((tactic) => tacticLabels[tactic].toLowerCase()))}`]
      : []),
    ...(setting ? [`same setting: ${settingLabels[setting].toLowerCase()}`] : []),
    ...(own.population && theirs.population && isOfLikeSize(own.population, theirs.population)
      ? [`place of like size: about ${rounded(own.population)} and ${rounded(theirs.population)} people`]
      : []),
  ].join('; ');
};

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

const likeSize = 2;

/** A tactic can be copied, a problem be recognized; a setting helps; a like size alone says little. */
const weights = { problem: 3, tactic: 3, setting: 2, size: 1 };

/** Places are of like size where the larger has at most so many times the people of the smaller. */
const sharedBy = (own: Traits, theirs: Traits) => {
  const [fewer = 0, more = 0] = [own.population ?? 0, theirs.population ?? 0].toSorted((a, b) => a - b);
  return {
    problems: own.problems.filter((problem) => theirs.problems.includes(problem)),
    tactics: own.tactics.filter((tactic) => theirs.tactics.includes(tactic)),
    settings: own.settings.filter((setting) => theirs.settings.includes(setting)),
    isOfLikeSize: fewer > 0 && more <= likeSize * fewer,
  };
};

/** What is shared counts once, and the second and third of it half a point more. */
const worth = ({ length }: readonly unknown[], weight: number): number =>
  length === 0 ? 0 : weight + Math.min(length - 1, 2) * 0.5;

/** Higher is more alike; 0 where less than two of problem, tactic and setting are shared: too little to call them alike. */
export const likenessOf = (own: Traits, theirs: Traits): number => {
  const { problems, tactics, settings, isOfLikeSize } = sharedBy(own, theirs);
  if ([problems, tactics, settings].filter(({ length }) => length > 0).length < 2) return 0;
  return (
    worth(problems, weights.problem) +
    worth(tactics, weights.tactic) +
    worth(settings, weights.setting) +
    (isOfLikeSize ? weights.size : 0)
  );
};

const rounded = (people = 0): string => Number(people.toPrecision(2)).toLocaleString('en-US');

/** “same problem: gun violence; same tactic: focused deterrence; place of like size: 107,000 and 95,000 people” */
export const reasonOf = (own: Traits, theirs: Traits): string => {
  const { problems, tactics, settings, isOfLikeSize } = sharedBy(own, theirs);
  const [setting] = settings;
  return [
    problems.length > 0 && `same problem: ${listed(problems.slice(0, 2))}`,
    tactics.length > 0 &&
      `same tactic: ${listed(tactics.slice(0, 2).map((tactic) => tacticLabels[tactic].toLowerCase()))}`,
    setting && `same setting: ${settingLabels[setting].toLowerCase()}`,
    isOfLikeSize && `place of like size: about ${rounded(own.population)} and ${rounded(theirs.population)} people`,
  ]
    .filter(Boolean)
    .join('; ');
};

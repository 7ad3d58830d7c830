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

interface Likeness {
  /** Higher is more alike; 0 where too little is shared to call them alike. */
  score: number;
  /** “same problem: gun violence; same tactic: focused deterrence; place of like size: 107,000 and 95,000 people” */
  reason: string;
}

/** Places are of like size where the larger has at most this many times the people of the smaller. */
const likeSize = 2;

/** A tactic can be copied, a problem be recognized; a setting helps; a like size alone says little. */
const weights = { problem: 3, tactic: 3, setting: 2, size: 1 };

const shared = <Item>(a: readonly Item[], b: readonly Item[]): Item[] => a.filter((item) => b.includes(item));

const rounded = (people: number): string => Number(people.toPrecision(2)).toLocaleString('en-US');

/** At least two of problem, tactic and setting must be shared. */
export const likenessOf = (own: Traits, theirs: Traits): Likeness => {
  const problems = shared(own.problems, theirs.problems);
  const tactics = shared(own.tactics, theirs.tactics);
  const settings = shared(own.settings, theirs.settings);
  const kinds = [problems, tactics, settings].filter(({ length }) => length > 0).length;
  if (kinds < 2) return { score: 0, reason: '' };
  const sizes = own.population && theirs.population ? ([own.population, theirs.population] as const) : undefined;
  const isOfLikeSize = sizes !== undefined && Math.max(...sizes) <= likeSize * Math.min(...sizes);
  const once = (items: readonly unknown[], weight: number): number =>
    items.length === 0 ? 0 : weight + Math.min(items.length - 1, 2) * 0.5;
  return {
    score:
      once(problems, weights.problem) +
      once(tactics, weights.tactic) +
      once(settings, weights.setting) +
      (isOfLikeSize ? weights.size : 0),
    reason: [
      ...(problems.length > 0 ? [`same problem: ${listed(problems.slice(0, 2))}`] : []),
      ...(tactics.length > 0
        ? [`same tactic: ${listed(tactics.slice(0, 2).map((tactic) => tacticLabels[tactic].toLowerCase()))}`]
        : []),
      ...(settings.length > 0
        ? [`same setting: ${listed(settings.slice(0, 1).map((setting) => settingLabels[setting].toLowerCase()))}`]
        : []),
      ...(isOfLikeSize ? [`place of like size: about ${rounded(sizes[0])} and ${rounded(sizes[1])} people`] : []),
    ].join('; '),
  };
};

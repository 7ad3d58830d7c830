/** Projects like one: the same problem, the same tactic, the same setting, with the reason in words. */
import { designKinds, ownVotes, strongestOf, type Vote } from '../lib/evidence.ts';
import { settingLabels, tacticLabels } from '../lib/labels.ts';
import { listed } from '../lib/text.ts';
import type { Setting, Tactic } from '../lib/labels.ts';
import { published, type Entry } from './entries.ts';
import { addressOf } from '../kinds/index.ts';

interface SimilarProject {
  href: string;
  name: string;
  /** “Same problem: gun violence; same tactic: focused deterrence” */
  reason: string;
  own: readonly Vote[];
}

type Profile = Entry<'program-profiles'>;

const most = 4;

interface Traits {
  problems: string[];
  tactics: Tactic[];
  settings: readonly Setting[];
}

const shared = <Item>(a: readonly Item[], b: readonly Item[]): Item[] => a.filter((item) => b.includes(item));

/** Where a project has no studies, its strongest design is weaker than any. */
const weakness = ({ data }: Profile): number => {
  const strongest = strongestOf(data.studies.map(({ design }) => design));
  return strongest ? designKinds.indexOf(strongest) : designKinds.length;
};

/**
 * Those that share most of problem, tactic and setting come first, at least two of the three; among equals the strongest
 * study. Problems are the topics under “crime”, tactics those that the studies tested.
 */
export const similarTo = async (entry: Profile): Promise<SimilarProject[]> => {
  const problemTitles = new Map(
    (await published('topics'))
      .filter(({ data }) => data.heading === 'crime')
      .map(({ id, data }) => [id, data.title.toLowerCase()]),
  );
  const traitsOf = ({ data }: Profile): Traits => ({
    problems: data.topics.map(({ id }) => id).filter((id) => problemTitles.has(id)),
    tactics: [...new Set(data.studies.flatMap(({ tactics }) => tactics))],
    settings: data.settings,
  });
  const own = traitsOf(entry);
  return (await published('program-profiles'))
    .filter(({ id }) => id !== entry.id)
    .flatMap((other) => {
      const theirs = traitsOf(other);
      const problems = shared(own.problems, theirs.problems);
      const tactics = shared(own.tactics, theirs.tactics);
      const settings = shared(own.settings, theirs.settings);
      const kinds = [problems, tactics, settings].filter(({ length }) => length > 0).length;
      return kinds < 2 ? [] : [{ other, problems, tactics, settings, kinds }];
    })
    .sort(
      (a, b) =>
        b.kinds - a.kinds ||
        b.tactics.length - a.tactics.length ||
        b.problems.length - a.problems.length ||
        weakness(a.other) - weakness(b.other) ||
        a.other.id.localeCompare(b.other.id),
    )
    .slice(0, most)
    .map(({ other, problems, tactics, settings }) => ({
      href: addressOf(other),
      name: other.data.title,
      own: ownVotes(other.data),
      reason: [
        ...(problems.length > 0
          ? [`same problem: ${listed(problems.slice(0, 2).map((id) => problemTitles.get(id) ?? id))}`]
          : []),
        ...(tactics.length > 0
          ? [`same tactic: ${listed(tactics.slice(0, 2).map((tactic) => tacticLabels[tactic].toLowerCase()))}`]
          : []),
        ...(settings.length > 0
          ? [`same setting: ${listed(settings.slice(0, 1).map((setting) => settingLabels[setting].toLowerCase()))}`]
          : []),
      ].join('; '),
    }));
};

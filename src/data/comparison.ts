/** Projects arranged for comparing: all of them, and those of a topic. */
import type { ComparedProject } from '../lib/comparison.ts';
import { published } from './entries.ts';
import { standingProfiles, weaknessOf, type Profile } from './strength.ts';
import { addressOf } from '../kinds/index.ts';

export const compareAddress = '/program-profiles/compare/';

/** Fewer than two cannot be compared. */
const fewest = 2;

/** Every reader who compares fetches it: the fields that are shown, no others. */
const comparedProject = (entry: Profile): ComparedProject => {
  const { title, place, cohort, finding, strategies, problem, approach, studies, laterEvidence, noResult } = entry.data;
  const shown = { title, place, cohort, finding, strategies, problem, approach, studies, laterEvidence, noResult };
  return { id: entry.id, href: addressOf(entry), ...shown };
};

export const comparedTopics = async () => {
  // The strongest studies first: what a reader should see before the rest.
  const profiles = [...(await standingProfiles())].sort(
    (a, b) => weaknessOf(a) - weaknessOf(b) || a.id.localeCompare(b.id),
  );
  return (await published('topics'))
    .map(({ id, data }) => ({
      id,
      label: data.title,
      href: `${compareAddress}${id}/`,
      projects: profiles.filter((profile) => profile.data.topics.some((topic) => topic.id === id)).map(comparedProject),
    }))
    .filter(({ projects }) => projects.length >= fewest)
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
};

/** What the picker needs to offer a project: no more, since every reader of the page fetches it. */
export const comparedIndex = async () =>
  (await standingProfiles()).map(({ id, data }) => ({ id, title: data.title, state: data.state }));

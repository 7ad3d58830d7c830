/** Projects arranged for comparing: all of them, and those of a topic. */
import type { ComparedProject } from '../lib/comparison.ts';
import { published } from './entries.ts';
import { projectsOn, standingProfiles, type Profile } from './strength.ts';
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

/** Topics with their projects, the strongest studies first: what a reader should see before the rest. */
export const comparedTopics = async () => {
  const topics = (await published('topics')).map(async (topic) => ({
    id: topic.id,
    label: topic.data.title,
    href: `${compareAddress}${topic.id}/`,
    projects: (await projectsOn(topic.id)).map(comparedProject),
  }));
  return (await Promise.all(topics))
    .filter(({ projects }) => projects.length >= fewest)
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
};

/** What the picker needs to offer a project: no more, since every reader of the page fetches it. */
export const comparedIndex = async () =>
  (await standingProfiles()).map(({ id, data }) => ({ id, title: data.title, state: data.state }));

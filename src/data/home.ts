/** What the home page shows: drawn from the entries, by rules that stand here. */
import { directions, ownVotes, readsLaterToo, tallyOf, type Vote } from '../lib/evidence.ts';
import { newestFirst } from '../lib/newest-first.ts';
import { sheetOf } from '../lib/sheet.ts';
import type { Direction, Tactic } from '../lib/labels.ts';
import { published, summaries, type Entry, type EntrySummary } from './entries.ts';
import type { TopicHeading } from '../kinds/topics.ts';
import { projectsOn, standingProfiles, strongestFirst, votesOf, type Profile } from './strength.ts';
import { addressOf } from '../kinds/index.ts';

export const evidenceSheet = async () => {
  const profiles = await standingProfiles();
  const withStudies = profiles.filter(({ data }) => data.studies.length > 0);
  return sheetOf(votesOf(profiles), withStudies.length);
};

/** Topics with the projects on each, those with the most projects first. */
const topicsWithProjects = async (isShown: (topic: Entry<'topics'>['data']) => boolean) => {
  const topics = (await published('topics')).filter(({ data }) => isShown(data));
  const rows = await Promise.all(
    topics.map(async (topic) => ({ topic: topic.data, href: addressOf(topic), on: await projectsOn(topic.id) })),
  );
  return rows.sort((a, b) => b.on.length - a.on.length || a.topic.title.localeCompare(b.topic.title, 'en'));
};

const byJudgment = (votes: readonly Vote[]): Vote[] =>
  votes.toSorted((a, b) => directions.indexOf(a.direction) - directions.indexOf(b.direction));

/** Problems people come with. */
export const problems = async () =>
  (await topicsWithProjects(({ problem }) => Boolean(problem))).map(({ topic, href, on }) => {
    const votes = votesOf(on);
    return {
      href,
      /** As an officer would say it. */
      problem: topic.problem ?? topic.title,
      title: topic.title,
      projects: on.length,
      /** The row of its strongest design. */
      strongest: tallyOf(votes)[0],
      votes: byJudgment(votes),
    };
  });

const answerHeadings: readonly TopicHeading[] = ['policing strategies', 'technology', 'crime analysis'];

/** Topics that are an answer, not a problem. */
export const answers = async () =>
  (await topicsWithProjects(({ problem, heading }) => !problem && answerHeadings.includes(heading)))
    .map(({ topic, href, on }) => ({ href, title: topic.title, projects: on.length }))
    .filter(({ projects }) => projects > 0);

const examplesShown = 3;

/**
 * One kind of result to read: projects whose studies all say the same, and that no later evidence contradicts; the
 * strongest study first, the newest award among equals, and no tactic twice.
 */
const examplesOf = (profiles: readonly Profile[], direction: Direction) => {
  const tried = new Set<Tactic>();
  return profiles
    .flatMap((profile) => {
      const { title, finding, studies } = profile.data;
      const [study] = studies;
      const tactic = study?.tactics[0];
      if (!tactic || tried.has(tactic) || readsLaterToo(profile.data)) return [];
      if (!ownVotes(profile.data).every((vote) => vote.direction === direction)) return [];
      tried.add(tactic);
      return [{ href: addressOf(profile), place: title, finding, design: study.design }];
    })
    .slice(0, examplesShown);
};

/** Gains and nulls, as many of the one as of the other. */
export const oneOfEach = async () => {
  const profiles = strongestFirst(await standingProfiles());
  const [gains, nulls] = [examplesOf(profiles, 'better'), examplesOf(profiles, 'none')];
  const shown = Math.min(gains.length, nulls.length);
  return { gains: gains.slice(0, shown), nulls: nulls.slice(0, shown) };
};

/** The newest of what can be read and watched. */
export const newest = async (most: number): Promise<EntrySummary[]> =>
  newestFirst(
    (await summaries('webinars', 'research-spotlights', 'resources', 'podcasts')).filter((one) => !one.isWithdrawn),
  ).slice(0, most);

/** What the home page shows: drawn from the entries, by rules that stand here. */
import { directions, ownVotes, readsLaterToo, tallyOf, voteOf, type TallyRow, type Vote } from '../lib/evidence.ts';
import { newestFirst } from '../lib/newest-first.ts';
import { sheetOf, type Sheet } from '../lib/sheet.ts';
import type { DesignKind, Direction, Tactic } from '../lib/labels.ts';
import { published, summaries, type EntrySummary } from './entries.ts';
import { projectsOn, standingProfiles, strongestFirst, votesOf, type Profile } from './strength.ts';
import { addressOf } from '../kinds/index.ts';

export const evidenceSheet = async (): Promise<Sheet> => {
  const profiles = await standingProfiles();
  const withStudies = profiles.filter(({ data }) => data.studies.length > 0);
  return sheetOf(votesOf(profiles), withStudies.length);
};

interface ProblemRow {
  href: string;
  /** As an officer would say it. */
  problem: string;
  title: string;
  projects: number;
  /** The row of its strongest design. */
  strongest: TallyRow | undefined;
  votes: Vote[];
}

const byJudgment = (votes: readonly Vote[]): Vote[] =>
  [...votes].sort((a, b) => directions.indexOf(a.direction) - directions.indexOf(b.direction));

/** Problems people come with, by how many projects there are on each. */
export const problems = async (): Promise<ProblemRow[]> => {
  const rows = (await published('topics')).flatMap(async (topic) => {
    const { problem, title } = topic.data;
    if (!problem) return [];
    const on = await projectsOn(topic.id);
    const votes = votesOf(on);
    return [
      {
        href: addressOf(topic),
        problem,
        title,
        projects: on.length,
        strongest: tallyOf(votes)[0],
        votes: byJudgment(votes),
      },
    ];
  });
  return (await Promise.all(rows))
    .flat()
    .sort((a, b) => b.projects - a.projects || a.title.localeCompare(b.title, 'en'));
};

/** Topics that are an answer, not a problem, by how many projects there are on each. */
export const answers = async (): Promise<{ href: string; title: string; projects: number }[]> => {
  const topics = (await published('topics')).filter(
    ({ data }) => !data.problem && ['policing strategies', 'technology', 'crime analysis'].includes(data.heading),
  );
  const rows = await Promise.all(
    topics.map(async (topic) => ({
      href: addressOf(topic),
      title: topic.data.title,
      projects: (await projectsOn(topic.id)).length,
    })),
  );
  return rows
    .filter(({ projects }) => projects > 0)
    .sort((a, b) => b.projects - a.projects || a.title.localeCompare(b.title, 'en'));
};

interface Example {
  href: string;
  place: string;
  finding: string;
  design: DesignKind;
}

const examplesShown = 3;

/**
 * One kind of result to read: projects whose studies all say the same, and that no later evidence contradicts; the
 * strongest study first, the newest award among equals, and no tactic twice.
 */
const examplesOf = (profiles: readonly Profile[], direction: Direction): Example[] => {
  const tried = new Set<Tactic>();
  const examples: Example[] = [];
  for (const profile of profiles) {
    const { data } = profile;
    const [study] = data.studies;
    const tactic = study?.tactics[0];
    if (!study || !tactic || tried.has(tactic)) continue;
    if (!ownVotes(data).every((vote) => vote.direction === direction)) continue;
    if (readsLaterToo(data) || voteOf(study).direction !== direction) continue;
    tried.add(tactic);
    examples.push({ href: addressOf(profile), place: data.title, finding: data.finding, design: study.design });
    if (examples.length === examplesShown) break;
  }
  return examples;
};

/** Gains and nulls, as many of the one as of the other. */
export const oneOfEach = async (): Promise<{ gains: Example[]; nulls: Example[] }> => {
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

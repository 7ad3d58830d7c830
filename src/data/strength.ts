/** Projects in the order in which a reader should meet them: the strongest study first. */
import { designKinds, ownVotes, strongestOf } from '../lib/evidence.ts';
import type { DesignKind } from '../lib/labels.ts';
import { published, stands, type Entry } from './entries.ts';
import { memo } from './memo.ts';

export type Profile = Entry<'program-profiles'>;

/** What is counted and compared: a project that was taken back keeps its page and its place in lists, and has no vote. */
export const standingProfiles = memo(async (): Promise<readonly Profile[]> =>
  (await published('program-profiles')).filter(stands),
);

/** Undefined without a study. */
export const strongestDesign = ({ data }: Profile): DesignKind | undefined =>
  strongestOf(data.studies.map(({ design }) => design));

/** 0 is the strongest design; a project without a study comes after all that have one, one taken back at the end. */
export const weaknessOf = (profile: Profile): number => {
  if (!stands(profile)) return designKinds.length + 1;
  const design = strongestDesign(profile);
  return design ? designKinds.indexOf(design) : designKinds.length;
};

/** Strongest first, then the newest award. */
export const strongestFirst = (profiles: readonly Profile[]): Profile[] =>
  [...profiles].sort(
    (a, b) =>
      weaknessOf(a) - weaknessOf(b) || (b.data.cohort ?? 0) - (a.data.cohort ?? 0) || a.id.localeCompare(b.id, 'en'),
  );

/** The projects on a topic, strongest first. */
export const projectsOn = async (topic: string): Promise<Profile[]> =>
  strongestFirst((await standingProfiles()).filter(({ data }) => data.topics.some(({ id }) => id === topic)));

/** “Boston 2009”: what fits into a cell. */
export const shortName = ({ data }: Profile): string =>
  [data.place.split(',')[0], data.cohort].filter(Boolean).join(' ');

export const votesOf = (profiles: readonly Profile[]) => profiles.flatMap(({ data }) => ownVotes(data));

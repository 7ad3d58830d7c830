/** The studies of all projects, arranged as the map of what is known. */
import { evidenceMap, type MappedStudy, type MapRow } from '../lib/evidence-map.ts';
import { shortName, standingProfiles } from './strength.ts';
import { topicLinks, type TopicLink } from './topics.ts';
import { addressOf } from '../kinds/index.ts';
import type { Tactic } from '../lib/labels.ts';

/** Where more is said of a tactic, and what was found elsewhere: the briefing of a topic. */
const topicOfTactic: Record<Tactic, string> = {
  'hot-spot-patrol': 'place-based-policing',
  'foot-patrol': 'place-based-policing',
  'problem-solving': 'problem-oriented-policing',
  'place-management': 'problem-oriented-policing',
  'community-engagement': 'community-collaboration',
  'focused-deterrence': 'focused-deterrence',
  'offender-focus': 'offender-based-policing',
  'body-worn-cameras': 'body-worn-cameras',
  'cameras-and-sensors': 'technology',
  'crime-center': 'technology',
  forecasting: 'predictive-analytics',
  'crime-analysis': 'crime-analysis',
  investigation: 'investigations-and-homicide',
  'crisis-response': 'mental-health-and-crisis-response',
  'treatment-and-services': 'drugs',
  training: 'officer-training-and-wellness',
};

export interface MappedTactic extends MapRow {
  /** Undefined where the topic is not published. */
  briefing: TopicLink | undefined;
}

export const evidenceStudies = async (): Promise<MappedStudy[]> =>
  (await standingProfiles()).flatMap((entry) =>
    entry.data.studies.map((study) => ({ ...study, name: shortName(entry), href: addressOf(entry) })),
  );

export const mappedTactics = async (): Promise<MappedTactic[]> =>
  Promise.all(
    evidenceMap(await evidenceStudies()).map(async (row) => {
      const [briefing] = await topicLinks([topicOfTactic[row.tactic]]);
      return { ...row, briefing };
    }),
  );

/** The studies of all projects, arranged as the map of what is known. */
import { evidenceMap, topicOfTactic, type MappedStudy, type MapRow } from '../lib/evidence-map.ts';
import { shortName, standingProfiles } from './strength.ts';
import { topicLinks, type TopicLink } from './topics.ts';
import { addressOf } from '../kinds/index.ts';

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

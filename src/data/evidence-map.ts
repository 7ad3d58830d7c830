/** The studies of all projects, arranged as the map of what is known. */
import { evidenceMap, topicOfTactic, type MappedStudy } from '../lib/evidence-map.ts';
import { shortName, standingProfiles } from './strength.ts';
import { topicLinks } from './topics.ts';
import { addressOf } from '../kinds/index.ts';

export const evidenceStudies = async (): Promise<MappedStudy[]> =>
  (await standingProfiles()).flatMap((entry) =>
    entry.data.studies.map((study) => ({ ...study, name: shortName(entry), href: addressOf(entry) })),
  );

export const mappedTactics = async () =>
  Promise.all(
    evidenceMap(await evidenceStudies()).map(async (row) => {
      /** None where the topic is not published. */
      const [briefing] = await topicLinks([topicOfTactic[row.tactic]]);
      return { ...row, briefing };
    }),
  );

export type MappedTactic = Awaited<ReturnType<typeof mappedTactics>>[number];

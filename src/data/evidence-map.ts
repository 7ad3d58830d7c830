/** The studies of projects, as the map of what is known and the matrix of a topic arrange them. */
import { evidenceMap, topicOfTactic, type MappedStudy } from '../lib/evidence-map.ts';
import { shortName, standingProfiles, type Profile } from './strength.ts';
import { topicLinks } from './topics.ts';
import { addressOf } from '../kinds/index.ts';

export const studiesOf = (profiles: readonly Profile[]): MappedStudy[] =>
  profiles.flatMap((entry) =>
    entry.data.studies.map((study) => ({ ...study, name: shortName(entry), href: addressOf(entry) })),
  );

export const evidenceStudies = async (): Promise<MappedStudy[]> => studiesOf(await standingProfiles());

export const mappedTactics = async () =>
  Promise.all(
    evidenceMap(await evidenceStudies()).map(async (row) => {
      /** None where the topic is not published. */
      const [briefing] = await topicLinks([topicOfTactic[row.tactic]]);
      return { ...row, briefing };
    }),
  );

export type MappedTactic = Awaited<ReturnType<typeof mappedTactics>>[number];

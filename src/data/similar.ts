/** Projects like one: problem, tactic, setting and size of the place, with the reason in words. */
import { ownVotes } from '../lib/evidence.ts';
import { aimLabels } from '../lib/labels.ts';
import { likenessOf, reasonOf, type Traits } from '../lib/similar.ts';
import { published, stands } from './entries.ts';
import { memo } from './memo.ts';
import { weaknessOf, type Profile } from './strength.ts';
import { addressOf } from '../kinds/index.ts';

const most = 4;

/**
 * Problems are the topics under “crime”, and what the studies meant to change: “gun violence” is one problem, whichever of
 * the two names it.
 */
const traits = memo(async (): Promise<Map<Profile, Traits>> => {
  const problemTitles = new Map(
    (await published('topics'))
      .filter(({ data }) => data.heading === 'crime')
      .map(({ id, data }) => [id, data.title.toLowerCase()]),
  );
  const problemsOf = ({ topics, studies }: Profile['data']): string[] => [
    ...topics.flatMap(({ id }) => problemTitles.get(id) ?? []),
    ...studies.flatMap(({ outcomes }) =>
      outcomes.flatMap(({ headline, aim }) => (headline ? [aimLabels[aim].toLowerCase()] : [])),
    ),
  ];
  return new Map(
    (await published('program-profiles')).map((profile) => [
      profile,
      {
        problems: [...new Set(problemsOf(profile.data))],
        tactics: [...new Set(profile.data.studies.flatMap(({ tactics }) => tactics))],
        settings: profile.data.settings,
        population: profile.data.population,
      },
    ]),
  );
});

/** The most alike first, among equals the strongest study. */
export const similarTo = async (entry: Profile) => {
  const all = await traits();
  const own = all.get(entry);
  if (!own) return [];
  return [...all]
    .filter(([other]) => other !== entry && stands(other))
    .map(([other, theirs]) => ({ other, theirs, score: likenessOf(own, theirs) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || weaknessOf(a.other) - weaknessOf(b.other) || a.other.id.localeCompare(b.other.id, 'en'),
    )
    .slice(0, most)
    .map(({ other, theirs }) => ({
      href: addressOf(other),
      name: other.data.title,
      own: ownVotes(other.data),
      reason: reasonOf(own, theirs),
    }));
};

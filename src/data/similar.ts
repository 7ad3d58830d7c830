/** Projects like one: problem, tactic, setting and size of the place, with the reason in words. */
import { ownVotes } from '../lib/evidence.ts';
import { aimLabels } from '../lib/labels.ts';
import { likenessOf, type Traits } from '../lib/similar.ts';
import { published } from './entries.ts';
import { standingProfiles, weaknessOf, type Profile } from './strength.ts';
import { addressOf } from '../kinds/index.ts';

const most = 4;

/**
 * The most alike first, among equals the strongest study. Problems are the topics under “crime”, and what the studies meant to
 * change: “gun violence” is one problem, whichever of the two names it.
 */
export const similarTo = async (entry: Profile) => {
  const problemTitles = new Map(
    (await published('topics'))
      .filter(({ data }) => data.heading === 'crime')
      .map(({ id, data }) => [id, data.title.toLowerCase()]),
  );
  const traitsOf = ({ data }: Profile): Traits => ({
    problems: [
      ...new Set([
        ...data.topics.flatMap(({ id }) => problemTitles.get(id) ?? []),
        ...data.studies.flatMap(({ outcomes }) =>
          outcomes.flatMap(({ headline, aim }) => (headline ? [aimLabels[aim].toLowerCase()] : [])),
        ),
      ]),
    ],
    tactics: [...new Set(data.studies.flatMap(({ tactics }) => tactics))],
    settings: data.settings,
    population: data.population,
  });
  const own = traitsOf(entry);
  return (await standingProfiles())
    .filter(({ id }) => id !== entry.id)
    .map((other) => ({ other, ...likenessOf(own, traitsOf(other)) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) => b.score - a.score || weaknessOf(a.other) - weaknessOf(b.other) || a.other.id.localeCompare(b.other.id),
    )
    .slice(0, most)
    .map(({ other, reason }) => ({
      href: addressOf(other),
      name: other.data.title,
      own: ownVotes(other.data),
      reason,
    }));
};

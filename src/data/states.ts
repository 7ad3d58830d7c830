/** What there is from a state: its projects, and the people, webinars, publications and meetings that belong to them. */
import { stateNames, stateSlug, type StateCode } from '../lib/states.ts';
import { countsOf } from '../lib/counts.ts';
import type { Reference } from '../lib/entry-reference.ts';
import { published, publishedNamed, stands } from './entries.ts';
import { strongestFirst, type Profile } from './strength.ts';

export const stateAddress = (code: StateCode): string => `/states/${stateSlug(code)}/`;

const profilesOf = async (code: StateCode): Promise<Profile[]> =>
  (await published('program-profiles')).filter(({ data }) => data.state === code);

/** States with a project, by name. The others have no page. */
export const statesWithProjects = async () => {
  const profiles = await published('program-profiles');
  return [...countsOf(profiles.map(({ data }) => data.state))]
    .map(([code, projects]) => ({ code, name: stateNames[code], href: stateAddress(code), projects }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
};

/** Those that name one of the projects. */
const named = <Named extends { data: { profiles: readonly Reference[] } }>(
  entries: readonly Named[],
  ids: ReadonlySet<string>,
): Named[] => entries.filter(({ data }) => data.profiles.some(({ id }) => ids.has(id)));

export const stateContents = async (code: StateCode) => {
  const projects = strongestFirst(await profilesOf(code));
  const ids = new Set(projects.map(({ id }) => id));
  const partners = new Map<string, Profile>();
  for (const project of projects)
    for (const partner of project.data.researchPartners) {
      const words =
        'name' in partner ? [partner.name, partner.affiliation].filter(Boolean).join(', ') : partner.affiliation;
      if (!partners.has(words)) partners.set(words, project);
    }
  const meetings = (await published('meetings')).filter(
    ({ data }) => data.state === code || data.profiles.some(({ id }) => ids.has(id)),
  );
  return {
    projects,
    experts: (
      await publishedNamed('experts', [...new Set(projects.flatMap(({ data }) => data.experts.map(({ id }) => id)))])
    ).filter(stands),
    /** Research partners of the projects, each once. */
    partners: [...partners].map(([name, project]) => ({ name, project })),
    read: [...named(await published('research-spotlights'), ids), ...named(await published('resources'), ids)],
    events: [
      ...named(await published('webinars'), ids),
      ...meetings,
      ...named(await published('podcasts'), ids),
      ...named(await published('assistance'), ids),
    ],
  };
};

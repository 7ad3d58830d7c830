/** What there is from a state: its projects, and the people, webinars, publications and meetings that belong to them. */
import { stateNames, stateSlug, type StateCode } from '../lib/states.ts';
import { countsOf } from '../lib/counts.ts';
import { evidenceOn, type CollectionName } from '../kinds/index.ts';
import { newestFirst } from '../lib/newest-first.ts';
import { linkTo, published, summaryOf } from './entries.ts';
import { relatedTo } from './relations.ts';
import { strongestFirst, type Profile } from './strength.ts';

export const stateAddress = (code: StateCode): string => `/states/${stateSlug(code)}/`;

/** States with a project, by name. The others have no page. */
export const statesWithProjects = async () => {
  const profiles = await published('program-profiles');
  return [...countsOf(profiles.map(({ data }) => data.state))]
    .map(([code, projects]) => ({ code, name: stateNames[code], href: stateAddress(code), projects }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
};

export const stateContents = async (code: StateCode) => {
  const projects = strongestFirst((await published('program-profiles')).filter(({ data }) => data.state === code));
  const meetings = (await published('meetings')).filter(({ data }) => data.state === code).map(summaryOf);
  const related = (await Promise.all(projects.map(relatedTo))).flat().flatMap(({ entries }) => entries);
  const entries = newestFirst([...new Set([...related, ...meetings])]);
  const of = (...collections: CollectionName[]) => entries.filter(({ collection }) => collections.includes(collection));
  const partners = new Map<string, Profile>();
  for (const project of projects)
    for (const partner of project.data.researchPartners) {
      const words =
        'name' in partner ? [partner.name, partner.affiliation].filter(Boolean).join(', ') : partner.affiliation;
      if (!partners.has(words)) partners.set(words, project);
    }
  return {
    projects,
    /** Matched with one of the projects. */
    experts: of('experts').filter(({ isWithdrawn }) => !isWithdrawn),
    /** Research partners of the projects, each once. */
    partners: [...partners].map(([name, project]) => ({ name, ...linkTo(project) })),
    read: of(...evidenceOn('library')),
    events: of(...evidenceOn('events', 'assistance')),
  };
};

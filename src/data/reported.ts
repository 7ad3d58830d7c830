/** What a publication reports: studies of the projects it names, by which the library can be narrowed. */
import { countedEvidence, projectsNamed, type Entry } from './entries.ts';

type Source = Entry<'program-profiles'>['data']['sources'][number];

/** The sources that the rows of a table name by key; the first of the page's where none is named. */
const sourcesNamed = (sources: readonly Source[], keys: readonly (string | undefined)[]): readonly Source[] => {
  const named = sources.filter(({ key }) => key && keys.includes(key));
  return named.length > 0 ? named : sources.slice(0, 1);
};

const withoutProtocol = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '').toLowerCase();

/**
 * The studies that cite the publication; where none does, those of its project. What no study cites and names several
 * projects would stand under nearly every value: it stands under none, as what is no publication does.
 */
export const reportedBy = async (entry: Entry) => {
  const isPublication = entry.collection === 'resources' || entry.collection === 'research-spotlights';
  if (!isPublication) return { studies: [], settings: [] };
  const { url = '', doi } = entry.data;
  const isThis = (address: string): boolean =>
    withoutProtocol(address) === withoutProtocol(url) || (doi !== undefined && address.includes(doi));
  const projects = (await projectsNamed(entry)).map((project) => {
    const studies = countedEvidence(project)?.studies ?? [];
    const { sources, settings } = project.data;
    const cited = studies.filter(({ outcomes }) =>
      outcomes.some(({ source }) => sourcesNamed(sources, [source]).some(({ url: at }) => at && isThis(at))),
    );
    return { settings, studies, cited };
  });
  const citing = projects.flatMap(({ settings, cited }) => (cited.length > 0 ? { settings, studies: cited } : []));
  const reported = citing.length > 0 ? citing : projects.length === 1 ? projects : [];
  return {
    studies: reported.flatMap(({ studies }) => studies),
    settings: reported.flatMap(({ settings }) => settings),
  };
};

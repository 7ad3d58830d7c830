/** The content as the rules see it. Reading is done here, once; the rules only look. */
import { site } from '../../site.ts';
import { entryOf, readEntry, type Entry } from './entry.ts';
import { pathsIn, readContentFile, readIfThere, type ContentFile } from './files.ts';
import { strayEntriesIn } from './outside.ts';
import { readPages, type SitePages } from './pages.ts';
import { pastIn, type Past } from './past.ts';
import { templatesFolder, wordsOfTemplates } from './templates.ts';
import { collectionNames, type CollectionName } from '../../kinds/index.ts';

export interface Project extends SitePages {
  /** Every file under `content/` but the templates, README.md and synonyms.yaml. */
  files: ContentFile[];
  entries: Entry[];
  /** `collection/id`, drafts included. */
  byKey: Map<string, Entry>;
  idsOf: Map<CollectionName, string[]>;
  /** Files under `public/`, as addresses. */
  publicFiles: Set<string>;
  /** Addresses that header and footer lead to; the tests of the built site hold that they answer. */
  promised: Set<string>;
  /** The files of `content/templates/`, by path. */
  templates: Map<string, string>;
  /** What stands in them, by which a copy that was not filled in is known. */
  templateWords: ReadonlySet<string>;
  synonyms: TextFile;
  redirects: TextFile;
  published: TextFile;
  /** Files outside of `content/` that look like entries. */
  strays: string[];
  past: Past;
}

interface TextFile {
  file: string;
  text: string;
}

export const synonymsFile = 'content/synonyms.yaml';
/** Files at the top of `content/` that are no entries. */
const besideEntries = ['content/README.md', synonymsFile];

/** Whether a path under `content/` is one of an entry, or of a file beside one. */
export const isContent = (path: string): boolean =>
  !path.startsWith(templatesFolder) && !besideEntries.includes(path) && !/(^|\/)\.(?![^/]*\.?mdx$)[^/]*$/.test(path);

export const redirectsFile = 'public/_redirects';
export const publishedFile = 'src/checks/published-addresses.txt';

/** Puts what was read in order, and adds what is looked up in it. */
export const assemble = ({ files, entries, ...rest }: Omit<Project, 'byKey' | 'idsOf'>): Project => ({
  ...rest,
  files: files.toSorted((a, b) => a.path.localeCompare(b.path, 'en')),
  entries: entries.toSorted((a, b) => a.file.localeCompare(b.file, 'en')),
  byKey: new Map(entries.map((entry) => [`${entry.collection}/${entry.id}`, entry])),
  idsOf: new Map(
    collectionNames.map((name) => [name, entries.filter(({ collection }) => collection === name).map(({ id }) => id)]),
  ),
});

export const readProject = (root: string): Project => {
  const paths = pathsIn(root, 'content').filter(isContent);
  const templates = new Map(pathsIn(root, templatesFolder.slice(0, -1)).map((path) => [path, readIfThere(root, path)]));
  return assemble({
    ...readPages(root),
    files: paths.map((path) => readContentFile(root, path)),
    entries: paths.flatMap((path) => (entryOf(path) ? (readEntry(path, readIfThere(root, path)) ?? []) : [])),
    templates,
    templateWords: wordsOfTemplates(templates),
    publicFiles: new Set(pathsIn(root, 'public').map((path) => path.slice('public'.length))),
    promised: new Set([...site.navigation, ...site.footer.flatMap(({ links }) => links)].map(({ href }) => href)),
    synonyms: { file: synonymsFile, text: readIfThere(root, synonymsFile) },
    redirects: { file: redirectsFile, text: readIfThere(root, redirectsFile) },
    published: { file: publishedFile, text: readIfThere(root, publishedFile) },
    strays: strayEntriesIn(root),
    past: pastIn(root),
  });
};

/** The files beside an entry as it names them: `./its-id/chart.png`. */
export const filesBeside = ({ files }: Project, { collection, id }: Entry): string[] => {
  const folder = `content/${collection}/`;
  return files.flatMap(({ path }) => (path.startsWith(`${folder}${id}/`) ? `./${path.slice(folder.length)}` : []));
};

export const transcriptsOf = ({ files }: Project): TextFile[] =>
  files.flatMap(({ path, text }) => (path.endsWith('.vtt') && text !== undefined ? { file: path, text } : []));

/** Entries and transcripts. */
export const pageTextsOf = (project: Project): TextFile[] => [...project.entries, ...transcriptsOf(project)];

/** Every text that editors may touch. */
export const textsOf = (project: Project): TextFile[] => [...pageTextsOf(project), project.synonyms, project.redirects];

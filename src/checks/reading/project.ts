/** The content as the rules see it. Reading is done here, once; the rules only look. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { site } from '../../site.ts';
import { entryOf, readEntry, type Entry } from './entry.ts';
import { pathsIn, readContentFile, readIfThere, type ContentFile } from './files.ts';
import { isStray, strayEntriesIn } from './outside.ts';
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

/** Changes laid over the files on disk: for tests, and to check a file before it is written. */
type Overlay = ReadonlyMap<string, string | Omit<ContentFile, 'path'> | undefined>;

const synonymsFile = 'content/synonyms.yaml';
/** Files at the top of `content/` that are no entries. */
const besideEntries = ['content/README.md', synonymsFile];

const isContent = (path: string): boolean =>
  !path.startsWith(templatesFolder) && !besideEntries.includes(path) && !/(^|\/)\.(?![^/]*\.?mdx$)[^/]*$/.test(path);

const redirectsFile = 'public/_redirects';
export const publishedFile = 'src/checks/published-addresses.txt';

const assemble = (
  files: ContentFile[],
  entries: Entry[],
  rest: Omit<Project, 'files' | 'entries' | 'byKey' | 'idsOf'>,
): Project => {
  const idsOf = new Map<CollectionName, string[]>(collectionNames.map((name) => [name, []]));
  for (const { collection, id } of entries) idsOf.get(collection)?.push(id);
  return {
    ...rest,
    files: files.sort((a, b) => a.path.localeCompare(b.path, 'en')),
    entries: entries.sort((a, b) => a.file.localeCompare(b.file, 'en')),
    byKey: new Map(entries.map((entry) => [`${entry.collection}/${entry.id}`, entry])),
    idsOf,
  };
};

export const readProject = (root: string): Project => {
  const paths = pathsIn(root, 'content').filter(isContent);
  const templates = new Map(
    pathsIn(root, templatesFolder.slice(0, -1)).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
  return assemble(
    paths.map((path) => readContentFile(root, path)),
    paths.flatMap((path) => (entryOf(path) ? (readEntry(path, readFileSync(join(root, path), 'utf8')) ?? []) : [])),
    {
      ...readPages(root),
      templates,
      templateWords: wordsOfTemplates(templates),
      publicFiles: new Set(pathsIn(root, 'public').map((path) => path.slice('public'.length))),
      promised: new Set([...site.navigation, ...site.footer.flatMap(({ links }) => links)].map(({ href }) => href)),
      synonyms: { file: synonymsFile, text: readIfThere(root, synonymsFile) },
      redirects: { file: redirectsFile, text: readIfThere(root, redirectsFile) },
      published: { file: publishedFile, text: readIfThere(root, publishedFile) },
      strays: strayEntriesIn(root),
      past: pastIn(root),
    },
  );
};

/** The same project with some files changed, added or (undefined) taken away. Only what changed is read again. */
export const withChanges = (project: Project, changes: Overlay): Project => {
  const files = project.files.filter(({ path }) => !changes.has(path));
  const entries = project.entries.filter(({ file }) => !changes.has(file));
  let { synonyms, redirects, published, templates } = project;
  const strays = [...project.strays];
  for (const [path, change] of changes) {
    if (change === undefined) continue;
    if (typeof change !== 'string') files.push({ path, ...change });
    else if (path === synonymsFile) synonyms = { file: path, text: change };
    else if (path === redirectsFile) redirects = { file: path, text: change };
    else if (path === publishedFile) published = { file: path, text: change };
    else if (path.startsWith(templatesFolder)) templates = new Map([...templates, [path, change]]);
    else if (isStray(path)) strays.push(path);
    else if (isContent(path)) {
      files.push({ path, size: Buffer.byteLength(change), text: change });
      entries.push(...[readEntry(path, change) ?? []].flat());
    }
  }
  const templateWords = templates === project.templates ? project.templateWords : wordsOfTemplates(templates);
  return assemble(files, entries, {
    ...project,
    synonyms,
    redirects,
    published,
    templates,
    templateWords,
    strays,
  });
};

export const transcriptsOf = ({ files }: Project): TextFile[] =>
  files.flatMap(({ path, text }) => (path.endsWith('.vtt') && text !== undefined ? { file: path, text } : []));

/** Entries and transcripts. */
export const pageTextsOf = (project: Project): TextFile[] => [...project.entries, ...transcriptsOf(project)];

/** Every text that editors may touch. */
export const textsOf = (project: Project): TextFile[] => [...pageTextsOf(project), project.synonyms, project.redirects];

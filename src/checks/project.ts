/** The content as the rules see it. Reading is done here, once; the rules only look. */
import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { collectionNames, type CollectionName } from '../schemas/fields.ts';
import { shapeOf } from '../lib/shape.ts';
import { schemas } from '../schemas/index.ts';
import { site } from '../site.ts';
import { readBody, type Body } from './body.ts';
import { withoutConflicts } from './conflicts.ts';
import type { Edit, Finding } from './fault.ts';
import { offsetOf, readFrontmatter, scalarsOf, splitFile, type Frontmatter, type Split } from './frontmatter.ts';

interface ContentFile {
  /** Path from the top of the repository: `content/webinars/spi-101.mdx`. */
  path: string;
  /** In bytes. */
  size: number;
  /** Of transcripts alone. */
  text?: string;
  /** Of pictures and documents: the first bytes, as Latin-1, by which a kind of file is known. */
  head?: string;
}

export interface Entry {
  file: string;
  collection: CollectionName;
  id: string;
  text: string;
  split: Split;
  frontmatter: Frontmatter | undefined;
  body: Body | undefined;
  /** What the schema says against the fields that could be read. */
  issues: z.core.$ZodIssue[];
  isDraft: boolean;
  title: string;
  /** Where two versions of a place stand, as git leaves them: offsets. */
  conflicts: number[];
  /** Why the file could not be read at all, in the words of whatever failed. */
  failure?: string;
}

export interface Project {
  /** Every file under `content/` but the templates, README.md and synonyms.yaml. */
  files: ContentFile[];
  entries: Entry[];
  /** `collection/id`, drafts included. */
  byKey: Map<string, Entry>;
  idsOf: Map<CollectionName, string[]>;
  /** Files under `public/`, as addresses. */
  publicFiles: Set<string>;
  /** The components that authors may use, with their properties and whether each is needed. */
  components: Map<string, Map<string, boolean>>;
  /** Addresses of the pages that are no entries: `/webinars/`. */
  routes: Set<string>;
  /** Addresses that header and footer lead to; the tests of the built site hold that they answer. */
  promised: Set<string>;
  /** Fragments that pages draw themselves, on any page. */
  drawnIds: Set<string>;
  /** The files of `content/templates/`, by path. */
  templates: Map<string, string>;
  /** What stands in them, by which a copy that was not filled in is known. */
  templateWords: TemplateWords;
  redirects: { file: string; text: string };
  published: { file: string; text: string };
}

interface TemplateWords {
  /** Sentences. */
  texts: Set<string>;
  /** Groups of two fields or more, such as a presenter with a role, as JSON. */
  groups: Set<string>;
}

/** Changes laid over the files on disk: for tests, and to check a file before it is written. */
type Overlay = ReadonlyMap<string, string | { size: number; head?: string } | undefined>;

const isCollection = (name: string): name is CollectionName => (collectionNames as readonly string[]).includes(name);

/** The entry that a path is the file of, if it is one. */
const entryOf = (path: string): { collection: CollectionName; id: string } | undefined => {
  const [content, collection = '', name = '', ...more] = path.split('/');
  if (content !== 'content' || more.length > 0 || !isCollection(collection) || !name.endsWith('.mdx')) return undefined;
  return { collection, id: name.slice(0, -'.mdx'.length) };
};

const emptyEntry = (file: string, named: Pick<Entry, 'collection' | 'id'>, text: string): Entry => ({
  file,
  ...named,
  text,
  split: { kind: 'none' },
  frontmatter: undefined,
  body: undefined,
  issues: [],
  isDraft: false,
  title: '',
  conflicts: [],
});

const partsOf = (entry: Entry): Entry => {
  const { text: clean, at: conflicts } = withoutConflicts(entry.text);
  const split = splitFile(clean);
  if (split.kind !== 'ok' && split.kind !== 'unclosed') return { ...entry, split, conflicts };
  const frontmatter = readFrontmatter(split.yaml, split.start, shapeOf(entry.collection));
  const { values, broken } = frontmatter;
  const result = schemas[entry.collection].safeParse(values);
  // What hangs on a field that cannot be read is not held against the others.
  const isBroken = ({ code, path }: z.core.$ZodIssue) =>
    broken.has(String(path[0])) || (code === 'custom' && path.at(-1) === 'source' && broken.has('sources'));
  return {
    ...entry,
    split,
    conflicts,
    frontmatter,
    body: readBody(clean.slice(split.bodyStart), split.bodyStart),
    issues: result.success ? [] : result.error.issues.filter((issue) => !isBroken(issue)),
    isDraft: values['status'] === 'draft',
    title: typeof values['title'] === 'string' ? values['title'] : '',
  };
};

/** Never throws: whatever one file does, the others are reported. */
export const readEntry = (file: string, text: string): Entry | undefined => {
  const named = entryOf(file);
  if (!named) return undefined;
  const entry = emptyEntry(file, named, text);
  try {
    return partsOf(entry);
  } catch (error) {
    return { ...entry, failure: error instanceof Error ? error.message : String(error) };
  }
};

const headOf = (path: string): string => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(16);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
};

const fileAt = (root: string, path: string): ContentFile => {
  const at = join(root, path);
  // A link that leads nowhere is a file of no size.
  const size = statSync(at, { throwIfNoEntry: false })?.size ?? 0;
  if (path.endsWith('.vtt')) return { path, size, text: size > 0 ? readFileSync(at, 'utf8') : '' };
  return path.startsWith('content/') && !path.endsWith('.mdx') && size > 0
    ? { path, size, head: headOf(at) }
    : { path, size };
};

const walk = (root: string, folder: string): ContentFile[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = `${folder}/${item.name}`;
    return item.isDirectory() ? walk(root, path) : [fileAt(root, path)];
  });

/** Files at the top of `content/` that are no entries; the build reads and checks the synonyms itself. */
const besideEntries = ['content/README.md', 'content/synonyms.yaml'];

const templatesFolder = 'content/templates/';

const notContent = (path: string): boolean =>
  path.startsWith(templatesFolder) || besideEntries.includes(path) || /(^|\/)\.[^/]*$/.test(path);

const readIfThere = (root: string, file: string): string =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';

/** The addresses and fragments that `src/pages` and the components write themselves, read from their source. */
const readPages = (root: string): Pick<Project, 'routes' | 'drawnIds' | 'components'> => {
  const routes = new Set<string>(['/']);
  const drawnIds = new Set<string>();
  const components: Project['components'] = new Map();
  const sources = ['src/pages', 'src/layouts', 'src/components'].flatMap((folder) =>
    existsSync(join(root, folder)) ? walk(root, folder) : [],
  );
  for (const { path } of sources) {
    if (path.startsWith('src/components/mdx/') && path.endsWith('.astro')) {
      const props = /interface Props[^{]*\{([\s\S]*?)\n\}/.exec(readFileSync(join(root, path), 'utf8'))?.[1] ?? '';
      components.set(
        path.slice('src/components/mdx/'.length, -'.astro'.length),
        new Map([...props.matchAll(/^\s{2}(\w+)(\?)?:/gm)].map(([, name = '', optional]) => [name, !optional])),
      );
    }
    // `[...page].astro` is a list in pages, the first of which has the folder’s own address.
    const page = path.replace('/[...page].astro', '/index.astro');
    if (page.startsWith('src/pages/') && !page.includes('[')) {
      const route = page.slice('src/pages'.length).replace(/\.(astro|ts)$/, '');
      if (path.endsWith('.astro')) routes.add(`${route.replace(/\/index$/, '')}/`);
      else routes.add(route);
    }
    if (path.endsWith('.astro'))
      for (const [, id] of readFileSync(join(root, path), 'utf8').matchAll(/\bid(?:=|: )["']([a-z][\w-]*)["']/g))
        if (id) drawnIds.add(id);
  }
  return { routes, drawnIds, components };
};

const readTemplates = (root: string): Map<string, string> =>
  new Map(
    (existsSync(join(root, templatesFolder)) ? walk(root, templatesFolder.slice(0, -1)) : []).map(({ path }) => [
      path,
      readFileSync(join(root, path), 'utf8'),
    ]),
  );

/** Every group of fields inside the values, as JSON. */
const groupsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(groupsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [JSON.stringify(value), ...Object.values(value).flatMap(groupsIn)];
};

const wordsOfTemplates = (templates: ReadonlyMap<string, string>): TemplateWords => {
  const texts = new Set<string>();
  const groups = new Set<string>();
  for (const [path, text] of templates) {
    const split = splitFile(text);
    if (split.kind !== 'ok' || !isTemplate(path)) continue;
    const frontmatter = readFrontmatter(split.yaml, split.start);
    for (const words of [
      ...scalarsOf(frontmatter).map(({ value }) => String(value)),
      ...readBody(text.slice(split.bodyStart), split.bodyStart).texts.map(({ value }) => value),
    ])
      if (words.trim().split(/\s+/).length > 2 || words.includes('Example')) texts.add(words.trim());
    // Names that its notes propose: name-of-its-file.
    for (const [name] of split.yaml.matchAll(/\bname-of-[a-z-]+/g)) texts.add(name);
    for (const value of Object.values(frontmatter.values))
      if (Array.isArray(value))
        for (const item of value)
          if (typeof item === 'object' && item !== null && Object.keys(item).length > 1)
            groups.add(JSON.stringify(item));
  }
  return { texts, groups };
};

/** Whether a file among the templates is one: named as a collection. */
export const isTemplate = (path: string): boolean => isCollection(path.slice(templatesFolder.length, -'.mdx'.length));

const redirectsFile = 'public/_redirects';
export const publishedFile = 'src/checks/published-addresses.txt';

const assemble = (
  files: ContentFile[],
  entries: Entry[],
  rest: Omit<Project, 'files' | 'entries' | 'byKey' | 'idsOf'>,
): Project => {
  const byKey = new Map<string, Entry>();
  const idsOf = new Map<CollectionName, string[]>(collectionNames.map((name) => [name, []]));
  for (const entry of entries) {
    byKey.set(`${entry.collection}/${entry.id}`, entry);
    idsOf.get(entry.collection)?.push(entry.id);
  }
  return { ...rest, files, entries, byKey, idsOf };
};

export const readProject = (root: string): Project => {
  const files = walk(root, 'content')
    .filter(({ path }) => !notContent(path))
    .sort((a, b) => a.path.localeCompare(b.path, 'en'));
  const entries = files.flatMap(({ path }) =>
    entryOf(path) ? (readEntry(path, readFileSync(join(root, path), 'utf8')) ?? []) : [],
  );
  const publicFiles = new Set(
    existsSync(join(root, 'public')) ? walk(root, 'public').map(({ path }) => path.slice('public'.length)) : [],
  );
  const templates = readTemplates(root);
  return assemble(files, entries, {
    templates,
    templateWords: wordsOfTemplates(templates),
    publicFiles,
    promised: new Set([...site.navigation, ...site.footer].map(({ href }) => href)),
    ...readPages(root),
    redirects: { file: redirectsFile, text: readIfThere(root, redirectsFile) },
    published: { file: publishedFile, text: readIfThere(root, publishedFile) },
  });
};

/** The same project with some files changed, added or (undefined) taken away. Only what changed is read again. */
export const withChanges = (project: Project, changes: Overlay): Project => {
  const files = project.files.filter(({ path }) => !changes.has(path));
  const entries = project.entries.filter(({ file }) => !changes.has(file));
  let { redirects, published, templates } = project;
  for (const [path, change] of changes) {
    if (change === undefined) continue;
    if (path === redirectsFile && typeof change === 'string') redirects = { file: path, text: change };
    else if (path === publishedFile && typeof change === 'string') published = { file: path, text: change };
    else if (path.startsWith(templatesFolder) && typeof change === 'string')
      templates = new Map([...templates, [path, change]]);
    else if (!notContent(path)) {
      files.push(
        typeof change === 'string' ? { path, size: Buffer.byteLength(change), text: change } : { path, ...change },
      );
      if (typeof change === 'string') entries.push(...[readEntry(path, change) ?? []].flat());
    }
  }
  files.sort((a, b) => a.path.localeCompare(b.path, 'en'));
  entries.sort((a, b) => a.file.localeCompare(b.file, 'en'));
  const templateWords = templates === project.templates ? project.templateWords : wordsOfTemplates(templates);
  return assemble(files, entries, { ...project, redirects, published, templates, templateWords });
};

/** Line and column, 1-based, of an offset in a text. */
export const positionIn = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: Math.max(0, offset) - lineStart + 1 };
};

type Words = Pick<Finding, 'found' | 'allowed' | 'cure'> & { edits?: Edit[] | undefined; rename?: string | undefined };

/** A finding at an offset of an entry’s file. */
export const at = (entry: Entry, offset: number, words: Words & { field?: string | undefined }): Finding => ({
  file: entry.file,
  ...positionIn(entry.text, offset),
  ...words,
});

/** A field as a person would say it: “source 1, title”. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((words, step) => {
    if (typeof step !== 'number') return words === '' ? String(step) : `${words}, ${String(step)}`;
    return `${words.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')} ${step + 1}`;
  }, '');

/** A finding at a field’s value. */
export const atField = (entry: Entry, path: readonly PropertyKey[], words: Words): Finding =>
  at(entry, entry.frontmatter ? offsetOf(entry.frontmatter, path) : 0, { field: fieldName(path), ...words });

/** A rule: looks at the project, says what it finds. One file and one test each. */
export type Rule = (project: Project) => Iterable<Finding>;

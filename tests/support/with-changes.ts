/** Changes laid over a project that was read: only what changed is read again, so that many hundred checks are quick. */
import { readEntry } from '../../src/checks/reading/entry.ts';
import type { ContentFile } from '../../src/checks/reading/files.ts';
import { isStray } from '../../src/checks/reading/outside.ts';
import {
  assemble,
  isContent,
  publishedFile,
  redirectsFile,
  synonymsFile,
  type Project,
} from '../../src/checks/reading/project.ts';
import { templatesFolder, wordsOfTemplates } from '../../src/checks/reading/templates.ts';

/** By path: the new text, a file that is no text, or undefined for one taken away. */
type Overlay = ReadonlyMap<string, string | Omit<ContentFile, 'path'> | undefined>;

export const withChanges = (project: Project, changes: Overlay): Project => {
  const files = project.files.filter(({ path }) => !changes.has(path));
  const entries = project.entries.filter(({ file }) => !changes.has(file));
  let { synonyms, redirects, published, templates } = project;
  const strays = [...project.strays];
  if ([...changes.keys()].some((path) => templates.has(path)))
    templates = new Map([...templates].filter(([path]) => !changes.has(path)));
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
  return assemble({ ...project, files, entries, synonyms, redirects, published, templates, templateWords, strays });
};

/** Runs every rule over the project. Finding only: no printing, no exit code. */
import type { Fault, Finding } from './fault.ts';
import type { Project, Rule } from './project.ts';
import { rule as boldHeadings } from './rules/bold-headings.ts';
import { rule as characters } from './rules/characters.ts';
import { rule as compilersVoice } from './rules/compilers-voice.ts';
import { rule as conflicts } from './rules/conflicts.ts';
import { rule as contacts } from './rules/contacts.ts';
import { rule as droppedText } from './rules/dropped-text.ts';
import { rule as duplicateIds } from './rules/duplicate-ids.ts';
import { rule as duplicateTitles } from './rules/duplicate-titles.ts';
import { rule as emptyLists } from './rules/empty-lists.ts';
import { rule as figures } from './rules/figures.ts';
import { rule as fileBytes } from './rules/file-bytes.ts';
import { rule as fileEmpty } from './rules/file-empty.ts';
import { rule as fileEncoding } from './rules/file-encoding.ts';
import { rule as fileKind } from './rules/file-kind.ts';
import { rule as fileName } from './rules/file-name.ts';
import { rule as fileText } from './rules/file-text.ts';
import { rule as files } from './rules/files.ts';
import { rule as footnotes } from './rules/footnotes.ts';
import { rule as frontmatter } from './rules/frontmatter.ts';
import { rule as headings } from './rules/headings.ts';
import { rule as html } from './rules/html.ts';
import { rule as images } from './rules/images.ts';
import { rule as likelyDates } from './rules/likely-dates.ts';
import { rule as linkLabels } from './rules/link-labels.ts';
import { rule as links } from './rules/links.ts';
import { rule as mapPlaces } from './rules/map-places.ts';
import { rule as markdown } from './rules/markdown.ts';
import { rule as mdxParts } from './rules/mdx-parts.ts';
import { rule as mdxSyntax } from './rules/mdx-syntax.ts';
import { rule as mediaSize } from './rules/media-size.ts';
import { rule as notes } from './rules/notes.ts';
import { rule as people } from './rules/people.ts';
import { rule as placeholders } from './rules/placeholders.ts';
import { rule as quotes } from './rules/quotes.ts';
import { rule as redirects } from './rules/redirects.ts';
import { rule as references } from './rules/references.ts';
import { rule as schema } from './rules/schema.ts';
import { rule as sources } from './rules/sources.ts';
import { rule as tables } from './rules/tables.ts';
import { rule as templateValues } from './rules/template-values.ts';
import { rule as titles } from './rules/titles.ts';
import { rule as transcripts } from './rules/transcripts.ts';
import { rule as unreadable } from './rules/unreadable.ts';
import { rule as unusedMedia } from './rules/unused-media.ts';
import { rule as yaml } from './rules/yaml.ts';
import { severity, type RuleName } from './severity.ts';

export const rules: Record<RuleName, Rule> = {
  'file-kind': fileKind,
  'file-name': fileName,
  'file-text': fileText,
  'file-empty': fileEmpty,
  'file-encoding': fileEncoding,
  'file-bytes': fileBytes,
  unreadable,
  conflicts,
  frontmatter,
  yaml,
  notes,
  schema,
  'likely-dates': likelyDates,
  'map-places': mapPlaces,
  'empty-lists': emptyLists,
  references,
  people,
  'duplicate-ids': duplicateIds,
  'duplicate-titles': duplicateTitles,
  'dropped-text': droppedText,
  quotes,
  'mdx-syntax': mdxSyntax,
  'mdx-parts': mdxParts,
  html,
  tables,
  footnotes,
  headings,
  'bold-headings': boldHeadings,
  images,
  files,
  transcripts,
  'media-size': mediaSize,
  'link-labels': linkLabels,
  markdown,
  links,
  sources,
  figures,
  titles,
  characters,
  placeholders,
  'template-values': templateValues,
  'compilers-voice': compilersVoice,
  contacts,
  redirects,
  'unused-media': unusedMedia,
};

const failed = (file: string, name: RuleName, error: unknown): Finding => ({
  file,
  line: 1,
  column: 1,
  found: `the check “${name}” cannot read this file (${error instanceof Error ? error.message : String(error)})`,
  cure: 'undo the last change of the file; if that does not help, tell a maintainer, and name the file',
});

/** What a rule finds. Where a file makes it fail, that file is told, and the others are looked at all the same. */
export const findingsOf = (name: RuleName, rule: Rule, project: Project): Finding[] => {
  try {
    return [...rule(project)];
  } catch {
    const without: Project = { ...project, entries: [], files: [] };
    const alone = (part: Partial<Project>, file: string): Finding[] => {
      try {
        return [...rule({ ...without, ...part })];
      } catch (error) {
        return [failed(file, name, error)];
      }
    };
    return [
      ...project.entries.flatMap((entry) => alone({ entries: [entry] }, entry.file)),
      ...project.files.flatMap((file) => alone({ files: [file] }, file.path)),
    ];
  }
};

/** All faults of all files, by file and line. */
export const findFaults = (project: Project, only: readonly RuleName[] = Object.keys(rules) as RuleName[]): Fault[] =>
  only
    .flatMap((name) =>
      findingsOf(name, rules[name], project).map((finding): Fault => ({
        ...finding,
        rule: name,
        severity: severity[name],
      })),
    )
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column);

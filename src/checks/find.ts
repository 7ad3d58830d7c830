/** Runs every rule over the project. Finding only: no printing, no exit code. */
import type { Fault } from './fault.ts';
import type { Project, Rule } from './project.ts';
import { rule as duplicateIds } from './rules/duplicate-ids.ts';
import { rule as duplicateTitles } from './rules/duplicate-titles.ts';
import { rule as fileEmpty } from './rules/file-empty.ts';
import { rule as fileKind } from './rules/file-kind.ts';
import { rule as fileName } from './rules/file-name.ts';
import { rule as fileText } from './rules/file-text.ts';
import { rule as files } from './rules/files.ts';
import { rule as frontmatter } from './rules/frontmatter.ts';
import { rule as images } from './rules/images.ts';
import { rule as mdxParts } from './rules/mdx-parts.ts';
import { rule as mdxSyntax } from './rules/mdx-syntax.ts';
import { rule as references } from './rules/references.ts';
import { rule as schema } from './rules/schema.ts';
import { rule as yaml } from './rules/yaml.ts';
import { severity, type RuleName } from './severity.ts';

export const rules: Partial<Record<RuleName, Rule>> = {
  'file-kind': fileKind,
  'file-name': fileName,
  'file-text': fileText,
  'file-empty': fileEmpty,
  frontmatter,
  yaml,
  schema,
  references,
  'duplicate-ids': duplicateIds,
  'duplicate-titles': duplicateTitles,
  'mdx-syntax': mdxSyntax,
  'mdx-parts': mdxParts,
  images,
  files,
};

/** All faults of all files, by file and line. */
export const findFaults = (project: Project, only: readonly RuleName[] = Object.keys(rules) as RuleName[]): Fault[] =>
  only
    .flatMap((name) => [...(rules[name]?.(project) ?? [])].map((finding): Fault => ({ ...finding, rule: name, severity: severity[name] })))
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column);

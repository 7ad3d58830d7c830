/** Runs every rule over the project. Finding only: no printing, no exit code. */
import { atFile, type Fault, type Finding } from './finding.ts';
import type { Project } from './reading/project.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

const failed = (file: string, id: string, error: unknown): Finding =>
  atFile(file, {
    found: `the check “${id}” cannot read this file (${error instanceof Error ? error.message : String(error)})`,
    cure: 'undo the last change of the file; if that does not help, tell a maintainer, and name the file',
  });

/** What a rule finds. Where a file makes it fail, that file is told, and the others are looked at all the same. */
export const findingsOf = ({ id, find }: Pick<Rule, 'id' | 'find'>, project: Project): Finding[] => {
  try {
    return [...find(project)];
  } catch {
    const without: Project = { ...project, entries: [], files: [] };
    const alone = (part: Partial<Project>, file: string): Finding[] => {
      try {
        return [...find({ ...without, ...part })];
      } catch (error) {
        return [failed(file, id, error)];
      }
    };
    return [
      ...project.entries.flatMap((entry) => alone({ entries: [entry] }, entry.file)),
      ...project.files.flatMap((file) => alone({ files: [file] }, file.path)),
    ];
  }
};

/** All faults of all files, by file and line. */
export const findFaults = (project: Project, only: readonly Rule[] = rules): Fault[] =>
  only
    .flatMap((rule) =>
      findingsOf(rule, project).map((finding): Fault => ({ ...finding, rule: rule.id, severity: rule.severity })),
    )
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column);

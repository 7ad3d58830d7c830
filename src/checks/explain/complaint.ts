/** A complaint of the schema, with all that is needed to put it into an editor's words. */
import type { z } from 'zod';
import { shapeAt, shapeOf, type Shape } from '../../kinds/shape.ts';
import type { Entry } from '../reading/entry.ts';
import type { Project } from '../reading/project.ts';

export type Issue = z.core.$ZodIssue;
export type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;
type Path = readonly PropertyKey[];

export interface Complaint {
  path: Path;
  /** What stands there; undefined where nothing does. */
  value: unknown;
  /** What the schema wants there. */
  shape: Shape | undefined;
  /** What the schema wants of the group or list around it. */
  around: Shape | undefined;
  /** Whether the field may not be left out. */
  isNeeded: boolean;
  entry: Entry;
  project: Project;
}

/** The ids that a reference may name; none where it names the folder too, or is no reference. */
export const idsFor = ({ references }: Shape = {}, project: Project): readonly string[] =>
  references && references !== 'any' ? (project.idsOf.get(references) ?? []) : [];

export const valueAt = (values: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    values,
  );

export const complaintOf = ({ path }: Issue, entry: Entry, project: Project): Complaint => {
  const shapeOfPath = (steps: PropertyKey[]) => shapeAt(shapeOf(entry.collection), steps, entry.frontmatter.values);
  const around = shapeOfPath(path.slice(0, -1));
  return {
    path,
    value: valueAt(entry.frontmatter.values, path),
    shape: shapeOfPath(path),
    around,
    isNeeded: around?.required?.includes(String(path.at(-1))) ?? true,
    entry,
    project,
  };
};

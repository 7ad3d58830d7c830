/** A complaint of the schema, with all that is needed to put it into an editor's words. */
import type { z } from 'zod';
import { shapeAt, shapeOf, type Shape } from '../../kinds/shape.ts';
import { at, type Edit, type Finding, type Words } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import type { Frontmatter } from '../reading/frontmatter.ts';
import { offsetOf, scalarAt } from '../reading/positions.ts';
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
  frontmatter: Frontmatter;
  /** Undefined where an entry is read alone: then no id can be suggested. */
  project: Project | undefined;
}

export const valueAt = (values: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    values,
  );

export const complaintOf = (
  { path }: Issue,
  entry: Entry,
  frontmatter: Frontmatter,
  project: Project | undefined,
): Complaint => {
  const shapeOfPath = (steps: PropertyKey[]) => shapeAt(shapeOf(entry.collection), steps, frontmatter.values);
  const around = shapeOfPath(path.slice(0, -1));
  return {
    path,
    value: valueAt(frontmatter.values, path),
    shape: shapeOfPath(path),
    around,
    isNeeded: around?.required?.includes(String(path.at(-1))) ?? true,
    entry,
    frontmatter,
    project,
  };
};

/** The finding at the place of the complaint. */
export const findingOf = ({ entry, frontmatter, path }: Complaint, words: Words): Finding =>
  at(entry, offsetOf(frontmatter, path), words, path);

/** Replaces a whole scalar; undefined where there is none. */
export const replaceScalar = ({ frontmatter, path }: Complaint, text: string): Edit[] | undefined => {
  const scalar = scalarAt(frontmatter, path);
  return scalar ? [{ start: scalar.start, end: scalar.end, text }] : undefined;
};

/** The scalar as it was typed, with its quotes; undefined where there is none. */
export const typedScalar = ({ entry, frontmatter, path }: Complaint): string | undefined => {
  const scalar = scalarAt(frontmatter, path);
  return scalar && entry.text.slice(scalar.start, scalar.end);
};

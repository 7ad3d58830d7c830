/** A complaint of the schema, with all that is needed to put it into an editor's words. */
import type { z } from 'zod';
import { shapeAt, shapeOf, type Shape } from '../../lib/shape.ts';
import type { Edit, Finding } from '../fault.ts';
import { offsetOf, scalarAt, type Frontmatter } from '../frontmatter.ts';
import { at, fieldName, type Entry, type Project } from '../project.ts';

export type Issue = z.core.$ZodIssue;
export type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;
type Path = readonly PropertyKey[];
export type Words = Pick<Finding, 'found' | 'allowed' | 'cure' | 'edits'>;

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
  at(entry, offsetOf(frontmatter, path), { field: fieldName(path) || undefined, ...words });

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

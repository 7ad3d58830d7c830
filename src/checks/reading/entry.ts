/** One file of an entry, read into fields and text with their positions. */
import type { z } from 'zod';
import { shapeOf } from '../../kinds/shape.ts';
import { isCollection, kinds, type CollectionName } from '../../kinds/index.ts';
import { readBody, type Body } from './body.ts';
import { withoutConflicts } from './conflicts.ts';
import { readFrontmatter, type Frontmatter } from './frontmatter.ts';
import { splitFile, type Split } from './split.ts';
import { markedIn, scalarsIn, wordsIn } from './values.ts';

export interface Entry {
  file: string;
  collection: CollectionName;
  id: string;
  text: string;
  split: Split;
  /** Empty where the file has none that can be found. */
  frontmatter: Frontmatter;
  body: Body;
  /** Every scalar among the fields, and those of them that are text. */
  scalars: ReturnType<typeof scalarsIn>;
  words: ReturnType<typeof wordsIn>;
  /** What the fields point at: entries, files, web addresses, days. */
  marked: ReturnType<typeof markedIn>;
  /** What the schema says against the fields that could be read. */
  issues: z.core.$ZodIssue[];
  isDraft: boolean;
  title: string;
  /** Why the file could not be read at all, in the words of whatever failed. */
  failure?: string;
}

/** The entry that a path is the file of, if it is one. */
export const entryOf = (path: string): { collection: CollectionName; id: string } | undefined => {
  const [content, collection = '', name = '', ...more] = path.split('/');
  if (content !== 'content' || more.length > 0 || !isCollection(collection) || !name.endsWith('.mdx')) return undefined;
  return { collection, id: name.slice(0, -'.mdx'.length) };
};

const emptyEntry = (file: string, named: Pick<Entry, 'collection' | 'id'>, text: string): Entry => ({
  file,
  ...named,
  text,
  split: { kind: 'none' },
  frontmatter: { yaml: '', start: 0, values: {}, nodes: null, broken: new Set(), slips: [], problems: [] },
  body: readBody('', 0),
  scalars: [],
  words: [],
  marked: [],
  issues: [],
  isDraft: false,
  title: '',
});

const partsOf = (entry: Entry): Entry => {
  const { text: clean } = withoutConflicts(entry.text);
  const split = splitFile(clean);
  if (split.kind !== 'ok' && split.kind !== 'unclosed') return { ...entry, split };
  const shape = shapeOf(entry.collection);
  const frontmatter = readFrontmatter(split.yaml, split.start, shape);
  const { values, broken } = frontmatter;
  const scalars = scalarsIn(values, shape);
  const words = wordsIn(scalars);
  const result = kinds[entry.collection].schema.safeParse(values);
  // What hangs on a field that cannot be read is not held against the others.
  const isBroken = ({ code, path }: z.core.$ZodIssue) =>
    broken.has(String(path[0])) ||
    (code === 'custom' && path.at(-1) === 'source' && broken.has('sources')) ||
    (path[0] === 'noResult' && broken.has('studies'));
  return {
    ...entry,
    split,
    frontmatter,
    body: readBody(clean.slice(split.bodyStart), split.bodyStart),
    scalars,
    words,
    marked: markedIn(words),
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

/** The text of a new entry, written from its schema: what is known is filled in, what is needed is blank, the rest stands by as comments. */
import { branchFor, shapeOf, type Shape } from '../kinds/shape.ts';
import { yamlOf } from './yaml.ts';
import type { CollectionName } from '../kinds/index.ts';

const first = ['title', 'summary', 'topics'];
const last = ['sources', 'reviewed', 'status', 'draftReason', 'caveats', 'notes', 'discrepancies', 'withdrawn'];

/** Field names in the order in which entries have them: what it is, its own fields, who says so. */
export const fieldOrder = (shape: Shape): string[] => {
  const names = Object.keys(shape.properties ?? {});
  const own = names.filter((name) => !first.includes(name) && !last.includes(name));
  return [...first, ...own, ...last].filter((name) => names.includes(name));
};

/** A blank to fill in, such that “npm run check” asks for it: quotes for words, so that a colon does no harm; nothing for the rest. */
const blankOf = (shape: Shape | undefined): unknown => {
  if (shape?.anyOf) return blankOf(shape.anyOf[0]);
  if (shape?.type === 'array')
    return shape.items?.type === 'object' || shape.items?.anyOf ? [blankOf(shape.items)] : [];
  if (shape?.type === 'object')
    return Object.fromEntries((shape.required ?? []).map((name) => [name, blankOf(shape.properties?.[name])]));
  return shape?.type === 'string' && !shape.enum && !shape.kind ? '' : null;
};

/** What stands in a comment where a value belongs. Nothing that could be taken for a fact: the check finds each of these. */
const sampleOf = (shape: Shape | undefined, name: string, id: string): unknown => {
  if (shape?.anyOf) return sampleOf(shape.anyOf[0], name, id);
  if (shape?.references) return 'name-of-its-file';
  if (shape?.kind === 'web-address') return 'https://…';
  if (shape?.kind === 'file') return `./${id}/${name === 'transcript' ? 'transcript.vtt' : 'slides.pdf'}`;
  if (shape?.type === 'array') return [sampleOf(shape.items, name, id)];
  if (shape?.type === 'object') {
    // Of a file and an address only one may stand there.
    const { properties = {} } = shape;
    const parts = Object.entries(properties).filter(([key]) => key !== 'url' || !properties['file']);
    return Object.fromEntries(parts.map(([key, inner]) => [key, sampleOf(inner, key, id)]));
  }
  return '…';
};

const oneOf = (shape: Shape | undefined): string => {
  const words = shape?.enum ?? shape?.items?.enum ?? [];
  const isTold = words.every((word) => shape?.description?.includes(word));
  return words.length < 20 && !isTold ? ` (one of: ${words.join(', ')})` : '';
};

/** What a field is, with the words allowed and the meaning of its parts. */
export const meaningOf = (shape: Shape | undefined, name: string, id: string): string[] => {
  const inner = shape?.items ?? shape;
  const parts = Object.entries(
    Object.assign({}, ...(inner?.anyOf ?? [inner ?? {}]).map(({ properties }) => properties)) as Record<string, Shape>,
  ).map(([key, part]) => `  “${key}”: ${part.description ?? key}${oneOf(part)}`);
  const dates = shape?.kind === 'partial-date' ? ', such as 2013-02-14, 2013-02 or 2013' : '';
  const own = `${shape?.description ?? name}${dates}${oneOf(shape)}`;
  // “spi: written by SPI” would look like a field.
  const quoted = (shape?.enum ?? []).reduce((words, word) => words.replace(`${word}: `, `“${word}”: `), own);
  return [quoted, ...parts].map((line) => line.replaceAll(/\.\/my-(?:entry|webinar)\//g, `./${id}/`));
};

/** The same for people who choose entries by their titles and never see a file. */
export const wordsFor = (shape: Shape | undefined): string =>
  (shape?.description ?? '')
    .replace(/: file names of content\/[\w-]+\/ without \.mdx/, '')
    .replace(/an expert by file name/, 'an expert of ours');

const asComment = (lines: readonly string[]): string => lines.map((line) => `# ${line}`.trimEnd()).join('\n');

/** For the top of every new file. */
const aboutNotes = [
  'Lines that begin with # are notes to you. Delete them. To use one, take out the # and the one space after it, on the field’s',
  'line and on every line under it, so that the field begins at the left edge.',
];

interface NewEntry {
  collection: CollectionName;
  /** `null` for a field that should stand there blank although it is not needed. */
  values: Readonly<Record<string, unknown>>;
  /** Its file name without `.mdx`. */
  id?: string;
  /** Lines for the top of the file: what to do next. */
  steps?: readonly string[];
  body?: string;
}

/** Is there a blank in it, at any depth? */
const hasBlank = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasBlank));

export const entryText = ({ collection, values, id = 'name-of-this-file', steps = [], body = '' }: NewEntry) => {
  const shape = branchFor(shapeOf(collection), values);
  const required = new Set(shape.required ?? []);
  const lines: string[] = [asComment([...steps, ...aboutNotes])];
  for (const name of fieldOrder(shape)) {
    const field = shape.properties?.[name];
    const value = values[name];
    if (name === 'draftReason' && values['status'] === 'published') continue;
    const isNeeded = required.has(name);
    const isLeftOut = Array.isArray(value) && value.length === 0 && !isNeeded;
    const isKnown = value !== undefined && value !== null && !isLeftOut;
    if (!isKnown || hasBlank(value)) {
      const [meaning = '', ...parts] = meaningOf(field, name, id);
      lines.push(asComment([`${meaning}${isNeeded ? '' : ' (only if it applies)'}`, ...parts]));
    }
    const isOpen = isKnown || isNeeded || value === null;
    const shown = isKnown ? value : isOpen ? blankOf(field) : sampleOf(field, name, id);
    const text = yamlOf({ [name]: shown }).trimEnd();
    lines.push(isOpen ? text : asComment(text.split('\n')));
  }
  return `---\n${lines.join('\n')}\n---\n${body}`;
};

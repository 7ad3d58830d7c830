/** The text of a new entry, written from its schema: what is known is filled in, what is needed is blank, the rest stands by as comments. */
import { Document, isSeq, visit } from 'yaml';
import { branchFor, shapeOf, type Shape } from '../lib/shape.ts';
import { slugPattern, type CollectionName } from '../schemas/fields.ts';

const first = ['title', 'summary', 'topics'];
const last = ['sources', 'reviewed', 'status', 'draftReason', 'caveats', 'discrepancies'];

/** Field names in the order in which entries have them: what it is, its own fields, who says so. */
export const fieldOrder = (shape: Shape): string[] => {
  const names = Object.keys(shape.properties ?? {});
  const own = names.filter((name) => !first.includes(name) && !last.includes(name));
  return [...first, ...own, ...last].filter((name) => names.includes(name));
};

/** What a description gives as an example: the words after its last colon. */
const exampleIn = (description = ''): string | undefined => /: ([^:]{2,60})$/.exec(description)?.[1]?.split(', ')[0];

const yamlOf = (value: unknown): string => {
  const document = new Document(value);
  visit(document, {
    Seq: (_, node) => {
      if (
        isSeq(node) &&
        (value = node.toJSON()) &&
        Array.isArray(value) &&
        value.every((item) => typeof item === 'string' && slugPattern.test(item))
      )
        node.flow = true;
    },
    Map: (_, node) => {
      if (node.items.length > 0 && node.toJSON().latitude !== undefined) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
};

/** A blank to fill in, such that “npm run check” asks for it. */
const blankOf = (shape: Shape | undefined): unknown => {
  if (shape?.anyOf) return blankOf(shape.anyOf[0]);
  if (shape?.type === 'array')
    return shape.items?.type === 'object' || shape.items?.anyOf ? [blankOf(shape.items)] : [];
  if (shape?.type === 'object')
    return Object.fromEntries((shape.required ?? []).map((name) => [name, blankOf(shape.properties?.[name])]));
  return '';
};

/** An example of a value, for a comment. */
const sampleOf = (shape: Shape | undefined, name: string): unknown => {
  if (shape?.anyOf) return sampleOf(shape.anyOf[0], name);
  if (shape?.enum) return shape.enum[0];
  if (shape?.references) return exampleIn(shape.description) ?? 'name-of-its-file';
  switch (shape?.kind) {
    case 'day':
      return '2026-11-04';
    case 'partial-date':
      return '2013-02-14';
    case 'web-address':
      return 'https://www.smart-policing.com/…';
    case 'file':
      return name === 'transcript' ? './name-of-this-file/transcript.vtt' : './name-of-this-file/slides.pdf';
    default:
  }
  if (shape?.type === 'array') return [sampleOf(shape.items, name)];
  if (shape?.type === 'object') {
    // Of a file and an address only one may stand there.
    const parts = Object.entries(shape.properties ?? {}).filter(
      ([key]) => key !== 'url' || !shape.properties?.['file'],
    );
    return Object.fromEntries(parts.map(([key, inner]) => [key, sampleOf(inner, key)]));
  }
  if (shape?.type === 'integer' || shape?.type === 'number')
    return Number(exampleIn(shape.description)) || (shape.minimum ?? 12);
  if (shape?.type === 'boolean') return true;
  return exampleIn(shape?.description) ?? '…';
};

const asComment = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');

interface NewEntry {
  collection: CollectionName;
  values: Readonly<Record<string, unknown>>;
  /** Lines for the top of the file: what to do next. */
  steps?: readonly string[];
  body?: string;
}

export const entryText = ({ collection, values, steps = [], body = '' }: NewEntry): string => {
  const shape = branchFor(shapeOf(collection), values);
  const required = new Set(shape.required ?? []);
  const lines: string[] = steps.length > 0 ? [asComment(steps.join('\n'))] : [];
  for (const name of fieldOrder(shape)) {
    const field = shape.properties?.[name];
    const value = values[name];
    if (name === 'draftReason' && values['status'] === 'published') continue;
    const isKnown = value !== undefined && !(Array.isArray(value) && value.length === 0 && !required.has(name));
    if (isKnown) lines.push(yamlOf({ [name]: value }).trimEnd());
    else {
      lines.push(`# ${field?.description ?? name}${required.has(name) ? '' : ' (only if it applies)'}`);
      const text = yamlOf({ [name]: required.has(name) ? blankOf(field) : sampleOf(field, name) });
      lines.push(required.has(name) ? text.trimEnd() : asComment(text));
    }
  }
  return `---\n${lines.join('\n')}\n---\n${body}`;
};

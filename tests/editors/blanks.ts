/** What an editor writes into the blanks of a template or of a new entry. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { fieldName } from '../../src/checks/finding.ts';
import type { CollectionName } from '../../src/kinds/index.ts';
import { shapeAt, shapeOf, type Shape } from '../../src/kinds/shape.ts';

/** Where any text or number would be refused: what an editor writes there. */
const words: Record<string, string | number> = {
  summary: 'What it was about, in a sentence.',
  finding: 'Calls did not change',
  latitude: 40.1,
  longitude: -82.9,
  noResult: 'plan-only',
  audio: 'https://www.cna.org/an-episode.mp3',
};

/** Entries that are there. */
const known: Partial<Record<string, string>> = {
  topics: 'gun-violence',
  experts: 'hildy-saizow',
  'program-profiles': 'boston-massachusetts-2009',
  'ta-types': 'targeted-technical-assistance',
};

/** What the schema allows. */
const valueFor = (key: string, { type, kind, items, references, ...shape }: Shape): unknown => {
  if (items) return [valueFor(key, items)];
  if (words[key]) return words[key];
  if (references) return known[references];
  if (shape.enum) return shape.enum[0];
  if (type === 'integer' || type === 'number')
    return Math.min(shape.maximum ?? 2016, Math.max(shape.minimum ?? 1, 2016));
  if (kind === 'day') return '2026-11-04';
  if (kind === 'partial-date') return '2016-05-12';
  return kind === 'web-address' ? 'https://www.cna.org/a-page' : 'Newtown';
};

const isBlank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The text with every blank filled; the rest, with its comments, as it was. */
export const fillBlanks = (collection: CollectionName, text: string): string => {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  const document = parseDocument(yaml);
  const fill = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'object' && value !== null && !isBlank(value))
      for (const [key, inner] of Object.entries(value))
        fill(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    const shape = isBlank(value) ? shapeAt(shapeOf(collection), path, document.toJS()) : undefined;
    if (shape) document.setIn(path, document.createNode(valueFor(String(path.at(-1)), shape)));
  };
  fill(document.toJS(), []);
  return `---\n${document.toString({ lineWidth: 0 })}---\n${body}`;
};

/** Every value among the fields with its place in the words of the check, blanks left out. */
export const valuesIn = (text: string): { field: string; value: string }[] => {
  const [, yaml = ''] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? [];
  const found: { field: string; value: string }[] = [];
  const walk = (node: unknown, path: readonly PropertyKey[]): void => {
    if (isMap(node)) for (const pair of node.items) walk(pair.value, [...path, String(pair.key)]);
    else if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
    else if (isScalar(node)) found.push({ field: fieldName(path), value: String(node.value) });
  };
  walk(parseDocument(yaml).contents, []);
  return found;
};

/** The text with the comment of each optional field made a field, as its notes say: the # and one space taken out. */
export const uncommented = (text: string): string =>
  text.replace(/^# (?=(?:\w+:|  +(?:- |\w+:)))/gm, '').replace(/^#(?= {3,}-)/gm, '');

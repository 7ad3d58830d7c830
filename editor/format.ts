/**
 * Entries between file and form. Sveltia’s own format writes the whole file anew; this one keeps the lines of every field
 * that was not changed, byte for byte, so that a pull request shows what was typed and nothing else.
 */
import { isMap, isScalar, isSeq, parse, parseDocument, type Document, type Node } from 'yaml';
import { yamlOf } from '../src/editors/yaml.ts';
import { partialDatePattern } from '../src/lib/dates.ts';
import type { Field } from './field.ts';

type Values = Record<string, unknown>;

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Equal values have equal text, in whichever order their parts stand. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  ) ?? '';

/** Whether a day, a month or a year is asked for. */
export const isPartialDate = ({ pattern }: Field): boolean =>
  Array.isArray(pattern) && pattern[0] === partialDatePattern;

const typeOf = ({ types = [] }: Field, item: Values) =>
  types.find(({ name }) => name === item['_is']) ?? types.find(({ name }) => !isEmpty(item[name])) ?? types[0];

/** The form’s values as an entry has them: nothing empty, nothing that is the form’s own. */
const cleaned = (fields: readonly Field[], values: unknown): Values =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const { name, widget, required } = field;
      if (name.startsWith('_') || name === 'body') return [];
      const value = cleanedValue(field, isRecord(values) ? values[name] : undefined);
      if (!isEmpty(value)) return [[name, value]];
      if (widget === 'boolean' && required) return [[name, false]];
      return Array.isArray(field.default) ? [[name, []]] : [];
    }),
  );

const cleanedValue = (field: Field, value: unknown): unknown => {
  const { fields, types } = field;
  const partsOf = (item: unknown) =>
    cleaned((isRecord(item) && types ? typeOf(field, item)?.fields : fields) ?? [], item);
  if (Array.isArray(value)) return fields || types ? value.map(partsOf) : value.filter((item) => !isEmpty(item));
  if (fields) return partsOf(value);
  if (typeof value !== 'string') return value;
  const text = value.trim();
  // A year alone is a number in the files, and text in the form.
  return isPartialDate(field) && /^\d{4}$/.test(text) ? Number(text) : text;
};

/** The entry’s values as the form has them: where an item may be of several kinds, it says of which it is. */
const typed = (fields: readonly Field[], values: Values): Values => {
  const inside = (field: Field, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => inside(field, item));
    if (!isRecord(value)) return value;
    const type = field.types && typeOf(field, value);
    return { ...(type && { _is: type.name }), ...typed(type?.fields ?? field.fields ?? [], value) };
  };
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = known.get(name);
      return [name, field ? inside(field, value) : value];
    }),
  );
};

/** Brings a part of a document to a value; what is equal keeps its quotes, comments and lines. */
const brought = (document: Document, node: Node | null, value: unknown): Node => {
  const old: unknown = node?.toJSON();
  if (node && textOf(old) === textOf(value)) return node;
  if (isMap(node) && isRecord(value)) {
    node.items = node.items.filter(({ key, value: part }) => {
      const name = String(isScalar(key) ? key.value : key);
      // A “false” that goes without saying may stay.
      return name in value || isEmpty((part as Node | null)?.toJSON());
    });
    for (const [name, part] of Object.entries(value))
      node.set(name, brought(document, (node.get(name, true) as Node | undefined) ?? null, part));
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const items = [...node.items] as Node[];
    const isSameLength = items.length === value.length;
    node.items = value.map((part: unknown, index) => {
      const same = items.find((item) => textOf(item.toJSON()) === textOf(part));
      return same ?? brought(document, isSameLength ? (items[index] ?? null) : null, part);
    });
    return node;
  }
  const fresh = parseDocument(yamlOf(value)).contents ?? document.createNode(value);
  if (isScalar(fresh) && isScalar(node) && node.type?.startsWith('QUOTE') && typeof value === 'string')
    fresh.type = node.type;
  return fresh;
};

/** The lines of one field with another value. */
const rewritten = (lines: string, name: string, value: unknown): string => {
  const document = parseDocument(lines);
  if (document.errors.length > 0) return yamlOf({ [name]: value });
  brought(document, document.contents, { [name]: value });
  const step = /^( *)- /m.exec(lines)?.[1]?.length;
  return document.toString({
    lineWidth: 0,
    flowCollectionPadding: /: \{ /.test(lines),
    indentSeq: step !== 0,
    indent: step || 2,
  });
};

/** The lines of each field; comments stay with the field above them. */
const fieldLines = (frontmatter: string): [string, string][] =>
  frontmatter
    .split(/^(?=["']?[A-Za-z])/m)
    .map((lines) => [/^(["']?)([A-Za-z]\w*)\1[ \t]*:/.exec(lines)?.[2] ?? '', lines]);

interface Parts {
  frontmatter: string;
  /** Empty lines before the text. */
  gap: string;
  body: string;
}

const split = (text: string): Parts => {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const [, frontmatter, gap = '', body = ''] =
    /^---[ \t]*\n([\s\S]*?(?<=\n))---[ \t]*(?:\n(\n*)([\s\S]*))?$/.exec(plain) ?? [];
  if (frontmatter === undefined) throw new Error('The file does not begin with fields between two lines of “---”.');
  return { frontmatter, gap, body: body.trimEnd() };
};

/** With the line ends of Windows and the mark at the beginning where the file had them. */
const asIn = (source: string, text: string): string =>
  `${source.startsWith('\uFEFF') ? '\uFEFF' : ''}${source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text}`;

/** How entries of a kind are read and written. */
export const entryFormat = (fields: readonly Field[]) => ({
  fromFile: (text: string): Values => {
    const { frontmatter, body } = split(text);
    // Fields that the form does not know come along in “_source”.
    return { ...typed(fields, parse(frontmatter) as Values), body, _source: text };
  },

  /** Sveltia ends the text with a line end. */
  toFile: (values: Values): string => {
    const after = cleaned(fields, values);
    if (after['status'] === 'published') delete after['draftReason'];
    const body = typeof values['body'] === 'string' ? values['body'].replace(/^\s*\n/, '').trimEnd() : '';
    const source = values['_source'];
    if (typeof source !== 'string') return `---\n${yamlOf(after)}---\n${body}`;
    const old = split(source);
    const before = cleaned(fields, parse(old.frontmatter));
    const order = fields.map(({ name }) => name);
    const lines = fieldLines(old.frontmatter).flatMap(([name, text]): [string, string][] => {
      if (!order.includes(name) || textOf(before[name]) === textOf(after[name])) return [[name, text]];
      return name in after ? [[name, rewritten(text, name, after[name])]] : [];
    });
    for (const name of order) {
      if (!(name in after) || lines.some(([has]) => has === name)) continue;
      const next = lines.findIndex(([has]) => order.indexOf(has) > order.indexOf(name));
      lines.splice(next < 0 ? lines.length : next, 0, [name, yamlOf({ [name]: after[name] })]);
    }
    return asIn(source, `---\n${lines.map(([, text]) => text).join('')}---\n${old.gap}${body}`);
  },
});

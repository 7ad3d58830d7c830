/**
 * Frontmatter read so that one mistake never hides another: where the YAML as a whole does not parse,
 * each top-level field is read by itself, and only the fields that cannot be read are set aside.
 */
import { isMap, isPair, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLError } from 'yaml';

export interface YamlProblem {
  /** Offset in the file’s text. */
  offset: number;
  code: YAMLError['code'] | 'NOT_A_FIELD';
  message: string;
  /** The top-level field it stands in. */
  field: string | undefined;
  /** The line as typed. */
  line: string;
}

interface Field {
  keyStart: number;
  value: Node | null;
  /** What to add to an offset of the value’s nodes to get one in the file. */
  base: number;
  /** Offsets in the file: from the key to the end of the value. */
  end: number;
}

export interface Frontmatter {
  /** Offsets in the file of the YAML between the fences. */
  start: number;
  end: number;
  /** What could be read, by field. */
  values: Record<string, unknown>;
  readonly fields: Map<string, Field>;
  /** Fields whose YAML does not parse: nothing more is said about their value. */
  broken: Set<string>;
  problems: YamlProblem[];
}

export type Split =
  | { kind: 'ok'; yaml: string; start: number; bodyStart: number }
  | { kind: 'unclosed'; yaml: string; start: number; bodyStart: number; at: number }
  | { kind: 'not-first'; at: number }
  | { kind: 'none' };

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^---[ \t]*(?:\r?\n|$)/m;
const looksLikeField = /^[A-Za-z][\w-]*[ \t]*:(?:\s|$)/;
/** The same with the space forgotten: `date:2016`. */
const lacksSpace = /^[A-Za-z][\w-]*:[^\s/]/;

/** Cuts a file at its two lines of three hyphens; says how it is wrong where they are. */
export const splitFile = (text: string): Split => {
  const open = opening.exec(text);
  if (!open) {
    const later = /^---[ \t]*\r?$/m.exec(text);
    return later ? { kind: 'not-first', at: later.index } : { kind: 'none' };
  }
  const start = open[0].length;
  const rest = text.slice(start);
  const close = closing.exec(rest);
  if (close)
    return { kind: 'ok', yaml: rest.slice(0, close.index), start, bodyStart: start + close.index + close[0].length };
  // The frontmatter goes on as long as lines look like YAML; the body is what follows.
  let offset = 0;
  for (const line of rest.split(/(?<=\n)/)) {
    if (!looksLikeField.test(line) && !lacksSpace.test(line) && !/^[ \t]+\S|^-[ \t]|^\s*$|^#[^#]/.test(line)) break;
    offset += line.length;
  }
  const yaml = rest.slice(0, offset).trimEnd();
  return { kind: 'unclosed', yaml: `${yaml}\n`, start, bodyStart: start + offset, at: start + yaml.length };
};

const keyOf = (pair: Pair): string | undefined => (isScalar(pair.key) ? String(pair.key.value) : undefined);

const parse = (yaml: string) => parseDocument(yaml, { schema: 'core', prettyErrors: false, uniqueKeys: true });

/** Top-level fields as pieces of text: a line that begins at the margin opens one. */
const piecesOf = (yaml: string): { start: number; text: string }[] => {
  const pieces: { start: number; text: string }[] = [];
  let offset = 0;
  for (const line of yaml.split(/(?<=\n)/)) {
    const last = pieces.at(-1);
    const opens = !last || looksLikeField.test(line) || lacksSpace.test(line);
    if (opens || !last) pieces.push({ start: offset, text: line });
    else last.text += line;
    offset += line.length;
  }
  return pieces;
};

/** The fields of one parsed piece that begins at `base` in the file, with doubled ones in their order. */
const fieldsOf = (document: ReturnType<typeof parse>, base: number): [string, Field][] => {
  if (!isMap(document.contents)) return [];
  return document.contents.items.flatMap((pair): [string, Field][] => {
    const key = keyOf(pair);
    if (!isPair(pair) || key === undefined || !isScalar(pair.key)) return [];
    const value = pair.value as Node | null;
    const [start = 0, end = 0] = pair.key.range ?? [];
    return [[key, { keyStart: base + start, value, base, end: base + (value?.range?.[1] ?? end) }]];
  });
};

/** Where the YAML as a whole parses: positions are worked out only when a fault needs one, since they cost much memory. */
const readWhole = (document: ReturnType<typeof parse>, yaml: string, start: number): Frontmatter => {
  let fields: Map<string, Field> | undefined;
  const contents = document.contents;
  const isFields = contents === null || isMap(contents);
  return {
    start,
    end: start + yaml.length,
    values: isMap(contents) ? (document.toJS() as Record<string, unknown>) : {},
    get fields() {
      return (fields ??= new Map(fieldsOf(parse(yaml), start)));
    },
    broken: new Set(),
    problems: isFields
      ? []
      : [{ offset: start, code: 'NOT_A_FIELD', message: '', field: undefined, line: yaml.split(/\r?\n/)[0] ?? '' }],
  };
};

export const readFrontmatter = (yaml: string, start: number): Frontmatter => {
  const whole = parse(yaml);
  if (whole.errors.length === 0) return readWhole(whole, yaml, start);

  const result = {
    start,
    end: start + yaml.length,
    values: {} as Record<string, unknown>,
    fields: new Map<string, Field>(),
    broken: new Set<string>(),
    problems: [] as YamlProblem[],
  };
  const lineAt = (offset: number): string => {
    const from = yaml.lastIndexOf('\n', offset - 1) + 1;
    const to = yaml.indexOf('\n', offset);
    return yaml.slice(from, to < 0 ? undefined : to).replace(/\r$/, '');
  };

  for (const { text, start: at } of piecesOf(yaml)) {
    const document = parse(text);
    const name = /^([^\s:#][^:\n]*?)[ \t]*:/.exec(text)?.[1]?.replace(/^["']|["']$/g, '');
    const [first] = document.errors;
    if (first) {
      const offset = at + Math.min(first.pos[0], Math.max(0, text.trimEnd().length));
      result.problems.push({
        offset: start + offset,
        code: first.code,
        message: first.message,
        field: name,
        line: lineAt(offset),
      });
      if (name) result.broken.add(name);
      continue;
    }
    if (document.contents !== null && !isMap(document.contents)) {
      result.problems.push({
        offset: start + at,
        code: 'NOT_A_FIELD',
        message: '',
        field: undefined,
        line: lineAt(at),
      });
      continue;
    }
    const values = (document.toJS() ?? {}) as Record<string, unknown>;
    for (const [key, field] of fieldsOf(document, start + at)) {
      if (result.fields.has(key)) {
        result.problems.push({
          offset: field.keyStart,
          code: 'DUPLICATE_KEY',
          message: '',
          field: key,
          line: lineAt(field.keyStart - start),
        });
        continue;
      }
      result.fields.set(key, field);
      result.values[key] = values[key];
    }
  }
  return result;
};

/** The node at a path of keys and indexes, as deep as it goes. */
const nodeAt = (field: Field, path: readonly PropertyKey[]): { node: Node | null; start: number; deep: number } => {
  let node: Node | null = field.value;
  let start = node?.range ? node.range[0] + field.base : field.keyStart;
  let deep = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) break;
      const key = pair.key as Node;
      node = pair.value as Node | null;
      start = (node?.range?.[0] ?? key.range?.[0] ?? 0) + field.base;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) break;
      node = item;
      start = (item.range?.[0] ?? 0) + field.base;
    } else break;
    deep += 1;
  }
  return { node, start, deep };
};

/** Offset in the file of the value at a path; of its key where the value is empty; of the nearest parent where it is missing. */
export const offsetOf = (frontmatter: Frontmatter, path: readonly PropertyKey[]): number => {
  const [name, ...rest] = path;
  const field = name === undefined ? undefined : frontmatter.fields.get(String(name));
  if (!field) return 0;
  return nodeAt(field, rest).start;
};

/** Offset in the file of a key in the map at a path. */
export const keyOffsetOf = (frontmatter: Frontmatter, path: readonly PropertyKey[], key: string): number => {
  const [name, ...rest] = path;
  if (name === undefined) return frontmatter.fields.get(key)?.keyStart ?? frontmatter.start;
  const field = frontmatter.fields.get(String(name));
  if (!field) return frontmatter.start;
  const { node, start } = nodeAt(field, rest);
  if (!isMap(node)) return start;
  const found = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return isScalar(found?.key) && found.key.range ? found.key.range[0] + field.base : start;
};

/** Start and end in the file of the scalar at a path, quotes included, and whether it is quoted. */
export const scalarAt = (
  frontmatter: Frontmatter,
  path: readonly PropertyKey[],
): { start: number; end: number; quoted: boolean; comment: string | undefined } | undefined => {
  const [name, ...rest] = path;
  const field = name === undefined ? undefined : frontmatter.fields.get(String(name));
  if (!field) return undefined;
  const { node, deep } = nodeAt(field, rest);
  if (deep < rest.length || !isScalar(node) || !node.range) return undefined;
  return {
    start: node.range[0] + field.base,
    end: node.range[1] + field.base,
    quoted: node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE',
    comment: node.comment ?? undefined,
  };
};

/** Every scalar with its path, in the order of the file. */
export const scalarsOf = (frontmatter: Frontmatter): { path: (string | number)[]; value: unknown }[] => {
  const found: { path: (string | number)[]; value: unknown }[] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    else found.push({ path, value });
  };
  walk(frontmatter.values, []);
  return found;
};

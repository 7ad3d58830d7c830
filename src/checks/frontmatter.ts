/**
 * Frontmatter read so that one mistake never hides another: where the YAML as a whole does not parse,
 * each top-level field is read by itself, and only the fields that cannot be read are set aside.
 */
import { readYaml } from '../lib/entry.ts';
import type { Shape } from '../lib/shape.ts';
import { linesOf } from '../lib/text.ts';
import { readFieldLines, type LineWords } from './field-lines.ts';
import { isMap, isPair, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLError } from 'yaml';

export interface YamlProblem {
  /** Offset in the file’s text. */
  offset: number;
  code: YAMLError['code'] | 'NOT_A_FIELD' | 'SLIP' | 'BUILD';
  message: string;
  /** The top-level field it stands in. */
  field: string | undefined;
  /** The line as typed. */
  line: string;
  /** What is said of it, where the line by itself shows what is wrong. */
  words?: LineWords | undefined;
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

/** A line that was meant to be three hyphens, as typed. */
interface Dashes {
  at: number;
  typed: string;
}

interface Parts {
  yaml: string;
  start: number;
  bodyStart: number;
  /** Lines that should be --- and are not quite. */
  dashes: Dashes[];
  /** Whether empty lines stand before the first line. */
  isLate: boolean;
}

export type Split =
  | ({ kind: 'ok' } & Parts)
  | ({ kind: 'unclosed'; at: number } & Parts)
  | { kind: 'not-first'; at: number }
  | { kind: 'none' };

const fence = /^---[ \t]*$/;
/** Dashes as Word makes them of hyphens, too many hyphens or too few, spaces in front. */
const nearlyFence = /^[ \t\u00a0]*(?:[–—][-–—]*|-[–—][-–—]*|-{2,}|- - -|\.\.\.)[ \t\u00a0]*$/;
const looksLikeField = /^[A-Za-z][\w-]*[ \t]*:(?:\s|$)/;
/** The same with the space forgotten: `date:2016`. */
const lacksSpace = /^[A-Za-z][\w-]*:[^\s/]/;

const bare = (line: string): string => line.replace(/\r?\n$|\r$/, '');

/** Cuts a file at its two lines of three hyphens; says how it is wrong where they are. */
export const splitFile = (text: string): Split => {
  const before = /^\uFEFF?(?:[ \t\u00a0]*\r?\n)*/.exec(text)?.[0].length ?? 0;
  const first = /^[^\n]*\n?/.exec(text.slice(before))?.[0] ?? '';
  if (!fence.test(bare(first)) && !nearlyFence.test(bare(first))) {
    const later = /^---[ \t]*\r?$/m.exec(text);
    return later ? { kind: 'not-first', at: later.index } : { kind: 'none' };
  }
  const start = before + first.length;
  const dashes: Dashes[] = fence.test(bare(first)) ? [] : [{ at: before, typed: bare(first) }];
  const parts = { start, dashes, isLate: text.slice(0, before).includes('\n') };
  const lines = linesOf(text.slice(start));
  let offset = start;
  for (const line of lines) {
    const typed = bare(line);
    const isFence = fence.test(typed);
    if (isFence || nearlyFence.test(typed)) {
      if (!isFence) dashes.push({ at: offset, typed });
      return { kind: 'ok', ...parts, yaml: text.slice(start, offset), bodyStart: offset + line.length };
    }
    offset += line.length;
  }
  // The frontmatter goes on as long as lines look like YAML; the body is what follows.
  offset = start;
  for (const line of lines) {
    if (!looksLikeField.test(line) && !lacksSpace.test(line) && !/^[ \t]+\S|^-[ \t]|^\s*$|^#[^#]/.test(line)) break;
    offset += line.length;
  }
  const yaml = text.slice(start, offset).trimEnd();
  return { kind: 'unclosed', ...parts, yaml: `${yaml}\n`, bodyStart: offset, at: start + yaml.length };
};

const keyOf = (pair: Pair): string | undefined => (isScalar(pair.key) ? String(pair.key.value) : undefined);

const parse = (yaml: string) =>
  parseDocument(yaml, { schema: 'core', prettyErrors: false, uniqueKeys: false, logLevel: 'error' });

/** Top-level fields as pieces of text: a line that begins at the margin opens one. */
const piecesOf = (yaml: string): { start: number; text: string }[] => {
  const pieces: { start: number; text: string }[] = [];
  let offset = 0;
  for (const line of linesOf(yaml)) {
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

/** Where the YAML as a whole can be read: positions are worked out only when a fault needs one, since they cost much. */
const readWhole = (values: Record<string, unknown>, yaml: string, start: number): Frontmatter => {
  let fields: Map<string, Field> | undefined;
  return {
    start,
    end: start + yaml.length,
    values,
    get fields() {
      return (fields ??= new Map(fieldsOf(parse(yaml), start)));
    },
    broken: new Set(),
    problems: [],
  };
};

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that stand twice in one group, at any depth: the later ones, as offsets in the piece. */
const doubledKeys = (node: unknown): { key: string; offset: number }[] => {
  if (isSeq(node)) return node.items.flatMap(doubledKeys);
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap((pair) => {
    const key = keyOf(pair);
    const isDoubled = key !== undefined && seen.has(key);
    if (key !== undefined) seen.add(key);
    const offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    return [...(isDoubled ? [{ key, offset }] : []), ...doubledKeys(pair.value)];
  });
};

/**
 * @param shape What the collection’s schema holds: with it, lines that are wrong by themselves are told in its terms.
 */
export const readFrontmatter = (yaml: string, start: number, shape?: Shape): Frontmatter => {
  const lines = readFieldLines(yaml, shape);
  // The build’s own reader, which is also the quicker one.
  const whole = readYaml(lines.text);
  const values = whole.values ?? {};
  if (lines.problems.length === 0 && !whole.error && isGroup(values)) return readWhole(values, yaml, start);

  const result = {
    start,
    end: start + yaml.length,
    values: {} as Record<string, unknown>,
    fields: new Map<string, Field>(),
    broken: new Set(lines.broken),
    problems: [] as YamlProblem[],
  };
  const lineAt = (offset: number): string => {
    const from = yaml.lastIndexOf('\n', offset - 1) + 1;
    const to = yaml.indexOf('\n', offset);
    return yaml.slice(from, to < 0 ? undefined : to).replace(/\r$/, '');
  };
  const say = (
    code: YamlProblem['code'],
    offset: number,
    rest: Partial<Pick<YamlProblem, 'message' | 'field' | 'words'>> = {},
  ) =>
    result.problems.push({
      message: '',
      field: undefined,
      ...rest,
      code,
      offset: start + offset,
      line: lineAt(offset),
    });
  for (const { offset, field, words } of lines.problems)
    say('SLIP', offset, {
      field,
      words: {
        ...words,
        edits: words.edits?.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })),
      },
    });

  for (const { text, start: at } of piecesOf(lines.text)) {
    const name = /^([^\s:#][^:\n]*?)[ \t]*:/.exec(text)?.[1]?.replace(/^["']|["']$/g, '');
    if (name && lines.broken.has(name)) continue;
    const document = parse(text);
    const [first] = [...document.errors, ...document.warnings];
    if (first) {
      const offset = at + Math.min(first.pos[0], Math.max(0, text.trimEnd().length));
      say(first.code, notANote(yaml, offset, at), { message: first.message, field: name });
      if (name) result.broken.add(name);
      continue;
    }
    if (document.contents !== null && !isMap(document.contents)) {
      say('NOT_A_FIELD', at);
      continue;
    }
    const read = (document.toJS() ?? {}) as Record<string, unknown>;
    for (const [key, field] of fieldsOf(document, start + at)) {
      if (result.fields.has(key)) {
        say('DUPLICATE_KEY', field.keyStart - start, { field: key });
        continue;
      }
      for (const doubled of doubledKeys(field.value)) say('DUPLICATE_KEY', at + doubled.offset, { field: key });
      result.fields.set(key, field);
      result.values[key] = read[key];
    }
  }
  // What the build cannot read is said, even where no piece by itself is wrong.
  if (result.problems.length === 0)
    say('BUILD', Math.min(whole.error?.offset ?? 0, yaml.trimEnd().length), { message: whole.error?.reason ?? '' });
  return result;
};

/** An offset in a line that is no note and not empty: the same, or one of a line above, from `first` on. */
const notANote = (yaml: string, offset: number, first: number): number => {
  let at = offset;
  while (at > first) {
    const lineStart = yaml.lastIndexOf('\n', at - 1) + 1;
    if (!/^[ \t]*(?:#|\r?\n|$)/.test(yaml.slice(lineStart, lineStart + 200))) return at;
    at = lineStart - 1;
  }
  return Math.max(first, at);
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

interface ScalarAt {
  path: (string | number)[];
  value: unknown;
}

/** Gathered once: many rules ask. */
const scalars = new WeakMap<Frontmatter, readonly ScalarAt[]>();

/** Every scalar with its path, in the order of the file. */
export const scalarsOf = (frontmatter: Frontmatter): readonly ScalarAt[] => {
  const known = scalars.get(frontmatter);
  if (known) return known;
  const found: ScalarAt[] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    else found.push({ path, value });
  };
  walk(frontmatter.values, []);
  scalars.set(frontmatter, found);
  return found;
};

/**
 * Frontmatter read so that one mistake never hides another: where the YAML as a whole does not parse,
 * each top-level field is read by itself, and only the fields that cannot be read are set aside.
 */
import { readYaml } from '../../lib/entry.ts';
import type { Shape } from '../../kinds/shape.ts';
import { linesOf } from '../../lib/text.ts';
import type { Words } from '../finding.ts';
import { readFieldLines } from './field-lines.ts';
import { lacksSpace, looksLikeField } from './split.ts';
import { isMap, isPair, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLError, visit } from 'yaml';

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
  words?: Words | undefined;
}

export interface Field {
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
    // `**Title**` is read as a name for something above; no entry has such names.
    let alias: number | undefined;
    visit(document, { Alias: (_, { range }) => void (alias ??= range?.[0] ?? 0) });
    if (alias !== undefined) {
      say('BAD_ALIAS', at + alias, { field: name });
      if (name) result.broken.add(name);
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

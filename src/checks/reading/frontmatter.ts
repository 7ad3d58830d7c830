/**
 * Frontmatter read so that one mistake never hides another: where the YAML as a whole does not parse,
 * each top-level field is read by itself, and only the fields that cannot be read are set aside.
 */
import { isMap, isScalar, isSeq, parseDocument, visit, YAMLMap, type YAMLError } from 'yaml';
import { readYaml } from '../../lib/entry.ts';
import type { Shape } from '../../kinds/shape.ts';
import { linesOf } from '../../lib/text.ts';
import { readFieldLines, type Slip } from './field-lines.ts';
import { lacksSpace, looksLikeField } from './split.ts';

export interface YamlProblem {
  /** Offset in the file’s text. */
  offset: number;
  code: YAMLError['code'] | 'NOT_A_FIELD' | 'BUILD';
  /** Of the parser. */
  message: string;
  /** The top-level field it stands in. */
  field: string | undefined;
  /** The line as typed. */
  line: string;
}

export interface Frontmatter {
  /** Between the fences, as typed. */
  yaml: string;
  /** Offset in the file at which it begins. */
  start: number;
  /** What could be read, by field. */
  values: Record<string, unknown>;
  /** The same with its places, which count from `start`. Worked out only when a fault needs one: that costs much. */
  readonly nodes: unknown;
  /** Fields whose YAML does not parse: nothing more is said about their value. */
  broken: ReadonlySet<string>;
  /** Lines that by themselves show what is wrong with them. */
  slips: Slip[];
  problems: YamlProblem[];
}

const parse = (yaml: string) =>
  parseDocument(yaml, { schema: 'core', prettyErrors: false, uniqueKeys: false, logLevel: 'error' });

/** Top-level fields as pieces of text: a line that begins at the margin opens one. */
const piecesOf = (yaml: string): { start: number; text: string }[] => {
  const pieces: { start: number; text: string }[] = [];
  let offset = 0;
  for (const line of linesOf(yaml)) {
    const last = pieces.at(-1);
    if (!last || looksLikeField.test(line) || lacksSpace.test(line)) pieces.push({ start: offset, text: line });
    else last.text += line;
    offset += line.length;
  }
  return pieces;
};

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Offsets of keys that stand in one group a second time, at any depth: of each group the first, since where an item lacks its
 * hyphen, all keys behind it are there twice.
 */
const doubledKeys = (node: unknown, isItem = false): { offset: number; isItem: boolean }[] => {
  if (isSeq(node)) return node.items.flatMap((item) => doubledKeys(item, true));
  if (!isMap(node)) return [];
  const keys = node.items.map(({ key }) => (isScalar(key) ? key : undefined));
  const twice = keys.find((key, index) => key && keys.findIndex((one) => one?.value === key.value) < index);
  return [
    ...(twice ? [{ offset: twice.range?.[0] ?? 0, isItem }] : []),
    ...node.items.flatMap(({ value }) => doubledKeys(value)),
  ];
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

const lineAt = (text: string, offset: number): string => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
};

/** @param start Offset of the YAML in its file. */
export const readFrontmatter = (yaml: string, start: number, shape: Shape): Frontmatter => {
  const { text, slips, broken } = readFieldLines(yaml, start, shape);
  // The build’s own reader, which is also the quicker one.
  const whole = readYaml(text);
  const place = { yaml, start, broken, slips };
  if (slips.length === 0 && !whole.error && isGroup(whole.values ?? {})) {
    let nodes: unknown;
    return {
      ...place,
      values: (whole.values ?? {}) as Record<string, unknown>,
      get nodes() {
        return (nodes ??= parse(yaml).contents);
      },
      problems: [],
    };
  }

  const values: Record<string, unknown> = {};
  const nodes = new YAMLMap();
  const problems: YamlProblem[] = [];
  const say = (code: YamlProblem['code'], offset: number, field?: string, message = '') =>
    problems.push({ code, message, field, offset: start + offset, line: lineAt(yaml, offset) });

  for (const piece of piecesOf(text)) {
    const name = /^([^\s:#][^:\n]*?)[ \t]*:/.exec(piece.text)?.[1]?.replace(/^["']|["']$/g, '');
    if (name && broken.has(name)) continue;
    const setAside = (code: YamlProblem['code'], offset: number, message?: string) => {
      say(code, offset, name, message);
      if (name) broken.add(name);
    };
    // With blanks for all that stands before it, so that its offsets are those of the whole.
    const document = parse(text.slice(0, piece.start).replace(/[^\n]/g, ' ') + piece.text);
    const { contents } = document;
    const [error] = [...document.errors, ...document.warnings];
    // “**Title**” is read as a name for something above; no entry has such names.
    let alias: number | undefined;
    visit(document, { Alias: (_, { range }) => void (alias ??= range?.[0] ?? 0) });
    if (error) {
      const offset = Math.min(error.pos[0], piece.start + piece.text.trimEnd().length);
      setAside(error.code, notANote(yaml, offset, piece.start), error.message);
    } else if (contents !== null && !isMap(contents)) say('NOT_A_FIELD', piece.start);
    else if (alias !== undefined) setAside('BAD_ALIAS', alias);
    else if (contents) {
      const read = document.toJS() as Record<string, unknown>;
      for (const pair of contents.items) {
        if (!isScalar(pair.key)) continue;
        const key = String(pair.key.value);
        if (Object.hasOwn(values, key)) say('DUPLICATE_KEY', pair.key.range?.[0] ?? 0, key);
        else {
          for (const { offset, isItem } of doubledKeys(pair.value))
            say('DUPLICATE_KEY', offset, key, isItem ? 'item' : '');
          nodes.items.push(pair);
          values[key] = read[key];
        }
      }
    }
  }
  // What the build cannot read is said, even where no piece by itself is wrong.
  if (problems.length + slips.length === 0)
    say('BUILD', Math.min(whole.error?.offset ?? 0, yaml.trimEnd().length), undefined, whole.error?.reason);
  return { ...place, values, nodes, problems };
};

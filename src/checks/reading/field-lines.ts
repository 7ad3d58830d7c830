/**
 * The lines of the frontmatter looked at one by one, for what people type who do not know YAML: a space left in front,
 * a bullet for a hyphen, an equals sign for a colon. Such a line is told in its own terms and then mended in a copy,
 * offset for offset, so that the parser reads on and no fault hides another.
 */
import type { Shape } from '../../kinds/shape.ts';
import { linesOf } from '../../lib/text.ts';
import { inQuotes } from '../edits.ts';
import type { Words } from '../finding.ts';

export interface Slip {
  /** Offset in the file; edits count there too. */
  offset: number;
  field: string | undefined;
  words: Words;
}

interface FieldLines {
  /** The YAML with such lines mended, of the same length. */
  text: string;
  slips: Slip[];
  /** Fields that could not be mended here: their value is not read. */
  broken: Set<string>;
}

/** What was read above a line. */
interface Above {
  /** The field that the line stands in. */
  field?: string | undefined;
  /** How far the first line under it is indented. */
  child?: number | undefined;
  /** Whether the field has a value on its own line. */
  hasValue: boolean;
  /** The sign that closes the quote or bracket which the line stands in. */
  closer?: string | undefined;
  /** Lines indented deeper than this are text. */
  block?: number | undefined;
}

interface Line extends Above {
  /** As mended so far. */
  text: string;
  typed: string;
  /** The line under it. */
  next: string;
  /** The fields of the collection. */
  known: Record<string, Shape>;
  yaml: string;
}

/** What is wrong with a line. Offsets count from its beginning. */
interface LineSlip extends Omit<Words, 'edits' | 'rename'> {
  at?: number;
  field?: string | undefined;
  edits?: [start: number, end: number, text: string][] | undefined;
  /** The line as it is read on, of the same length. */
  mended?: string;
  /** The name in the mended line, where it is another. */
  readAs?: string;
  /** Where it could not be mended: nothing is said of the field’s value. */
  isBroken?: boolean;
}

/** A line that opens a field: its name and what follows the colon. */
const fieldLine = /^(?:"([^"]*)"|'([^']*)'|([A-Za-z][\w -]*?))[ \t]*:(?:[ \t]+(.*))?$/;
const blockHeader = /^[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/;
const bullets = '•·▪●◦‣–—*\uf0b7\u2022\u25aa\u2043';
const bullet = new RegExp(`^( *)([${bullets}]|o(?=\\t)|\\d{1,2}[.)]|[a-z][.)])[ \\t\\u00a0]+(?=\\S)`);
const oddSpace = /[^\S \t\r\n]/g;

const indentOf = (text: string): number => text.length - text.trimStart().length;
const plainNameIn = (text: string): string | undefined => fieldLine.exec(text)?.[3];

const isKnown = ({ known }: Line, name: string | undefined): name is string =>
  name !== undefined && Object.hasOwn(known, name);
const standsElsewhere = ({ yaml }: Line, name: string): boolean => new RegExp(`^${name}[ \\t]*:`, 'm').test(yaml);
const isInList = ({ known, field, hasValue }: Line): boolean =>
  field !== undefined && known[field]?.type === 'array' && !hasValue;
const isItem = (line: Line): boolean => isInList(line) && indentOf(line.text) === (line.child ?? indentOf(line.text));

/** The name of a field at the margin, with blanks behind it for what stood around it: of the same length, and read alike. */
const asField = (name: string, colonEnd: number, text: string): string =>
  `${name.padEnd(colonEnd - 1)}:${text.slice(colonEnd)}`;

/** What stands in front of a value: spaces, a hyphen, a name. */
const leadOf = (text: string): string => /^\s*(?:-\s+)?(?:[\w-]+[ \t]*:\s*)?/.exec(text)?.[0] ?? '';

const withPlainSpaces = (text: string): string => {
  const lead = leadOf(text);
  return lead.replace(oddSpace, ' ') + text.slice(lead.length);
};

const spaceInFront = (line: Line): LineSlip | undefined => {
  const { text, next, field, child, hasValue, yaml } = line;
  const [all = '', spaces = '', name] = /^( +)([A-Za-z]\w*)[ \t]*:(?=\s|$)/.exec(text) ?? [];
  if (!isKnown(line, name) || standsElsewhere(line, name)) return undefined;
  // A name that stands where nothing can be indented that far.
  const isStray =
    field === undefined
      ? /^[A-Za-z]\w*[ \t]*:/m.test(yaml)
      : hasValue || (spaces.length === 1 && child !== undefined && child > 1);
  if (!isStray) return undefined;
  const isOne = spaces.length === 1;
  const isListUnder = /^#\s+-?\s/.test(next) && /:\s*$/.test(text);
  return {
    field: name,
    found: `“${name}:” has ${isOne ? 'a space' : 'spaces'} in front`,
    allowed: 'a field begins at the left edge',
    cure: `take ${isOne ? 'it' : 'them'} out: a # was taken away and its space left${isListUnder ? '; take the # and the space away from the lines under it too' : ''}`,
    edits: [[0, spaces.length, '']],
    mended: asField(name, all.length, text),
  };
};

const pastedSpace = ({ text, typed, field }: Line): LineSlip | undefined => {
  const odd = [...leadOf(typed).matchAll(oddSpace)].map(({ index }) => index);
  if (odd[0] === undefined) return undefined;
  return {
    at: odd[0],
    field: plainNameIn(text) ?? field,
    found: 'an invisible space that is no ordinary one, pasted in',
    cure: 'delete the space there and type it again with the space bar',
    edits: odd.map((at) => [at, at + 1, ' ']),
  };
};

const otherNote = ({ text }: Line): LineSlip | undefined =>
  /^\s*(?:\/\/|<!--)/.test(text)
    ? {
        at: indentOf(text),
        found: `a note that does not begin with #: ${text.trim().slice(0, 60)}`,
        cure: 'begin the line with # and a space, or take it out',
        mended: text.replace(/\S/, '#'),
      }
    : undefined;

const signsAroundName = (line: Line): LineSlip | undefined => {
  const { text, child = 0 } = line;
  const [all = '', before = '', name] =
    /^([^\w\s#"'[\]{}-]{1,3}[ \t]*|-[ \t]+)(\w+)(?:[*_]{0,2}[ \t]*:[*_]{0,2})(?=\s|$)/.exec(text) ?? [];
  if (!isKnown(line, name) || (before.startsWith('-') && isInList(line) && child === 0)) return undefined;
  return {
    field: name,
    found: `signs around the name of a field: ${all.trim()}`,
    cure: `write ${name}: ${text.slice(all.length).trim()}`.trim(),
    edits: [[0, all.length, `${name}:`]],
    mended: asField(name, all.length, text),
  };
};

const otherColon = (line: Line): LineSlip | undefined => {
  const { text } = line;
  const [all = '', name, sign, dash] = /^([A-Za-z]\w*)(?:[ \t]*([=：∶;])|[ \t]+(-{1,2}|[–—]))[ \t]*/.exec(text) ?? [];
  if (!isKnown(line, name) || standsElsewhere(line, name)) return undefined;
  const rest = text.slice(all.length);
  return {
    at: name.length,
    field: name,
    found: `“${sign ?? dash}” after the name of a field, where a colon belongs`,
    cure: `write ${name}: ${rest}`.trim(),
    edits: [[0, all.length, rest ? `${name}: ` : `${name}:`]],
    mended: `${name}:`.padEnd(all.length) + rest,
  };
};

const otherHyphen = (line: Line): LineSlip | undefined => {
  const { text, field } = line;
  const bulleted = bullet.exec(text);
  const glued = fieldLine.test(text) ? null : /^( *)-(?=[^\s-])/.exec(text);
  const [all, spaces = '', sign = '-'] = bulleted ?? glued ?? [];
  if (!isItem(line) || all === undefined) return undefined;
  const rest = text.slice(all.length);
  const isSure = bulleted ? bullets.includes(sign) : /^-[\p{L}“"]/u.test(text.trim());
  return {
    at: spaces.length,
    field,
    found: bulleted ? `an item that begins with “${sign}”` : `no space after the hyphen: ${text.trim()}`,
    allowed: 'an item begins with two spaces, a hyphen and a space',
    cure: `write “  - ${rest.trim().slice(0, 60)}”`,
    edits: isSure ? [[spaces.length, all.length, '- ']] : undefined,
    ...(bulleted ? { mended: `${spaces}-`.padEnd(all.length) + rest } : { isBroken: true }),
  };
};

/** `*`, `&` and `!` in front of a value mean something to YAML. */
const signOfYaml = ({ text, field }: Line): LineSlip | undefined => {
  const [all = '', lead = '', signs = ''] =
    /^(\s*(?:-[ \t]+)?(?:[\w-]+[ \t]*:[ \t]+)?)([&*!]+)(?=[^\s&*!])/.exec(text) ?? [];
  const isInFront = all !== '' && lead.trim() !== '';
  const inList = /^[\w-]+[ \t]*:[ \t]+\[(?:[^"']*,)?[ \t]*([&*!])(?=\w)/.exec(text)?.[1];
  const sign = isInFront ? signs : inList;
  if (sign === undefined) return undefined;
  const at = isInFront ? lead.length : text.indexOf(sign);
  const value = text.slice(at).trim();
  const place = { at, field: plainNameIn(text) ?? field };
  const without = (words: string): string => (text.slice(0, at) + ' '.repeat(sign.length) + words).padEnd(text.length);
  const bold = /^(\*{2,3})([^*]+)\1$/.exec(value)?.[2];
  if (bold !== undefined)
    return {
      ...place,
      found: `signs of bold in a field, which shows its text plain: ${value}`,
      cure: `write ${text.slice(0, at).trimStart()}${bold}`,
      edits: [[at, at + value.length, bold]],
      mended: without(bold),
    };
  return {
    ...place,
    found: `a text that begins with “${sign.charAt(0)}”, which has a meaning of its own here`,
    cure: isInFront
      ? `put the whole text in straight quotes: ${inQuotes(value)}, or take the sign out`
      : 'take the sign out, or put the text in straight quotes',
    mended: without(text.slice(at + sign.length)),
  };
};

/** Curly quotes that hold a whole value, or an item of a list on one line, together: what stands before them, and within. */
const curlyValue = /^(\s*(?:-[ \t]+)?(?:[\w-]+[ \t]*:[ \t]+)?)[“”„‟‘’]([^“”"\\]+)[“”‟‘’][ \t]*$/;
const curlyItem = /(?<=[[,][ \t]*)[“”„‟‘’]([^“”‘’"\\,\]]+)[“”‟‘’](?=[ \t]*[,\]])/g;

const curlyQuotes = ({ text, field }: Line): LineSlip | undefined => {
  const [, before = '', held] = curlyValue.exec(text) ?? [];
  const items = /^\s*[\w-]+[ \t]*:[ \t]+\[/.test(text) ? [...text.matchAll(curlyItem)] : [];
  const found = held
    ? [{ at: before.length, typed: text.slice(before.length).trimEnd(), inner: held }]
    : items.map(({ index, 0: typed, 1: inner = '' }) => ({ at: index, typed, inner }));
  if (!found[0]) return undefined;
  return {
    at: found[0].at,
    field: plainNameIn(text) ?? field,
    found: `curly quotes around the value: ${found.map(({ typed }) => typed.slice(0, 60)).join(', ')}`,
    allowed: 'straight quotes " hold a value together; most need none',
    cure: `write ${found.map(({ inner }) => `"${inner.slice(0, 60)}"`).join(', ')}`,
    edits: found.map(({ at, typed, inner }) => [at, at + typed.length, `"${inner}"`]),
    mended: found.reduce(
      (line, { at, typed, inner }) => `${line.slice(0, at)}"${inner}"${line.slice(at + typed.length)}`,
      text,
    ),
  };
};

/** “- • Count minutes”: Word’s bullet came along with the words. */
const bulletInValue = ({ text, field }: Line): LineSlip | undefined => {
  const [all = '', lead = '', sign] =
    /^(\s*-[ \t]+(?:[\w-]+[ \t]*:[ \t]+)?|\s*[\w-]+[ \t]*:[ \t]+)([•·▪●◦‣⁃\uf0b7])[ \t\u00a0]*(?=[^\s])/.exec(text) ??
    [];
  if (sign === undefined) return undefined;
  return {
    at: lead.length,
    field: plainNameIn(text) ?? field,
    found: `a bullet in front of the words: ${text.trim().slice(0, 60)}`,
    cure: `take “${sign}” out: the page makes its own`,
    edits: [[lead.length, all.length, '']],
    mended: lead.padEnd(all.length) + text.slice(all.length),
  };
};

/** A word under a list, where every item begins with a hyphen. */
const lostHyphen = (line: Line): LineSlip | undefined => {
  const { text, field, known } = line;
  // Lines that are indented and have no hyphen at all are one text to YAML: told by the schema.
  if (!isItem(line) || field === undefined || /^(?:\s|-|$)/.test(text) || text.includes(':')) return undefined;
  if (known[field]?.items?.type !== 'string') return undefined;
  return {
    field,
    found: `a line under “${field}:” without its hyphen: ${text.trim().slice(0, 60)}`,
    allowed: 'an item begins with two spaces, a hyphen and a space',
    cure: `write “  - ${text.trim().slice(0, 60)}”, or where it goes on with the line above, put four spaces in front`,
    mended: text.replace(/\S/, '#'),
    isBroken: true,
  };
};

const noField = (line: Line): LineSlip | undefined => {
  const { text, typed, next } = line;
  if (fieldLine.test(text) || !/^(?:[^\s#:\]}"'-]|-[^\s:])[^:]*$/.test(text) || isItem(line)) return undefined;
  const word = /^[A-Za-z]\w*/.exec(text)?.[0] ?? '';
  const isAlone = word === text.trim();
  const whole = `${word}${/^\w+(?=:)/.exec(next)?.[0]}`;
  const mended = `#${text.slice(1)}`;
  if (isKnown(line, word) && !standsElsewhere(line, word) && !isAlone)
    return {
      field: word,
      found: `no colon after the name of a field: ${typed.trim()}`,
      cure: `write ${word}: ${text.slice(word.length).trim()}`,
      mended,
      isBroken: true,
    };
  if (isAlone && isKnown(line, word) && !standsElsewhere(line, word) && /^\s+\S/.test(next))
    return {
      field: word,
      found: `no colon after the name of a field: ${typed.trim()}`,
      cure: `write ${word}:`,
      edits: [[word.length, word.length, ':']],
      // Of the same length, so that the lines under it are not taken for those of the field above.
      mended: `${word.slice(0, -1)}:${text.slice(word.length)}`,
      readAs: word.slice(0, -1),
      isBroken: true,
    };
  if (isAlone && isKnown(line, whole))
    return {
      field: whole,
      found: `the name of a field on two lines: ${word} and ${whole.slice(word.length)}`,
      cure: `join the two lines: ${word}${next.trim()}`,
      mended,
    };
  return {
    found: `a line without a field name: ${typed.trim().slice(0, 60)}`,
    cure: 'write “field: value”, or indent the line by two spaces where it goes on with the text above, or take it out',
    mended,
  };
};

/** In this order: each looks at the line as the one before mended it. */
const slipsOfLines: readonly ((line: Line) => LineSlip | undefined)[] = [
  (line) => spaceInFront(line) ?? pastedSpace(line),
  otherNote,
  signsAroundName,
  otherColon,
  otherHyphen,
  bulletInValue,
  lostHyphen,
  signOfYaml,
  curlyQuotes,
  noField,
];

/** The sign that must still come where a value opens a bracket or a quote and does not close it on its line. */
const closerOf = (value: string): string | undefined => {
  const closer = { '[': ']', '{': '}', '"': '"', "'": "'" }[value.charAt(0)];
  return closer && !value.slice(1).includes(closer) ? closer : undefined;
};

/** What the line under this one stands in. */
const aboveNext = (above: Above, text: string): Above => {
  const [, quoted, single, plain, value = ''] = fieldLine.exec(text) ?? [];
  const field = quoted ?? single ?? plain;
  if (field !== undefined) {
    const isBlock = blockHeader.test(value);
    const hasValue = value.trim() !== '' && !value.startsWith('#') && !isBlock;
    return { field, hasValue, closer: closerOf(value.trim()), block: isBlock ? 0 : undefined };
  }
  const indent = indentOf(text);
  const nested = /^\s*(?:-[ \t]+)*(?:[\w-]+[ \t]*:[ \t]+)?(.*)$/.exec(text)?.[1]?.trim() ?? '';
  return {
    ...above,
    child: above.child ?? indent,
    closer: closerOf(nested),
    block: blockHeader.test(nested) ? indent : undefined,
  };
};

/** A line that nobody looks at: empty, a note, or text that goes on from the line above. */
const isText = ({ block, closer }: Above, typed: string, known: Line['known']): boolean =>
  /^\s*(?:#|$)/.test(typed) ||
  (block !== undefined && indentOf(typed) > block) ||
  (closer !== undefined && !Object.hasOwn(known, plainNameIn(typed) ?? ''));

/** The line as it is read on, and what is said of it. */
const mend = (line: Omit<Line, 'text'>): { text: string; slips: LineSlip[] } => {
  const slips: LineSlip[] = [];
  let text = withPlainSpaces(line.typed);
  // What begins with a tab is told by the parser.
  for (const slipOf of /^ *\t/.test(text) ? [] : slipsOfLines) {
    const slip = slipOf({ ...line, text });
    if (!slip) continue;
    slips.push(slip);
    text = slip.mended ?? text;
  }
  return { text, slips };
};

/**
 * @param start Offset of the YAML in its file.
 * @param shape What the collection’s schema holds.
 */
export const readFieldLines = (yaml: string, start: number, { properties: known = {} }: Shape): FieldLines => {
  const result: FieldLines = { text: '', slips: [], broken: new Set() };
  const lines = linesOf(yaml);
  let above: Above = { hasValue: false };
  for (const [index, line] of lines.entries()) {
    const typed = line.replace(/\r?\n$/, '');
    const offset = start + result.text.length;
    if (isText(above, typed, known)) {
      const isNote = /^\s*#/.test(typed);
      if (above.closer && !isNote && typed.includes(above.closer)) above = { ...above, closer: undefined };
      result.text += line;
      continue;
    }
    const { text, slips } = mend({ ...above, typed, next: lines[index + 1] ?? '', known, yaml });
    for (const { at = 0, field, edits, mended: _, isBroken, readAs = field, ...words } of slips) {
      const moved = edits?.map(([from, to, put]) => ({ start: offset + from, end: offset + to, text: put }));
      result.slips.push({ offset: offset + at, field, words: { ...words, edits: moved } });
      if (isBroken) for (const name of [field, readAs]) if (name !== undefined) result.broken.add(name);
    }
    if (!/^ *\t|^\s*#/.test(text)) above = aboveNext(above, text);
    result.text += text + line.slice(typed.length);
  }
  return result;
};

/**
 * The lines of the frontmatter looked at one by one, for what people type who do not know YAML: a space left in front,
 * a bullet for a hyphen, an equals sign for a colon. Such a line is told in its own terms and then mended in a copy,
 * offset for offset, so that the parser reads on and no fault hides another.
 */
import type { Shape } from '../../kinds/shape.ts';
import { linesOf } from '../../lib/text.ts';
import { inQuotes } from '../edits.ts';
import type { Edit } from '../finding.ts';

interface LineWords {
  found: string;
  allowed?: string | undefined;
  cure: string;
  /** Offsets as in the text given. */
  edits?: Edit[] | undefined;
}

interface LineProblem {
  /** In the YAML. */
  offset: number;
  field: string | undefined;
  words: LineWords;
}

interface FieldLines {
  /** The YAML with such lines mended, of the same length. */
  text: string;
  problems: LineProblem[];
  /** Fields that could not be mended here: their value is not read. */
  broken: Set<string>;
}

/** A line that opens a field: its name and what follows the colon. */
const fieldLine = /^(?:"([^"]*)"|'([^']*)'|([A-Za-z][\w -]*?))[ \t]*:(?:[ \t]+(.*))?$/;
const blockHeader = /^[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/;
const bullets = '•·▪●◦‣–—*\uf0b7\u2022\u25aa\u2043';
const oddSpace = /[^\S \t\r\n]/g;
const bullet = new RegExp(`^( *)([${bullets}]|o(?=\\t)|\\d{1,2}[.)]|[a-z][.)])[ \\t\\u00a0]+(?=\\S)`);

/** The sign that must still come where a value opens a bracket or a quote and does not close it on its line. */
const closerOf = (value: string): string | undefined => {
  const sign = value.charAt(0);
  const closer = { '[': ']', '{': '}', '"': '"', "'": "'" }[sign];
  return closer && !value.slice(1).includes(closer) ? closer : undefined;
};

/** Curly quotes that hold a whole value, or an item of a list on one line, together: what stands before them, and within. */
const curlyValue = /^(\s*(?:-[ \t]+)?(?:[\w-]+[ \t]*:[ \t]+)?)[“”„‟‘’]([^“”"\\]+)[“”‟‘’][ \t]*$/;
const curlyItem = /(?<=[[,][ \t]*)[“”„‟‘’]([^“”‘’"\\,\]]+)[“”‟‘’](?=[ \t]*[,\]])/g;

export const readFieldLines = (yaml: string, shape?: Shape): FieldLines => {
  const known = shape?.properties ?? {};
  const isKnown = (name: string | undefined): name is string => name !== undefined && Object.hasOwn(known, name);
  const isList = (name: string | undefined): boolean => name !== undefined && known[name]?.type === 'array';
  const standsElsewhere = (name: string): boolean => new RegExp(`^${name}[ \\t]*:`, 'm').test(yaml);
  const result: FieldLines = { text: yaml, problems: [], broken: new Set() };
  const lines = linesOf(yaml);

  /** The field that the line stands in, how far its first line under it is indented, and whether it has a value on its own line. */
  let field: string | undefined;
  let child: number | undefined;
  let hasValue = false;
  let closer: string | undefined;
  /** Lines indented deeper than this are text. */
  let block: number | undefined;
  let offset = 0;

  lines.forEach((whole, index) => {
    const start = offset;
    offset += whole.length;
    let line = whole.replace(/\r?\n$/, '');
    const typed = line;
    const say = (at: number, name: string | undefined, words: LineWords) =>
      result.problems.push({ offset: start + at, field: name, words });
    const mend = (text: string) => {
      result.text = `${result.text.slice(0, start)}${text}${result.text.slice(start + line.length)}`;
      line = text;
    };
    const edit = (from: number, to: number, text: string): Edit[] => [{ start: start + from, end: start + to, text }];
    /** The name at the margin, the spaces in front moved behind it: of the same length, and read alike. */
    const asField = (name: string, colonEnd: number) => mend(`${name.padEnd(colonEnd - 1)}:${line.slice(colonEnd)}`);

    if (/^\s*(?:#|$)/.test(line)) return;
    const indentOf = () => line.length - line.trimStart().length;
    if (block !== undefined) {
      if (indentOf() > block) return;
      block = undefined;
    }
    if (closer !== undefined && !isKnown(fieldLine.exec(line)?.[3])) {
      if (line.includes(closer)) closer = undefined;
      return;
    }
    closer = undefined;

    const lead = line.search(oddSpace) < 0 ? '' : (/^\s*(?:-\s+)?(?:[\w-]+[ \t]*:\s*)?/.exec(line)?.[0] ?? '');
    const odd = [...lead.matchAll(oddSpace)].map(({ index: at }) => at);
    if (odd.length > 0) mend(`${lead.replace(oddSpace, ' ')}${line.slice(lead.length)}`);
    if (/^ *\t/.test(line)) return;

    const stray = /^( +)([A-Za-z]\w*)[ \t]*:(?=\s|$)/.exec(line);
    if (stray && isKnown(stray[2]) && isStray(stray[1]?.length ?? 0, stray[2])) {
      const spaces = stray[1]?.length ?? 0;
      const under = /^#\s+-?\s/.test(lines[index + 1] ?? '') && /:\s*$/.test(line);
      say(0, stray[2], {
        found: `“${stray[2]}:” has ${spaces === 1 ? 'a space' : 'spaces'} in front`,
        allowed: 'a field begins at the left edge',
        cure: `take ${spaces === 1 ? 'it' : 'them'} out: a # was taken away and its space left${under ? '; take the # and the space away from the lines under it too' : ''}`,
        edits: edit(0, spaces, ''),
      });
      asField(stray[2], stray[0].length);
    } else if (odd.length > 0)
      say(odd[0] ?? 0, fieldLine.exec(line)?.[3] ?? field, {
        found: 'an invisible space that is no ordinary one, pasted in',
        cure: 'delete the space there and type it again with the space bar',
        edits: odd.flatMap((at) => edit(at, at + 1, ' ')),
      });

    if (/^\s*(?:\/\/|<!--)/.test(line)) {
      say(indentOf(), undefined, {
        found: `a note that does not begin with #: ${line.trim().slice(0, 60)}`,
        cure: 'begin the line with # and a space, or take it out',
      });
      return mend(line.replace(/\S/, '#'));
    }

    const decorated = /^([^\w\s#"'[\]{}-]{1,3}[ \t]*|-[ \t]+)(\w+)(?:[*_]{0,2}[ \t]*:[*_]{0,2})(?=\s|$)/.exec(line);
    if (
      decorated &&
      isKnown(decorated[2]) &&
      !(decorated[1]?.startsWith('-') && isList(field) && !hasValue && (child ?? 0) === 0)
    ) {
      const rest = line.slice(decorated[0].length).trim();
      say(0, decorated[2], {
        found: `signs around the name of a field: ${decorated[0].trim()}`,
        cure: `write ${decorated[2]}: ${rest}`.trim(),
        edits: edit(0, decorated[0].length, `${decorated[2]}:`),
      });
      asField(decorated[2], decorated[0].length);
    }

    const noColon = /^([A-Za-z]\w*)(?:[ \t]*([=：;])|[ \t]+(-{1,2}|[–—]))[ \t]*(?=\S)/.exec(line);
    if (noColon && isKnown(noColon[1]) && !standsElsewhere(noColon[1])) {
      say(noColon[1].length, noColon[1], {
        found: `“${noColon[2] ?? noColon[3]}” after the name of a field, where a colon belongs`,
        cure: `write ${noColon[1]}: ${line.slice(noColon[0].length)}`,
        edits: edit(0, noColon[0].length, `${noColon[1]}: `),
      });
      mend(`${noColon[1]}:`.padEnd(noColon[0].length) + line.slice(noColon[0].length));
    }

    const isItem = isList(field) && !hasValue && indentOf() === (child ?? indentOf());
    if (isItem) {
      const bulleted = bullet.exec(line);
      const glued = /^( *)-(?=[^\s-])/.exec(line);
      if (bulleted || (glued && !fieldLine.test(line))) {
        const [all = '', spaces = '', sign = '-'] = bulleted ?? glued ?? [];
        const rest = line.slice(all.length);
        const isSure = bulleted ? bullets.includes(sign) : /^-[\p{L}“"]/u.test(line.trim());
        say(spaces.length, field, {
          found: bulleted ? `an item that begins with “${sign}”` : `no space after the hyphen: ${line.trim()}`,
          allowed: 'an item begins with two spaces, a hyphen and a space',
          cure: `write “  - ${rest.trim().slice(0, 60)}”`,
          edits: isSure ? edit(spaces.length, all.length, '- ') : undefined,
        });
        if (bulleted) mend(`${spaces}-`.padEnd(all.length) + rest);
        else if (field) result.broken.add(field);
      }
    }

    const marked = /^(\s*(?:-[ \t]+)?(?:[\w-]+[ \t]*:[ \t]+)?)([&*!]+)(?=[^\s&*!])/.exec(line);
    const inList = /^[\w-]+[ \t]*:[ \t]+\[(?:[^"']*,)?[ \t]*([&*!])(?=\w)/.exec(line);
    if ((marked && (marked[1] ?? '').trim() !== '') || inList) {
      const sign = (marked?.[2] ?? inList?.[1]) as string;
      const at = marked ? (marked[1] ?? '').length : line.indexOf(sign);
      const value = line.slice(at).trim();
      const name = fieldLine.exec(line)?.[3] ?? field;
      const words = /^(\*{2,3})([^*]+)\1$/.exec(value)?.[2];
      say(
        at,
        name,
        words
          ? {
              found: `signs of bold in a field, which shows its text plain: ${value}`,
              cure: `write ${line.slice(0, at).trimStart()}${words}`,
              edits: edit(at, at + value.length, words),
            }
          : {
              found: `a text that begins with “${sign.charAt(0)}”, which has a meaning of its own here`,
              cure: marked
                ? `put the whole text in straight quotes: ${inQuotes(value)}, or take the sign out`
                : 'take the sign out, or put the text in straight quotes',
            },
      );
      mend(
        `${line.slice(0, at)}${' '.repeat(sign.length)}${words ?? line.slice(at + sign.length)}`.padEnd(line.length),
      );
    }

    const [, before = '', held] = curlyValue.exec(line) ?? [];
    const curly = held
      ? [{ index: before.length, all: line.slice(before.length).trimEnd(), inner: held }]
      : /^\s*[\w-]+[ \t]*:[ \t]+\[/.test(line)
        ? [...line.matchAll(curlyItem)].map(({ index, 0: all, 1: inner = '' }) => ({ index, all, inner }))
        : [];
    if (curly[0]) {
      say(curly[0].index, fieldLine.exec(line)?.[3] ?? field, {
        found: `curly quotes around the value: ${curly.map(({ all }) => all.slice(0, 60)).join(', ')}`,
        allowed: 'straight quotes " hold a value together; most need none',
        cure: `write ${curly.map(({ inner }) => `"${inner.slice(0, 60)}"`).join(', ')}`,
        edits: curly.flatMap(({ index, all, inner }) => edit(index, index + all.length, `"${inner}"`)),
      });
      mend(
        curly.reduce(
          (text, { index, all, inner }) => `${text.slice(0, index)}"${inner}"${text.slice(index + all.length)}`,
          line,
        ),
      );
    }

    const [, quotedName, singleName, plainName, value = ''] = fieldLine.exec(line) ?? [];
    const name = quotedName ?? singleName ?? plainName;
    const atMargin = /^[^\s-]/.test(line) || /^-\S/.test(line);
    if (name !== undefined) {
      field = name;
      child = undefined;
      hasValue = value.trim() !== '' && !value.startsWith('#') && !blockHeader.test(value);
      closer = closerOf(value.trim());
      block = blockHeader.test(value) ? 0 : undefined;
      return;
    }
    if (atMargin && shape && !/:/.test(line) && !isItem && !/^[\]}"']/.test(line)) {
      const word = /^[A-Za-z]\w*/.exec(line)?.[0];
      const next = /^\w+(?=:)/.exec(lines[index + 1] ?? '')?.[0];
      if (isKnown(word) && !standsElsewhere(word) && word !== line.trim()) {
        say(0, word, {
          found: `no colon after the name of a field: ${typed.trim()}`,
          cure: `write ${word}: ${line.slice(word.length).trim()}`,
        });
        result.broken.add(word);
      } else if (word === line.trim() && isKnown(`${word}${next}`))
        say(0, `${word}${next}`, {
          found: `the name of a field on two lines: ${word} and ${next}`,
          cure: `join the two lines: ${word}${(lines[index + 1] ?? '').trim()}`,
        });
      else
        say(0, undefined, {
          found: `a line without a field name: ${typed.trim().slice(0, 60)}`,
          cure: 'write “field: value”, or indent the line by two spaces where it goes on with the text above, or take it out',
        });
      return mend(`#${line.slice(1)}`);
    }
    child ??= indentOf();
    const nested = /^\s*(?:-[ \t]+)*(?:[\w-]+[ \t]*:[ \t]+)?(.*)$/.exec(line)?.[1]?.trim() ?? '';
    closer = closerOf(nested);
    if (blockHeader.test(nested)) block = indentOf();
  });
  return result;

  /** Whether a field’s name stands where nothing can be indented that far. */
  function isStray(spaces: number, name: string): boolean {
    if (standsElsewhere(name)) return false;
    if (field === undefined) return /^[A-Za-z]\w*[ \t]*:/m.test(yaml);
    return hasValue || (spaces === 1 && child !== undefined && child > 1);
  }
};

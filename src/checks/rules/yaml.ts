/** The YAML of the frontmatter: told in terms of the line as typed, not of the parser. */
import { at, type Words } from '../finding.ts';
import { inQuotes } from '../edits.ts';
import { shapeOf } from '../../kinds/shape.ts';
import type { Entry } from '../reading/entry.ts';
import type { YamlProblem } from '../reading/frontmatter.ts';
import { entryRule } from '../rule.ts';

const curly = /[“”„‟]/;

/** In straight quotes; quotes that hold the whole text already, and no others, are taken for them. */
const asQuoted = (value: string): string => {
  const inner = /^(?:“([^“”]*)”|"([^"]*)"?|„([^“”„]*)[“”]|'([^']*)')$/.exec(value)?.slice(1).find(Boolean) ?? value;
  return inQuotes(inner);
};

/** Where a value begins on its line. */
const startOfValue = (line: string): number => /^\s*(?:-\s+)?(?:[\w-]+\s*:\s+)?/.exec(line)?.[0].length ?? 0;

/** A field of the collection that stands behind another on its line: “reviewed: 2026-11-23 status: published”. */
const secondField = (entry: Entry, line: string, value: string) => {
  const first = /^([\w-]+):/.exec(line)?.[1];
  const fields = shapeOf(entry.collection).properties ?? {};
  const shape = first === undefined ? undefined : fields[first];
  for (const { 0: all, 1: name = '', index } of value.matchAll(/\s+(\w+):(?=\s)/g)) {
    if (!shape || !Object.hasOwn(fields, name) || new RegExp(`^${name}:`, 'm').test(entry.text)) continue;
    const at = line.indexOf(value) + index + all.length - name.length - 1;
    // Words may well hold the name of a field and a colon; a date, a choice or a number does not.
    const isSure = shape.type !== 'string' || shape.kind !== undefined || shape.enum !== undefined;
    return { name, at, gap: all.length - name.length - 1, isSure };
  }
  return undefined;
};

const explain = (problem: YamlProblem, entry: Entry) => {
  const { line, code, message } = problem;
  const value = line.slice(startOfValue(line)).trim();
  const lineStart = entry.text.lastIndexOf('\n', Math.max(0, problem.offset - 1)) + 1;
  const here = { offset: problem.offset };
  const atValue = { offset: lineStart + startOfValue(line) };
  const quoteIt = (found: string) => ({
    ...atValue,
    found,
    cure: `put the whole text in straight quotes: ${asQuoted(value)}`,
    edits:
      /["\\]/.test(value) || curly.test(value.charAt(0)) || !/^\s*(?:-\s+)?[\w-]+\s*:/.test(line)
        ? undefined
        : [{ start: atValue.offset, end: lineStart + line.trimEnd().length, text: asQuoted(value) }],
  });

  if (/^[ ]*\t/.test(line) || code === 'TAB_AS_INDENT')
    return {
      ...here,
      found: 'a tab at the beginning of the line',
      allowed: 'lines are indented with spaces',
      cure: 'put two spaces in place of each tab',
      edits: tabEdits(entry.text, lineStart, line),
    };
  if (code === 'DUPLICATE_KEY')
    return {
      ...here,
      found: `the field “${/^\s*(?:-\s+)?["']?([\w-]+)/.exec(line)?.[1] ?? problem.field ?? ''}” stands here twice`,
      cure:
        message === 'item'
          ? `where another item begins here, put a hyphen in front of it: - ${line.trim()}; where it is one item, keep one of the two lines`
          : 'keep one of the two lines and take the other out',
    };
  const link = /^\[[^\]]*\]\(<?(\S+?)>?\)$/.exec(value);
  if (link)
    return {
      ...atValue,
      found: `a link as in the text, where the address alone belongs: ${value}`,
      cure: `write ${line.trim().slice(0, line.trim().length - value.length)}${link[1]}`,
    };
  if (/^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#]/.test(value))
    return quoteIt(
      `a text that begins with “${value.charAt(0)}”, which opens a ${value.startsWith('[') ? 'list' : 'group of fields'} here`,
    );
  if (/^[-?]$/.test(value))
    return {
      ...atValue,
      found: `a ${value === '-' ? 'hyphen' : 'question mark'} alone where a value belongs`,
      cure: 'write the value, or take the line out',
    };
  const [, spaced = '', digits = ''] = /^([-+]\s+)(\d[\d.,]*)$/.exec(value) ?? [];
  if (spaced)
    return {
      ...atValue,
      found: `a space between the sign and the figure: ${value}`,
      cure: `write ${value.charAt(0)}${digits}`,
      edits: [{ start: atValue.offset + 1, end: atValue.offset + spaced.length, text: '' }],
    };
  if (/^[-?]\s/.test(value) && /^\s*[\w-]+\s*:/.test(line))
    return quoteIt(`a text that begins with “${value.charAt(0)}”, which has a meaning of its own here`);
  if (/^\[(?:.*,)?\s*,/.test(value))
    return {
      offset: lineStart + line.search(/[[,]\s*,/),
      found: `a comma with nothing before it: ${value}`,
      cure: `write ${value.replace(/,(?:\s*,)+/g, ',').replace(/^\[\s*,\s*/, '[')}`,
    };
  if (/^\[(?:[^"']*[[,])?\s*#/.test(value))
    return {
      offset: lineStart + line.indexOf('#'),
      found: `a sign # in a list, behind which everything is dropped: ${value}`,
      cure: `write ${value.replace(/#\s*/g, '')}`,
    };
  if (/^[[{]/.test(value) && !/[\]}]\s*$/.test(value))
    return {
      ...atValue,
      found: `a bracket that opens and never closes: ${value}`,
      cure: 'close the list with ] (or the group with }) and put commas between its items',
    };
  const [sign = '', text = ''] = /^([|>])[-+]?[ \t]+(?=[^\s#])(.*)/.exec(value)?.slice(1) ?? [];
  if (sign === '>' && /^\d/.test(text))
    return quoteIt('“>” before a figure, which has a meaning of its own here and would be lost');
  if (sign)
    return {
      ...atValue,
      found: `words behind “${sign}”, which stands alone on its line and has the words below it`,
      cure: `write the words without it: ${text}`,
      edits: [
        { start: lineStart + line.indexOf(sign), end: lineStart + line.indexOf(text, startOfValue(line)), text: '' },
      ],
    };
  if (/^[*&!%@`|>]/.test(value) && !/^[|>][-+]?\d?$/.test(value))
    return quoteIt(`a text that begins with “${value.charAt(0)}”, which has a meaning of its own here`);
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || /compact mapping/.test(message)) {
    const alone = /^\s*(?:- )?([\w-]+):\s+(\1)\s*:\s*$/i.exec(line);
    if (alone)
      return {
        ...atValue,
        found: `the name of the field twice, and no value: ${line.trim()}`,
        cure: `write the value in place of “${alone[2]}:”, or take the line out`,
      };
    const doubled = /^\s*(?:- )?(([\w-]+):\s+)[“”"']?\2[“”"']?\s*:\s/i.exec(line);
    if (doubled) {
      const start = lineStart + line.indexOf(doubled[1] ?? '') + (doubled[1]?.length ?? 0);
      return {
        offset: start,
        found: `the name of the field twice on one line: ${line.trim()}`,
        cure: `write ${doubled[1]}${line.slice(doubled[0].length).trim()}`,
        edits: [{ start, end: lineStart + doubled[0].length, text: '' }],
      };
    }
    const next = secondField(entry, line, value);
    if (next)
      return {
        offset: lineStart + next.at,
        found: `two fields on one line: ${line.trim()}`,
        cure: `begin a new line before ${next.name}:`,
        edits: next.isSure
          ? [{ start: lineStart + next.at - next.gap, end: lineStart + next.at, text: '\n' }]
          : undefined,
      };
    // No colon in the value: the parser glued two lines together, since one of them is out of line.
    if (!/:(?:\s|$)/.test(value)) return outOfLine(entry.text, lineStart, line);
    if (curly.test(value.charAt(0)))
      return {
        ...quoteIt(`curly quotes ${value.charAt(0)}…” around a text with a colon`),
        allowed: 'only straight quotes " hold a text together',
      };
    return quoteIt(`a colon followed by a space inside a text without quotes: ${value}`);
  }
  if (code === 'MISSING_CHAR') {
    if (/quote/.test(message)) {
      const quote = /'/.test(message) && !/"/.test(message) ? "'" : (/["']/.exec(value)?.[0] ?? '"');
      return {
        ...atValue,
        found: `a quote ${quote} that opens and never closes: ${value}`,
        cure: `put ${quote} at the end of the text, on the same line`,
      };
    }
    if (/:/.test(message) || !line.includes(':'))
      return {
        ...here,
        found: `a line without a field name: ${line.trim()}`,
        cure: 'write “field: value”, or indent the line by two spaces where it goes on with the text above, or put the text in quotes',
      };
  }
  if (code === 'BAD_SCALAR_START' || code === 'BAD_ALIAS' || /alias|anchor|reserved|directive|tag/i.test(message))
    return quoteIt(`a text that begins with “${value.charAt(0)}”, which has a meaning of its own here`);
  if (code === 'BAD_DQ_ESCAPE')
    return {
      ...here,
      found: 'a backslash \\ inside a text in straight quotes',
      cure: "write two backslashes, or put the text in single quotes '…'",
    };
  if (/^\s*[\w-]+:\S/.test(line)) {
    const colon = lineStart + line.indexOf(':');
    return {
      offset: colon,
      found: `no space after the colon: ${line.trim()}`,
      cure: `write ${line.trim().replace(':', ': ')}`,
      edits: [{ start: colon + 1, end: colon + 1, text: ' ' }],
    };
  }
  if (code === 'NOT_A_FIELD')
    return {
      ...here,
      found: `a line that is no field: ${line.trim()}`,
      allowed: 'every line is “field: value”',
      cure: 'write the field’s name, a colon and a space in front, or take the line out',
    };
  if (/^["'“]/.test(value) && code === 'UNEXPECTED_TOKEN')
    return {
      ...atValue,
      found: `a text that goes on after its closing quote: ${value}`,
      cure: 'put one pair of straight quotes around the whole text, and curly quotes “ ” or single ones inside',
    };
  if (
    code === 'BAD_INDENT' ||
    code === 'UNEXPECTED_TOKEN' ||
    /^\s+[\w-]+:(?:\s|$)/.test(line) ||
    /indent|all .* items must start/i.test(message)
  )
    return { ...here, ...notInLine(line) };
  return {
    ...here,
    found: `the line cannot be read: ${line.trim()}`,
    cure: 'compare it with a good entry of the same folder: “field: value”, two spaces for each step, quotes around a text with a colon',
  };
};

const keyColumn = (line: string): number => /^\s*(?:-\s+)?/.exec(line)?.[0].length ?? 0;

const notInLine = (line: string): Words => ({
  found: `a line that is not in line with its neighbors: ${line.trim()}`,
  allowed: 'fields of one group begin in the same column',
  cure: 'give the lines of a list or group the same number of spaces in front (two for each step), or put the text in quotes',
});

/** The line that begins in a column of its own: this one, or the next where that goes deeper. */
const outOfLine = (text: string, lineStart: number, line: string) => {
  const nextStart = lineStart + line.length + (text[lineStart + line.length] === '\r' ? 2 : 1);
  const next = /^[^\r\n]*/.exec(text.slice(nextStart))?.[0] ?? '';
  const dash = /^(\s*)- /.exec(line)?.[1];
  const dashBefore = [...text.slice(0, lineStart).matchAll(/^([ ]*)- /gm)].at(-1)?.[1];
  const isItem = dash !== undefined && dashBefore !== undefined && dash.length !== dashBefore.length;
  const isNext = !isItem && /^\s+[\w-]+:(?:\s|$)/.test(next) && keyColumn(next) > keyColumn(line);
  return {
    offset: isNext ? nextStart : lineStart,
    ...notInLine(isNext ? next : line),
  };
};

const tabEdits = (text: string, lineStart: number, line: string) => {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return text.startsWith(line, lineStart) && indent.includes('\t')
    ? [{ start: lineStart, end: lineStart + indent.length, text: indent.replaceAll('\t', '  ') }]
    : undefined;
};

export const yaml = entryRule('yaml', 'error', function* (entry) {
  const { slips, problems } = entry.frontmatter;
  for (const { offset, field, words } of slips)
    yield at(entry, offset, words, field === undefined ? undefined : [field]);
  for (const problem of problems) {
    const { offset, ...words } = explain(problem, entry);
    yield at(entry, offset, words, problem.field === undefined ? undefined : [problem.field]);
  }
});

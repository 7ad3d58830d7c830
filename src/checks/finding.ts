/** What a rule finds. Reporters print it; nothing here knows how. */
import type { Entry } from './reading/entry.ts';
import { offsetOf } from './reading/positions.ts';

interface Place {
  /** Path from the top of the repository, with `/`. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 units as editors count. */
  column: number;
}

/** A change of the file’s text that cannot be wrong: `npm run fix` makes it. */
export interface Edit {
  /** Offsets in the file’s text. */
  start: number;
  end: number;
  text: string;
}

export interface Words {
  /** What was found, as it stands in the file. */
  found: string;
  /** What is allowed. Left out where the cure says it. */
  allowed?: string | undefined;
  /** What to do, in words a newcomer can follow. */
  cure: string;
  edits?: Edit[] | undefined;
  /** The path the file should have; `npm run fix` moves it. */
  rename?: string | undefined;
}

export interface Finding extends Place, Words {
  /** Keys and indexes of the field of the frontmatter; undefined for the body and the file itself. */
  path?: readonly PropertyKey[] | undefined;
}

export interface Fault extends Finding {
  /** The id of the rule. */
  rule: string;
  /**
   * error: the page would be wrong, unsafe or missing, so nothing is published.
   * warning: the page is right; somebody should still look.
   */
  severity: 'error' | 'warning';
}

/** Words, or how they follow from what a pattern found. */
export type Said<Found> = string | ((found: Found) => string);

export const said = <Found>(words: Said<Found>, found: Found): string =>
  typeof words === 'string' ? words : words(found);

/** “found; allowed; cure”, the same words in the terminal, on GitHub and in the browser. */
export const messageOf = ({ found, allowed, cure }: Words): string =>
  [found, allowed, cure]
    .filter((part): part is string => Boolean(part))
    .reduce((text, part) => `${text}${text.endsWith('?') ? '' : ';'} ${part}`);

/** A field as a person would say it: “source 1, title”. For people alone: inside, a field is its path. */
export const fieldName = (path: readonly PropertyKey[] = []): string =>
  path.reduce<string>((words, step) => {
    if (typeof step !== 'number') return words === '' ? String(step) : `${words}, ${String(step)}`;
    return `${words.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')} ${step + 1}`;
  }, '');

/** “presenter 1, name: what was found; what is allowed; what to do” */
export const saidOf = (finding: Finding): string =>
  `${finding.path?.length ? `${fieldName(finding.path)}: ` : ''}${messageOf(finding)}`;

export const placeOf = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** Line and column, 1-based, of an offset in a text. */
const positionIn = (text: string, offset: number): { line: number; column: number } => {
  const lines = text.slice(0, Math.max(0, offset)).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};

/** A finding at an offset of a text. */
export const atText = (file: string, text: string, offset: number, words: Words): Finding => ({
  file,
  ...positionIn(text, offset),
  ...words,
});

/** A finding at an offset of an entry’s file; `path` where it is about a field. */
export const at = ({ file, text }: Entry, offset: number, words: Words, path?: readonly PropertyKey[]): Finding => ({
  ...atText(file, text, offset, words),
  path,
});

/** A finding at a field’s value. */
export const atField = (entry: Entry, path: readonly PropertyKey[], words: Words): Finding =>
  at(entry, offsetOf(entry, path), words, path);

/** A finding about a file as a whole. */
export const atFile = (file: string, words: Words): Finding => ({ file, line: 1, column: 1, ...words });

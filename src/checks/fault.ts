/** What a rule finds. Reporters print it; nothing here knows how. */
import type { RuleName } from './severity.ts';

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

export interface Finding extends Place {
  /** The field of the frontmatter, or undefined for the body and the file itself. */
  field?: string | undefined;
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

export interface Fault extends Finding {
  rule: RuleName;
  severity: 'error' | 'warning';
}

/** “found; allowed; cure”, the same words in the terminal, on GitHub and in the browser. */
export const messageOf = ({ found, allowed, cure }: Finding): string =>
  [found, allowed, cure]
    .filter((part): part is string => Boolean(part))
    .reduce((text, part) => `${text}${text.endsWith('?') ? '' : ';'} ${part}`);

export const placeOf = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

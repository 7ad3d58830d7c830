import type { RuleId } from '../../../src/checks/rules/index.ts';

import type { ContentFile } from '../../../src/checks/reading/files.ts';

export interface Mistake {
  name: string;
  rule: RuleId;
  /** The good entry that is changed. */
  file?: string;
  /** Text of the good entry and what takes its place. */
  replace?: readonly (readonly [string | RegExp, string])[];
  /** Instead of `replace`: files added or changed as a whole; undefined takes one away. */
  files?: Readonly<Record<string, string | Omit<ContentFile, 'path'> | undefined>>;
  /** Where the fault must be reported: the line on which this text stands, or a number. */
  at: string | number;
  /** The file it must be reported in, if it is not `file`. */
  in?: string;
  words: readonly string[];
  /** The file as a whole is wrong, so no second fault can stand in it. */
  alone?: boolean;
  /** Nothing else is said of the file: one mistake, one message. */
  sole?: boolean;
}

export const webinarFolder = 'content/webinars/fixture-webinar';

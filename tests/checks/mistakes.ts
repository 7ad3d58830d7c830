/**
 * Mistakes that editors really make, one a row: what is done to a good entry, which rule must say so, at which
 * line, and what words the message must hold (the thing found, and the cure).
 */
import { addresses } from './mistakes/addresses.ts';
import { body } from './mistakes/body.ts';
import { evidence } from './mistakes/evidence.ts';
import { fields } from './mistakes/fields.ts';
import { files } from './mistakes/files.ts';
import { kinds } from './mistakes/kinds.ts';
import { lines } from './mistakes/lines.ts';
import type { Mistake } from './mistakes/mistake.ts';
import { references } from './mistakes/references.ts';
import { words } from './mistakes/words.ts';

export type { Mistake };

export const mistakes: readonly Mistake[] = [
  ...files,
  ...lines,
  ...fields,
  ...evidence,
  ...references,
  ...body,
  ...words,
  ...addresses,
  ...kinds,
];

/** A row of a list: what it is called, one sentence, how it was studied, what was found. The same order on every page. */
import type { DesignKind } from '../lib/labels.ts';
import type { Vote } from './evidence.ts';

/** A line of facts in a row: authors, a journal, the project it is about. */
export interface RowFact {
  text: string;
  href?: string | undefined;
  /** Words before the text: “On”, “Likely” . */
  lead?: string | undefined;
  /** A title, set in italics. */
  isTitle?: boolean;
}

/** None where there are no words. */
export const rowFact = (text: string | undefined, more: Partial<RowFact> = {}): RowFact[] =>
  text ? [{ text, ...more }] : [];

interface RowEvidence {
  /** Of the strongest own study; undefined without studies. */
  design: DesignKind | undefined;
  own: readonly Vote[];
  /** Never added to the own. */
  later: readonly Vote[];
  /** Said where there is no study: “No public result”. */
  none: string;
}

export interface ListRow {
  id: string;
  href: string;
  name: string;
  /** Shown only where kinds mix. */
  kind: string;
  sentence: string | undefined;
  /** Taken back: the page stays and says why. */
  isWithdrawn: boolean;
  /** Year of what it is about, as far as it is known. */
  year: string | undefined;
  /** Of a project; undefined of other kinds. */
  evidence: RowEvidence | undefined;
  facts: readonly RowFact[];
}

/** A line of facts in a row: authors, a journal, the project it is about. */
export interface RowFact {
  text: string;
  href?: string | undefined;
  /** Words before the text: “On”, “Likely” . */
  lead?: string | undefined;
  /** Heard, not seen: which it is of many links with the same words. */
  heard?: string | undefined;
  /** A title, set in italics. */
  isTitle?: boolean;
  /** What sort of its kind the entry is, and when it was: above the name where kinds mix. */
  isSort?: boolean;
  isDate?: boolean;
}

/** None where there are no words. */
export const rowFact = (text: string | undefined, more: Partial<RowFact> = {}): RowFact[] =>
  text ? [{ text, ...more }] : [];

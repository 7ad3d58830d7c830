/** What is said of an entry in short: labeled facts, and titled sections that stand in its frontmatter. */

export interface Fact {
  label: string;
  /** None where no source gives it. */
  values: readonly string[];
  /** The page says it in another place: above the title, or as a link below it. */
  isElsewhere?: boolean;
}

export interface Section {
  /** Fragment of its heading on the page. */
  id: string;
  label: string;
  text: string | readonly string[];
  /** Words in bold before the text. */
  lead?: string;
}

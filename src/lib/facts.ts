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

export const fact = (label: string, value: string | number | readonly string[] | undefined): Fact => ({
  label,
  values: value === undefined || value === '' ? [] : typeof value === 'object' ? value : [String(value)],
});

/** Left out where it is not given, since most entries of the kind have none. */
export const whereGiven = (label: string, value: string | readonly string[] | undefined): Fact[] =>
  value && value.length > 0 ? [fact(label, value)] : [];

/** The page says it in another place: above the title, or as a link below it. */
export const elsewhere = (label: string, value: string | number | undefined): Fact => ({
  ...fact(label, value),
  isElsewhere: true,
});

/** None where there is nothing to say. */
export const section = (id: string, label: string, text: Section['text'] | undefined): Section[] =>
  text && text.length > 0 ? [{ id, label, text }] : [];

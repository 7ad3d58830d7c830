/** A question of the form, in Sveltia’s terms: what generator and format know of it. */
export interface Field {
  name: string;
  label: string;
  hint?: string;
  required: boolean;
  widget: string;
  default?: unknown;
  /** The parts of a group, or of each item of a list. */
  fields?: readonly Field[];
  /** The one part of an item that is a line of its own. */
  field?: Field;
  /** The kinds that an item may be of. */
  types?: readonly FieldType[];
  [option: string]: unknown;
}

export interface FieldType {
  name: string;
  label: string;
  fields: readonly Field[];
}

/** A link to another entry, of which the frontmatter gives the name; the checks make sure that it exists. */
export interface Reference<Collection extends string = string> {
  collection: Collection;
  id: string;
  /** Where the frontmatter names the collection too, as it is written there. */
  path?: string;
}

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'collection' in value && 'id' in value;

/** Names an entry among those of all collections. */
export const keyOf = ({ collection, id }: Reference): string => `${collection}/${id}`;

/** What each field of each collection means, from the schemas, with an example from an entry that is published. */
import { shapeOf, type Shape } from '../kinds/shape.ts';
import { slugOf } from '../lib/text.ts';
import { published } from './entries.ts';
import { isReference } from '../lib/entry-reference.ts';
import { collectionNames, type CollectionName, kinds } from '../kinds/index.ts';

interface FieldHelp {
  /** As it is written: `sources`, or `sources, publisher` for a part of it. */
  name: string;
  isNeeded: boolean;
  meaning: string;
  /** The words allowed, where the list is closed and short. */
  allowed: string[];
  example: string | undefined;
}

const longest = 70;

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, '')} …` : text;

const inWords = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  if (isReference(value)) return value.id;
  if (Array.isArray(value)) {
    const items = value.slice(0, 3).map(inWords);
    const isOfGroups = typeof value[0] === 'object' && !isReference(value[0]);
    return isOfGroups || items.length === 0 ? items[0] : short(items.join(', '));
  }
  if (typeof value === 'object')
    return short(
      Object.entries(value)
        .map(([key, part]) => `${key}: ${inWords(part) ?? ''}`)
        .join(', '),
    );
  return short(String(value));
};

/** The fields of a shape and of the groups inside it, one row each; a part that two branches share stands once. */
const rowsOf = (shape: Shape | undefined, samples: readonly unknown[], within = ''): FieldHelp[] => {
  const rows = (shape?.anyOf ?? [shape]).flatMap((branch) =>
    Object.entries(branch?.properties ?? {}).flatMap(([name, field]): FieldHelp[] => {
      const values = samples
        .map((sample) => (sample as Record<string, unknown> | undefined)?.[name])
        .filter((value) => inWords(value) !== undefined);
      const row: FieldHelp = {
        name: within ? `${within}, ${name}` : name,
        isNeeded: Boolean(branch?.required?.includes(name)),
        meaning: field.description ?? '',
        allowed: field.enum && field.enum.length < 20 ? field.enum : (field.items?.enum ?? []),
        example: inWords(values[0]),
      };
      const group = [field, field.items].find((one) => one?.properties ?? one?.anyOf);
      return [row, ...(group ? rowsOf(group, values.flat(), row.name) : [])];
    }),
  );
  return rows.filter(({ name }, index) => rows.findIndex((row) => row.name === name) === index);
};

const commonFields = Object.keys(shapeOf('pages').properties ?? {});

/** The fields of a collection that are wanted, with examples from the entries of one. */
const fieldsOf = async (
  collection: CollectionName,
  from: CollectionName,
  isWanted: (name: string) => boolean,
): Promise<FieldHelp[]> => {
  const shape = shapeOf(collection);
  const properties = Object.entries(shape.properties ?? {}).filter(([name]) => isWanted(name));
  const samples = (await published(from)).map(({ data }) => data);
  return rowsOf({ ...shape, properties: Object.fromEntries(properties) }, samples);
};

export const handbook = async () => {
  const isCommon = (name: string): boolean => commonFields.includes(name);
  const everywhere = {
    id: 'every-entry',
    title: 'Every entry',
    folder: undefined,
    fields: await fieldsOf('webinars', 'program-profiles', isCommon),
  };
  const own = await Promise.all(
    collectionNames
      .filter((name) => name !== 'pages')
      .map(async (name) => ({
        id: slugOf(kinds[name].many),
        title: kinds[name].many,
        /** In which its entries are kept. */
        folder: `content/${name}/`,
        fields: await fieldsOf(name, name, (field) => name === 'topics' || !isCommon(field)),
      })),
  );
  return [everywhere, ...own];
};

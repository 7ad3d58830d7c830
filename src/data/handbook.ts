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

interface CollectionHelp {
  id: string;
  title: string;
  /** The folder it is kept in. */
  folder: string | undefined;
  fields: FieldHelp[];
}

const longest = 70;

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, '')} …` : text;

const inWords = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  if (isReference(value)) return value.id;
  if (Array.isArray(value)) {
    const items = value.slice(0, 3).map(inWords);
    return value.length === 0
      ? undefined
      : typeof value[0] === 'object' && !isReference(value[0])
        ? items[0]
        : short(items.join(', '));
  }
  if (typeof value === 'object')
    return short(
      Object.entries(value)
        .map(([key, part]) => `${key}: ${inWords(part) ?? ''}`)
        .join(', '),
    );
  return short(String(value));
};

/** The fields of a shape and of the groups inside it, one row each. */
const rowsOf = (
  shape: Shape | undefined,
  samples: readonly unknown[],
  skip: ReadonlySet<string>,
  within = '',
): FieldHelp[] =>
  (shape?.anyOf ?? [shape]).flatMap((branch) =>
    Object.entries(branch?.properties ?? {}).flatMap(([name, field]): FieldHelp[] => {
      if (!within && skip.has(name)) return [];
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
      const inner =
        field.properties || field.anyOf
          ? field
          : field.items?.properties || field.items?.anyOf
            ? field.items
            : undefined;
      return [row, ...(inner ? rowsOf(inner, values.flat(), skip, row.name) : [])];
    }),
  );

/** A part that two branches share stands once. */
const once = (rows: readonly FieldHelp[]): FieldHelp[] =>
  rows.filter(({ name }, index) => rows.findIndex((row) => row.name === name) === index);

const commonFields: readonly string[] = Object.keys(shapeOf('pages').properties ?? {});

const samplesOf = async (collection: CollectionName): Promise<unknown[]> =>
  (await published(collection)).map(({ data }) => data);

export const handbook = async (): Promise<CollectionHelp[]> => {
  const everywhere: CollectionHelp = {
    id: 'every-entry',
    title: 'Every entry',
    folder: undefined,
    fields: once(
      rowsOf(
        shapeOf('webinars'),
        await samplesOf('program-profiles'),
        new Set(Object.keys(shapeOf('webinars').properties ?? {}).filter((name) => !commonFields.includes(name))),
      ),
    ),
  };
  const own = await Promise.all(
    collectionNames
      .filter((name) => name !== 'pages')
      .map(async (collection): Promise<CollectionHelp> => ({
        id: slugOf(kinds[collection].many),
        title: kinds[collection].many,
        folder: `content/${collection}/`,
        fields: once(
          rowsOf(
            shapeOf(collection),
            await samplesOf(collection),
            collection === 'topics' ? new Set() : new Set(commonFields),
          ),
        ),
      })),
  );
  return [everywhere, ...own];
};

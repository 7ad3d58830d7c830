/** The collections, made of the kinds: a loader and a schema each. */
import { defineCollection } from 'astro:content';
import { collectionNames, kinds, type CollectionName, type SchemaOf } from './kinds/index.ts';
import { entries } from './build/entries-loader.ts';

const of = (name: CollectionName) => defineCollection({ loader: entries(name), schema: kinds[name].schema });

// The table has a schema for every name; only the compiler loses count of which is whose.
export const collections = Object.fromEntries(collectionNames.map((name) => [name, of(name)])) as unknown as {
  [C in CollectionName]: { type: 'content_layer'; loader: ReturnType<typeof entries>; schema: SchemaOf<C> };
};

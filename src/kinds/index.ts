/**
 * The kinds of entry: one file each. A folder of `content/`, a collection of Astro’s and a kind have the same name. The
 * site, the checks, the editors’ tools and the search read this table and no other.
 */
import type { z } from 'zod';
import type { Reference } from '../lib/entry-reference.ts';
import type { Shelf } from '../lib/labels.ts';
import { assistance } from './assistance.ts';
import { experts } from './experts.ts';
import type { Kind } from './kind.ts';
import { meetings } from './meetings.ts';
import { pages } from './pages.ts';
import { podcasts } from './podcasts.ts';
import { programProfiles } from './program-profiles.ts';
import { researchSpotlights } from './research-spotlights.ts';
import { resources } from './resources.ts';
import { taTypes } from './ta-types.ts';
import { topics } from './topics.ts';
import { webinars } from './webinars.ts';

const table = {
  'program-profiles': programProfiles,
  'research-spotlights': researchSpotlights,
  resources,
  webinars,
  meetings,
  podcasts,
  assistance,
  experts,
  'ta-types': taTypes,
  topics,
  pages,
} satisfies Record<string, { schema: z.ZodType }>;

type Table = typeof table;
export type CollectionName = keyof Table;
export type SchemaOf<C extends CollectionName> = Table[C]['schema'];
/** The frontmatter of an entry, read. */
export type DataOf = { [C in CollectionName]: z.output<Table[C]['schema']> };

export const kinds: { readonly [C in CollectionName]: Kind<DataOf[C]> } = table;

/** In the order in which lists of kinds show them. */
export const collectionNames = Object.keys(table) as readonly CollectionName[];

export const isCollection = (name: string): name is CollectionName => Object.hasOwn(table, name);

/** Kinds that say what was done, taught and found: readers come to them by topic. */
export const evidenceCollections = collectionNames.filter((name) => kinds[name].isEvidence);

/** Those of them that readers look for on one of these shelves. */
export const evidenceOn = (...shelves: (Shelf | undefined)[]): CollectionName[] =>
  evidenceCollections.filter((name) => shelves.includes(kinds[name].shelf));

/** The path at which an entry is published. An address once published never dies. */
export const addressOf = ({ collection, id }: Reference<CollectionName>): string => `${kinds[collection].href}${id}/`;

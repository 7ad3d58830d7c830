/** What the page of an entry and its Markdown say of it in short. */
import { kinds, type CollectionName } from '../kinds/index.ts';
import type { Fact, Section } from '../lib/facts.ts';
import type { Entry } from './entries.ts';

export const factsOf = <C extends CollectionName>({ collection, data }: Entry<C>): readonly Fact[] =>
  kinds[collection].facts(data);

export const sectionsOf = <C extends CollectionName>({ collection, data }: Entry<C>): readonly Section[] =>
  kinds[collection].sections(data);

/**
 * What the search is told of an entry beside the text of its page. Everything is a key: ids, codes, names of lists.
 * Words for people are made where they are shown.
 */

import type { CollectionName } from '../kinds/fields.ts';
import type { Aim, DesignKind, Direction, Setting, Tactic, ResourceKind } from './labels.ts';
import type { StateCode } from './states.ts';

export interface SearchRecord {
  kind: CollectionName;
  id: string;
  href: string;
  title: string;
  summary: string;
  /** Kind, date and place, in words, as lists show them above the title. */
  line: string[];
  /** ISO 8601, as exact as it is known. */
  date?: string | undefined;
  /** People, agencies and places. */
  names: string[];
  /** What else people type: the synonyms of a topic. */
  aka: string[];
  /** Ids; of a topic, its own. */
  topics: string[];
  states: StateCode[];
  year?: number | undefined;
  /** Award year of a program profile, which has no `year`. */
  cohort?: number | undefined;
  /** What sort of publication; a research spotlight is one of its own. */
  publication?: ResourceKind | 'research-spotlight' | undefined;
  /** Of the strongest own study. */
  design?: DesignKind | undefined;
  /** Votes, one a study, each direction once, the most frequent first. */
  directions: Direction[];
  tactics: Tactic[];
  aims: Aim[];
  settings: Setting[];
}

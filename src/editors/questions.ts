/** What is asked for each collection, in the words of its schema. */
import { confirm, input, search, select } from '@inquirer/prompts';
import type { Shape } from '../kinds/shape.ts';
import { didYouMean } from '../lib/nearest.ts';
import { fieldLabel, slugOf } from '../lib/text.ts';
import { partOrder, type Known } from './answers.ts';
import { wordsFor } from './entry-text.ts';
import { collectionNames, type CollectionName, kinds } from '../kinds/index.ts';

/** Asked besides what the schema needs; in a template these stand open. */
export const alsoAsked: Partial<Record<CollectionName, readonly string[]>> = {
  'ta-types': ['modes'],
  experts: ['affiliation', 'expertise', 'ask'],
  'program-profiles': ['cohort', 'researchPartners', 'noResult'],
  'research-spotlights': ['authors', 'year', 'publisher', 'url', 'profiles', 'keyFindings'],
  resources: ['authors', 'year', 'publisher', 'url', 'profiles'],
  webinars: ['date', 'presenters', 'objectives', 'page', 'recording', 'materials', 'transcript', 'profiles'],
  meetings: ['endDate', 'city', 'state', 'hosts', 'objectives', 'page', 'profiles'],
  podcasts: ['date', 'guests', 'page', 'audio', 'audioBytes', 'transcript', 'profiles'],
  assistance: ['date', 'host', 'mode', 'outcome', 'page', 'profiles'],
  topics: ['synonyms'],
};

/** Filled in by the command itself. */
const ownFields = new Set(['reviewed', 'status', 'draftReason']);

export const fieldsAsked = (collection: CollectionName, { required = [] }: Shape): Set<string> =>
  new Set([...required, ...(alsoAsked[collection] ?? [])]).difference(ownFields);

/** How a list and the parts of a group are typed on one line: “Title | Publisher | Url”. */
const hintOf = (shape: Shape): string => {
  const items = shape.items ?? shape;
  if (items.properties?.['latitude']) return ' Such as 42.36, -71.06.';
  const groups = items.anyOf ?? (items.properties ? [items] : []);
  const parts = groups.map((group) => partOrder(group).map(fieldLabel).join(' | ')).join(', or ');
  return `${parts && ` On one line: ${parts}.`}${shape.type === 'array' ? ' A semicolon (;) between several.' : ''}`;
};

/** The whole question, in one line. */
const questionOf = (name: string, shape: Shape, isNeeded: boolean): string =>
  `${fieldLabel(name)} (${isNeeded ? 'needed' : 'Enter to leave out'}). ${wordsFor(shape)}.${hintOf(shape)}\n>`;

const goOn = { name: 'none, or no more', value: '' };

/** Asks for entries one by one; the words typed choose among their names. */
const askEntries = async (message: string, choices: readonly { id: string; title: string }[], isOne: boolean) => {
  const chosen: string[] = [];
  for (;;) {
    const id = await search({
      message: chosen.length === 0 ? message : `Another? So far ${chosen.join(', ')}\n>`,
      source: (typed = '') => {
        const found = choices
          .filter(({ id: one, title }) => `${one} ${title}`.toLowerCase().includes(typed.toLowerCase()))
          .map(({ id: value, title }) => ({ name: title, value }));
        return typed === '' || found.length === 0 ? [goOn, ...found] : found;
      },
    });
    if (id !== '') chosen.push(id);
    if (id === '' || isOne) return chosen.join('; ');
  }
};

/**
 * One answer as text; empty where it is left out.
 * @param wrong What the checks say against an answer; undefined where it holds.
 */
export const ask = async (
  name: string,
  shape: Shape,
  isNeeded: boolean,
  known: Known,
  wrong: (typed: string) => string | undefined,
): Promise<string> => {
  const message = questionOf(name, shape, isNeeded);
  const references = shape.references ?? shape.items?.references;
  if (references && references !== 'any')
    return askEntries(message, known.choices(references), shape.references !== undefined);
  if (shape.type === 'boolean') return (await confirm({ message, default: false })) ? 'yes' : '';
  if (shape.enum && shape.enum.length < 20)
    return select({
      message,
      choices: [...(isNeeded ? [] : [goOn]), ...shape.enum.map((value) => ({ name: value, value }))],
    });
  // Needed or not, a blank is kept: it stands in the list at the end.
  return input({ message, validate: (typed) => typed.trim() === '' || (wrong(typed) ?? true) });
};

const bare = (word: string): string => slugOf(word).replace(/s$/, '');

/** “webinar”, “Research spotlights”: every name of a collection, in small letters and for one. */
const collectionsByName = new Map<string, CollectionName>([
  ...collectionNames.flatMap((name) =>
    [name, kinds[name].one, kinds[name].many].map((word) => [bare(word), name] as const),
  ),
  ['kind-of-assistance', 'ta-types'],
  ['sme', 'experts'],
  ['profile', 'program-profiles'],
  ['spotlight', 'research-spotlights'],
  ['report', 'resources'],
  ['article', 'resources'],
  ['guide', 'resources'],
]);

export const collectionNamed = (word: string): CollectionName | undefined => collectionsByName.get(bare(word));

export const collectionMeant = (typed: string): string => didYouMean(bare(typed), collectionsByName.keys());

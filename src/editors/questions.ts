/** What is asked for each collection, in the words of its schema. */
import { confirm, input, search, select } from '@inquirer/prompts';
import type { Shape } from '../kinds/shape.ts';
import { nearest } from '../lib/nearest.ts';
import { fieldLabel, slugOf } from '../lib/text.ts';
import type { Known } from './answers.ts';
import { fieldOrder, wordsFor } from './entry-text.ts';
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
const ownFields = new Set(['title', 'reviewed', 'status', 'draftReason']);

/** The fields to ask for, in the order of the file. */
export const fieldsAsked = (collection: CollectionName, shape: Shape): string[] => {
  const asked = new Set([...(shape.required ?? []), ...(alsoAsked[collection] ?? [])]);
  return fieldOrder(shape).filter((name) => asked.has(name) && !ownFields.has(name));
};

/** “Title | Publisher | Url”: how the parts of a group are typed on one line. */
const partsIn = (shape: Shape): string =>
  (shape.anyOf ?? [shape])
    .map(({ properties = {}, required = [] }) =>
      [...required, ...Object.keys(properties).filter((name) => !required.includes(name) && name !== 'key')]
        .map(fieldLabel)
        .join(' | '),
    )
    .join(', or ');

const hintOf = (shape: Shape): string => {
  const items = shape.items ?? shape;
  const parts = items.properties?.['latitude'] ? ' Such as 42.36, -71.06.' : ` On one line: ${partsIn(items)}.`;
  return `${items.properties || items.anyOf ? parts : ''}${shape.type === 'array' ? ' A semicolon (;) between several.' : ''}`;
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
    if (id === '') return chosen.join('; ');
    chosen.push(id);
    if (isOne) return id;
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

/** Other names of the collections. */
const otherNames: Partial<Record<CollectionName, readonly string[]>> = {
  'ta-types': ['kind of assistance', 'ta type', 'technical assistance'],
  experts: ['expert', 'sme'],
  'program-profiles': ['profile', 'project'],
  'research-spotlights': ['spotlight'],
  resources: ['publication', 'report', 'article', 'guide'],
  assistance: ['assistance'],
};

const namesOf = (name: CollectionName): string[] =>
  [name, kinds[name].one, kinds[name].many, ...(otherNames[name] ?? [])].map((word) => slugOf(word).replace(/s$/, ''));

/** “webinar”, “Webinars”, “Research spotlight”: one name for each collection. */
export const collectionNamed = (word: string): CollectionName | undefined =>
  collectionNames.find((name) => namesOf(name).includes(slugOf(word).replace(/s$/, '')));

/** “did you mean “webinars”?”, or an empty string. */
export const collectionMeant = (typed: string): string => {
  const [near] = nearest(slugOf(typed), collectionNames.flatMap(namesOf), 1);
  const meant = near === undefined ? undefined : collectionNamed(near);
  return meant ? `did you mean “${meant}”? ` : '';
};

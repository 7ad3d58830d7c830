/** What is asked for each collection, and in which words. */
import { collectionLabels } from '../lib/labels.ts';
import type { Shape } from '../kinds/shape.ts';
import { fieldLabel, slugOf } from '../lib/text.ts';
import { collectionNames, type CollectionName } from '../kinds/fields.ts';
import { answerKind, type AnswerKind } from './answers.ts';
import { fieldOrder } from './entry-text.ts';
import { splitName } from './people.ts';
import { nearest } from '../lib/nearest.ts';

/** Asked besides what the schema needs. */
const alsoAsked: Partial<Record<CollectionName, readonly string[]>> = {
  'ta-types': ['modes'],
  experts: ['affiliation', 'expertise'],
  'program-profiles': ['cohort', 'researchPartners', 'experts'],
  'research-spotlights': ['authors', 'year', 'publisher', 'url', 'profiles', 'keyFindings'],
  resources: ['authors', 'year', 'publisher', 'url', 'profiles'],
  webinars: ['date', 'presenters', 'objectives', 'page', 'recording', 'materials', 'transcript', 'profiles'],
  meetings: ['endDate', 'city', 'state', 'hosts', 'objectives', 'page', 'profiles'],
  podcasts: ['date', 'guests', 'page', 'audio', 'transcript', 'profiles'],
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

/** What an answer is when nothing else is said: an expert’s page has the name as its title. */
export const defaultOf = (
  collection: CollectionName,
  name: string,
  values: Readonly<Record<string, unknown>>,
): string | undefined => {
  if (collection !== 'experts') return undefined;
  if (name === 'name') return String(values['title']);
  if (name === 'familyName') return splitName(String(values['name'] ?? values['title'])).family;
  return undefined;
};

const hints: Partial<Record<AnswerKind, string>> = {
  references: 'Type a name or a part of it; a semicolon (;) between several.',
  reference: 'Type a name or a part of it.',
  options: 'A semicolon (;) between several.',
  persons: 'Type “Name, Agency”; a semicolon (;) between several. Experts who have a page here are linked to it.',
  authors: 'Type “Anthony A. Braga” or “Braga, Anthony A.”, or the organization; a semicolon (;) between several.',
  partners: 'Type “Name, University”, or the university alone; a semicolon (;) between several.',
  sources: 'Paste the address or type the title; or all at once: “Title | Publisher | https://address”.',
  materials: 'Type “Title | https://address”, or in place of the address a file on this computer, such as slides.pdf.',
  transcript: 'A file on this computer that ends in .vtt, as Zoom, Teams and YouTube download it.',
  list: 'A semicolon (;) between several, or one a line.',
  date: 'Such as 2026-03-05, March 5, 2026, 2026-03 or 2026.',
  coordinates: 'Such as 42.36, -71.06 or 42.36 N, 71.06 W.',
};

/** An editor’s words for a field: without the file names that are found by themselves. */
const describe = (shape: Shape): string =>
  (shape.description ?? '')
    .replace(/: file names of content\/[\w-]+\/ without \.mdx/, '')
    .replace(/: an expert by file name, or a named person/, '')
    .replace(/WebVTT file in a folder of the entry’s name.*/, 'What was said, as captions (WebVTT)')
    .replace(/Postal code of the state, two capital letters: \w+/, 'Name of the state, or its two letters')
    .replace('“asOf”', '“As of”')
    .replace(/two decimals/, 'latitude and longitude');

/** The whole question, in one line. */
export const questionOf = (name: string, shape: Shape, isNeeded: boolean): string => {
  const kind = answerKind(shape);
  const words = describe(shape).replace(/\.$/, '');
  const hint = name === 'startDate' ? `${hints.date} Both days at once: June 15–16, 2026.` : (hints[kind] ?? '');
  return `${fieldLabel(name)} (${isNeeded ? 'needed' : 'Enter to leave out'}). ${words}${words ? '. ' : ''}${hint}`.trim();
};

/** Other names of the collections. */
const otherNames: Partial<Record<CollectionName, readonly string[]>> = {
  'ta-types': ['kind of assistance', 'type of assistance', 'ta type', 'technical assistance'],
  experts: ['expert', 'sme'],
  'program-profiles': ['profile', 'project'],
  'research-spotlights': ['spotlight'],
  resources: ['publication', 'report', 'article', 'guide'],
  assistance: ['assistance'],
};

const bare = (word: string): string => slugOf(word).replace(/s$/, '');

/** “webinar”, “Webinars”, “Research spotlight”: one name for each collection. */
export const collectionNamed = (word: string): CollectionName | undefined =>
  collectionNames.find((name) =>
    [name, collectionLabels[name].one, collectionLabels[name].many, ...(otherNames[name] ?? [])].some(
      (one) => bare(one) === bare(word),
    ),
  );

/** “did you mean “webinars”?”, or an empty string. */
export const collectionMeant = (typed: string): string => {
  const words = collectionNames.flatMap((name) => [
    name,
    ...(otherNames[name] ?? []),
    collectionLabels[name].one.toLowerCase(),
  ]);
  const meant = new Set(nearest(typed.toLowerCase(), words).flatMap((word) => collectionNamed(word) ?? []));
  return meant.size === 0 ? '' : `did you mean ${[...meant].map((name) => `“${name}”`).join(' or ')}?`;
};

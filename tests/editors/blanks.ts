/** What an editor writes into the blanks of a template or of a new entry. */
import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { fieldName } from '../../src/checks/finding.ts';
import type { CollectionName } from '../../src/kinds/index.ts';

const words: Record<string, unknown> = {
  summary: 'What it was about, in a sentence.',
  title: 'Page with the facts',
  publisher: 'CNA',
  url: 'https://www.cna.org/a-page',
  page: 'https://www.cna.org/a-page',
  finding: 'Calls did not change',
  noResult: 'plan-only',
  reviewed: '2026-11-04',
  date: '2016-05-12',
  startDate: '2016-05-12',
  endDate: '2016-05-13',
  host: 'Newtown Police Department',
  outcome: 'A plan was written.',
  city: 'Newtown',
  order: 9,
  exampleTopics: 'How to run a meeting',
  howToRequest: 'Ask your assigned expert.',
  name: 'Jordan Newcomer',
  familyName: 'Newcomer',
  given: 'Jordan',
  expert: 'hildy-saizow',
  audio: 'https://www.cna.org/an-episode.mp3',
  audioBytes: 24000000,
  recording: 'https://www.cna.org/a-recording',
  family: 'Newcomer',
  position: 'Analyst',
  affiliation: 'Newtown Police Department',
  asOf: 2026,
  agency: 'Newtown Police Department',
  place: 'Newtown, Ohio',
  state: 'OH',
  cohort: 2015,
  latitude: 40.1,
  longitude: -82.9,
  direction: 'none',
  year: 2016,
  origin: 'spi',
  mode: 'virtual',
  modes: 'virtual',
  requester: 'Newtown Police Department',
  issue: 'A plan for an evaluation.',
  taTypes: 'targeted-technical-assistance',
  topics: 'gun-violence',
  heading: 'crime',
  synonyms: 'a word for it',
};

const kinds: Partial<Record<CollectionName, string>> = {
  resources: 'guide',
  'program-profiles': 'descriptive',
  meetings: 'academy',
  assistance: 'targeted',
};

/** Names of entries that a template makes up, and real ones. */
const names: Record<string, string> = {
  'name-of-a-topic': 'gun-violence',
  'name-of-an-expert': 'hildy-saizow',
  'name-of-a-project': 'boston-massachusetts-2009',
  'name-of-a-kind-of-assistance': 'targeted-technical-assistance',
};

/** The text with every blank filled; the rest, with its comments, as it was. */
export const fillBlanks = (collection: CollectionName, text: string): string => {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  const document = parseDocument(yaml);
  visit(document, {
    Pair: (_, pair) => {
      const key = String(pair.key);
      const word = key === 'kind' ? kinds[collection] : words[key];
      if (word === undefined) return;
      if (isSeq(pair.value) && pair.value.items.length === 0) pair.value = document.createNode([word]);
      else if (pair.value === null || (isScalar(pair.value) && (pair.value.value === null || pair.value.value === '')))
        pair.value = document.createNode(word);
    },
    Scalar: (_, node) => {
      const name = names[String(node.value)];
      if (name) node.value = name;
    },
  });
  return `---\n${document.toString({ lineWidth: 0 })}---\n${body}`;
};

/** Every value among the fields with its place in the words of the check, blanks left out. */
export const valuesIn = (text: string): { field: string; value: string }[] => {
  const [, yaml = ''] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? [];
  const found: { field: string; value: string }[] = [];
  const walk = (node: unknown, path: readonly PropertyKey[]): void => {
    if (isMap(node)) for (const pair of node.items) walk(pair.value, [...path, String(pair.key)]);
    else if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
    else if (isScalar(node)) found.push({ field: fieldName(path), value: String(node.value) });
  };
  walk(parseDocument(yaml).contents, []);
  return found;
};

/** The text with the comment of each optional field made a field, as its notes say: the # and one space taken out. */
export const uncommented = (text: string): string =>
  text.replace(/^# (?=(?:\w+:|  +(?:- |\w+:)))/gm, '').replace(/^#(?= {3,}-)/gm, '');

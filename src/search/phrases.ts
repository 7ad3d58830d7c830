/** Phrases that stand for something: a value of a filter, a page of the house, a person or a place, each other. */
import { topicOfTactic } from '../lib/evidence-map.ts';
import { facetNames, type FacetName } from '../lib/facets.ts';
import type { FacetValue, PhraseGroup } from './format.ts';
import type { SearchRecord } from './record.ts';
import type { Synonyms } from './synonyms.ts';
import { contentStems, stemOf, wordsIn } from './words.ts';

/** The briefing that speaks of a tactic. A topic that is not there is left out. */
const briefingOf: Readonly<Record<string, string>> = topicOfTactic;

/** Phrases under their stems, and those that only count word by word. */
const keysOf = (phrases: readonly string[]): Pick<PhraseGroup, 'stems' | 'exact'> => {
  const stems = new Set<string>();
  const exact = new Set<string>();
  for (const phrase of phrases) {
    const all = wordsIn(phrase).flatMap(({ parts }) => parts);
    // “IN” and “OR” are words of no weight, and states.
    const key = all.length === 1 ? all.map(stemOf) : contentStems(phrase);
    if (key.length > 1 || (key.length === 1 && all.length === 1)) stems.add(key.join(' '));
    else if (all.length > 1) exact.add(all.map(stemOf).join(' '));
  }
  return { stems: [...stems], exact: [...exact] };
};

type Facets = Record<FacetName, readonly FacetValue[]>;

/** Values that answer to their own words too, not only to those of the list. */
const named: readonly FacetName[] = ['topic', 'state', 'tactic', 'setting', 'aim'];

const ofFacets = (pages: readonly SearchRecord[], facets: Facets, synonyms: Synonyms): PhraseGroup[] => {
  const topics = new Map(pages.flatMap(({ kind, id }, page) => (kind === 'topics' ? [[id, page]] : [])));
  return facetNames.flatMap((name) =>
    facets[name].flatMap(({ id, label }, index): PhraseGroup[] => {
      const topic = topics.get((name === 'tactic' ? briefingOf[id] : name === 'topic' ? id : undefined) ?? '');
      const phrases = [
        ...(named.includes(name) ? [label] : []),
        ...(name === 'topic' && topic !== undefined ? (pages[topic]?.aka ?? []) : []),
        // Postal codes are ids of states.
        ...(name === 'state' ? [id] : []),
        ...(synonyms.facets[name]?.[id] ?? []),
      ];
      return phrases.length > 0
        ? [{ ...keysOf(phrases), facet: [name, index], ...(topic !== undefined && { pages: [topic] }) }]
        : [];
    }),
  );
};

/** A page of the house answers to its own name: “webinars” is the list of them before it is any one of them. */
const ofHouse = (pages: readonly SearchRecord[], synonyms: Synonyms): PhraseGroup[] =>
  pages.flatMap(({ path, kind, title }, page): PhraseGroup[] => {
    const own = kind === 'pages' || kind === 'ta-types' ? [title] : [];
    const phrases = [...own, ...(synonyms.pages[path] ?? [])];
    return phrases.length > 0 ? [{ ...keysOf(phrases), pages: [page], isHouse: true }] : [];
  });

/** A person answers to the name, and a project to the city, in all forms that people use. */
const ofNames = (pages: readonly SearchRecord[], { same }: Synonyms): PhraseGroup[] => {
  // An author’s name leads to what the author wrote, unless the name is also a word of the site: Smith, not White.
  const plain = new Set(pages.flatMap(({ summary, text }) => `${summary} ${text}`.match(/\b[a-z]{3,}\b/g) ?? []));
  const byName = new Map<string, number[]>();
  for (const [page, { kind, aka }] of pages.entries())
    if (kind !== 'topics')
      for (const name of aka.filter((one) => !plain.has(one.toLowerCase())))
        byName.set(name, [...(byName.get(name) ?? []), page]);
  // “Pasco” is Pasco County; Roanoke is a city of its own.
  for (const [name, of] of [...byName]) {
    const short = name.replace(/ County$/, '');
    if (!byName.has(short)) byName.set(short, of);
  }
  return [...byName].map(([name, of]) => {
    const [first = '', ...rest] = name.split(' ');
    const short = same
      .filter((names) => rest.length > 0 && names.includes(first))
      .flatMap((names) => names.map((form) => [form, ...rest].join(' ')));
    // “KCPD” is the Kansas City Police Department, and so Kansas City.
    const agencies = same.filter((names) => names.some((one) => one === name || one.startsWith(`${name} Police`)));
    const people = of.filter((page) => pages[page]?.kind === 'experts');
    return {
      ...keysOf([name, ...short, ...agencies.flat()]),
      pages: people.length > 0 ? people : of,
    };
  });
};

/** `isTerm`: some page has the stem. */
export const phraseGroups = (
  pages: readonly SearchRecord[],
  facets: Facets,
  synonyms: Synonyms,
  isTerm: (stem: string) => boolean,
): PhraseGroup[] => [
  ...ofFacets(pages, facets, synonyms),
  ...ofHouse(pages, synonyms),
  ...ofNames(pages, synonyms),
  // “Mike” is of use where there is a Michael.
  ...synonyms.same.map(keysOf).filter(({ stems }) => stems.some((phrase) => phrase.split(' ').every(isTerm))),
];

/** What was typed, as concepts: single words, and phrases that the site knows as a topic, a result, a page. */
import type { Manifest, PhraseGroup } from './catalog.ts';
import { fold, isStopWord, stemOf } from './words.ts';

interface Token {
  /** As typed, without accents and capitals. */
  word: string;
  stem: string;
  isStop: boolean;
  /** Two capitals may be a state’s postal code: “MA”, not “ma”. */
  isCapitals: boolean;
}

/** Something the reader asks for; a page that answers any of the ways to say it answers the concept. */
export interface Concept {
  tokens: Token[];
  groups: PhraseGroup[];
  /** The phrase counts only as a whole: its words say nothing. */
  isExact?: boolean;
}

export interface Query {
  concepts: Concept[];
  /** In “quotation marks”: must stand so in the page. */
  quoted: string[];
}

export interface Dictionary {
  stems: Map<string, PhraseGroup[]>;
  /** Without the spaces: “bodycam” and “body cam” are one. */
  joined: Map<string, PhraseGroup[]>;
  exact: Map<string, PhraseGroup[]>;
}

const longestPhrase = 6;
/** More words than any question has; the rest of a pasted text is left out. */
const mostWords = 24;

export const dictionaryOf = ({ phrases }: Pick<Manifest, 'phrases'>): Dictionary => {
  const dictionary: Dictionary = { stems: new Map(), joined: new Map(), exact: new Map() };
  const add = (map: Map<string, PhraseGroup[]>, key: string, group: PhraseGroup) => {
    const groups = map.get(key);
    if (!groups) map.set(key, [group]);
    else if (!groups.includes(group)) groups.push(group);
  };
  for (const group of phrases) {
    for (const key of group.stems) {
      add(dictionary.stems, key, group);
      add(dictionary.joined, key.replaceAll(' ', ''), group);
    }
    for (const key of group.exact) add(dictionary.exact, key, group);
  }
  return dictionary;
};

export const tokensOf = (text: string): Token[] =>
  [
    ...text
      .normalize('NFKC')
      .replace(/(?<=[\p{L}\p{N}])['’](?=\p{L})/gu, '')
      .matchAll(/[\p{L}\p{N}\p{M}]+(?:&[\p{L}\p{N}]+)*/gu),
  ]
    .slice(0, mostWords)
    .map(([raw]) => {
      const word = fold(raw);
      const isCapitals = /^\p{Lu}{2}$/u.test(raw);
      return { word, stem: stemOf(word), isStop: isStopWord(word) && !isCapitals, isCapitals };
    });

const quotedIn = (text: string): string[] =>
  [...text.matchAll(/["“]([^"“”]+)["”]/g)].flatMap(([, inside]) =>
    inside && tokensOf(inside).length > 1 ? inside.trim() : [],
  );

/** Longest phrases first; no word is used twice. */
const match = (
  tokens: readonly Token[],
  shortest: number,
  find: (part: readonly Token[]) => PhraseGroup[] | undefined,
): (Concept | Token)[] => {
  const found: (Concept | Token)[] = [];
  for (let at = 0; at < tokens.length;) {
    let taken = 0;
    for (let length = Math.min(longestPhrase, tokens.length - at); length >= shortest && taken === 0; length -= 1) {
      const part = tokens.slice(at, at + length);
      const groups = find(part);
      if (!groups) continue;
      found.push({ tokens: part, groups });
      taken = length;
    }
    const token = tokens[at];
    if (taken === 0 && token) found.push(token);
    at += Math.max(1, taken);
  }
  return found;
};

const keyOf = (tokens: readonly Token[]): string => tokens.map(({ stem }) => stem).join(' ');

export const parseQuery = (text: string, dictionary: Dictionary): Query => {
  const isConcept = (item: Concept | Token): item is Concept => 'groups' in item;
  const concepts: Concept[] = [];
  let run: Token[] = [];
  const endRun = () => {
    const content = run.filter(({ isStop }) => !isStop);
    const find = (part: readonly Token[]) => {
      const groups = dictionary.stems.get(keyOf(part)) ?? dictionary.joined.get(part.map(({ stem }) => stem).join(''));
      // A postal code in small letters stands at the end (“boston ma”); elsewhere it is more often a word.
      const [only] = part;
      const mayBeState = part.length > 1 || only?.word.length !== 2 || only.isCapitals || only === last;
      return mayBeState ? groups : groups?.filter(({ facet }) => facet?.[0] !== 'state');
    };
    for (const item of match(content, 1, find)) concepts.push(isConcept(item) ? item : { tokens: [item], groups: [] });
    run = [];
  };
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  for (const item of match(tokens, 2, (part) => dictionary.exact.get(keyOf(part)))) {
    if (isConcept(item)) {
      endRun();
      concepts.push({ ...item, isExact: true });
    } else run.push(item);
  }
  endRun();
  // Said twice is meant once.
  const seen = new Set<string>();
  return {
    quoted: quotedIn(text),
    concepts: concepts.filter(({ tokens }) => !seen.has(keyOf(tokens)) && seen.add(keyOf(tokens))),
  };
};

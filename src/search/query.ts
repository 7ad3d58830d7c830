/** What was typed, as concepts: single words, and phrases that the site knows as a topic, a result, a page. */
import type { Manifest, PhraseGroup } from './format.ts';
import { isStopWord, stemOf, wordsIn } from './words.ts';

export interface Token {
  /** As typed, without accents and capitals. */
  word: string;
  stem: string;
  isStop: boolean;
  /** Two capitals may be a state’s postal code: “MA”, not “ma”. */
  isCapitals: boolean;
  /** Number of the word typed that it is a part of: “re-entry” is one word of two parts. */
  typed: number;
}

/** Something the reader asks for; a page that answers any of the ways to say it answers the concept. */
export interface Concept {
  tokens: Token[];
  groups: PhraseGroup[];
  /** The phrase counts only as a whole: its words say nothing. */
  isExact?: boolean;
  /** The stem of its words written as one: “reentry” for “re-entry”. */
  joined?: string;
}

export interface Query {
  concepts: Concept[];
  /** In “quotation marks”: must stand so in the page. */
  quoted: string[];
  /** Something was typed. */
  isAsked: boolean;
  /** Something was typed, and nothing of it can be a word. */
  isWordless: boolean;
  /** “Last”, “latest”: newer pages are meant more. */
  isNewest: boolean;
}

export interface Dictionary {
  stems: Map<string, PhraseGroup[]>;
  /** Without the spaces: “bodycam” and “body cam” are one. */
  joined: Map<string, PhraseGroup[]>;
  exact: Map<string, PhraseGroup[]>;
  /** Stems of words that others write as two. */
  joins: ReadonlySet<string>;
}

const newest: ReadonlySet<string> = new Set(['last', 'latest', 'newest', 'recent']);
const longestPhrase = 6;
/** More words than any question has; the rest of a pasted text is left out. */
const wordLimit = 24;

export const dictionaryOf = ({ phrases, joins }: Pick<Manifest, 'phrases' | 'joins'>): Dictionary => {
  const dictionary: Dictionary = { stems: new Map(), joined: new Map(), exact: new Map(), joins: new Set(joins) };
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

const tokensOf = (text: string): Token[] =>
  wordsIn(text)
    .flatMap(({ raw, parts }, typed) =>
      parts.map((word): Token => {
        const isCapitals = /^\p{Lu}{2}$/u.test(raw);
        return { word, stem: stemOf(word), isStop: isStopWord(word) && !isCapitals, isCapitals, typed };
      }),
    )
    .slice(0, wordLimit);

const quotedIn = (text: string): string[] =>
  [...text.matchAll(/["“„]([^"“”„]+)["”“]/g)].flatMap(([, inside]) =>
    inside && tokensOf(inside).length > 1 ? inside.trim() : [],
  );

/** Longest phrases first; no word is used twice. */
const match = (
  tokens: readonly Token[],
  shortest: number,
  find: (part: readonly Token[]) => Omit<Concept, 'tokens'> | undefined,
): (Concept | Token)[] => {
  const found: (Concept | Token)[] = [];
  for (let at = 0; at < tokens.length;) {
    let taken = 0;
    for (let length = Math.min(longestPhrase, tokens.length - at); length >= shortest && taken === 0; length -= 1) {
      const part = tokens.slice(at, at + length);
      const concept = find(part);
      if (!concept) continue;
      found.push({ tokens: part, ...concept });
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
  const tokens = tokensOf(text);
  const last = tokens.at(-1);

  const groupsOf = (part: readonly Token[]): PhraseGroup[] | undefined => {
    const groups = dictionary.stems.get(keyOf(part)) ?? dictionary.joined.get(part.map(({ stem }) => stem).join(''));
    // A postal code in small letters stands at the end (“boston ma”); elsewhere it is more often a word.
    const [only] = part;
    const mayBeState = part.length > 1 || only?.word.length !== 2 || only.isCapitals || only === last;
    const allowed = mayBeState ? groups : groups?.filter(({ facet }) => facet?.[0] !== 'state');
    return allowed?.length ? allowed : undefined;
  };
  /** Whether the tokens are one word of parts, or neighbors that others write as one word: that word’s stem. */
  const joinedOf = (part: readonly Token[]): string | undefined => {
    if (part.length < 2) return undefined;
    const joined = stemOf(part.map(({ word }) => word).join(''));
    const isOneWord = new Set(part.map(({ typed }) => typed)).size === 1;
    return isOneWord || (part.length === 2 && dictionary.joins.has(joined)) ? joined : undefined;
  };

  const concepts: Concept[] = [];
  let run: Token[] = [];
  const endRun = () => {
    // A stop word that is a part of a word stays with it: “follow-up”.
    const content = run.filter(
      ({ isStop, typed }) => !isStop || run.some((other) => other.typed === typed && !other.isStop),
    );
    const find = (part: readonly Token[]): Omit<Concept, 'tokens'> | undefined => {
      const joined = joinedOf(part);
      const groups = groupsOf(part) ?? (joined && part.length > 1 ? dictionary.stems.get(joined) : undefined);
      return groups || joined ? { groups: groups ?? [], ...(joined && { joined }) } : undefined;
    };
    for (const item of match(content, 1, find)) concepts.push(isConcept(item) ? item : { tokens: [item], groups: [] });
    run = [];
  };
  const findExact = (part: readonly Token[]): Omit<Concept, 'tokens'> | undefined => {
    const groups = dictionary.exact.get(keyOf(part));
    return groups && { groups, isExact: true };
  };
  for (const item of match(tokens, 2, findExact)) {
    if (isConcept(item)) {
      endRun();
      concepts.push(item);
    } else run.push(item);
  }
  endRun();
  // Said twice is meant once.
  const seen = new Set<string>();
  return {
    quoted: quotedIn(text),
    isAsked: text.trim() !== '',
    isWordless: tokens.length === 0 && text.trim() !== '',
    isNewest: tokens.some(({ word }) => newest.has(word)),
    concepts: concepts.filter((concept) => !seen.has(keyOf(concept.tokens)) && seen.add(keyOf(concept.tokens))),
  };
};

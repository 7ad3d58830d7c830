/** Words as the search compares them: without accents, capitals, apostrophes and endings. */
import { stemmer } from 'stemmer';

/** Words that say nothing about what is looked for. “Not” and “no” stay: they do. */
const stopWords = new Set(
  (
    'a about actually after all also am an and any are as at be because been being but by can could did do does for from get had has have he her his how i if in into ' +
    'is it its just let like made make makes many me more most much my need needs now of on or our out please really she should so some such tell than that the their them then there these they this those to too up ' +
    'us very want wants was we were what when where which while who whom whose why will with would you your'
  ).split(' '),
);

export const isStopWord = (word: string): boolean => stopWords.has(word);

/** Small letters without accents; an apostrophe inside a word goes (“didn’t” → “didnt”). */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[\p{L}\p{N}])['’](?=\p{L})/gu, '')
    .toLowerCase();

/** Letters and figures; “B&E” is one word. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu) ?? [];

const innerCapitals = /\b\p{Lu}\p{Ll}{2,}(?:\p{Lu}\p{Ll}{2,})+\b/gu;

/** Words of a page in the forms under which they are found: ShotSpotter also as shot, spotter. */
export const indexedWordsOf = (text: string): string[] => [
  ...wordsOf(text),
  ...[...text.matchAll(innerCapitals)].flatMap(([word]) => wordsOf(word.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))),
];

/** The stem of an English word (Porter’s algorithm); figures and acronyms of two letters stay as they are. */
export const stemOf = (word: string): string => (word.length < 3 || /[^a-z]/.test(word) ? word : stemmer(word));

/** Stems of the words that count. */
export const contentStems = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stemOf);

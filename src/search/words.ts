/** Words as the search compares them: without accents, capitals, apostrophes, hyphens and endings. */
import { stemmer } from 'stemmer';

/** Words that say nothing about what is looked for. “Not” and “no” stay: they do. */
const stopWords = new Set(
  (
    'a about actually after all also am an and any are as at be because been being but by can could did do does for from get had has have he her his how i if in into ' +
    'is it its just let lets like made make makes many me more most much my need needs now of on or our out please really she should so some such tell than that the their them then there these they this those to too up ' +
    'again always anybody anyone every everybody everyone getting here keep keeping keeps lot lots same somebody someone take takes thing things today tonight ' +
    'last latest newest recent recently cant couldnt go goes going gonna got havent hes im ive theyre were weve whats wont wouldnt youre ' +
    'dr prof mr mrs ms us very want wants was we were what when where which while who whom whose why will with would you your'
  ).split(' '),
);

export const isStopWord = (word: string): boolean => stopWords.has(word);

/** Letters that Unicode does not part into a Latin letter and a mark, and those of other alphabets that look like Latin ones. */
const otherLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ŋ: 'ng', ƒ: 'f' },
  ...Object.fromEntries([...'авсеһіјкмнорѕтху'].map((letter, place) => [letter, 'abcehijkmhopstxy'.charAt(place)])),
  ...Object.fromEntries([...'αεικνορτυχ'].map((letter, place) => [letter, 'aeikvoptux'.charAt(place)])),
};
const foldable = new RegExp(`[${Object.keys(otherLetters).join('')}]`, 'gu');

/** Letter marks such as the okina, signs that nobody sees, and apostrophes of all kinds inside a word: “didn’t” is “didnt”. */
const dropped =
  /[\u02B9-\u02BF\u02C8\u02CA\u02CB]|\p{Default_Ignorable_Code_Point}|(?<=[\p{L}\p{N}])['’‘`´′](?=\p{L})/gu;

/** Small Latin letters without marks. */
export const fold = (text: string): string =>
  text
    .replace(dropped, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(foldable, (letter) => otherLetters[letter] ?? letter);

/** A word as typed, and the parts of which it is put together: “re-entry”, “D.A.R.E.”, “ShotSpotter”. */
export interface Word {
  raw: string;
  /** Folded; of “re-entry” two. */
  parts: string[];
  /** All in one: “reentry”. The same as the only part of a plain word. */
  joined: string;
}

/** Letters and figures; “B&E” is one word, hyphens join words, dots join single letters. */
const wordPattern =
  /\p{L}{1,2}(?:\.\p{L}{1,2})+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:&[\p{L}\p{N}\p{M}]+)*(?:[-‐‑][\p{L}\p{N}\p{M}]+(?:&[\p{L}\p{N}\p{M}]+)*)*/gu;

const wordOf = (raw: string): Word => {
  const parts = raw.includes('.') ? [fold(raw.replaceAll('.', ''))] : raw.split(/[-‐‑]/u).map(fold);
  return { raw, parts, joined: parts.join('') };
};

const evened = (text: string): string => text.replace(dropped, '').normalize('NFKC');

export const wordsIn = (text: string): Word[] => (evened(text).match(wordPattern) ?? []).map(wordOf);

/** The text with other words in it; what stands between them, such as quotation marks, stays. */
export const withWords = (text: string, change: (word: Word, place: number) => string): string => {
  let place = 0;
  return evened(text).replace(wordPattern, (raw) => change(wordOf(raw), place++));
};

const innerCapitals = /^\p{Lu}\p{Ll}{2,}(?:\p{Lu}\p{Ll}{2,})+$/u;

/** All forms under which a word of a page is found: ShotSpotter also as shot, spotter; re-entry also as reentry. */
export const formsOf = ({ raw, parts, joined }: Word): string[] => {
  if (parts.length > 1) return /\p{L}/u.test(joined) ? [...parts, joined] : parts;
  return innerCapitals.test(raw) ? [joined, ...(raw.match(/\p{Lu}\p{Ll}+/gu) ?? []).map(fold)] : parts;
};

export const indexedWordsOf = (text: string): string[] => wordsIn(text).flatMap(formsOf);

/** First parts of words that people write with a hyphen, a space or neither. */
export const prefixes: readonly string[] = 'anti co de inter micro mid multi non over post pre re semi sub under'.split(
  ' ',
);

/** Words that Porter’s algorithm throws together with others: communication, experience, universal, author, internal. */
const stemsOfTheirOwn = /^(?:communit|experiment|universit|authorit|international)/;

/** British spelling as American: centre, programme, behaviour, randomised, defence. “Noise” becomes no word, and is found all the same. */
const american = (word: string): string =>
  word.length < 6
    ? word
    : word
        .replace(/([bt])re(?=s?$)/, '$1er')
        .replace(/gramme(?=s?$)/, 'gram')
        .replace(/our(?=s?$|al|ed|ing|hood)/, 'or')
        .replace(/is(?=e[ds]?$|ing$|ations?$)/, 'iz')
        .replace(/(def|off|lic)ence/, '$1ense');

/** The stem of an English word (Porter’s algorithm); figures and acronyms of two letters stay as they are. */
export const stemOf = (word: string): string => {
  if (word.length < 3 || /[^a-z]/.test(word)) return word;
  return stemsOfTheirOwn.exec(word)?.[0] ?? stemmer(american(word));
};

/** Stems of the words that count. */
export const contentStems = (text: string): string[] =>
  wordsIn(text)
    .flatMap(({ parts }) => parts)
    .filter((word) => !isStopWord(word))
    .map(stemOf);

/** What a mistyped date may have meant. */
import { months } from './dates.ts';

interface Guess {
  iso: string;
  /** “January 8, 2024” */
  words: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');

const guess = (year: number, month: number, day?: number): Guess[] => {
  const fullYear = year < 100 ? 2000 + year : year;
  const name = months[month - 1];
  if (!name || fullYear < 1900 || fullYear > 2100) return [];
  if (day === undefined) return [{ iso: `${fullYear}-${pad(month)}`, words: `${name} ${fullYear}` }];
  const date = new Date(Date.UTC(fullYear, month - 1, day));
  if (day < 1 || date.getUTCMonth() !== month - 1) return [];
  return [{ iso: `${fullYear}-${pad(month)}-${pad(day)}`, words: `${name} ${day}, ${fullYear}` }];
};

const monthOf = (word: string): number =>
  months.findIndex((name) => word.length >= 3 && name.toLowerCase().startsWith(word.toLowerCase())) + 1;

/** Most likely first: American order before the other. Empty where nothing can be made of it. */
export const guessDates = (typed: string): Guess[] => {
  const text = typed.trim().replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1');
  const numbers = (pattern: RegExp): number[] | undefined => pattern.exec(text)?.slice(1).map(Number);

  const yearFirst =
    numbers(/^(\d{4})[-/.‐-―−\s](\d{1,2})[-/.‐-―−\s](\d{1,2})(?:[T\s]\s*\d{1,2}:\d{2}.*)?$/) ??
    numbers(/^(\d{4})(\d{2})(\d{2})$/);
  if (yearFirst) {
    const [year = 0, month = 0, day = 0] = yearFirst;
    return month > 12 ? guess(year, day, month) : guess(year, month, day);
  }
  const yearLast = numbers(/^(\d{1,2})[-/.‐-―−](\d{1,2})[-/.‐-―−](\d{4}|\d{2})$/);
  if (yearLast) {
    const [first = 0, second = 0, year = 0] = yearLast;
    const both = [...guess(year, first, second), ...guess(year, second, first)];
    return both.filter(({ iso }, index) => both.findIndex((other) => other.iso === iso) === index);
  }
  const yearMonth = numbers(/^(\d{4})[-/.‐-―−](\d{1,2})$/);
  if (yearMonth) return guess(yearMonth[0] ?? 0, yearMonth[1] ?? 0);
  const monthYear = numbers(/^(\d{1,2})[-/.](\d{4})$/);
  if (monthYear) return guess(monthYear[1] ?? 0, monthYear[0] ?? 0);

  const american = /^([A-Za-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(text);
  if (american) return guess(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]));
  const european = /^(\d{1,2})\.?\s+([A-Za-z]{3,})\.?,?\s+(\d{4})$/.exec(text);
  if (european) return guess(Number(european[3]), monthOf(european[2] ?? ''), Number(european[1]));
  const named = /^([A-Za-z]{3,})\.?,?\s+(\d{4})$/.exec(text);
  if (named) {
    const found = guess(Number(named[2]), monthOf(named[1] ?? ''));
    return found.length > 0 ? found : [{ iso: named[2] ?? '', words: `the year ${named[2]}` }];
  }
  const year = /\b(?:19|20)\d{2}\b/.exec(text)?.[0];
  return year && !/\d{1,2}.*\d{4}|\d{4}.*\d/.test(text) ? [{ iso: year, words: `the year ${year}` }] : [];
};

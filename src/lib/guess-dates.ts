/** What a mistyped date may have meant. */
import { months } from './dates.ts';

interface Guess {
  iso: string;
  /** “January 8, 2024” */
  words: string;
}

/** The number of a month that was written as a number or as a word, which may be cut short; 0 where it is none. */
const monthOf = (written: string): number =>
  Number(written) || months.findIndex((name) => name.toLowerCase().startsWith(written.toLowerCase())) + 1;

const guess = (writtenYear: string, writtenMonth: string, writtenDay?: string): Guess[] => {
  const year = Number(writtenYear) < 100 ? 2000 + Number(writtenYear) : Number(writtenYear);
  const month = monthOf(writtenMonth);
  const day = Number(writtenDay ?? 1);
  const date = new Date(Date.UTC(year, month - 1, day));
  const name = months[month - 1];
  if (!name || year < 1900 || year > 2100 || day < 1 || date.getUTCMonth() !== month - 1) return [];
  const iso = date.toISOString().slice(0, 10);
  return [
    writtenDay === undefined
      ? { iso: iso.slice(0, 7), words: `${name} ${year}` }
      : { iso, words: `${name} ${day}, ${year}` },
  ];
};

/** As dates are typed; the first that fits counts. */
const forms = [
  /^(?<year>\d{4})[-/.‐-―−\s](?<month>\d{1,2})[-/.‐-―−\s](?<day>\d{1,2})(?:[T\s]\s*\d{1,2}:\d{2}.*)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<month>\d{1,2})[-/.‐-―−](?<day>\d{1,2})[-/.‐-―−](?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4})[-/.‐-―−](?<month>\d{1,2})$/,
  /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?<month>[A-Za-z]{3,})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})$/,
  /^(?<day>\d{1,2})(?:\.?\s+|[-/.])(?<month>[A-Za-z]{3,})(?:\.?,?\s+|[-/.])(?<year>\d{4})$/,
  /^(?<year>\d{4})[-/,\s]+(?<month>[A-Za-z]{3,})\.?(?:[-\s]+(?<day>\d{1,2}))?$/,
  /^(?<month>[A-Za-z]{3,})\.?,?\s+(?<year>\d{4})$/,
];

const weekday = /^(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const doubt =
  /^(?:circa|approx(?:imately|\.)?|about|around|probably|ca?\.)\s*|\s*(?:\?|\((?:est(?:imated|\.)?|approx(?:\.|imately)?|\?)\)|\best\.?)$/gi;

/** The weekday that stands in front of a date, where it was another one. */
export const wrongWeekday = (typed: string, iso: string): string | undefined => {
  const said = weekday.exec(typed.trim())?.[0].toLowerCase();
  const real = new Date(iso).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  return said && !real.toLowerCase().startsWith(said.slice(0, 3)) ? real : undefined;
};

/** Whether it says itself that it is not sure. */
export const isDoubted = (typed: string): boolean => typed.trim().search(doubt) >= 0;

const yearAlone = (year: string): Guess[] => [{ iso: year, words: `the year ${year}` }];

/** Most likely first: American order before the other. Empty where nothing can be made of it. */
export const guessDates = (typed: string): Guess[] => {
  const text = typed
    .trim()
    .replace(weekday, '')
    .replace(doubt, '')
    // An hour behind it, a quarter in front.
    .replace(/,?\s*(?:\b(?:at|from)\b|[@,])\s*\d{1,2}(?::\d{2})?\s*[ap]\.?m\b.*$/i, '')
    .replace(/^Q[1-4],?\s+/i, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/\s*[.,;]$/, '');
  const { year, month = '', day } = forms.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  if (year === undefined) {
    const only = /\b(?:19|20)\d{2}\b/.exec(text)?.[0];
    return only && !/\d{1,2}.*\d{4}|\d{4}.*\d/.test(text) ? yearAlone(only) : [];
  }
  const asTyped = guess(year, month, day);
  const turned = day && /^\d/.test(month) && Number(day) !== Number(month) ? guess(year, day, month) : [];
  // Where the year stands first, the month follows it.
  if (/^\d{4}/.test(text)) return asTyped.length > 0 ? asTyped : turned;
  const found = [...asTyped, ...turned];
  return found.length === 0 && day === undefined && /^[A-Za-z]/.test(month) ? yearAlone(year) : found;
};

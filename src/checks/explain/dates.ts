import { counted } from '../../lib/text.ts';
import type { Words } from '../finding.ts';
import { replaceScalar } from '../reading/positions.ts';
import type { Complaint } from './complaint.ts';
import { shown } from './examples.ts';
import { guessDates, isDoubted, wrongWeekday } from '../../lib/guess-dates.ts';

/** Every day that is named: “2016-05-12 to 2016-05-13”, “June 15–16, 2016”, “June 30 and July 1, 2016”. */
const daysIn = (typed: string): string[] => {
  const whole = [...typed.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map(([day]) => day);
  const [, month = '', first = '', second = month, last = '', year = ''] =
    /^([a-z]{3,}\.?) (\d{1,2})(?:st|nd|rd|th)?\s*(?:[-‐-―/&]|to|and|through)\s*(?:([a-z]{3,}\.?) )?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(
      typed.trim(),
    ) ?? [];
  const named = year ? [...guessDates(`${month} ${first}, ${year}`), ...guessDates(`${second} ${last}, ${year}`)] : [];
  return whole.length > 0 ? whole : named.map(({ iso }) => iso);
};

/** What is said of a date that cannot be read; where it can only mean one day, with the edit. */
export const dateFault = ({ shape, value, entry, path, around }: Complaint): Words => {
  const typed = String(value);
  const guesses = guessDates(typed);
  const isDay = shape?.kind === 'day';
  const example = isDay ? 'write it such as 2026-11-04' : 'write it such as 2013-02-14, 2013-02 or 2013';
  if (typed.trim() === '')
    return {
      found: 'the date is empty',
      allowed: shape?.description ?? 'a date is written year-month-day',
      cure: example,
    };
  const allowed = isDay
    ? 'a date is written year-month-day'
    : 'a date is written year-month-day, year-month or year, as far as it is known';
  const fitting = isDay ? guesses.filter(({ iso }) => iso.length === 10) : guesses;
  const days = daysIn(typed);
  if (days.length > 1)
    return {
      found: `${counted(days.length, 'date')} where one date belongs: ${shown(value)}`,
      allowed,
      cure: `write ${days[0]}; where the fields have an “endDate”, the last day goes there: ${days.at(-1)}`,
    };
  if (/^\d{1,2}[-/.–—]\d{1,2}[-/.–—]\d{2}$/.test(typed))
    return {
      found: `the date is ${shown(value)}, and nobody can tell which figures are the year`,
      allowed: `${allowed}, the year with four figures`,
      cure: example,
    };
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed))
    return {
      found: `${shown(typed)} is no day in the calendar`,
      allowed: 'month 01 to 12, then the day',
      cure: fitting[0]
        ? `did you mean ${fitting[0].iso} (${fitting[0].words})?`
        : `look the day up and correct it${isDay ? '' : ', or write less of it, such as 2013-02'}`,
    };
  const [first] = fitting;
  const isUnsure = isDoubted(typed);
  const doubted = !isUnsure
    ? ''
    : around?.properties?.['dateEstimated']
      ? ', and on a line of its own dateEstimated: true'
      : ', only if it is sure';
  if (fitting.length === 0 && days.length === 1 && days[0] !== typed)
    return {
      found: `the date is ${shown(value)}`,
      allowed,
      cure: `write ${days[0]} alone, and the rest under “notes:”`,
    };
  const real = first && wrongWeekday(typed, first.iso);
  if (real)
    return {
      found: `the date is ${shown(value)}, and ${first.words} was a ${real}`,
      allowed,
      cure: `look the day up; if it was that ${real}, write ${first.iso}`,
    };
  const meant = fitting.map(({ iso, words }) => `${iso} for ${words}`).join(', or ');
  return {
    found: `the date is ${shown(value)}`,
    allowed,
    cure: meant ? `write ${meant}${doubted}` : example,
    edits:
      fitting.length === 1 && first?.iso.length === 10 && !isUnsure ? replaceScalar(entry, path, first.iso) : undefined,
  };
};

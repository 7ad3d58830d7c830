/** Of a day, a month or a year: `2013-02-14`, `2013-02`, `2013`. */
export const partialDatePattern = '^\\d{4}(-\\d{2}){0,2}$';

/** Whether one of them comes before the other, as far as both are known: June 2016 is not before June 15, 2016. */
export const isBefore = (date: string, other: string): boolean =>
  date.slice(0, other.length) < other.slice(0, date.length);

const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
export const months = Array.from({ length: 12 }, (_, month) => monthName.format(Date.UTC(2000, month)));

/** `2013-02-14`, `2013-02` or `2013` in words, no more exact than it is known: “February 14, 2013”. */
export const dateInWords = (date: string): string => {
  const [year, month, day] = date.split('-');
  const name = month ? months[Number(month) - 1] : undefined;
  if (!name) return year ?? date;
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`;
};

/** A span of days in words: “June 15–16, 2016”, “February 28 – March 2, 2018”. */
export const spanInWords = (start: string, end?: string): string => {
  if (!end || end === start) return dateInWords(start);
  if (start.length < 10 || end.length < 10) return `${dateInWords(start)} – ${dateInWords(end)}`;
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
    .formatRange(new Date(start), new Date(end))
    .replace(/(?<=\d)\s–\s(?=\d)/, '–')
    .replaceAll(/\s/g, ' ');
};

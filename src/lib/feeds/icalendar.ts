/** iCalendar (RFC 5545): days, since no source gives the hour. */

export interface CalendarEvent {
  /** Unique for ever. */
  uid: string;
  title: string;
  description: string;
  address: string;
  /** First and last day: 2026-11-04. */
  start: string;
  end: string;
  place: string | undefined;
  category: string;
  /** The day the entry was last checked. */
  updated: string;
  withdrawn: boolean;
}

export interface Calendar {
  name: string;
  description: string;
  /** Identifies the program that wrote it, RFC 5545 section 3.7.3. */
  product: string;
  events: readonly CalendarEvent[];
}

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');

const compact = (day: string): string => day.replaceAll('-', '');

/** The end of an event is the first day after it. */
const dayAfter = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

/** Of one character in UTF-8. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** Lines of at most 75 octets, folded between characters (section 3.1). */
const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += more;
  }
  return [...lines, current].join('\r\n');
};

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}`,
  `DTSTAMP:${compact(event.updated)}T000000Z`,
  `LAST-MODIFIED:${compact(event.updated)}T000000Z`,
  `DTSTART;VALUE=DATE:${compact(event.start)}`,
  `DTEND;VALUE=DATE:${compact(dayAfter(event.end))}`,
  `SUMMARY:${escaped(event.title)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
  `CATEGORIES:${escaped(event.category)}`,
  `URL:${event.address}`,
  'TRANSP:TRANSPARENT',
  `STATUS:${event.withdrawn ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
];

export const iCalendar = ({ name, description, product, events }: Calendar): string =>
  `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(product)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-CALDESC:${escaped(description)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')}\r\n`;

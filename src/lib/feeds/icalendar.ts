/** iCalendar (RFC 5545): days, since no source gives the hour. */
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

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
  /** When anything that is shown last changed. */
  updated: Date;
  withdrawn: boolean;
}

export interface Calendar {
  name: string;
  /** One line: ical-generator leaves line ends as they are here. */
  description: string;
  /** Identifies the program that wrote it, RFC 5545 section 3.7.3. */
  product: string;
  events: readonly CalendarEvent[];
}

/** The end of an event is the first day after it. */
const dayAfter = (day: string): Date => new Date(new Date(day).getTime() + 86_400_000);

/**
 * A change that does not raise it is ignored by some programs (RFC 5545, 3.8.7.4): the minutes since 2020, which only grow
 * and stay within the 32 bits of the format until the year 6100.
 */
const sequenceOf = (updated: Date): number => Math.max(0, Math.floor((updated.getTime() - Date.UTC(2020, 0)) / 60_000));

export const iCalendar = ({ name, description, product, events }: Calendar): string => {
  const calendar = ical({ name, description, prodId: product, method: ICalCalendarMethod.PUBLISH });
  for (const event of events)
    calendar.createEvent({
      id: event.uid,
      sequence: sequenceOf(event.updated),
      stamp: event.updated,
      lastModified: event.updated,
      allDay: true,
      start: new Date(event.start),
      end: dayAfter(event.end),
      // Days are days everywhere; without a zone they would be those of the machine that builds.
      timezone: 'UTC',
      summary: event.title,
      description: event.description,
      location: event.place ?? null,
      categories: [{ name: event.category }],
      url: event.address,
      transparency: ICalEventTransparency.TRANSPARENT,
      status: event.withdrawn ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return `${calendar.toString().trimEnd()}\r\n`;
};

/** Meetings and webinars whose days are known, for a calendar. */
import type { Calendar, CalendarEvent } from '../lib/feeds/icalendar.ts';
import { meetingKindLabels } from '../lib/labels.ts';
import { stateNames } from '../lib/states.ts';
import { site } from '../site.ts';
import { absoluteAddress } from './citations.ts';
import { changedAt } from './changed.ts';
import { published, stands, type Entry } from './entries.ts';
import { addressOf, kinds } from '../kinds/index.ts';

/** A month or a year is no day: such an entry stands on its page, not in a calendar. */
const isDay = (date: string | undefined): date is string => date?.length === 10;

const host = new URL(site.address).hostname;

const shared = (entry: Entry<'meetings' | 'webinars'>) => ({
  uid: `${entry.collection}-${entry.id}@${host}`,
  title: entry.data.title,
  description: entry.data.summary,
  address: absoluteAddress(addressOf(entry)),
  updated: changedAt(entry),
  withdrawn: !stands(entry),
});

const meetingEvents = async (): Promise<CalendarEvent[]> =>
  (await published('meetings')).flatMap((entry) => {
    const { startDate, endDate = startDate, city, state, virtual, kind } = entry.data;
    if (!isDay(startDate)) return [];
    const place = virtual ? 'Online' : [city, state && stateNames[state]].filter(Boolean).join(', ');
    return [
      {
        ...shared(entry),
        start: startDate,
        end: isDay(endDate) ? endDate : startDate,
        place: place || undefined,
        category: meetingKindLabels[kind],
      },
    ];
  });

const webinarEvents = async (): Promise<CalendarEvent[]> =>
  (await published('webinars')).flatMap((entry) => {
    const { date } = entry.data;
    return isDay(date)
      ? [{ ...shared(entry), start: date, end: date, place: 'Online', category: kinds.webinars.one }]
      : [];
  });

const calendar = (name: string, events: readonly CalendarEvent[]): Calendar => ({
  name: `${name} | ${site.name}`,
  description: 'Whole days, since sources give no hours. What is known only by month or year is left out.',
  product: `-//${host}//${site.name}//EN`,
  events: [...events].sort((a, b) => a.start.localeCompare(b.start, 'en') || a.uid.localeCompare(b.uid, 'en')),
});

export const calendars: { folder: string; title: string; read: () => Promise<Calendar> }[] = [
  {
    folder: '/',
    title: 'Meetings and webinars',
    read: async () => calendar('Meetings and webinars', [...(await meetingEvents()), ...(await webinarEvents())]),
  },
  { folder: '/meetings/', title: 'Meetings', read: async () => calendar('Meetings', await meetingEvents()) },
  { folder: '/webinars/', title: 'Webinars', read: async () => calendar('Webinars', await webinarEvents()) },
];

/** Feeds, calendars and the podcast, each read by a parser of another make and held to the rules of its format. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { atom, feedLength, jsonFeed, newestItems, type Feed, type FeedItem } from '../../src/lib/feeds/feed.ts';
import { iCalendar } from '../../src/lib/feeds/icalendar.ts';
import { podcastFeed } from '../../src/lib/feeds/podcast.ts';
import { built, builtFiles, builtJson, records } from './built.ts';

const odd = 'Odd: <b>&amp;</b> “quotes” \'single\' "double" ]]> é — 1 < 2';
const item = (index: number, changes: Partial<FeedItem> = {}): FeedItem => ({
  address: `https://example.org/${index}/`,
  title: `Item ${index}`,
  summary: odd,
  updated: new Date('2026-01-02'),
  date: undefined,
  categories: ['Webinar', 'Crime & justice'],
  ...changes,
});
const feed = (items: FeedItem[]): Feed => ({
  title: odd,
  description: odd,
  page: 'https://example.org/?a=1&b=2',
  address: 'https://example.org/feed.xml',
  author: 'A & B',
  authorAddress: 'https://example.org',
  license: 'https://example.org/license',
  language: 'en-US',
  items,
});

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ['entry', 'link', 'category'].includes(name),
  parseTagValue: false,
});

interface AtomXml {
  feed: {
    id: string;
    title: string;
    updated: string;
    author: { name: string };
    link: Record<string, string>[];
    entry?: {
      id: string;
      title: string;
      updated: string;
      published?: string;
      link: Record<string, string>[];
      summary: string;
    }[];
  };
}

/** Throws at the first fault of well-formedness (XML 1.0). */
const assertWellFormed = (text: string): void => {
  assert.doesNotThrow(() => parser.parse(text, true));
};

/** What the W3C's validator asks of Atom (RFC 4287, sections 4.1.1 and 4.1.2). */
const assertAtomRules = (text: string, address: string): void => {
  assertWellFormed(text);
  const { feed: read } = parser.parse(text) as AtomXml;
  assert.ok(read.id && read.title && read.author.name);
  assert.match(read.updated, dateTime);
  const self = read.link.filter((link) => link['@rel'] === 'self');
  assert.deepEqual(
    self.map((link) => link['@href']),
    [address],
  );
  assert.equal(read.link.filter((link) => link['@rel'] === 'alternate').length, 1);
  const ids = (read.entry ?? []).map(({ id }) => id);
  assert.equal(new Set([...ids, read.id]).size, ids.length + 1, 'ids are unique');
  for (const entry of read.entry ?? []) {
    assert.ok(URL.canParse(entry.id) && entry.title && entry.summary);
    assert.match(entry.updated, dateTime);
    if (entry.published) assert.match(entry.published, dateTime);
    assert.equal(entry.link.filter((link) => link['@rel'] === 'alternate').length, 1);
    assert.ok(entry.updated <= read.updated);
  }
};

test('every Atom feed keeps the rules and says the same as its JSON Feed', () => {
  const paths = builtFiles('**/feed.xml');
  assert.ok(paths.length > 30);
  for (const path of paths) {
    const origin = new URL(records()[0]?.address ?? '').origin;
    const text = built(path);
    assertAtomRules(text, `${origin}/${path}`);
    const read = parseAtomFeed(text);
    const json = parseJsonFeed(built(path.replace('.xml', '.json')));
    assert.equal(
      builtJson<{ version: string }>(path.replace('.xml', '.json')).version,
      'https://jsonfeed.org/version/1.1',
    );
    assert.deepEqual(
      (read.entries ?? []).map(({ id, title }) => [id, title?.value]),
      (json.items ?? []).map(({ id, title }) => [id, title]),
    );
    assert.ok((read.entries ?? []).length <= feedLength);
    for (const one of json.items ?? [])
      assert.ok(one.url && one.content_text && dateTime.test(String(one.date_modified)));
  }
});

test('the feed of everything holds the newest; a topic’s feed holds that topic alone', () => {
  const all = builtJson<{ items: { url: string; date_modified: string }[] }>('feed.json').items;
  assert.equal(all.length, feedLength);
  assert.deepEqual(
    [...all].sort((a, b) => b.date_modified.localeCompare(a.date_modified, 'en')),
    all,
  );
  const topic = new Set(
    records()
      .filter(({ data }) => (data['topics'] as string[]).includes('gun-violence'))
      .map(({ address }) => address),
  );
  const items = builtJson<{ items: { url: string }[] }>('topics/gun-violence/feed.json').items;
  assert.ok(items.length > 10);
  assert.deepEqual(
    items.filter(({ url }) => !topic.has(url)),
    [],
  );
});

test('odd characters survive in both formats, and an empty feed is still a feed', () => {
  const text = atom(feed([item(1)]));
  assertAtomRules(text, 'https://example.org/feed.xml');
  assert.equal(parseAtomFeed(text).entries?.[0]?.summary?.value, odd);
  assert.equal(parseAtomFeed(text).title?.value, odd);
  assert.doesNotMatch(text, /<title>\s/);
  assert.equal(parseJsonFeed(JSON.stringify(jsonFeed(feed([item(1)])))).items?.[0]?.content_text, odd);
  assertAtomRules(atom(feed([])), 'https://example.org/feed.xml');
});

test('the newest come first, and no feed grows without end', () => {
  const items = Array.from({ length: 80 }, (_, index) =>
    item(index, { updated: new Date(Date.UTC(2026, 0, (index % 28) + 1)) }),
  );
  const newest = newestItems(items);
  assert.equal(newest.length, feedLength);
  assert.equal(newest[0]?.updated.toISOString().slice(0, 10), '2026-01-28');
});

test('what has no date does not sort as new, in our order or a reader’s', () => {
  const items = [item(1), item(2, { date: '2013' }), item(3, { date: '2025-02' })];
  assert.deepEqual(
    newestItems(items).map(({ date }) => date),
    ['2025-02', '2013', undefined],
  );
  const read = parseJsonFeed(JSON.stringify(jsonFeed(feed(items))));
  const times = read.items?.map(({ date_published }) => String(date_published).slice(0, 10));
  assert.deepEqual(times, ['2009-01-01', '2013-01-01', '2025-02-01']);
  assert.deepEqual(
    parseAtomFeed(atom(feed(items))).entries?.map(({ published }) => String(published).slice(0, 10)),
    times,
  );
});

test('calendars are read by ical.js: days, unique ids, lines of at most 75 octets', () => {
  for (const path of ['calendar.ics', 'meetings/calendar.ics', 'webinars/calendar.ics']) {
    const text = built(path);
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(text, /[^\r]\n/);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    const dated = records().filter(
      ({ collection, data }) =>
        (path === 'calendar.ics' ? ['meetings', 'webinars'] : [path.split('/')[0]]).includes(collection) &&
        String(data['startDate'] ?? data['date'] ?? '').length === 10,
    );
    assert.equal(events.length, dated.length);
    assert.ok(events.length > 10);
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
    for (const event of events) {
      const record = dated.find(({ collection, id }) => event.uid.startsWith(`${collection}-${id}@`));
      assert.ok(record);
      assert.equal(event.summary, record.data['title']);
      assert.equal(event.description, record.data['summary']);
      assert.ok(event.startDate.isDate);
      assert.equal(event.startDate.toString(), record.data['startDate'] ?? record.data['date']);
      const last = event.endDate.clone();
      last.adjust(-1, 0, 0, 0);
      assert.equal(last.toString(), record.data['endDate'] ?? record.data['startDate'] ?? record.data['date']);
    }
  }
});

test('a calendar bears odd text', () => {
  const title = `Commas, semicolons; back\\slash ${'é'.repeat(80)} 🙂`;
  const text = iCalendar({
    name: title,
    description: 'one line; with signs, all',
    product: '-//x//y//EN',
    events: [
      {
        uid: 'a@b',
        title,
        description: 'one\ntwo, three; four',
        address: 'https://example.org/',
        start: '2024-02-28',
        end: '2024-02-29',
        place: undefined,
        category: 'Webinar',
        updated: new Date('2024-01-02T03:04:05Z'),
        withdrawn: true,
      },
    ],
  });
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75);
  const [component] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  assert.ok(component);
  const event = new ICAL.Event(component);
  assert.equal(event.summary, title);
  assert.equal(event.description, 'one\ntwo, three; four');
  assert.equal(event.endDate.toString(), '2024-03-01');
  assert.equal(component.getFirstPropertyValue('status'), 'CANCELLED');
  for (const stamp of ['dtstamp', 'last-modified'])
    assert.equal(String(component.getFirstPropertyValue(stamp)), '2024-01-02T03:04:05Z');
});

test('a later change has a higher sequence, an earlier one never', () => {
  const sequence = (updated: string): number => {
    const event = { uid: 'a@b', title: 'T', description: 'D', address: 'https://example.org/', place: undefined };
    const text = iCalendar({
      name: 'N',
      description: 'D',
      product: '-//x//y//EN',
      events: [
        {
          ...event,
          start: '2024-02-28',
          end: '2024-02-28',
          category: 'C',
          updated: new Date(updated),
          withdrawn: false,
        },
      ],
    });
    return Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
  };
  const stamps = ['2019-05-01', '2026-11-23', '2026-11-25', '2026-11-25T10:00:00Z', '2100-01-01'].map(sequence);
  assert.deepEqual(
    [...stamps].sort((a, b) => a - b),
    stamps,
  );
  assert.equal(new Set(stamps).size, stamps.length);
  assert.ok(stamps.every((number) => number >= 0 && number < 2 ** 31));
});

test('the podcast feed has what players ask for', () => {
  const text = podcastFeed({
    title: 'A podcast & more',
    description: odd,
    page: 'https://example.org/podcasts/',
    address: 'https://example.org/podcasts/podcast.xml',
    author: 'A & B',
    language: 'en-US',
    image: 'https://example.org/cover.png',
    episodes: [
      {
        address: 'https://example.org/1/',
        title: 'One',
        summary: odd,
        audio: 'https://example.org/one.mp3?x=1&y=2',
        bytes: 1234,
        minutes: 12,
        date: '2013',
      },
      {
        address: 'https://example.org/2/',
        title: 'Two',
        summary: 'Two',
        audio: 'https://example.org/two.aac',
        bytes: 99,
        minutes: undefined,
        date: '2014-02-03',
      },
    ],
  });
  assertWellFormed(text);
  const read = parseRssFeed(text);
  assert.equal(read.title, 'A podcast & more');
  assert.equal(read.itunes?.explicit, false);
  assert.equal(read.itunes?.image, 'https://example.org/cover.png');
  assert.deepEqual(
    read.itunes?.categories?.map(({ text: category }) => category),
    ['Government'],
  );
  assert.deepEqual(
    read.items?.map(({ title }) => title),
    ['Two', 'One'],
  );
  assert.deepEqual(read.items?.[1]?.enclosures?.[0], {
    url: 'https://example.org/one.mp3?x=1&y=2',
    length: 1234,
    type: 'audio/mpeg',
  });
  assert.equal(read.items?.[0]?.enclosures?.[0]?.type, 'audio/aac');
  assert.equal(read.items?.[1]?.itunes?.duration, 720);
  for (const one of read.items ?? [])
    assert.match(String(one.pubDate), /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
});

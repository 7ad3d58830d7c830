/** RSS 2.0 with the tags that podcast players ask for (https://podcasters.apple.com/support/823-podcast-requirements). */
import { element, emptyElement, xmlDocument } from './xml.ts';

interface Episode {
  address: string;
  title: string;
  summary: string;
  audio: string;
  /** Size of the audio file in bytes; 0 where it is not known. */
  bytes: number;
  minutes: number | undefined;
  /** As exact as it is known. */
  date: string;
}

export interface Podcast {
  title: string;
  description: string;
  page: string;
  address: string;
  author: string;
  language: string;
  /** Square, 1400 to 3000 pixels. */
  image: string;
  episodes: readonly Episode[];
}

const audioTypes: Record<string, string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  mp4: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
};

const audioTypeOf = (address: string): string =>
  audioTypes[/\.(\w+)$/.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? ''] ?? 'audio/mpeg';

/** RFC 822 date; players sort by it, so a month or a year stands for its first day. */
const pubDate = (date: string): string => {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return new Date(`${year}-${month}-${day}T12:00:00Z`).toUTCString().replace('GMT', '+0000');
};

const item = ({ address, title, summary, audio, bytes, minutes, date }: Episode): string =>
  [
    '<item>',
    element('title', title),
    element('link', address),
    element('guid', address, { isPermaLink: 'true' }),
    element('pubDate', pubDate(date)),
    element('description', summary),
    emptyElement('enclosure', { url: audio, length: String(bytes), type: audioTypeOf(audio) }),
    element('itunes:duration', minutes === undefined ? undefined : String(minutes * 60)),
    element('itunes:explicit', 'false'),
    '</item>',
  ]
    .filter(Boolean)
    .join('\n');

export const podcastFeed = (podcast: Podcast): string =>
  xmlDocument([
    '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', podcast.title),
    element('link', podcast.page),
    element('description', podcast.description),
    element('language', podcast.language.toLowerCase()),
    emptyElement('atom:link', { rel: 'self', type: 'application/rss+xml', href: podcast.address }),
    element('itunes:author', podcast.author),
    element('itunes:explicit', 'false'),
    element('itunes:type', 'episodic'),
    emptyElement('itunes:category', { text: 'Government' }),
    emptyElement('itunes:image', { href: podcast.image }),
    ...[...podcast.episodes].sort((a, b) => b.date.localeCompare(a.date)).map(item),
    '</channel>',
    '</rss>',
  ]);

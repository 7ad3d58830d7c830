/** RSS 2.0 with the tags that podcast players ask for (https://podcasters.apple.com/support/823-podcast-requirements). */
import { generateRssFeed } from 'feedsmith';
import { audioTypeOf } from '../audio.ts';
import { published, tight } from './feed.ts';

interface Episode {
  address: string;
  title: string;
  summary: string;
  audio: string;
  /** Size of the audio file in bytes. */
  bytes: number;
  minutes: number | undefined;
  /** As exact as it is known. */
  date: string | undefined;
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

/** An enclosure has its type and its length, or there is none: players trust both. */
const enclosuresOf = ({ audio, bytes }: Episode) => {
  const type = audioTypeOf(audio);
  return type ? [{ url: audio, length: bytes, type }] : [];
};

export const podcastFeed = (podcast: Podcast): string =>
  tight(
    generateRssFeed({
      title: podcast.title,
      link: podcast.page,
      description: podcast.description,
      language: podcast.language.toLowerCase(),
      atom: { links: [{ rel: 'self', type: 'application/rss+xml', href: podcast.address }] },
      itunes: {
        author: podcast.author,
        explicit: false,
        type: 'episodic',
        categories: [{ text: 'Government' }],
        image: podcast.image,
      },
      items: [...podcast.episodes]
        .sort((a, b) => published(b).getTime() - published(a).getTime())
        .map((episode) => ({
          title: episode.title,
          link: episode.address,
          guid: { value: episode.address, isPermaLink: true },
          pubDate: published(episode),
          description: episode.summary,
          enclosures: enclosuresOf(episode),
          itunes: { explicit: false, ...(episode.minutes && { duration: episode.minutes * 60 }) },
        })),
    }),
  );

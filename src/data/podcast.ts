/** The podcast as players take it: only once an episode has a sound file. */
import type { Podcast } from '../lib/feeds/podcast.ts';
import { site } from '../site.ts';
import { absoluteAddress } from './citations.ts';
import { published, stands } from './entries.ts';
import { addressOf } from '../kinds/index.ts';

export const podcastAddress = '/podcasts/podcast.xml';

/** Undefined while no episode has audio. */
export const podcast = async (): Promise<Podcast | undefined> => {
  const episodes = (await published('podcasts')).filter(stands).flatMap((entry) => {
    const { audio, audioBytes, durationMinutes, title, summary, date } = entry.data;
    // The checks ask for the size: players need it.
    return audio && audioBytes
      ? [
          {
            address: absoluteAddress(addressOf(entry)),
            title,
            summary,
            audio,
            bytes: audioBytes,
            minutes: durationMinutes,
            date,
          },
        ]
      : [];
  });
  if (episodes.length === 0) return undefined;
  return {
    title: `${site.name}: podcast`,
    description: site.description,
    page: absoluteAddress('/podcasts/'),
    address: absoluteAddress(podcastAddress),
    author: site.name,
    language: site.language,
    image: absoluteAddress('/previews/podcast-cover.png'),
    episodes,
  };
};

/**
 * Pictures for shared links: one for each kind of entry, each topic, and one for the site, not one a page. A picture takes about 20 ms;
 * one for each of 1,000 entries would take four times the whole build's budget, and would show what the link's title shows already.
 */
import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import sharp from 'sharp';
import { collectionLabels } from '../lib/labels.ts';
import { field, previewSvg, type OutlineFont, type Preview } from '../lib/preview-image.ts';
import { collectionNames, type CollectionName } from '../kinds/fields.ts';
import { site } from '../site.ts';
import { published } from './entries.ts';
import { podcast } from './podcast.ts';

export const previewAddress = (name: CollectionName | 'site'): string => `/previews/${name}.png`;
export const topicPreviewAddress = (id: string): string => `/previews/topic-${id}.png`;

const lines: Partial<Record<CollectionName, string>> = {
  'program-profiles': 'What agencies tried, how it was studied, and what was found, failures included',
  'research-spotlights': 'The program’s own reports on what projects did and found',
  resources: 'Reports, guides, articles and newsletters on what smart policing tried and found',
  webinars: 'Who spoke, what it set out to teach, and where to find slides or a recording',
  meetings: 'National meetings, workshops and conference sessions',
  podcasts: 'People of the program talk about the work',
  experts: 'The program’s experts, and those who led and advised its assistance',
  'ta-types': 'Help for police agencies: what to ask for, and how',
  assistance: 'What sites asked for, and how help was given',
  topics: 'Everything on a topic: projects, reading, people, events',
};

const size = { width: 1200, height: 630 };

const previews = (): { name: string; preview: Preview }[] => [
  {
    name: 'site',
    preview: { ...size, siteName: site.name, title: 'What police tried, and what happened', line: site.tagline },
  },
  ...collectionNames.map((name) => ({
    name,
    preview: {
      ...size,
      siteName: site.name,
      title: name === 'program-profiles' ? 'Projects' : collectionLabels[name].many,
      line: lines[name] ?? site.tagline,
    },
  })),
];

/** A briefing each. */
const topicPreviews = async (): Promise<{ name: string; preview: Preview }[]> =>
  (await published('topics')).map(({ id, data }) => ({
    name: `topic-${id}`,
    preview: {
      ...size,
      siteName: site.name,
      title: data.title,
      line: 'A briefing: what is known, what to do tonight, who to ask',
    },
  }));

/** Podcast players ask for a square of 1400 to 3000 pixels. */
const cover = {
  name: 'podcast-cover',
  preview: { width: 1400, height: 1400, siteName: site.name, title: 'Podcast', line: site.tagline },
};

export const previewPaths = async () =>
  [...previews(), ...(await topicPreviews()), ...((await podcast()) ? [cover] : [])].map(({ name, preview }) => ({
    params: { name },
    props: { preview },
  }));

const fontAt = (path: string): OutlineFont => {
  const font = create(readFileSync(path));
  if (!('glyphsForString' in font)) throw new Error(`${path} holds several fonts; one was expected`);
  return font;
};

let fonts: { title: OutlineFont; text: OutlineFont } | undefined;

export const drawPreview = async (preview: Preview): Promise<Uint8Array<ArrayBuffer>> => {
  fonts ??= { title: fontAt('public/fonts/ledger-serif.woff2'), text: fontAt('public/fonts/ledger-sans.woff2') };
  const png = await sharp(Buffer.from(previewSvg(preview, fonts)))
    .flatten({ background: field })
    // Flat colors: a palette is a fourth of the bytes.
    .png({ palette: true, colors: 32 })
    .toBuffer();
  return new Uint8Array(png);
};

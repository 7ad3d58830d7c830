/**
 * Pictures for shared links: one for each kind of entry, each topic, and one for the site, not one a page. A picture takes about 20 ms;
 * one for each of 1,000 entries would take four times the whole build's budget, and would show what the link's title shows already.
 */
import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import sharp from 'sharp';
import { field, previewSvg, type OutlineFont, type Preview } from '../lib/preview-image.ts';
import { site } from '../site.ts';
import { published } from './entries.ts';
import { memo } from './memo.ts';
import { podcast } from './podcast.ts';
import { collectionNames, type CollectionName, kinds } from '../kinds/index.ts';

export const previewAddress = (name: CollectionName | 'site'): string => `/previews/${name}.png`;
export const topicPreviewAddress = (id: string): string => `/previews/topic-${id}.png`;

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
      title: name === 'program-profiles' ? 'Projects' : kinds[name].many,
      line: kinds[name].tagline ?? site.tagline,
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

const fontsOf = memo(() => ({
  title: fontAt('public/fonts/ledger-serif.woff2'),
  text: fontAt('public/fonts/ledger-sans.woff2'),
}));

export const drawPreview = async (preview: Preview): Promise<Uint8Array<ArrayBuffer>> => {
  const png = await sharp(Buffer.from(previewSvg(preview, fontsOf())))
    .flatten({ background: field })
    // Flat colors: a palette is a fourth of the bytes. More effort takes twice the time for a twelfth of them.
    .png({ palette: true, colors: 32, effort: 1 })
    .toBuffer();
  return new Uint8Array(png);
};

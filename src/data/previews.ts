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

type PreviewName = CollectionName | 'site' | 'podcast-cover' | `topic-${string}`;

export const previewAddress = (name: PreviewName): string => `/previews/${name}.png`;

const size = { width: 1200, height: 630 };

/** Podcast players ask for a square of 1400 to 3000 pixels. */
const coverSize = { width: 1400, height: 1400 };

const preview = (
  name: PreviewName,
  title: string,
  line: string = site.tagline,
  shape = size,
): [name: PreviewName, preview: Preview] => [name, { ...shape, siteName: site.name, title, line }];

export const previews = async () => [
  preview('site', 'What police tried, and what happened'),
  ...collectionNames.map((name) => preview(name, kinds[name].many, kinds[name].tagline)),
  ...(await published('topics')).map(({ id, data }) =>
    preview(`topic-${id}`, data.title, 'A briefing: what is known, what to do tonight, who to ask'),
  ),
  ...((await podcast()) ? [preview('podcast-cover', 'Podcast', site.tagline, coverSize)] : []),
];

const fontAt = (path: string): OutlineFont => {
  const font = create(readFileSync(path));
  if (!('glyphsForString' in font)) throw new Error(`${path} holds several fonts; one was expected`);
  return font;
};

const fontsOf = memo(() => ({
  title: fontAt('public/fonts/ledger-serif.woff2'),
  text: fontAt('public/fonts/ledger-sans.woff2'),
}));

export const drawPreview = async (picture: Preview): Promise<Uint8Array<ArrayBuffer>> => {
  const png = await sharp(Buffer.from(previewSvg(picture, fontsOf())))
    .flatten({ background: field })
    // Flat colors: a palette is a fourth of the bytes. More effort takes twice the time for a twelfth of them.
    .png({ palette: true, colors: 32, effort: 1 })
    .toBuffer();
  return new Uint8Array(png);
};

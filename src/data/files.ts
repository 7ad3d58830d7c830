/**
 * Every file of the site that is no page, and what makes it: `src/pages/[...file].ts` serves them all. Text and bytes
 * are served as they are, anything else as JSON.
 */
import { citationFormats } from '../lib/citation/files.ts';
import { comparisonCsv } from '../lib/comparison.ts';
import { atom, jsonFeed } from '../lib/feeds/feed.ts';
import { iCalendar } from '../lib/feeds/icalendar.ts';
import { podcastFeed } from '../lib/feeds/podcast.ts';
import { site } from '../site.ts';
import { calendars } from './calendars.ts';
import { absoluteAddress, citedEntries, fileBeside, workOf, type CitedEntry } from './citations.ts';
import { compareAddress, comparedIndex, comparedTopics } from './comparison.ts';
import { feedOf, feeds } from './feeds.ts';
import { guideForPrograms } from './guide-for-programs.ts';
import { drawIcon, iconAddress, icons, webManifest } from './icons.ts';
import { libraryWorks } from './lists.ts';
import { markdownOf } from './markdown.ts';
import { csvOf, dataPackageDescriptor, tables } from './open-data.ts';
import { podcast, podcastAddress } from './podcast.ts';
import { drawPreview, previewAddress, previews } from './previews.ts';
import { collectionFile, dataRoot, openCollections, recordOf, recordSchema } from './records.ts';
import { requestDirectory, topicSuggestions } from './request.ts';
import { searchSource } from './search-records.ts';
import { checkedDays } from './sitemap.ts';

type SiteFile<Contents = unknown> = readonly [path: string, make: () => Contents];

const indented = (value: unknown, spaces: number): string => `${JSON.stringify(value, undefined, spaces)}\n`;

/** Beside the page of an entry: its citation in three formats, its Markdown and its record. */
const entryFiles = (entry: CitedEntry): SiteFile<string>[] => [
  ...Object.entries(citationFormats).map(
    ([format, { write }]) => [fileBeside(entry, format), () => write([workOf(entry)])] as const,
  ),
  [fileBeside(entry, 'md'), () => markdownOf(entry)],
  [fileBeside(entry, 'json'), () => indented(recordOf(entry), 1)],
];

/** Entries in one parcel: enough to be quick, few enough for the memory. */
const parcelSize = 100;

/** The files of entries travel in a few parcels, which `src/build/unpack.ts` unpacks: its first lines say what that saves. */
const parcels = (entries: readonly CitedEntry[]): SiteFile[] =>
  Array.from({ length: Math.ceil(entries.length / parcelSize) }, (_, index) => [
    `/parcels/${index}.json`,
    () =>
      entries
        .slice(index * parcelSize, (index + 1) * parcelSize)
        .flatMap((entry) => entryFiles(entry).map(([path, make]) => [path, make()])),
  ]);

const openData = (): SiteFile[] => [
  [`${dataRoot}datapackage.json`, async () => indented(await dataPackageDescriptor(), 2)],
  ...tables.map((table): SiteFile => [`${dataRoot}${table.path}`, () => csvOf(table)]),
  ...openCollections.flatMap((collection): SiteFile[] => [
    [`${dataRoot}${collection}.json`, () => collectionFile(collection)],
    [`${dataRoot}schemas/${collection}.json`, () => indented(recordSchema(collection), 2)],
  ]),
  ...Object.entries(citationFormats).map(([format, { write }]): SiteFile => [
    `${dataRoot}library.${format}`,
    async () => write(await libraryWorks()),
  ]),
];

const subscriptions = async (): Promise<SiteFile[]> => {
  const episodes = await podcast();
  return [
    ...(await feeds()).flatMap((feed): SiteFile[] => [
      [`${feed.folder}feed.xml`, async () => atom(await feedOf(feed, 'feed.xml'))],
      [`${feed.folder}feed.json`, async () => jsonFeed(await feedOf(feed, 'feed.json'))],
    ]),
    ...calendars.map(({ folder, read }): SiteFile => [`${folder}calendar.ics`, async () => iCalendar(await read())]),
    ...(episodes ? [[podcastAddress, () => podcastFeed(episodes)] as const] : []),
  ];
};

const comparisons = async (): Promise<SiteFile[]> => [
  [`${compareAddress}projects.json`, comparedIndex],
  ...(await comparedTopics()).flatMap(({ id, label, projects }): SiteFile[] => [
    [`${compareAddress}${id}.csv`, () => comparisonCsv(projects, site.address)],
    [`${compareAddress}${id}.json`, () => ({ topic: label, license: site.license.href, projects })],
  ]),
];

const pictures = async (): Promise<SiteFile[]> => [
  ...icons.map((icon): SiteFile => [iconAddress(icon), () => drawIcon(icon)]),
  ...(await previews()).map(([name, preview]): SiteFile => [previewAddress(name), () => drawPreview(preview)]),
];

export const siteFiles = async (): Promise<SiteFile[]> => {
  const entries = await citedEntries();
  return [
    ['/robots.txt', () => `User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress('/sitemap-index.xml')}\n`],
    ['/llms.txt', guideForPrograms],
    ['/manifest.webmanifest', webManifest],
    // For the request function, and for the form.
    ['/technical-assistance/request/directory.json', requestDirectory],
    ['/technical-assistance/request/suggestions.json', topicSuggestions],
    // For later steps of the build, which take them away.
    ['/search/records.json', searchSource],
    ['/sitemap-days.json', checkedDays],
    ...openData(),
    ...(await subscriptions()),
    ...(await comparisons()),
    ...(await pictures()),
    // In `npm run dev` nothing is unpacked: each file is made when it is asked for.
    ...(import.meta.env.DEV ? entries.flatMap(entryFiles) : parcels(entries)),
  ];
};

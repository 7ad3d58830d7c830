/** What time has done to the content: pages due for review, dead links, missing recordings, old drafts. */
import { groupBy } from '../lib/groups.ts';
import { counted } from '../lib/text.ts';
import type { DeadLink } from './dead-links.ts';
import type { Entry } from '../checks/reading/entry.ts';
import type { Project } from '../checks/reading/project.ts';
import { scalarsOf } from '../checks/reading/values.ts';

/** A page is due when nobody has checked it against its sources for a year. */
const reviewDays = 365;
/** A draft that old is finished or taken out. */
const draftDays = 90;

interface Item {
  file: string;
  title: string;
  words: string;
}

interface Report {
  today: string;
  /** By the person who last changed the file. */
  due: [string, Item[]][];
  dead: Item[] | undefined;
  withoutRecording: Item[];
  oldDrafts: Item[];
}

const days = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The addresses elsewhere, with the files that link to them. */
export const outsideLinks = (project: Project): Map<string, Entry[]> => {
  const links = new Map<string, Entry[]>();
  for (const entry of project.entries) {
    const fields = entry.frontmatter ? scalarsOf(entry.frontmatter).map(({ value }) => value) : [];
    const urls = [...fields, ...(entry.body?.links ?? []).map(({ url }) => url)].filter(
      (value): value is string => typeof value === 'string' && /^https?:\/\/\S+$/.test(value),
    );
    for (const url of new Set(urls)) links.set(url, [...(links.get(url) ?? []), entry]);
  }
  return links;
};

/** The Internet Archive’s copy nearest to today. */
const archiveOf = (address: string): string => `https://web.archive.org/web/${address}`;

interface ReviewOptions {
  today: string;
  history: (file: string) => { owner: string; since: string } | undefined;
  dead?: ReadonlyMap<string, DeadLink> | undefined;
}

const text = (entry: Entry, field: string): string => {
  const value = entry.frontmatter?.values[field];
  return typeof value === 'string' ? value : '';
};

export const review = (project: Project, { today, history, dead }: ReviewOptions): Report => {
  const item = (entry: Entry, words: string): Item => ({ file: entry.file, title: entry.title, words });
  const due = project.entries.filter(
    (entry) => !entry.isDraft && text(entry, 'reviewed') && days(text(entry, 'reviewed'), today) > reviewDays,
  );
  const links = dead ? outsideLinks(project) : undefined;
  return {
    today,
    due: groupBy(
      due.map((entry) => ({
        owner: history(entry.file)?.owner ?? 'nobody known',
        item: item(entry, `last checked ${text(entry, 'reviewed')}`),
      })),
      ({ owner }) => owner,
    ).map(([owner, list]) => [owner, list.map((one) => one.item).sort((a, b) => a.words.localeCompare(b.words))]),
    dead:
      dead &&
      [...dead].flatMap(([address, { reason }]) =>
        (links?.get(address) ?? []).map((entry) =>
          item(entry, `${address} (${reason}). In its place, if the copy is right: ${archiveOf(address)}`),
        ),
      ),
    withoutRecording: project.entries
      .filter(
        (entry) =>
          entry.collection === 'webinars' &&
          !entry.isDraft &&
          !text(entry, 'recording') &&
          text(entry, 'date') !== '' &&
          text(entry, 'date') < today,
      )
      .map((entry) => item(entry, `held ${text(entry, 'date')}`)),
    oldDrafts: project.entries
      .filter((entry) => entry.isDraft)
      .flatMap((entry) => {
        const since = history(entry.file)?.since || text(entry, 'reviewed');
        return since && days(since, today) > draftDays
          ? [item(entry, `a draft since ${since}: ${text(entry, 'draftReason')}`)]
          : [];
      }),
  };
};

interface Section {
  heading: string;
  advice: string;
  items: Item[];
}

const sectionsOf = ({ due, dead, withoutRecording, oldDrafts }: Report): Section[] => [
  ...due.map(([owner, items]) => ({
    heading: `Due for review, last changed by ${owner} (${items.length})`,
    advice: 'Read the page against its sources, correct it, and set “reviewed” to the day you did so.',
    items,
  })),
  ...(dead
    ? [
        {
          heading: `Links that no longer answer (${dead.length})`,
          advice:
            'Find where the page has moved; if it is gone, link to the archived copy named, or take the link out and keep the words.',
          items: dead,
        },
      ]
    : []),
  {
    heading: `Webinars without a recording (${withoutRecording.length})`,
    advice: 'Where the publisher has put one up, add its address as “recording”.',
    items: withoutRecording,
  },
  {
    heading: `Drafts older than ${draftDays} days (${oldDrafts.length})`,
    advice: 'Finish them or take them out.',
    items: oldDrafts,
  },
];

export const reviewText = (report: Report): string =>
  [
    `Review of the content, ${report.today}. Nothing here stops a build.`,
    ...sectionsOf(report).flatMap(({ heading, advice, items }) => [
      '',
      heading,
      ...(items.length > 0 ? [`  ${advice}`] : []),
      ...items.map(({ file, words }) => `  ${file}: ${words}`),
    ]),
    ...(report.dead ? [] : ['', 'Links elsewhere were not asked; “npm run review -- --links” does.']),
  ].join('\n');

/** The body of the one issue that the weekly workflow keeps. */
export const reviewMarkdown = (report: Report): string => {
  const total = sectionsOf(report).reduce((sum, { items }) => sum + items.length, 0);
  return [
    `Written by the weekly review on ${report.today}: ${counted(total, 'thing')} to look at. Nobody is blocked by it. The next review writes this text anew, so tick nothing off here: mend it, and it goes.`,
    ...sectionsOf(report).flatMap(({ heading, advice, items }) =>
      items.length === 0
        ? []
        : [
            '',
            `## ${heading}`,
            '',
            advice,
            '',
            ...items
              .slice(0, 200)
              .map(({ file, title, words }) => `- \`${file}\` ${title.replace(/[\\`*_[\]<>]/g, '\\$&')}: ${words}`),
            ...(items.length > 200 ? [`- and ${items.length - 200} more: run \`npm run review\``] : []),
          ],
    ),
    '',
  ].join('\n');
};

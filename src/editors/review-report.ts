/** What time has done to the content: pages due for review, dead links, missing recordings, old drafts. */
import type { Entry } from '../checks/reading/entry.ts';
import type { Project } from '../checks/reading/project.ts';
import { counted } from '../lib/text.ts';

/** A page is due when nobody has checked it against its sources for a year. */
const reviewDays = 365;
/** A draft that old is finished or taken out. */
const draftDays = 90;
/** So many items of a section stand in the issue; GitHub takes no more than 65,536 characters. */
export const itemsInIssue = 200;

/** Not a number where there is no such day. */
const days = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The addresses elsewhere, with the files that link to them. */
export const outsideLinks = (project: Project): Map<string, Entry[]> => {
  const links = new Map<string, Entry[]>();
  for (const entry of project.entries) {
    const values = new Set([...entry.words.map(({ value }) => value), ...entry.body.links.map(({ url }) => url)]);
    for (const value of values)
      if (/^https?:\/\/\S+$/.test(value)) links.set(value, [...(links.get(value) ?? []), entry]);
  }
  return links;
};

interface ReviewOptions {
  today: string;
  history: (file: string) => { owner: string; since: string } | undefined;
  /** Addresses that do not answer, with the reason; undefined where none was asked. */
  dead?: ReadonlyMap<string, string> | undefined;
}

type Item = ReturnType<typeof item>;

const item = ({ file, title }: Entry, words: string) => ({ file, title, words });
const section = (heading: string, advice: string, items: Item[]) => ({
  heading: `${heading} (${items.length})`,
  advice,
  items,
});
const text = ({ frontmatter }: Entry, field: string): string =>
  typeof frontmatter.values[field] === 'string' ? frontmatter.values[field] : '';

export const review = (project: Project, { today, history, dead }: ReviewOptions) => {
  const published = project.entries.filter(({ isDraft }) => !isDraft);
  const due = Map.groupBy(
    published.filter((entry) => days(text(entry, 'reviewed'), today) > reviewDays),
    ({ file }) => history(file)?.owner ?? 'nobody known',
  );
  const links = outsideLinks(project);
  return {
    today,
    /** Whether addresses elsewhere were asked. */
    hasLinks: dead !== undefined,
    /** One without items is not shown. */
    sections: [
      ...[...due].map(([owner, entries]) =>
        section(
          `Due for review, last changed by ${owner}`,
          'Read the page against its sources, correct it, and set “reviewed” to the day you did so.',
          entries
            .map((entry) => item(entry, `last checked ${text(entry, 'reviewed')}`))
            .sort((a, b) => a.words.localeCompare(b.words, 'en')),
        ),
      ),
      section(
        'Links that no longer answer',
        'Find where the page has moved; if it is gone, link to the archived copy named, or take the link out and keep the words.',
        [...(dead ?? [])].flatMap(([address, reason]) => {
          const words = `${address} (${reason}). In its place, if the copy is right: https://web.archive.org/web/${address}`;
          return (links.get(address) ?? []).map((entry) => item(entry, words));
        }),
      ),
      section(
        'Webinars without a recording',
        'Where the publisher has put one up, add its address as “recording”.',
        published
          .filter((entry) => entry.collection === 'webinars' && !text(entry, 'recording'))
          .filter((entry) => days(text(entry, 'date'), today) > 0)
          .map((entry) => item(entry, `held ${text(entry, 'date')}`)),
      ),
      section(
        `Drafts older than ${draftDays} days`,
        'Finish them or take them out.',
        project.entries.flatMap((entry) => {
          const since = entry.isDraft ? history(entry.file)?.since || text(entry, 'reviewed') : '';
          return since && days(since, today) > draftDays
            ? item(entry, `a draft since ${since}: ${text(entry, 'draftReason')}`)
            : [];
        }),
      ),
    ],
  };
};

/** In Markdown: for the terminal, and with a limit of items a section for the one issue that the weekly workflow keeps. */
export const reviewText = ({ today, hasLinks, sections }: ReturnType<typeof review>, limit = Infinity): string => {
  const line = ({ file, title, words }: Item) => `- \`${file}\` ${title.replace(/[\\`*_[\]<>]/g, '\\$&')}: ${words}`;
  const total = sections.reduce((sum, { items }) => sum + items.length, 0);
  return [
    `Written by the weekly review on ${today}: ${counted(total, 'thing')} to look at. Nobody is blocked by it. The next review writes this text anew, so tick nothing off here: mend it, and it goes.`,
    ...sections
      .filter(({ items }) => items.length > 0)
      .flatMap(({ heading, advice, items }) => [
        `\n## ${heading}\n\n${advice}\n`,
        ...items.slice(0, limit).map(line),
        ...(items.length > limit ? [`- and ${items.length - limit} more: run \`npm run review\``] : []),
      ]),
    ...(hasLinks ? [] : ['\nLinks elsewhere were not asked; `npm run review -- --links` does.']),
    '',
  ].join('\n');
};

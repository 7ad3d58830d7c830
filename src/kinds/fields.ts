/**
 * What the kinds' schemas share. They import nothing but zod and `lib`, so the site, the checks and plain scripts can all
 * load them.
 * Every field is described in an editor's words: the handbook is generated from `.describe()`.
 */
import { z } from 'zod';
import { partialDatePattern } from '../lib/dates.ts';
import type { Reference } from '../lib/entry-reference.ts';
import { keysOf } from '../lib/labels.ts';
import { stateNames } from '../lib/states.ts';
import { slugPattern } from '../lib/text.ts';

/** The id of another entry: its file name without `.mdx`. */
export const reference = <const Collection extends string>(collection: Collection) =>
  z
    .string()
    .regex(slugPattern, {
      error: `write the file name of an entry in content/${collection}/ without “.mdx”, in small letters with hyphens`,
    })
    .transform((id): Reference<Collection> => ({ collection, id }))
    .meta({ references: collection });

/** An entry of any kind, by folder and file name: `program-profiles/boston-massachusetts-2009`. */
export const anyReference = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, {
    error:
      'write the folder and the file name of an entry without “.mdx”, such as program-profiles/boston-massachusetts-2009',
  })
  .transform((path): Reference => {
    const [collection = '', id = ''] = path.split('/');
    return { collection, id, path };
  })
  .meta({ references: 'any' });

/** One of a closed list. */
export const oneOf = <Key extends string>(words: Record<Key, unknown>) => z.enum(keysOf(words));

/** A list that may be left out. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).default([]);

/** A line of text with something in it. */
export const text = (max = 400) =>
  z.string().trim().min(1, { error: 'write something, or leave the whole line out' }).max(max);

/** Only web addresses: `z.url()` would let `javascript:` through. */
export const webAddress = z
  .httpUrl({
    error: 'write a whole web address that begins with https:// or http://',
  })
  // URL parsers mend a space without a word.
  .refine((value) => !/\s/.test(value), { error: 'a web address has no spaces' })
  .meta({ kind: 'web-address' });

const isRealDate = (value: string): boolean => {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

export const noSuchDay = 'there is no such day in the calendar';

/** A full day, ISO 8601: `2026-11-04`. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write the date as year-month-day, such as 2026-11-04' })
  .refine(isRealDate, { error: noSuchDay })
  .meta({ kind: 'day' });

/** A day, a month or a year, as far as it is known: `2013-02-14`, `2013-02` or `2013`. */
export const partialDate = z
  .preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z
      .string()
      .regex(new RegExp(partialDatePattern), {
        error: 'write the date as year-month-day, year-month or year, such as 2013-02-14, 2013-02 or 2013',
      })
      .refine(isRealDate, { error: noSuchDay }),
  )
  .meta({ kind: 'partial-date' });

export const dateEstimated = z
  .boolean()
  .default(false)
  .describe('true where the date was worked out, not printed: shown as “Date estimated”');

/** A file in the folder of the entry’s name, which lies beside the entry. */
export const transcriptFile = z
  .string()
  .regex(/^\.\/[\w./-]+\.vtt$/, {
    error: 'write the path of a WebVTT file beside the entry, such as ./my-webinar/transcript.vtt',
  })
  .meta({ kind: 'file' });

export const year = z
  .int()
  .min(1900, { error: 'write a year with four figures, such as 2016' })
  .max(2100, { error: 'write a year with four figures, before 2100' });

export const state = oneOf(stateNames);

/** A part of one person’s name alone: citations would take “Coldren, Jr.” or “Dr. James” apart, or for somebody else. */
const namePart = text(80).regex(
  /^(?![A-ZÀ-Þ]{4,}$)(?!(?:Dr|Prof|Mr|Mrs|Ms|Lt|Sgt|Capt|Chief|Captain|Sergeant|Lieutenant|Officer|Detective|Sheriff)\.? )(?:(?![,;*†‡§¶()/@`\d¹²³⁰-⁹\u2600-\u27bf\ud83c-\ud83e]| and | & |et al\b| (?:[JS]r|III?|IV|Ph\.?D)\b).)*$/,
  {
    error:
      'write one person’s name an item, with capitals as names have them, without titles, degrees and signs of footnotes; Jr., Sr. or III stands on a line of its own: “suffix: Jr.”',
  },
);

/** Who wrote it. A person has a family name; an organization is never split into first and last name. */
export const author = z.union([
  z.strictObject({
    given: namePart.describe('First names or initials, as printed: Anthony A.'),
    family: namePart.describe('Family name, with its particle if it has one: Braga, van Dijk'),
    suffix: text(10)
      .regex(/^(?:[JS]r\.|[IVX]+)$/, { error: 'write Jr., Sr., II, III or IV; leave degrees out' })
      .optional()
      .describe('Jr., Sr., III'),
  }),
  z.strictObject({
    organization: text(160)
      .regex(/^(?:(?!;|\bet al\b).)*$/, { error: 'one organization an item: begin a new one for the other' })
      .describe('The organization, when no person is named: CNA'),
  }),
]);

export type Author = z.output<typeof author>;

/** Someone named who has no page of their own. */
const namedPerson = z.strictObject({
  name: text(120).describe('Name as the source prints it'),
  role: text(160).optional().describe('Role or rank at the time'),
  affiliation: text(160).optional().describe('Agency, university or company at the time'),
});

/** A presenter or guest: an expert of ours by file name, or a named person. */
export const person = z.union([
  z.strictObject({
    expert: reference('experts').describe('File name in content/experts/ without .mdx: hildy-saizow'),
    role: text(160).optional().describe('Role at the time, if it differs from the expert’s page'),
  }),
  namedPerson,
]);

export type Person = z.output<typeof person>;

export const source = z.strictObject({
  key: z
    .string()
    .regex(slugPattern)
    .optional()
    .describe('A short name by which an outcome on this page can point at this source: spotlight-2012'),
  title: text(240).describe('Title of the page or document the facts were read in'),
  publisher: text(160).describe('Who published it: CNA, Bureau of Justice Assistance, RAND Corporation …'),
  url: webAddress
    .optional()
    .describe(
      'Its address at the publisher. Leave out where only someone else’s copy is known: those are named, not linked',
    ),
  note: text(300)
    .optional()
    .describe('How it was read, shown one click away: Read in a third party’s copy; only the opening was read'),
});

/** Two sources that do not agree, and what this site shows. */
const discrepancy = z.strictObject({
  about: text(160).describe('What the sources disagree about: Population of Glendale'),
  found: z
    .array(text(300))
    .min(2, { error: 'give at least the two versions found' })
    .describe('Each version, with its source in words'),
  resolution: text(400).describe('What this page shows, and why'),
});

/**
 * For rules that look at several fields: they run even where another field has a fault, so that no fault
 * hides another. Such a rule must bear fields that are missing or of the wrong kind.
 */
export const evenWithFaults = {
  when: ({ value }: { value: unknown }): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** A fault that such a rule finds. `found` where the value at the path does not say it. */
export const complain = (context: z.RefinementCtx, path: PropertyKey[], cure: string, found?: string): void =>
  context.addIssue({ code: 'custom', path, message: cure, ...(found && { params: { found } }) });

/** Slides or a handout: at the publisher's address, or as a file beside the entry. */
export const material = z
  .strictObject({
    title: text(200).describe('What it is: Slides, Checklist for supervisors'),
    url: webAddress.optional().describe('Its address at the publisher, if there is one'),
    file: z
      .string()
      .regex(/^\.\/[\w./-]+\.(pdf|docx|pptx|xlsx|csv)$/, {
        error:
          'write the path of a pdf, docx, pptx, xlsx or csv file beside the entry, such as ./my-webinar/slides.pdf',
      })
      .meta({ kind: 'file' })
      .optional()
      .describe('A file in a folder of the entry’s name: ./my-webinar/slides.pdf'),
  })
  .refine(({ url, file }) => !(url && file), { error: 'give either url or file, not both', ...evenWithFaults });

/** Taken back: the page stays, so that links and citations of it still lead somewhere, and says why on top. */
const withdrawal = z.strictObject({
  date: day.describe('The day it was taken back: 2026-11-04'),
  reason: text(300).describe('Why, in one sentence: The figures were found to be wrong'),
});

/** Fields of every entry. */
export const common = {
  title: text(240).describe('The name people know it by. No full stop at the end'),
  summary: text(299).describe('One to three short sentences of plain English, under 300 characters, in your own words'),
  topics: z
    .array(reference('topics'))
    .describe('What it is about: file names of content/topics/ without .mdx, most important first'),
  sources: z
    .array(source)
    .min(1, { error: 'name at least one source: nothing is published without saying where it was read' })
    .describe('Where every fact on the page was read'),
  reviewed: day.describe('The day someone last checked the page against its sources: 2026-11-04'),
  status: z.enum(['published', 'draft']).describe('published, or draft: a draft is checked but not shown'),
  draftReason: text(400).optional().describe('Only for a draft: why it is not published yet'),
  caveats: listOf(text(400)).describe('What a reader must know before using the page: 17 people, no comparison group'),
  notes: listOf(text(400)).describe(
    'How the page was put together, shown one click away: what was inferred, what was looked for in vain',
  ),
  discrepancies: listOf(discrepancy).describe('Where sources disagree and what is shown'),
  withdrawn: withdrawal
    .optional()
    .describe('Only where the page or the publication was taken back. The page stays and shows a notice'),
};

/** A draft says why; a published entry has nothing to excuse. `fields`: those of any entry, read. */
export const draftsSayWhy = (fields: unknown, context: z.RefinementCtx): void => {
  const entry = fields as { status: string; draftReason?: string | undefined };
  if (entry.status === 'draft' && !entry.draftReason)
    complain(context, ['status'], 'a draft needs a “draftReason” line that says why it is not published');
  if (entry.status === 'published' && entry.draftReason)
    complain(context, ['draftReason'], 'a published entry has no draftReason: take the line out');
};

/** An entry of a kind: the fields of every entry, then its own. */
export const entrySchema = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject(common).extend(fields).superRefine(draftsSayWhy, evenWithFaults);

export const links = {
  profiles: (what: string) => listOf(reference('program-profiles')).describe(what),
  page: webAddress.optional().describe('Address of its page elsewhere, at the publisher'),
  supersedes: <const Collection extends string>(collection: Collection) =>
    reference(collection)
      .optional()
      .describe('The older entry that this one replaces. The older page stays and points here'),
};

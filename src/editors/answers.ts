/** What an editor types, in answer to a question or behind a flag, turned into the value of a field. Pure: the asking is done elsewhere. */
import {
  assistanceKindLabels,
  designLabels,
  meetingKindLabels,
  modeLabels,
  resourceKindLabels,
} from '../lib/labels.ts';
import type { Shape } from '../kinds/shape.ts';
import { stateNames } from '../lib/states.ts';
import { slugOf } from '../lib/text.ts';
import type { CollectionName } from '../kinds/fields.ts';
import { coordinatesOf } from './coordinates.ts';
import { dateRange } from './date-range.ts';
import { authorOf, authorsIn, partnerOf, personOf, type Expert, type Named } from './people.ts';
import { guessDates } from '../lib/guess-dates.ts';
import { didYouMean, nearest } from '../lib/nearest.ts';

/** An entry that can be picked; `also` is what else people call it. */
export interface Choice {
  id: string;
  title: string;
  also: string;
}

/** What is known when an answer is read. */
export interface Known {
  choices: (collection: CollectionName) => readonly Choice[];
  experts: readonly Expert[];
  /** The new entry’s file name without `.mdx`: its pictures and slides lie in a folder of that name. */
  id: string;
  /** The full path of a file on the editor’s machine; undefined where there is none. */
  fileAt: (path: string) => string | undefined;
}

interface Problem {
  words: string;
  /** Entries that may have been meant. */
  choices?: readonly Choice[];
}

export interface Reading {
  /** undefined where nothing could be made of the text. */
  value?: unknown;
  /** Values of other fields that the same answer gives: the last day of a meeting. */
  also: Record<string, unknown>;
  /** How the text was understood, where it was not plain. */
  notes: string[];
  problems: Problem[];
  /** Files to lay beside the entry: from a full path, to a path from the entry. */
  copies: { from: string; to: string }[];
}

const reading = (part: Partial<Reading> = {}): Reading => ({ also: {}, notes: [], problems: [], copies: [], ...part });
const problem = (words: string, choices?: readonly Choice[]): Reading =>
  reading({ problems: [choices ? { words, choices } : { words }] });

const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((item) => item.trim())
    .filter(Boolean);

/** One reading of several; the values in one list. */
const together = (parts: readonly Reading[]): Reading =>
  reading({
    value: parts.flatMap(({ value }) => (value === undefined ? [] : [value])),
    notes: parts.flatMap(({ notes }) => notes),
    problems: parts.flatMap(({ problems }) => problems),
    copies: parts.flatMap(({ copies }) => copies),
  });

/** Entries whose id, title or other names have every word typed; else the nearest by spelling. */
const search = (typed: string, entries: readonly Choice[], count = 8): Choice[] => {
  const hits = matching(typed, entries);
  if (hits.length > 0 || typed.trim() === '') return hits.slice(0, count);
  const near = nearest(
    typed,
    entries.map(({ id }) => id),
    count,
  );
  return near.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
};

/** Those that have every word typed; named so first, those only called so by others last. */
const matching = (typed: string, entries: readonly Choice[]): Choice[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const named = entries.filter(({ id, title }) => has(`${id} ${title}`));
  return [...named, ...entries.filter((entry) => !named.includes(entry) && has(`${entry.title} ${entry.also}`))];
};

const isAddressLike = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i.test(text);

/** Is it an address, where something else is asked for? */
export const isAddress = (text: string): boolean => isAddressLike(text.trim().replace(/^<|>$/g, ''));

/** A web address as copied: without the brackets, the sentence’s full stop or the Markdown around it. */
const addressIn = (text: string): string => {
  const inside = /^\[[^\]]*\]\(([^)\s]+)\)$/.exec(text)?.[1] ?? text;
  const bare = inside.replace(/^[<(]+|[>).,;]+$/g, '');
  return isAddressLike(bare) && !/^https?:/i.test(bare) ? `https://${bare}` : bare;
};

/** The last part of an address or path, without `.mdx`. */
const nameIn = (text: string): string =>
  slugOf(
    text
      .replace(/\.mdx?$/i, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '',
  );

const readReference = (text: string, collection: Shape['references'], known: Known): Reading => {
  // Where the folder is a part of the answer, it is written in the file, with the help of the check.
  if (collection === undefined || collection === 'any') return reading({ value: text });
  const entries = known.choices(collection);
  const exact = entries.find(({ id, title }) => id === text || id === nameIn(text) || slugOf(title) === slugOf(text));
  const hits = exact ? [exact] : matching(text, entries);
  const [hit] = hits;
  if (hit && hits.length === 1)
    return reading({ value: hit.id, notes: hit.id === text ? [] : [`${hit.title} (${hit.id})`] });
  const near = search(text, entries);
  return near.length > 0
    ? problem(`Which is meant by “${text}”?`, near)
    : problem(`Nothing in content/${collection}/ has “${text}” in its name. Try another word.`);
};

const readReferences = (text: string, collection: Shape['references'], known: Known): Reading =>
  together(
    split(text, /[;\n]/).flatMap((part) => {
      const whole = readReference(part, collection, known);
      // A title may hold a comma, a list of names too.
      return whole.problems.length > 0 && part.includes(',')
        ? split(part, /,/).map((item) => readReference(item, collection, known))
        : whole;
    }),
  );

/** Words that readers see for the values of a closed list. */
export const optionLabel = (value: string): string => {
  const kinds: Record<string, string | { one?: string; label?: string }> = {
    ...resourceKindLabels,
    ...designLabels,
    ...modeLabels,
    ...meetingKindLabels,
    ...assistanceKindLabels,
    ...stateNames,
  };
  const label = kinds[value];
  return typeof label === 'string' ? label : (label?.one ?? label?.label ?? value);
};

const readOption = (text: string, options: readonly string[]): Reading => {
  const typed = slugOf(text.replace(/\.$/, ''));
  const exact =
    options.find((option) => slugOf(option) === typed) ??
    options.find((option) => slugOf(optionLabel(option)) === typed) ??
    (options.includes('DC') && /^washington,? ?d\.? ?c\.?$/i.test(text.trim()) ? 'DC' : undefined);
  if (exact) return reading({ value: exact, notes: exact === text ? [] : [exact] });
  return problem(
    `“${text}” is not one of the answers. ${didYouMean(text, options) || (options.length < 20 ? `They are ${options.join(', ')}.` : 'Type the name of the state, or its two letters.')}`,
  );
};

const readDate = (text: string, name: string): Reading => {
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return reading({ value: text });
  const range = dateRange(text);
  if (range && name === 'startDate')
    return reading({
      value: range[0].iso,
      also: { endDate: range[1].iso },
      notes: [`from ${range[0].iso} to ${range[1].iso}`],
    });
  if (range) return problem(`That is two days. Type one: ${range[0].iso} or ${range[1].iso}.`);
  const guesses = guessDates(text);
  const [guess] = guesses;
  if (guess && guesses.length === 1) return reading({ value: guess.iso, notes: [`${guess.iso}, ${guess.words}`] });
  return problem(
    guesses.length > 1
      ? `Type ${guesses.map(({ iso, words }) => `${iso} for ${words}`).join(', or ')}.`
      : `“${text}” is no date that can be read. Type year-month-day, such as 2026-03-05.`,
  );
};

const named = ({ value, note, problem: words }: Named): Reading =>
  words === undefined ? reading({ value, notes: note ? [note] : [] }) : problem(words);

/** The parts of a source, in any order of address and words. */
export const sourceParts = (text: string): { title?: string; publisher?: string; url?: string } => {
  const parts = split(text, /\|/);
  const url = parts.find(isAddress);
  const [title, publisher] = parts.filter((part) => part !== url);
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url ? { url: addressIn(url) } : {}),
  };
};

const readSource = (text: string): Reading => {
  const parts = sourceParts(text);
  return parts.title && parts.publisher
    ? reading({ value: parts })
    : problem(
        `A source needs a title and a publisher: “Title | Publisher | https://address”. “${text}” is not enough.`,
      );
};

/** A semicolon may stand in a title: a new source begins only where the one before is whole. */
const sourcesIn = (text: string): string[] =>
  split(text, /\n/).flatMap((line) =>
    split(line, /;\s/).reduce<string[]>((all, part) => {
      const before = all.at(-1);
      if (before !== undefined && !before.includes('|') && !isAddress(before))
        all[all.length - 1] = `${before}; ${part}`;
      else all.push(part);
      return all;
    }, []),
  );

const fileEndings = /\.(?:pdf|docx|pptx|xlsx|csv|vtt)$/i;

/** A file: one that lies on the editor’s machine is copied beside the entry, under a name in small letters. */
const readFile = (text: string, known: Known): Reading => {
  const typed = text.replace(/^(['"])(.*)\1$/, '$2').replace(/\\ /g, ' ');
  if (typed.startsWith(`./${known.id}/`) && !known.fileAt(typed)) return reading({ value: typed });
  const name = typed.split(/[\\/]/).at(-1) ?? '';
  const ending = /\.[^.]+$/.exec(name)?.[0]?.toLowerCase() ?? '';
  const to = `./${known.id}/${slugOf(name.slice(0, name.length - ending.length)) || 'file'}${ending}`;
  const from = known.fileAt(typed);
  if (from) return reading({ value: to, copies: [{ from, to }], notes: [`${name} will be copied to ${to}`] });
  return /[\\/]/.test(typed)
    ? problem(`There is no file ${typed} on this computer. Check the path.`)
    : reading({ value: to, notes: [`${name} is not in this folder: put it beside the page as ${to}`] });
};

const readTranscript = (text: string, known: Known): Reading => {
  if (/\.vtt["']?$/i.test(text) && !isAddress(text)) return readFile(text, known);
  return problem(
    isAddress(text)
      ? 'The transcript must be a file kept here. Leave this blank, and link to the address in the text or under “materials”.'
      : 'A transcript is a file that ends in .vtt. Zoom, Teams and YouTube download it so; from Word you cannot: leave this blank and link to it.',
  );
};

const readMaterial = (text: string, known: Known): Reading => {
  const parts = split(text, /\|/);
  const where = parts.findLast((part) => isAddress(part) || fileEndings.test(part.replace(/["']$/, '')));
  const title = parts.find((part) => part !== where) ?? 'Slides';
  if (where === undefined) return reading({ value: { title }, notes: [`${title}, without a link or a file`] });
  if (isAddress(where)) return reading({ value: { title, url: addressIn(where) } });
  const file = readFile(where, known);
  return { ...file, value: file.value === undefined ? undefined : { title, file: file.value } };
};

const readList = (text: string, shape: Shape): Reading => {
  const items = split(text, /[;\n]/);
  const isDoubtful = items.length === 1 && text.includes(',') && (shape.items?.maxLength ?? 0) <= 160;
  return reading({
    value: items,
    notes: isDoubtful ? [`taken as one: “${text}”. Several? Put a semicolon between them.`] : [],
  });
};

const isListOf = (shape: Shape, key: string): boolean =>
  Boolean(shape.items?.properties?.[key] ?? shape.items?.anyOf?.some((one) => one.properties?.[key]));

/** Which reading a field needs; “parts” where one line cannot say it. */
export type AnswerKind =
  | 'references'
  | 'reference'
  | 'options'
  | 'option'
  | 'persons'
  | 'authors'
  | 'partners'
  | 'sources'
  | 'materials'
  | 'list'
  | 'date'
  | 'number'
  | 'yes-no'
  | 'coordinates'
  | 'design'
  | 'address'
  | 'transcript'
  | 'text'
  | 'parts';

export const answerKind = (shape: Shape): AnswerKind => {
  if (shape.type === 'array') {
    if (shape.items?.references) return 'references';
    if (shape.items?.enum) return 'options';
    if (isListOf(shape, 'expert')) return 'persons';
    if (isListOf(shape, 'given')) return 'authors';
    if (isListOf(shape, 'publisher')) return 'sources';
    if (isListOf(shape, 'file')) return 'materials';
    if (isListOf(shape, 'affiliation')) return 'partners';
    return shape.items?.type === 'string' ? 'list' : 'parts';
  }
  if (shape.references) return 'reference';
  if (shape.enum) return 'option';
  if (shape.kind === 'day' || shape.kind === 'partial-date') return 'date';
  if (shape.kind === 'web-address') return 'address';
  if (shape.kind === 'file') return 'transcript';
  if (shape.type === 'integer' || shape.type === 'number') return 'number';
  if (shape.type === 'boolean') return 'yes-no';
  if (shape.properties?.['latitude']) return 'coordinates';
  if (shape.properties?.['kind']) return 'design';
  return shape.properties || shape.anyOf?.some((one) => one.properties) ? 'parts' : 'text';
};

/** The value of a field from what was typed. What the schema says to the value is asked elsewhere. */
export const readAnswer = (shape: Shape, name: string, text: string, known: Known): Reading => {
  const typed = text.trim();
  const eachOf = (by: RegExp, read: (item: string) => Reading): Reading => together(split(typed, by).map(read));
  switch (answerKind(shape)) {
    case 'references':
      return readReferences(typed, shape.items?.references, known);
    case 'reference':
      return readReference(typed, shape.references, known);
    case 'options':
      return eachOf(/[;,\n]/, (item) => readOption(item, shape.items?.enum ?? []));
    case 'option':
      return readOption(typed, shape.enum ?? []);
    case 'persons':
      return eachOf(/[;\n]/, (item) => named(personOf(item, known.experts)));
    case 'authors':
      return together(
        split(typed, /[;\n]/)
          .flatMap(authorsIn)
          .map((item) => named(authorOf(item, known.experts))),
      );
    case 'partners':
      return eachOf(/[;\n]/, (item) => named(partnerOf(item)));
    case 'sources':
      return together(sourcesIn(typed).map(readSource));
    case 'materials':
      return eachOf(/;\s|\n/, (item) => readMaterial(item, known));
    case 'list':
      return readList(typed, shape);
    case 'date':
      return readDate(typed, name);
    case 'number': {
      const figure = /^([-+]?\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th)?$/i.exec(typed)?.[1];
      return figure === undefined
        ? problem(`“${typed}” is no number. Type figures alone.`)
        : reading({ value: Number(figure.replaceAll(',', '')) });
    }
    case 'yes-no':
      return /^(?:y|yes|true|n|no|false)$/i.test(typed)
        ? reading({ value: /^(?:y|yes|true)$/i.test(typed) })
        : problem('Type yes or no.');
    case 'coordinates': {
      const { value, problem: words } = coordinatesOf(typed);
      return value === undefined
        ? problem(words ?? '')
        : reading({ value, notes: [`latitude ${value.latitude}, longitude ${value.longitude}`] });
    }
    case 'design': {
      const kind = readOption(typed, shape.properties?.['kind']?.enum ?? []);
      return { ...kind, value: kind.value === undefined ? undefined : { kind: kind.value } };
    }
    case 'address': {
      const value = addressIn(typed);
      return reading({ value, notes: value === typed ? [] : [value] });
    }
    case 'transcript':
      return readTranscript(typed, known);
    case 'parts':
      return problem('This has several parts: write it in the file, where a note shows how.');
    case 'text':
      return isAddress(typed)
        ? problem('That is an address, and words are asked for here.')
        : reading({ value: typed.replace(/\s*\n\s*/g, ' ') });
  }
};

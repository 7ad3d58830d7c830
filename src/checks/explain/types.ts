/** One kind of value stands where another is wanted: words for a number, one thing for a list. */
import type { Shape } from '../../kinds/shape.ts';
import { slugOf } from '../../lib/text.ts';
import { idsFor, type Complaint, type IssueOf } from './complaint.ts';
import { exampleNumber, exampleOf, fieldsIn, shown } from './examples.ts';
import { inQuotes } from '../edits.ts';
import type { Words } from '../finding.ts';
import { keyOffsetOf, offsetOf, replaceScalar, scalarAt } from '../reading/positions.ts';

/** The field that the complaint is of, whether or not it is about an item of its list. */
const fieldOf = ({ path }: Complaint): string => String(path.findLast((step) => typeof step === 'string') ?? '');

export const emptyItem = (shape: Shape | undefined): Words => ({
  found: 'nothing after the hyphen',
  cure: `write ${shape?.anyOf || shape?.properties ? fieldsIn(shape) : 'the item'} after it, or take the line out`,
});

/** A value that begins with # is a note to YAML: “title: #StopTheViolence”. With a space behind, it was meant as one. */
const lostBehindHash = ({ path, entry }: Complaint) => {
  const start = keyOffsetOf(entry, path);
  const [, key = '', text = ''] = /^([^\n:]*:[ \t]+)(#[^\s#][^\r\n]*)/.exec(entry.text.slice(start)) ?? [];
  const value = text.trimEnd();
  return value ? { start: start + key.length, end: start + key.length + value.length, text: value } : undefined;
};

/** A field, or an item of a list, with nothing after its colon or hyphen. */
export const nothingThere = (complaint: Complaint): Words => {
  const { path, shape, isNeeded } = complaint;
  if (typeof path.at(-1) === 'number') return emptyItem(shape);
  const name = fieldOf(complaint);
  const lost = lostBehindHash(complaint);
  if (lost)
    return {
      found: `everything after # is dropped: “${lost.text}”`,
      cure: `put the whole text in quotes: ${inQuotes(lost.text)}`,
      edits: [{ ...lost, text: inQuotes(lost.text) }],
    };
  return {
    found: `“${name}:” has nothing after it`,
    allowed: shape?.description,
    cure: `write its value, such as “${exampleOf(name, shape)}”${isNeeded ? '' : ', or take the line out'}`,
  };
};

/** What is said beside “…, and text is wanted here”, or in its place. */
type Said = Partial<Words>;

const wantsText = (complaint: Complaint): Said => {
  const { value, entry, path } = complaint;
  if (typeof value === 'number' || typeof value === 'boolean') {
    const typed = scalarAt(entry, path)?.typed ?? String(value);
    if (complaint.shape?.pattern && !new RegExp(complaint.shape.pattern, 'iu').test(typed))
      return { found: shown(typed), allowed: complaint.shape.description, cure: 'correct it, or take the line out' };
    return {
      found: `${typed} without quotes is ${typeof value === 'number' ? 'a number' : 'a yes-or-no value'}, and text is wanted here`,
      cure: `put it in straight quotes: ${inQuotes(typed)}`,
      edits: replaceScalar(entry, path, inQuotes(typed)),
    };
  }
  if (Array.isArray(value))
    return {
      found: 'a list, and one line of text is wanted here',
      cure: 'write a single value, without brackets or hyphens',
    };
  const typed = /^[^\r\n]*/.exec(entry.text.slice(offsetOf(entry, path)))?.[0].trim() ?? '';
  if (typed.startsWith('{'))
    return {
      found: `a text in braces, which open a group of fields here: ${typed}`,
      cure: `write the words without the braces, or put the whole text in straight quotes: ${inQuotes(typed)}`,
    };
  const [key, rest] = Object.entries(value as Record<string, unknown>)[0] ?? ['', ''];
  if (key.toLowerCase() === fieldOf(complaint).toLowerCase() && typeof rest === 'string')
    return { found: `the name of the field stands in its value too: ${key}: ${rest}`, cure: `write ${rest} alone` };
  return {
    found: `text was expected, and ${shown(value)} was read: a colon in the text is taken for a field`,
    cure: `put the whole text in straight quotes: "${key}: ${typeof rest === 'string' ? rest : '…'}"`,
  };
};

/** As people and programs write numbers: with a real minus or a dash, thousands in threes, a comma for the point, a sign of percent. */
const plainNumber = (typed: string): string | undefined => {
  const text = typed
    .trim()
    .replace(/^[\u2010-\u2015−]\s?(?=\d)/, '-')
    .replace(/\s?(?:%|percent|per cent)$/i, '')
    .replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?:[ \u00a0\u202f]|$))/g, ',')
    .replace(/^-?\d{1,3}(?:,\d{3})+(?=\.|$)/, (thousands) => thousands.replaceAll(',', ''))
    .replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;
};

const wantsNumber = (complaint: Complaint, wanted: string): Said => {
  const { value, shape, entry, path, around } = complaint;
  const name = fieldOf(complaint);
  const typed = String(value);
  const plain = plainNumber(typed);
  const isWhole = shape?.type === 'integer';
  if (plain && !(isWhole && plain.includes('.')))
    return {
      found: `${scalarAt(entry, path)?.isQuoted ? `"${typed}" in quotes is text` : `“${typed}” is no plain number`}, and ${wanted} is wanted here`,
      cure: `write ${plain}`,
      edits: replaceScalar(entry, path, plain),
    };
  if (typed.trim() === '')
    return { found: `“${name}:” is empty`, allowed: shape?.description, cure: `write ${wanted}` };
  // “2015/16” and “2015-16” name a second year, of which nobody knows whether it is meant.
  const isSpan = /\d{4}(?:\s?[–/]\s?\d{2}\b(?![-–/])|-(?:1[3-9]|[2-9]\d)\b)/.test(typed);
  const [year, other] =
    isWhole && /year|cohort|asOf/i.test(name) && !isSpan ? (typed.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []) : [];
  if (!year || other)
    return {
      allowed: shape?.description,
      cure: `write figures alone, such as ${exampleNumber(name, shape)}, without words or signs, or take the line out`,
    };
  if (!/\?|~|\bc(?:a|irca)?\b|about|around|probably/i.test(typed)) return { cure: `write ${year}` };
  return {
    cure: around?.properties?.['dateEstimated']
      ? `write ${year}, and on a line of its own dateEstimated: true`
      : `write ${year} only if it is sure, and say the rest under “caveats”`,
  };
};

const wantsYesOrNo = ({ value, entry, path }: Complaint): Said => {
  const typed = String(value).trim();
  const isYes = /^(?:yes|y|on|1|true)$/i.test(typed);
  const isNo = /^(?:no|n|off|0|false)$/i.test(typed);
  // A cross in a box most likely means yes: said, and left to a person.
  const isTicked = /^[x✓✔☒☑]$/i.test(typed);
  return {
    found: shown(value),
    allowed: 'true or false',
    cure: isYes || isTicked ? 'write true' : isNo ? 'write false' : 'write true or false, or take the line out',
    edits: isYes || isNo ? replaceScalar(entry, path, String(isYes)) : undefined,
  };
};

/** The ids that the parts of a list were meant to be, where every one is one. */
const asIds = (parts: readonly string[], { shape, project }: Complaint): string[] | undefined => {
  const ids = idsFor(shape?.items, project);
  const meant = parts.map((part) => ids.find((id) => id === slugOf(part.replace(/\.mdx$/, ''))));
  return meant.length > 0 && meant.every((id) => id !== undefined) ? meant : undefined;
};

const wantsList = (complaint: Complaint): Said => {
  const { value, shape, entry, path, isNeeded } = complaint;
  const name = fieldOf(complaint);
  if (typeof value !== 'string') return { cure: `put “- ” (hyphen, space) in front of each item under “${name}:”` };
  if (/^(?:none|n\/?a|nil|null|no|nothing|-+|–|—)\.?$/i.test(value.trim())) {
    if (isNeeded) return { cure: `write ${name}: []`, edits: replaceScalar(entry, path, '[]') };
    const start = keyOffsetOf(entry, path);
    const [line = ''] = /^[^\n]*\n?/.exec(entry.text.slice(start)) ?? [];
    return {
      cure: `take the line “${name}:” out: what is left out is not shown`,
      edits: path.length === 1 ? [{ start, end: start + line.length, text: '' }] : undefined,
    };
  }
  const isOfWords = shape?.items?.references !== undefined || shape?.items?.type === 'string';
  const typed = scalarAt(entry, path)?.typed ?? value;
  if (/\n/.test(typed.trim()))
    return {
      found: 'several lines without hyphens, and a list is wanted here',
      cure: isOfWords
        ? 'put two spaces, a hyphen and a space in front of each line'
        : `put “- ” in front of each item under “${name}:”, with ${fieldsIn(shape?.items)}`,
    };
  const found = `${shown(value)}, and a list is wanted here, even of one`;
  if (!isOfWords)
    return { found, cure: `begin a new line under “${name}:”, two spaces in, with “- ” and ${fieldsIn(shape?.items)}` };
  const inner = /^\s*(?:\((.*)\)|\[(.*)\])\s*$/.exec(value)?.slice(1).find(Boolean) ?? value;
  const bare = inner
    .split(/\s*[,;]\s*/)
    .map((part) => part.replace(/^["'“”]|["'“”]$/g, '').trim())
    .filter(Boolean);
  const ids = asIds(bare, complaint);
  const isOne = inner === value && bare.length === 1 && /^[\w"']/.test(typed);
  return {
    found,
    cure: `write ${name}: [${(ids ?? bare).join(', ')}]`,
    edits: isOne ? replaceScalar(entry, path, `[${ids?.[0] ?? typed}]`) : undefined,
  };
};

/** A place typed as two numbers, as a map copies it: “40.1, -82.9”. */
const asPlace = (typed: string, shape: Shape | undefined): string | undefined => {
  const [, latitude, longitude] = /^(-?\d+(?:\.\d+)?)[,;\s]+(-?\d+(?:\.\d+)?)$/.exec(typed.trim()) ?? [];
  return shape?.properties?.['latitude'] && longitude
    ? `{ latitude: ${latitude}, longitude: ${longitude} }`
    : undefined;
};

const wantsGroup = (complaint: Complaint): Said => {
  const { value, shape } = complaint;
  const place = asPlace(String(value), shape);
  if (place) return { cure: `write ${fieldOf(complaint)}: ${place}` };
  if (typeof value !== 'string') return { cure: `the fields are ${fieldsIn(shape)}` };
  const found = `${shown(value)} alone, and a group of fields is wanted here`;
  const [[name, first] = ['name', undefined]] = Object.entries(shape?.properties ?? {});
  if (first?.type === 'string' && first.kind === undefined)
    return {
      found,
      allowed: `the fields are ${fieldsIn(shape)}`,
      cure: `write such as “${name}: ${value.slice(0, 60)}”`,
    };
  return {
    found,
    cure: `write under it, two spaces in, ${fieldsIn(shape)}, each on a line of its own${shape?.properties?.['reason'] ? '; or take the line out' : ''}`,
  };
};

const wants: Partial<Record<string, [words: string, (complaint: Complaint, wanted: string) => Said]>> = {
  string: ['text', wantsText],
  number: ['a number', wantsNumber],
  int: ['a whole number', wantsNumber],
  boolean: ['true or false', wantsYesOrNo],
  array: ['a list', wantsList],
  object: ['a group of fields', wantsGroup],
};

export const wrongType = ({ expected }: IssueOf<'invalid_type'>, complaint: Complaint): Words => {
  const { value, shape } = complaint;
  if (value === null) return nothingThere(complaint);
  const [wanted, explain] = wants[shape?.type === 'integer' ? 'int' : expected] ?? [expected];
  return {
    found: `${shown(value)}, and ${wanted} is wanted here`,
    cure: 'correct the value',
    ...explain?.(complaint, wanted),
  };
};

/** What an editor types, in answer to a question or behind a flag, as the value of a field. What is wrong in it, the checks say. */
import { guessDates, isDoubted } from '../lib/guess-dates.ts';
import { stateNames } from '../lib/states.ts';
import { slugOf } from '../lib/text.ts';
import type { Shape } from '../kinds/shape.ts';
import type { CollectionName } from '../kinds/index.ts';

/** What is known when an answer is read. */
export interface Known {
  choices: (collection: CollectionName) => readonly { id: string; title: string }[];
  /** Lays a file of the editor’s machine beside the entry, and gives its path there; undefined where there is no such file. */
  bring: (path: string) => string | undefined;
}

const partsOf = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);

const isAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(text);

/** The entry meant by its file name or its title, where a field points at entries. */
const idIn = (typed: string, references: Shape['references'], known: Known): string | undefined =>
  references === undefined || references === 'any'
    ? undefined
    : known.choices(references).find(({ id, title }) => [id, slugOf(title)].includes(slugOf(typed)))?.id;

/** Of an “either, or”: one that names an entry there is, else the one with most needed fields that the parts fill. */
const branchOf = (branches: readonly Shape[], parts: readonly string[], known: Known): Shape => {
  const byNeed = [...branches].sort((a, b) => (b.required?.length ?? 0) - (a.required?.length ?? 0));
  const fits = byNeed.filter(({ required = [] }) => required.length <= parts.length);
  const pointsAt = ({ properties = {}, required = [] }: Shape) => properties[required[0] ?? '']?.references;
  return (
    fits.find((branch) => idIn(parts[0] ?? '', pointsAt(branch), known)) ??
    fits.find((branch) => !pointsAt(branch)) ??
    byNeed.at(-1) ??
    {}
  );
};

/** The order in which the parts of a group are typed on one line: those that are needed first. */
export const partOrder = ({ properties = {}, required = [] }: Shape): string[] => [
  ...required,
  ...Object.keys(properties).filter((name) => !required.includes(name) && name !== 'key'),
];

/** “Title | Publisher | https://address”: each part goes to the next field of its kind. */
const readGroup = (typed: string, shape: Shape, known: Known): unknown => {
  // A place as a map copies it: “42.36, -71.06”.
  const parts = partsOf(typed, shape.properties?.['latitude'] ? /[,;\s|]+/ : /\|/);
  const branch = shape.anyOf ? branchOf(shape.anyOf, parts, known) : shape;
  const { properties = {} } = branch;
  const open = partOrder(branch);
  const special = (name: string) => ['web-address', 'file'].find((kind) => kind === properties[name]?.kind);
  const group: Record<string, unknown> = {};
  for (const part of parts) {
    const free = open.filter((name) => !(name in group));
    const isFile = free.some((name) => special(name) === 'file') && known.bring(part) !== undefined;
    const kind = isAddress(part) ? 'web-address' : isFile ? 'file' : undefined;
    const name = free.find((one) => special(one) === kind) ?? free[0];
    if (name) group[name] = readAnswer(part, properties[name] ?? {}, known);
  }
  return Object.fromEntries(Object.keys(properties).flatMap((name) => (name in group ? [[name, group[name]]] : [])));
};

/** A choice by its word, a state also by its name. */
const readChoice = (typed: string, words: readonly string[]): string =>
  words.find((word) =>
    [word, (stateNames as Record<string, string>)[word] ?? word].some((name) => slugOf(name) === slugOf(typed)),
  ) ?? typed;

export const readAnswer = (typed: string, shape: Shape, known: Known): unknown => {
  const text = typed.trim();
  if (shape.type === 'array') {
    const items = shape.items ?? {};
    // Persons and sources may hold commas, and so may a title; file names and choices do not.
    const separator = items.references || items.enum ? /[;,\n]/ : /[;\n]/;
    const whole = idIn(text, items.references, known);
    const parts = whole === undefined ? partsOf(text, separator) : [whole];
    // A list that was pasted brings its bullets along.
    return parts.map((part) => readAnswer(part.replace(/^[-*•·▪●◦‣–—]\s+/, ''), items, known));
  }
  if (shape.properties || shape.anyOf) return readGroup(text, shape, known);
  if (shape.references) return idIn(text, shape.references, known) ?? text;
  if (shape.enum) return readChoice(text, shape.enum);
  if (shape.kind === 'day' || shape.kind === 'partial-date') {
    const guesses = guessDates(text);
    // A date that is not sure stays as typed: the checks say how that is written.
    return guesses.length === 1 && !isDoubted(text) ? guesses[0]?.iso : text;
  }
  if (shape.kind === 'file') return known.bring(text) ?? text;
  if (shape.kind === 'web-address') return text.replace(/^<(.*)>$/, '$1').replace(/^www\./i, 'https://www.');
  if (shape.type === 'integer' || shape.type === 'number') return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
  if (shape.type === 'boolean')
    return /^(?:yes|y|true)$/i.test(text) || (/^(?:no|n|false)$/i.test(text) ? false : text);
  return text;
};

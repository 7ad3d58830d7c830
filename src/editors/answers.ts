/** What an editor types, in answer to a question or behind a flag, as the value of a field. What is wrong in it, the checks say. */
import { guessDates } from '../lib/guess-dates.ts';
import { stateNames } from '../lib/states.ts';
import { slugOf } from '../lib/text.ts';
import type { Shape } from '../kinds/shape.ts';
import type { CollectionName } from '../kinds/index.ts';

interface Choice {
  id: string;
  title: string;
}

/** What is known when an answer is read. */
export interface Known {
  choices: (collection: CollectionName) => readonly Choice[];
  /** Lays a file of the editor’s machine beside the entry, and gives its path there; undefined where there is no such file. */
  bring: (path: string) => string | undefined;
}

const partsOf = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);

const isAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(text);

/** An entry by its file name or its title; what fits none stays as typed, for the checks to tell. */
const idIn = (typed: string, choices: readonly Choice[]): string =>
  choices.find(({ id, title }) => id === slugOf(typed) || slugOf(title) === slugOf(typed))?.id ?? typed;

/** Of an “either, or”: the first whose needed fields the parts fill, the one with most of them first. */
const branchOf = (branches: readonly Shape[], parts: readonly string[], known: Known): Shape => {
  const byNeed = [...branches].sort((a, b) => (b.required?.length ?? 0) - (a.required?.length ?? 0));
  const fits = byNeed.filter(({ required = [] }) => required.length <= parts.length);
  const ours = fits.find(({ properties = {}, required = [] }) => {
    const references = properties[required[0] ?? '']?.references;
    if (!references || references === 'any') return false;
    return known.choices(references).some(({ id }) => id === idIn(parts[0] ?? '', known.choices(references)));
  });
  const isReference = ({ properties = {}, required = [] }: Shape) => properties[required[0] ?? '']?.references;
  return ours ?? fits.find((branch) => !isReference(branch)) ?? byNeed.at(-1) ?? {};
};

/** “Title | Publisher | https://address”: the needed fields in their order, then the others, an address where one belongs. */
const readGroup = (typed: string, shape: Shape, known: Known): unknown => {
  const parts = partsOf(typed, /\|/);
  const { properties = {}, required = [] } = shape.anyOf ? branchOf(shape.anyOf, parts, known) : shape;
  const names = Object.keys(properties);
  const open = [...required, ...names.filter((name) => !required.includes(name) && name !== 'key')];
  const group: Record<string, unknown> = {};
  for (const part of parts) {
    const fits = (name: string): boolean =>
      isAddress(part)
        ? properties[name]?.kind === 'web-address'
        : properties[name]?.kind === 'file'
          ? known.bring(part) !== undefined
          : properties[name]?.kind !== 'web-address';
    const isFile = open.some((name) => properties[name]?.kind === 'file') && known.bring(part) !== undefined;
    const at = Math.max(
      0,
      open.findIndex((name) => fits(name) && (!isFile || properties[name]?.kind === 'file')),
    );
    const [name] = open.splice(at, 1);
    if (name) group[name] = readAnswer(part, properties[name] ?? {}, known);
  }
  return Object.fromEntries(names.flatMap((name) => (name in group ? [[name, group[name]]] : [])));
};

const readChoice = (typed: string, words: readonly string[]): string =>
  words.find((word) => word === typed || slugOf(word) === slugOf(typed)) ??
  words.find((word) => word in stateNames && slugOf(stateNames[word as keyof typeof stateNames]) === slugOf(typed)) ??
  typed;

/** How several are parted: persons and sources may hold commas, file names and choices do not. */
const separator = (items: Shape | undefined): RegExp => (items?.references || items?.enum ? /[;,\n]/ : /[;\n]/);

export const readAnswer = (typed: string, shape: Shape, known: Known): unknown => {
  const text = typed.trim();
  if (shape.type === 'array') {
    const items = shape.items ?? {};
    // A title may hold a comma: first the whole.
    const { references } = items;
    const whole = references && references !== 'any' ? idIn(text, known.choices(references)) : text;
    const parts = whole === text ? partsOf(text, separator(items)) : [whole];
    return parts.map((part) => readAnswer(part, items, known));
  }
  if (shape.properties?.['latitude']) {
    const [latitude, longitude] = partsOf(text, /[,;\s]+/).map(Number);
    return { latitude, longitude };
  }
  if (shape.properties || shape.anyOf) return readGroup(text, shape, known);
  if (shape.references && shape.references !== 'any') return idIn(text, known.choices(shape.references));
  if (shape.enum) return readChoice(text, shape.enum);
  if (shape.kind === 'day' || shape.kind === 'partial-date') {
    const guesses = guessDates(text);
    return guesses.length === 1 ? guesses[0]?.iso : text;
  }
  if (shape.kind === 'file') return known.bring(text) ?? text;
  if (shape.kind === 'web-address') return text.replace(/^<(.*)>$/, '$1').replace(/^www\./i, 'https://www.');
  if (shape.type === 'integer' || shape.type === 'number') return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
  if (shape.type === 'boolean')
    return /^(?:yes|y|true)$/i.test(text) || (/^(?:no|n|false)$/i.test(text) ? false : text);
  return text;
};

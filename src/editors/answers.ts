/** What an editor answers, turned into the values of fields. Pure: the asking is done elsewhere. */
import { nearest } from '../checks/nearest.ts';
import { guessDates } from '../checks/dates.ts';
import type { Shape } from '../lib/shape.ts';

/** Text that names several things: by semicolon, or by comma where no item can hold one. */
const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((item) => item.trim())
    .filter(Boolean);

/** “Jordan B. Example” as given and family name. */
const authorOf = (name: string): Record<string, string> => {
  const words = name.trim().split(/\s+/);
  const family = words.pop() ?? '';
  return words.length > 0 ? { given: words.join(' '), family } : { organization: family };
};

/** “Jordan Example, Fixture Police Department” as a named person, or an expert of ours where that is an id. */
const personOf = (text: string, experts: readonly string[]): Record<string, string> => {
  if (experts.includes(text)) return { expert: text };
  const [name = '', ...rest] = text.split(',').map((part) => part.trim());
  return rest.length > 0 ? { name, affiliation: rest.join(', ') } : { name };
};

/** “Title | Publisher | https://…” */
const sourceOf = (text: string): Record<string, string> => {
  const [title = '', publisher = '', url] = text.split('|').map((part) => part.trim());
  return { title, publisher, ...(url ? { url } : {}) };
};

/** The value of a field from one line of text; the text itself where it is no such thing (the check then says what is wrong). */
export const valueOf = (shape: Shape, text: string, idsOf: (collection: string) => readonly string[]): unknown => {
  const typed = text.trim();
  if (shape.type === 'array') {
    const items = shape.items;
    if (items?.references || items?.enum) return split(typed, /[;,]/);
    if (items?.anyOf?.some((one) => one.properties?.['expert']))
      return split(typed, /;/).map((item) => personOf(item, idsOf('experts')));
    if (items?.anyOf?.some((one) => one.properties?.['given'])) return split(typed, /;/).map(authorOf);
    if (items?.properties?.['publisher']) return split(typed, /;/).map(sourceOf);
    if (items?.properties?.['title']) return split(typed, /;/).map((title) => ({ title }));
    return split(typed, /;/);
  }
  if (shape.type === 'integer' || shape.type === 'number')
    return Number.isFinite(Number(typed.replaceAll(',', ''))) ? Number(typed.replaceAll(',', '')) : typed;
  if (shape.type === 'boolean') return /^(y|yes|true)$/i.test(typed);
  if (shape.kind === 'day' || shape.kind === 'partial-date') {
    const guesses = guessDates(typed);
    return guesses.length === 1 ? (guesses[0]?.iso ?? typed) : typed;
  }
  if (shape.properties?.['latitude']) {
    const [latitude = '', longitude = ''] = split(typed, /[,;\s]+/);
    return { latitude: Number(latitude), longitude: Number(longitude) };
  }
  if (shape.properties?.['kind']) return { kind: typed };
  return typed;
};

/** An entry that can be picked; `also` is what else people call it. */
interface Choice {
  id: string;
  title: string;
  also: string;
}

/** Entries whose id, title or other names have every word typed; else the nearest by spelling. */
export const search = (typed: string, entries: readonly Choice[], count = 8): Choice[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = entries.filter(({ id, title, also }) =>
    words.every((word) => `${id} ${title} ${also}`.toLowerCase().includes(word)),
  );
  if (hits.length > 0 || words.length === 0) return hits.slice(0, count);
  const near = nearest(
    typed,
    entries.map(({ id }) => id),
    count,
  );
  return near.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
};

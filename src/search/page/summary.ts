/** What the page says of an answer, in words. */
import type { Found } from '../search.ts';
import { counted } from '../../lib/text.ts';

/** How much was found, in one line. `text` is what was typed, trimmed; it may be empty where filters alone ask. */
export const summaryOf = ({ pages, complete }: Pick<Found, 'pages' | 'complete'>, text: string): string => {
  const quoted = text ? ` for “${text}”` : '';
  const partial = pages.length - complete;
  if (pages.length === 0) return `Nothing was found${quoted}.`;
  if (complete === 0) return `${counted(partial, 'result')} with a part of “${text}”`;
  const more = partial > 0 ? `, ${partial.toLocaleString('en-US')} more with a part of it` : '';
  return `${counted(complete, 'result')}${quoted}${more}`;
};

/** What became of words in quotation marks. */
export type Phrases =
  | { are: 'none' | 'not told here' | 'not told now' }
  /** How many pages have the words, side by side or not. */
  | { are: 'told'; without: number };

interface Lacking {
  /** A filter of the address has a value that this site does not have. */
  hasUnknownFilter: boolean;
  /** Passages were meant to be here, and this browser or its policy refuses them. */
  lacksPassages: boolean;
  phrases: Phrases;
}

/** What was changed or left out of the question, in sentences; empty where nothing was. */
export const noteOn = (
  { pages, corrections, unknown, query }: Pick<Found, 'pages' | 'corrections' | 'unknown' | 'query'>,
  { hasUnknownFilter, lacksPassages, phrases }: Lacking,
): string =>
  [
    query.isWordless ? 'There is no word in it: type letters or figures.' : '',
    !query.isWordless && query.concepts.length === 0 && query.isAsked
      ? 'These words stand on nearly every page: add one that says more.'
      : '',
    ...corrections.map(({ from, to }) => `No page has “${from}”. These are results for “${to}”.`),
    ...unknown.map((word) => (pages.length > 0 ? `No page has “${word}”: that word was left out.` : '')),
    hasUnknownFilter ? 'A filter in this address is not known here and was left out.' : '',
    phrases.are === 'not told here'
      ? 'The words in quotation marks were looked for one by one here; the search page finds them side by side.'
      : '',
    phrases.are === 'not told now'
      ? 'This time the words in quotation marks could only be looked for one by one: these pages have them all, perhaps apart.'
      : '',
    phrases.are === 'told' && pages.length === 0 && phrases.without > 0
      ? `No page has the words side by side. Without quotation marks there are ${counted(phrases.without, 'result')}.`
      : '',
    lacksPassages
      ? 'This browser does not allow WebAssembly, so passages from inside the pages are not shown. The list itself is whole.'
      : '',
  ]
    .filter(Boolean)
    .join(' ');

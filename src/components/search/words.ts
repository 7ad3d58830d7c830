/** What the page says of an answer, in words. */
import type { Found } from '../../lib/search/search.ts';
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

interface Lacking {
  /** A filter of the address has a value that this site does not have. */
  hasUnknownFilter: boolean;
  /** Passages were meant to be here, and this browser or its policy refuses them. */
  lacksPassages: boolean;
}

/** What was changed or left out of the question, in sentences; empty where nothing was. */
export const noteOn = (
  { pages, corrections, unknown }: Pick<Found, 'pages' | 'corrections' | 'unknown'>,
  { hasUnknownFilter, lacksPassages }: Lacking,
): string =>
  [
    ...corrections.map(({ from, to }) => `No page has “${from}”. These are results for “${to}”.`),
    ...unknown.map((word) => (pages.length > 0 ? `No page has “${word}”: that word was left out.` : '')),
    hasUnknownFilter ? 'A filter in this address is not known here and was left out.' : '',
    lacksPassages
      ? 'This browser does not allow WebAssembly, so passages from inside the pages are not shown. The list itself is whole.'
      : '',
  ]
    .filter(Boolean)
    .join(' ');

/**
 * A reference in the author-date style of the Chicago Manual of Style, 17th edition. Titles keep the capitals they are
 * printed with. Own code, held to citeproc-js by the tests: see apa.ts.
 */
import { dateInWords } from '../dates.ts';
import { distinctPublisher, isoDate, issuedParts, locatorOf, type CslItem, type CslName } from './csl.ts';
import { closed, closedItalic, joined, type Runs } from './runs.ts';

const inOrder = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family, name.suffix].filter(Boolean).join(' ');

const inverted = (name: CslName): string =>
  'literal' in name
    ? name.literal
    : [name.family, name.given, name.suffix].filter(Boolean).join(', ').replace(/”, /, ',” ');

/** The first author inverted; of more than ten, seven are named (section 14.76). */
const authorsOf = (authors: readonly CslName[]): string => {
  const [first, ...others] = authors;
  if (!first) return '';
  const names = [inverted(first), ...others.map(inOrder)];
  if (names.length > 10) return `${names.slice(0, 7).join(', ')}, et al`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}` : (names[0] ?? '');
};

/** Quotation marks inside a quotation become single. */
const quoted = (title: string): string => `“${closed(title).replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** The last page without the figures it shares: 323–38, but 100–104 and 107–8 (section 9.61). */
const shortened = (pages: string): string => {
  const [, first = '', last = ''] = /^(\d+)–(\d+)$/.exec(pages) ?? [];
  if (first.length !== last.length || first.length < 3 || first.endsWith('00')) return pages;
  if (first.slice(0, -2) !== last.slice(0, -2)) return pages;
  const tail = last.slice(-2);
  return `${first}–${first.at(-2) === '0' && tail.startsWith('0') ? tail.slice(1) : tail}`;
};

const placeInJournal = ({ volume, issue, page }: CslItem): string => {
  const number = volume ? ` ${volume}${issue ? ` (${issue})` : ''}` : issue ? `, no. ${issue}` : '';
  return `${number}${page ? `${number ? ':' : ','} ${shortened(page)}` : ''}`;
};

const detailsOf = (item: CslItem): Runs => {
  const container = item.type === 'article-journal' ? item['container-title'] : undefined;
  if (container) return [{ italic: container }, `${placeInJournal(item)}. `];
  if (item.type === 'article-journal') return [];
  const publisher = distinctPublisher(item);
  if (item.type === 'thesis') return sentence([item.genre, item.publisher].filter(Boolean).join(', '));
  const label = [item.genre, item.number].filter(Boolean).join(' ');
  const parts = issuedParts(item);
  return [
    ...sentence(label),
    ...sentence(publisher ?? ''),
    ...(item.type === 'webpage' && parts && parts.length > 1 ? sentence(dateInWords(isoDate(parts))) : []),
  ];
};

const sentence = (text: string): Runs => (text ? [`${closed(text)} `] : []);

export const chicago = (item: CslItem): Runs => {
  const title: Runs = item.type === 'book' ? [...closedItalic(item.title), ' '] : [`${quoted(item.title)} `];
  const year = `${issuedParts(item)?.[0] ?? 'n.d'}. `;
  const head: Runs = item.author?.length ? [`${closed(authorsOf(item.author))} ${year}`, ...title] : [...title, year];
  const locator = locatorOf(item);
  const seen = item.issued || item.DOI ? undefined : item.accessed?.['date-parts'][0];
  return joined([
    ...head,
    ...detailsOf(item),
    ...sentence(seen ? `Accessed ${dateInWords(isoDate(seen))}` : ''),
    locator ? `${locator}.` : '',
  ]);
};

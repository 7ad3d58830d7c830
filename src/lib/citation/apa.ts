/**
 * A reference in the style of the American Psychological Association, 7th edition.
 *
 * Own code because citeproc-js takes 2 ms an entry and style (5 s more for a build of 1,000 entries); the tests hold every
 * published entry and a set of hard ones to citeproc-js with the official style, character for character.
 */
import { dateInWords } from '../dates.ts';
import { distinctPublisher, isoDate, issuedParts, locatorOf, type CslItem, type CslName } from './csl.ts';
import { closed, closedItalic, joined, type Runs } from './runs.ts';

/** “Anthony A.” to “A. A.”, “Jean-Pierre” to “J.-P.”; what is no name (“Chip”) stays. */
const initials = (given: string): string =>
  given
    .split(/\s+|(?<=\.)(?=\p{L})/u)
    .map((word) =>
      /^\p{L}/u.test(word)
        ? word
            .split('-')
            .map((part) => `${part.charAt(0)}.`)
            .join('-')
        : word,
    )
    .join(' ');

const nameOf = (name: CslName): string => {
  if ('literal' in name) return name.literal;
  const full = `${name.family}, ${initials(name.given)}`;
  // American usage puts the comma inside the quotation mark of a nickname.
  return name.suffix ? `${/”$/.test(full) ? full.replace(/”$/, ',”') : `${full},`} ${name.suffix}` : full;
};

/** All of up to twenty authors; of more, the first nineteen and the last (section 9.8). */
const authorsOf = (authors: readonly CslName[]): string => {
  const names = authors.map(nameOf);
  const last = names.at(-1) ?? '';
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${last}`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${last}` : last;
};

/** “2012”, “2026, November 23”, “n.d.” */
const dateOf = (item: CslItem): string => {
  const parts = issuedParts(item);
  if (!parts) return 'n.d.';
  const [year, month] = parts;
  const day = item.type === 'webpage' && month ? dateInWords(isoDate(parts)).replace(/,? \d{4}$/, '') : undefined;
  return day ? `${year}, ${day}` : String(year);
};

/** A thesis that can be read online has its school in the bracket; one that cannot, after it (section 10.6). */
const namesSchoolInBracket = (item: CslItem): boolean =>
  item.type === 'thesis' && Boolean(item.genre && locatorOf(item));

const bracketOf = (item: CslItem): string => {
  if (item.type === 'thesis')
    return item.genre
      ? ` [${[item.genre, namesSchoolInBracket(item) && item.publisher].filter(Boolean).join(', ')}]`
      : '';
  if (item.type === 'report') {
    if (item.number) return ` (${[item.genre, item.number].filter(Boolean).join(' ')})`;
    return item.genre ? ` [${item.genre}]` : '';
  }
  return item.type === 'webpage' && item.genre ? ` [${item.genre}]` : '';
};

/** “, *12*(3), 287–304” */
const placeInJournal = ({ volume, issue, page }: CslItem): Runs => [
  ...(volume ? [', ', { italic: volume }] : []),
  ...(issue ? [`${volume ? '' : ', '}(${issue})`] : []),
  ...(page ? [`, ${page}`] : []),
];

const titleOf = (title: string, isItalic: boolean, bracket: string): Runs => {
  if (bracket) return [isItalic ? { italic: title } : title, `${bracket}. `];
  return [...(isItalic ? closedItalic(title) : [closed(title)]), ' '];
};

/** What has no date may change: the day it was seen is given with its address (section 9.16). */
const retrieved = (item: CslItem): string => {
  const seen = item.accessed?.['date-parts'][0];
  const locator = locatorOf(item) ?? '';
  return seen && !item.issued && !item.DOI && locator
    ? `Retrieved ${dateInWords(isoDate(seen))}, from ${locator}`
    : locator;
};

export const apa = (item: CslItem): Runs => {
  const container = item.type === 'article-journal' ? item['container-title'] : undefined;
  const bracket = bracketOf(item);
  const date = `(${dateOf(item)}). `;
  const hasAuthor = Boolean(item.author?.length);
  // Without an author the title moves to the front; a bracket (but not a number) then follows the date.
  const bracketIsLate = !hasAuthor && bracket.startsWith(' [');
  const title = titleOf(item.title, !container, bracketIsLate ? '' : bracket);
  const head: Runs = hasAuthor
    ? [`${closed(authorsOf(item.author ?? []))} ${date}`, ...title]
    : [...title, date, bracketIsLate ? `${bracket.trim()}. ` : ''];
  const publisher = item.type === 'article-journal' || namesSchoolInBracket(item) ? undefined : distinctPublisher(item);
  const tail: Runs = container
    ? [{ italic: container }, ...placeInJournal(item), '. ']
    : publisher
      ? [`${closed(publisher)} `]
      : [];
  return joined([...head, ...tail, retrieved(item)]);
};

/** RIS, as Zotero, EndNote and Mendeley read it: two letters, two spaces, a hyphen, a space, the value; one record from TY to ER. */
import { isoDate, issuedParts, pagesOf, type CslItem, typeNames, type CslName } from './csl.ts';

/**
 * “Family, Given, Suffix”. An organization ends with a comma, EndNote's sign that all of it is the family name; a comma
 * inside would split it, and RIS knows no escape, so that one is left out.
 */
const nameOf = (name: CslName): string =>
  'literal' in name
    ? `${name.literal.replaceAll(',', '')},`
    : [name.family, name.given, name.suffix].filter(Boolean).join(', ');

const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

export const ris = (item: CslItem): string => {
  const parts = issuedParts(item);
  const { first, last } = item.page ? pagesOf(item.page) : {};
  const fields: [string, string | number | undefined][] = [
    ['TY', typeNames[item.type].ris],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['AU', nameOf(name)]),
    ['PY', parts?.[0]],
    ['DA', parts && parts.length > 1 ? isoDate(parts).replaceAll('-', '/') : undefined],
    ['T2', item['container-title']],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['SN', item.number],
    ['PB', item.publisher],
    ['DO', item.DOI],
    ['UR', item.URL],
    // Not M3 and Y2: where some programs read a type of work and the day it was seen, others read a DOI and its year.
    [
      'N1',
      [item.genre, item.accessed && `Seen ${isoDate(item.accessed['date-parts'][0])}`, item.note]
        .filter(Boolean)
        .join('. ') || undefined,
    ],
    ['LA', item.language],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(String(value))}`]));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
};

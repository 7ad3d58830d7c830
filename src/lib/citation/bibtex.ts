/** BibTeX in UTF-8: the reader’s tool keeps accents, and what TeX would act on is escaped. */
import { isoDate, issuedParts, pagesOf, type CslItem, typeNames, type CslName } from './csl.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Braces by their names: BibTeX counts them even behind a backslash, and they need not balance. */
const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const texEscaped = (text: string): string =>
  text.replace(/[\\{}~^&%$#_]/g, (character) => escapes[character] ?? `\\${character}`);

/** “Family, Suffix, Given”; an organization stands in braces of its own, so that it stays in one piece. */
const nameOf = (name: CslName): string =>
  'literal' in name
    ? `{${texEscaped(name.literal)}}`
    : [name.family, name.suffix, name.given]
        .filter((part) => part !== undefined)
        .map(texEscaped)
        .join(', ');

/** Addresses are read word for word: only what would end the field is changed, to what a browser reads alike. */
const verbatim = (address: string): string =>
  address.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');

export const bibtex = (item: CslItem): string => {
  const parts = issuedParts(item);
  const [year, month, day] = parts ?? [];
  const { first, last } = item.page ? pagesOf(item.page) : {};
  const publisherField = item.type === 'report' ? 'institution' : item.type === 'thesis' ? 'school' : 'publisher';
  const fields: [string, string | undefined][] = [
    // Double braces keep the capitals of names: a style would make “boston” of Boston.
    ['title', `{${texEscaped(item.title)}}`],
    ['author', item.author?.map(nameOf).join(' and ')],
    ['year', year?.toString()],
    // BibTeX knows no day; biblatex takes this before year and month.
    ['date', parts && day ? isoDate(parts) : undefined],
    ['journal', item['container-title'] && texEscaped(item['container-title'])],
    ['volume', item.volume && texEscaped(item.volume)],
    [item.type === 'article-journal' ? 'number' : 'issue', item.issue && texEscaped(item.issue)],
    ['pages', first && texEscaped(last ? `${first}--${last}` : first)],
    ['pagetotal', item['number-of-pages']?.toString()],
    // Braces of its own: “CNA and Bureau of Justice Assistance” would be read as two.
    [publisherField, item.publisher && `{${texEscaped(item.publisher)}}`],
    ['type', item.genre && texEscaped(item.genre)],
    [item.type === 'article-journal' ? 'eid' : 'number', item.number && texEscaped(item.number)],
    ['doi', item.DOI && verbatim(item.DOI)],
    ['url', item.URL && verbatim(item.URL)],
    ['urldate', item.accessed && isoDate(item.accessed['date-parts'][0])],
    // biblatex hyphenates by the first; Zotero reads the second alone, which biblatex does not print where it is the document’s.
    ['langid', item.language === 'en-US' ? 'american' : undefined],
    ['language', item.language === 'en-US' ? 'english' : undefined],
    ['note', item.note && texEscaped(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  const monthName = month === undefined ? undefined : months[month - 1];
  if (monthName) lines.push(`  month = ${monthName}`);
  return `@${typeNames[item.type].bibtex}{${item.id},\n${lines.join(',\n')}\n}\n`;
};

/** Cleans what people type and paste before it is checked. Nothing visible is lost. */

// Controls but tab and line feed; then the marks that turn the direction of text, with which a name can be
// made to read as another (Unicode TR 36, section 2.5), and the byte order mark.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * UTF-16 units. What is longer is refused by its length, and is not put into normal form: for text made of nothing but
 * marks that takes time with the square of its length.
 */
const longestText = 8000;
const longestLine = 1000;

/** What a form can be filled with so that whoever reads it sees nothing. */
const blank = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

const tidy = (text: string, longest: number): string => {
  const clean = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    // As `toWellFormed` does, which iOS before 16.4 and Firefox before 119 lack.
    .replace(/\p{Surrogate}/gu, '\ufffd');
  if (blank.test(clean)) return '';
  return (clean.length <= longest ? clean.normalize('NFC') : clean).trim();
};

/** Text of several lines: line ends become one line feed, stray surrogates U+FFFD. */
export const tidyText = (text: string): string => tidy(text, longestText);

/** One line: every run of white space becomes a space. */
export const tidyLine = (text: string): string => tidy(text, longestLine).replace(/\s+/g, ' ');

/** Of an internationalized domain, the name that mail servers know. What more than a domain is there stays, to be refused. */
const asciiDomain = (domain: string): string =>
  /^[^/\\?#:%]*[^\0-\x7f][^/\\?#:%]*$/.test(domain) && URL.canParse(`http://${domain}/`)
    ? new URL(`http://${domain}/`).hostname
    : domain;

/**
 * An email address as people paste it: with signs that nobody sees, wide or curly ones, the `mailto:` of a link, the
 * brackets, quotation marks or semicolon of an address book. Two addresses stay two, to be refused.
 */
export const tidyEmail = (text: string): string => {
  const line = tidyLine(text);
  if (line.length > longestLine) return line;
  const address = line
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s*@\s*/g, '@')
    .replace(/^mailto:([^?]*)(?:\?[^@]*)?$/i, '$1')
    .replace(/^<([^<>]*)>/, '$1')
    .replace(/[\s,;.]+$/, '')
    .replace(/^(?:\((.*)\)|\[(.*)\]|["\u201c](.*)["\u201d]|'(.*@.*)')$/, '$1$2$3$4')
    .trim();
  const at = address.lastIndexOf('@');
  return at < 0 ? address : `${address.slice(0, at + 1)}${asciiDomain(address.slice(at + 1))}`;
};

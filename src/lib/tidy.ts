/** Cleans what people type and paste before it is checked. Nothing visible is lost. */

// Controls but tab and line feed; then the marks that turn the direction of text, with which a name can be
// made to read as another (Unicode TR 36, section 2.5), and the byte order mark.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text of several lines: line ends become one line feed, stray surrogates U+FFFD. */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .toWellFormed()
    .normalize('NFC')
    .trim();

/** One line: every run of white space becomes a space. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ');

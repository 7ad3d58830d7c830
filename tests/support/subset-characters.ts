/** Every character that the committed fonts hold; a test fails on a built page that shows another. */
const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');

/** Names of people and places keep their accents. */
const accented = 'áàâäçéèêëíîïñóôöøúüÉ';

export const subsetCharacters = `${ascii}${accented}\u00A0§©°±·½×–—‘’“”•…′″↑↓−`;

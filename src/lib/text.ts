/** “1 project”, “12 projects”. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** Made once: making it takes ten times as long as using it. */
const list = new Intl.ListFormat('en-GB');

/** “a”, “a and b”, “a, b and c”: as British usage has it, no comma before “and”. */
export const listed = (items: readonly string[]): string => list.format(items);

/** “a, b and c”; of many the first five, and how many more there are. */
export const listedInShort = (items: readonly string[], most = 5): string =>
  items.length > most ? `${items.slice(0, most).join(', ')} and ${items.length - most} more` : listed(items);

/** What stands in one line for all questions that nobody answered. */
export const leftOut = (count: number): string => `${counted(count, 'optional question')} left out.`;

/** Kebab-case, as in file names and addresses. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** For file names, ids and fragments. */
export const slugOf = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A file name as it becomes an address: “My Slides.PDF” is my-slides.pdf. */
export const fileNameOf = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${slugOf(name.slice(0, dot))}${name.slice(dot).toLowerCase()}` : slugOf(name);
};

/** The name of a field as a person would say it: “familyName” is “Family name”, “url” is “URL”. */
export const fieldLabel = (name: string): string =>
  capitalized(name.replace(/([A-Z])/g, ' $1').toLowerCase()).replace(/\b(?:doi|ta|url)\b/i, (word) =>
    word.toUpperCase(),
  );

export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The lines of a text, each with its end; one empty line of an empty text. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [''];

/** The path of an address in words, its percent signs read; as it stands where they mean nothing. */
export const decodedPath = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/** Letters and figures alone, in small letters: two titles that a reader would take for one are one. */
export const plainWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

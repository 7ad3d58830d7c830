/** Text that is safe in XML 1.0: the five characters escaped, what XML forbids left out. */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// Control characters but tab and line ends, lone surrogates and the two last of the plane: XML 1.0, section 2.2.
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const xml = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** `<name attribute="…">text</name>`; nothing where there is no text. */
const element = (name: string, text: string | undefined, attributes: Record<string, string> = {}): string => {
  if (text === undefined) return '';
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(value)}"`);
  return `<${name}${list.join('')}>${xml(text)}</${name}>`;
};

const xmlDocument = (lines: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${lines.filter(Boolean).join('\n')}\n`;

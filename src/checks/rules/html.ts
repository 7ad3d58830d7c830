/** Tags of HTML where Markdown has a sign: they come in by pasting, bring styles along, and nobody can read the text. */
import { unseenIn } from '../../lib/unseen.ts';
import { parseFragment } from 'parse5';
import { tags } from './mdx-parts.ts';
import { at, atField } from '../finding.ts';
import type { BodyPart } from '../reading/body.ts';
import { entryRule } from '../rule.ts';

const cures: Record<string, string> = {
  a: 'write [the words](the address)',
  b: 'write **the words**',
  blockquote: 'begin each line with > and a space',
  code: 'write `the words`',
  em: 'write *the words*',
  figcaption: 'use <Figure caption="…" source="…">',
  figure: 'use <Figure caption="…" source="…">',
  hr: 'leave it out, or write a heading with ##',
  i: 'write *the words*',
  img: 'write ![what it shows](./path)',
  li: 'begin the line with a hyphen and a space',
  ol: 'begin the lines with 1., 2., 3.',
  p: 'take <p> and </p> out, and leave an empty line between paragraphs',
  strong: 'write **the words**',
  table: 'write a row a line: | Year | Calls |, under the first row | --- | --- |',
  ul: 'begin the lines with a hyphen and a space',
};
/** Signs of HTML by number, and those by name that nobody sees. */
const references =
  /&(?:#(\d{1,7})|#x([\da-f]{1,6})|ZeroWidthSpace|zwnj|zwj|shy|lrm|rlm|NoBreak|InvisibleTimes|ic|af|it);/gi;
const ofTables = new Set(['tbody', 'td', 'th', 'thead', 'tr']);
const withoutSign = new Set(['mark', 'small', 'span', 'u']);

const cureOf = ({ name, properties }: BodyPart): string | undefined => {
  const address = name === 'a' ? properties?.get('href') : undefined;
  if (address) return `write [the words](${address})`;
  return cures[name] ?? (withoutSign.has(name) ? `take <${name}> and </${name}> out, and keep the words` : undefined);
};

export const html = entryRule('html', 'warning', function* (entry, project) {
  const isComponent = (name: string) => [...project.components.keys()].some((one) => one.toLowerCase() === name);
  const { start, text, parts } = entry.body;
  const told = new Set<string>();
  for (const part of parts) {
    if (part.kind !== 'tag' || !tags.has(part.name) || ofTables.has(part.name)) continue;
    // A component with a small letter is told as such.
    if (isComponent(part.name) && (part.properties?.size ?? 0) > 0) continue;
    const cure = cureOf(part);
    if (cure !== undefined && !told.has(part.name))
      yield at(entry, part.offset, {
        found: `the HTML tag <${part.name}>`,
        allowed: 'Markdown has a sign for it, or does without',
        cure,
      });
    told.add(part.name);
  }
  for (const { 0: sign, 1: decimal, 2: hex, index } of text.matchAll(references)) {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if ((decimal || hex) && (code > 0x10ffff || unseenIn(String.fromCodePoint(code)).length === 0)) continue;
    yield at(entry, start + index, {
      found: `${sign}, a sign that nobody sees, in HTML`,
      cure: 'take it out',
      edits: [{ start: start + index, end: start + index + sign.length, text: '' }],
    });
  }
  for (const { path, value } of entry.words) {
    const [sign] = /&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d+);/i.exec(value) ?? [];
    if (sign)
      yield atField(entry, path, {
        found: `${sign}, a sign of HTML, which readers see as it stands`,
        cure: 'type the sign itself',
      });
  }
  const space = /&(?:nbsp|#160|#xa0|ensp|emsp|thinsp)\b;?/i.exec(text);
  if (space)
    yield at(entry, start + space.index, {
      found: `${space[0]}, which is a space in HTML`,
      cure: 'type a space in its place',
    });
  for (const { 0: sign, index } of text.matchAll(/&[a-z]{3,8}\d{0,2};/g))
    if (parseFragment(sign).childNodes.some((node) => 'value' in node && node.value === sign))
      yield at(entry, start + index, {
        found: `${sign}, which is no sign of HTML: readers see it as it stands`,
        cure: 'type the sign itself',
      });
});

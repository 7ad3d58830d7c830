/** Tags of HTML where Markdown has a sign: they come in by pasting, bring styles along, and nobody can read the text. */
import { unseenIn } from '../../lib/unseen.ts';
import { parseFragment } from 'parse5';
import { tags } from './mdx-parts.ts';
import { at, atField, type Finding } from '../finding.ts';
import type { BodyPart } from '../reading/body.ts';
import { scalarsOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';

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

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] => {
    const isComponent = (part: BodyPart) =>
      [...project.components.keys()].some((one) => one.toLowerCase() === part.name);
    const told = new Set<string>();
    return [
      ...(entry.body?.parts ?? []).flatMap((part) => {
        if (part.kind !== 'tag' || !tags.has(part.name) || ofTables.has(part.name)) return [];
        // A component with a small letter is told as such.
        if (isComponent(part) && (part.properties?.size ?? 0) > 0) return [];
        const cure = cureOf(part);
        const isAgain = told.has(part.name);
        told.add(part.name);
        if (cure === undefined || isAgain) return [];
        return at(entry, part.offset, {
          found: `the HTML tag <${part.name}>`,
          allowed: 'Markdown has a sign for it, or does without',
          cure,
        });
      }),
      ...[...(entry.body?.text ?? '').matchAll(references)].flatMap(({ 0: sign, 1: decimal, 2: hex, index }) => {
        const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
        if ((decimal || hex) && (code > 0x10ffff || unseenIn(String.fromCodePoint(code)).length === 0)) return [];
        const start = (entry.body?.start ?? 0) + index;
        return at(entry, start, {
          found: `${sign}, a sign that nobody sees, in HTML`,
          cure: 'take it out',
          edits: [{ start, end: start + sign.length, text: '' }],
        });
      }),
      ...(entry.frontmatter ? scalarsOf(entry.frontmatter) : []).flatMap(({ path, value }) => {
        const sign =
          typeof value === 'string'
            ? /&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d+);/i.exec(value)?.[0]
            : undefined;
        return sign
          ? atField(entry, path, {
              found: `${sign}, a sign of HTML, which readers see as it stands`,
              cure: 'type the sign itself',
            })
          : [];
      }),
      ...[...(entry.body?.text ?? '').matchAll(/&(?:nbsp|#160|#xa0|ensp|emsp|thinsp)\b;?/gi)]
        .slice(0, 1)
        .map(({ 0: sign, index }) =>
          at(entry, (entry.body?.start ?? 0) + index, {
            found: `${sign}, which is a space in HTML`,
            cure: 'type a space in its place',
          }),
        ),
      ...[...(entry.body?.text ?? '').matchAll(/&[a-z]{3,8}\d{0,2};/g)]
        .filter(({ 0: sign }) => parseFragment(sign).childNodes.some((node) => 'value' in node && node.value === sign))
        .map(({ 0: sign, index }) =>
          at(entry, (entry.body?.start ?? 0) + index, {
            found: `${sign}, which is no sign of HTML: readers see it as it stands`,
            cure: 'type the sign itself',
          }),
        ),
    ];
  });

export const html = { id: 'html', severity: 'warning', find } as const satisfies Rule;

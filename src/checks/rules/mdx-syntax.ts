/** The body as MDX: where “<” and “{” are read as code and the code is broken. */
import { at, type Words } from '../finding.ts';
import { entryRule } from '../rule.ts';
import type { Project } from '../reading/project.ts';
import { contactTold } from './contacts.ts';
import { asWritten, isSetting, ofSetting, tags } from './mdx-parts.ts';

/** A property whose value has no quotes, or straight quotes within its own. */
const badProperty = /^<[A-Za-z]\w*[^>\n]*?\s([a-z]\w*)=(?:"([^"\n]*)"[^\s/>][^>\n]*|([^\s"'{“”>][^"=>\n]*))>/;

interface Problem {
  message: string;
  /** The text from the problem on, and up to it. */
  rest: string;
  before: string;
  /** The name in the closing tag that was meant for this one, where that cannot be read either. */
  closed: string | undefined;
  components: Project['components'];
}

const explain = ({ message, rest, before, closed, components }: Problem): Words => {
  const [line = ''] = /^[^\n]{0,40}/.exec(rest) ?? [];
  const snippet = line.trim();
  const [, name = ''] = /^<\/?\s*([\w.]+)/.exec(rest) ?? [];
  const [tag = ''] = /^<[^>\n]*>?/.exec(rest) ?? [];
  // An email address is told as one.
  if (/^<(?:mailto:)?[^\s<>]+@[^\s<>]+>/.test(rest)) return contactTold(`an email address in angle brackets: ${tag}`);
  if (/^<[A-Z]\w*[^>\n]*[“”]/.test(rest))
    return {
      found: `curly quotes in <${name}>: ${snippet}`,
      cure: `write straight quotes: ${tag.replace(/[“”]/g, '"')}`,
    };
  if (rest.startsWith('<!--'))
    return { found: `an HTML comment: ${snippet}`, cure: 'write {/* your note */} in its place, or take it out' };
  if (/^<(https?:|www\.)/.test(rest))
    return {
      found: `an address in angle brackets: ${snippet}`,
      cure: `write [the words of the link](${/^<([^>\s]*)/.exec(rest)?.[1] ?? ''})`,
    };
  if (/^<(br|hr|img|input|wbr)\b/i.test(rest) && /closing tag/.test(message))
    return {
      found: `${tag} is not closed`,
      cure: /^<img\b/i.test(rest)
        ? `write ![what it shows](${/src="([^"]*)"/.exec(tag)?.[1] ?? './path'})`
        : `write ${tag.replace('>', '').trim()} />, or better: leave an empty line for a new paragraph`,
    };
  const isTag =
    tags.has(name) ||
    closed !== undefined ||
    components.has(name) ||
    /^(?:div|font|center|iframe|video|section|script|style|o:p)$/.test(name);
  const [, property, quoted, bare] = badProperty.exec(rest) ?? [];
  if (isTag && property)
    return quoted === undefined
      ? {
          found: `no quotes around the value of “${property}”: ${tag.slice(0, 60)}`,
          cure: `write ${property}="${bare?.trim()}"`,
        }
      : {
          found: `straight quotes within the straight quotes of “${property}”: ${tag.slice(0, 60)}`,
          cure: 'write the inner ones curly, “ and ”',
        };
  if (rest.startsWith('</'))
    return {
      found: `a closing tag ${snippet} without its opening tag`,
      cure: `take it out, or write <${name}> where it should begin`,
    };
  if (/closing tag/.test(message) && closed !== undefined && closed !== name)
    return { found: `<${name}> ends with </${closed}>, and capitals count`, cure: `write </${name}> there` };
  if (/closing tag/.test(message) && isTag)
    return {
      found: `<${name}> opens and never closes`,
      cure: `write </${name}> where it ends, on its own line if it began on its own, or take <${name}> out`,
    };
  const inner = /^\{([^{}\n]*)\}/.exec(rest)?.[1];
  if (inner !== undefined && isSetting(before, inner)) return ofSetting(inner);
  const [field] =
    /^\{\s*(?:(?:HYPERLINK|PAGEREF|REF|SEQ|TOC|XE|ADDIN|CITATION|INCLUDEPICTURE|MERGEFIELD)\b[^}\n]*|\p{L}[^{}\n]*#\d+)\}?/u.exec(
      rest,
    ) ?? [];
  if (field)
    return {
      found: `a field of Word or EndNote: ${field.slice(0, 60)}`,
      cure: field.includes('HYPERLINK')
        ? 'write [the words of the link](the address) in its place'
        : 'take it out; for a source write a footnote: [^1] where it is called, and [^1]: with the source at the end of the text',
    };
  if (rest.startsWith('{'))
    return {
      found: `a brace: ${snippet}`,
      cure: 'braces are read as code here: write \\{ for the sign itself, or take it out',
    };
  if (/^<-?[\d\s=.]/.test(rest))
    return { found: `a sign < before a figure: ${snippet}`, cure: 'write “less than”, or \\< for the sign itself' };
  if (components.has(name))
    return {
      found: `<${name}> that cannot be read: ${tag.slice(0, 60)}`,
      cure: `write ${asWritten(name, components)}`,
    };
  if (rest.startsWith('<'))
    return {
      found: `a sign < that is read as the beginning of a tag: ${snippet}`,
      cure: 'write \\< for the sign itself, or mend the tag',
    };
  return {
    found: `a line that is read as code: ${snippet}`,
    cure: 'begin the line with another word than import or export, or take the line out',
  };
};

/** The name in an opening or closing tag. */
const nameIn = (rest: string, isClosing: boolean): string | undefined =>
  (isClosing ? /^<\/\s*(\w+)/ : /^<(\w+)/).exec(rest)?.[1];

export const mdxSyntax = entryRule('mdx-syntax', 'error', function* (entry, { components }) {
  const problems = entry.body.problems.toSorted((a, b) => a.offset - b.offset);
  const restOf = (offset: number): string => entry.text.slice(offset, offset + 200);
  const isSame = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && one.toLowerCase() === other?.toLowerCase();
  for (const [index, { offset, message }] of problems.entries()) {
    const rest = restOf(offset);
    // A line that begins with “import” or “export” is told as one.
    if (/(?:^|\n)(?:im|ex)port\s[^\n]*$/.test(entry.text.slice(0, offset + 1))) continue;
    // The end of a tag that is broken at its beginning is told there.
    const closing = nameIn(rest, true);
    if (problems.slice(0, index).some((one) => isSame(nameIn(restOf(one.offset), false), closing))) continue;
    const opening = nameIn(rest, false);
    const closed = problems
      .slice(index + 1)
      .map((one) => nameIn(restOf(one.offset), true))
      .find((name) => isSame(name, opening));
    const before = entry.text.slice(0, offset);
    yield at(entry, offset, explain({ message, rest, before, closed, components }));
  }
});

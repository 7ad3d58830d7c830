/** The body as MDX: where “<” and “{” are read as code and the code is broken. */
import { at, type Words } from '../finding.ts';
import { entryRule } from '../rule.ts';
import { tags } from './mdx-parts.ts';

const explain = (message: string, rest: string): Words => {
  const [line = ''] = /^[^\n]{0,40}/.exec(rest) ?? [];
  const snippet = line.trim();
  const [, name = ''] = /^<\/?\s*([\w.]+)/.exec(rest) ?? [];
  const [tag = ''] = /^<[^>\n]*>?/.exec(rest) ?? [];
  // An email address is told as one.
  if (/^<(?:mailto:)?[^\s<>]+@[^\s<>]+>/.test(rest))
    return {
      found: `an email address in angle brackets: ${tag}`,
      allowed: 'no email address of a person stands on a page',
      cure: 'leave it out: whoever has a question uses the form of this site or the publisher’s page',
    };
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
    tags.has(name) || /^[A-Z]/.test(name) || /^(?:div|font|center|iframe|video|section|script|style|o:p)$/.test(name);
  if (rest.startsWith('</'))
    return {
      found: `a closing tag ${snippet} without its opening tag`,
      cure: `take it out, or write <${name}> where it should begin`,
    };
  if (/closing tag/.test(message) && isTag)
    return {
      found: `<${name}> opens and never closes`,
      cure: `write </${name}> where it ends, on its own line if it began on its own, or take <${name}> out`,
    };
  if (rest.startsWith('{'))
    return {
      found: `a brace: ${snippet}`,
      cure: 'braces are read as code here: write \\{ for the sign itself, or take it out',
    };
  if (/^<-?[\d\s=.]/.test(rest))
    return { found: `a sign < before a figure: ${snippet}`, cure: 'write “less than”, or \\< for the sign itself' };
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

export const mdxSyntax = entryRule('mdx-syntax', 'error', function* (entry) {
  for (const { offset, message } of entry.body.problems)
    // A line that begins with “import” or “export” is told as one.
    if (!/(?:^|\n)(?:im|ex)port\s[^\n]*$/.test(entry.text.slice(0, offset + 1)))
      yield at(entry, offset, explain(message, entry.text.slice(offset, offset + 200)));
});

/** Components, tags, braces and imports in a body: a closed set, since an unknown one breaks the build. */
import { at, type Finding, type Words } from '../finding.ts';
import type { BodyPart } from '../reading/body.ts';
import type { Entry } from '../reading/entry.ts';
import type { Project } from '../reading/project.ts';
import { entryRule } from '../rule.ts';
import { didYouMean, nearest } from '../../lib/nearest.ts';

/** HTML that a body may hold; what Markdown has a sign for is told by the rule “html”. */
export const tags: ReadonlySet<string> = new Set(
  (
    'a abbr b blockquote br cite code dd del details dfn dl dt em figcaption figure hr i img kbd li mark ol p q s small ' +
    'span strong sub summary sup table tbody td th thead time tr u ul var'
  ).split(' '),
);

/** A component as it is written: `<Notice lead="…">`. */
export const asWritten = (name: string, components: Project['components']): string =>
  `<${name} ${[...(components.get(name)?.keys() ?? [])].map((key) => `${key}="…"`).join(' ')}>`;

function* inComponent(
  entry: Entry,
  { name, offset, properties = new Map(), isSpread }: BodyPart,
  known: Map<string, boolean>,
): Iterable<Finding> {
  const names = [...known.keys()];
  const unknown = [...properties.keys()].filter((one) => !known.has(one));
  const written = (keys: readonly string[]) => `<${name} ${keys.map((key) => `${key}="…"`).join(' ')}>`;
  if (isSpread || [...properties.values()].includes(undefined))
    yield at(entry, offset, {
      found: `<${name}> has a property in braces { }, which is run as code`,
      cure: `write the words in straight quotes: ${written(names)}`,
    });
  for (const [key, value] of properties)
    if (known.get(key) && value?.trim() === '')
      yield at(entry, offset, {
        found: `“${key}” of <${name}> is empty`,
        cure: `write it between the quotes: ${key}="…"`,
      });
  for (const one of unknown)
    yield at(entry, offset, {
      found: `<${name}> has no property “${one}”`,
      allowed: `it has ${names.map((key) => `“${key}”`).join(' and ')}`,
      cure: didYouMean(one, names) || `take ${one}=… out`,
    });
  for (const one of isSpread ? [] : names)
    if (known.get(one) && !properties.has(one) && !unknown.some((typed) => nearest(typed, names, 1)[0] === one))
      yield at(entry, offset, {
        found: `<${name}> has no “${one}”`,
        cure: `write ${written(names.filter((key) => known.get(key)))}`,
      });
}

const noComponent = (name: string, known: readonly string[]): Words => ({
  found: `there is no component <${name}>`,
  allowed:
    known.length > 0
      ? `those there are: ${known.map((one) => `<${one}>`).join(', ')}`
      : 'entries need none: plain Markdown does',
  cure: didYouMean(name, known) || `take <${name}> and </${name}> out and keep the text`,
});

const ofTag = ({ name, properties }: BodyPart, components: readonly string[]): Words | undefined => {
  const component = components.find((one) => one.toLowerCase() === name);
  if (component && properties && properties.size > 0)
    return {
      found: `<${name}> with a small letter is a tag of HTML, and its properties do nothing`,
      cure: `write <${component} …> and </${component}> with a capital letter`,
    };
  if (name === '' || tags.has(name)) return undefined;
  return {
    found: `the HTML tag <${name}>`,
    allowed: 'plain Markdown does without',
    cure: `take <${name}> and </${name}> out and keep the text; for a heading write ##, for a list -, for bold **`,
  };
};

/** `![…](…){width="5in"}`, `## Heading {#id}`: settings as Pandoc and others write them behind what they are of. */
export const isSetting = (before: string, inner: string): boolean =>
  /[\])]$|^#.*\s$/.test(before.slice(before.lastIndexOf('\n') + 1)) && /^\s*[.#]?[a-z][\w-]*(?:\s*=|\s*$)/i.test(inner);

export const ofSetting = (inner: string): Words => ({
  found: `a setting of another program, {${inner.slice(0, 40)}}, which is run as code`,
  cure: 'take the braces out, with all that stands in them',
});

const wordsFor = (part: BodyPart, components: readonly string[], before: string): Words | undefined => {
  if (part.kind === 'module')
    return /^import\s.*["'].+["']|^export\s+(?:default|const|let|var|function|async|class|\{|\*)/.test(part.name)
      ? {
          found: `a line of code: ${part.name}`,
          cure: 'take the line out: what authors may use is there without an import',
        }
      : {
          found: `a line that begins with “${part.name.slice(0, 6)}”, which is read as code: ${part.name.slice(0, 60)}`,
          cure: 'begin the line with a capital letter or another word',
        };
  if (part.kind === 'component') return noComponent(part.name, components.toSorted());
  if (part.kind === 'tag') return ofTag(part, components);
  // Told as a mark of a chat program.
  if (before.endsWith(']') && /:contentReference\[[^\]\n]*\]$/.test(before)) return undefined;
  if (isSetting(before, part.name)) return ofSetting(part.name);
  return {
    found: `text in braces {${part.name.slice(0, 40)}}, which is run as code`,
    cure: 'write \\{ and \\} for the signs themselves, or take the braces out',
  };
};

export const mdxParts = entryRule('mdx-parts', 'error', function* (entry, project) {
  const { components } = project;
  for (const { value, offset } of entry.body.texts)
    for (const { 0: tag, 1: name = '', index } of value.matchAll(/<\s*([A-Z]\w*)\b[^>\n]*>?/g))
      if (components.has(name))
        yield at(entry, offset + index, {
          found: `${tag.slice(0, 40)}, which readers see as it stands`,
          cure: `write ${asWritten(name, components)} with nothing before the < and no space behind it, and </${name}> where it ends`,
        });
  for (const part of entry.body.parts) {
    const properties = part.kind === 'component' ? project.components.get(part.name) : undefined;
    const words = wordsFor(part, [...project.components.keys()], entry.text.slice(0, part.offset));
    if (properties) yield* inComponent(entry, part, properties);
    if (properties && part.isEmpty)
      yield at(entry, part.offset, {
        found: `<${part.name}> with nothing in it`,
        cure: `write what it holds between <${part.name} …> and </${part.name}>, with empty lines around it, or take it out`,
      });
    if (!properties && words) yield at(entry, part.offset, words);
  }
});

/** Components, tags, braces and imports in a body: a closed set, since an unknown one breaks the build. */
import { at, type Finding } from '../finding.ts';
import type { BodyPart } from '../reading/body.ts';
import type { Entry } from '../reading/entry.ts';
import type { Find, Rule } from '../rule.ts';
import { didYouMean, nearest } from '../../lib/nearest.ts';

/** HTML that a body may hold; what Markdown has a sign for is told by the rule “html”. */
export const tags: ReadonlySet<string> = new Set(
  (
    'a abbr b blockquote br cite code dd del details dfn dl dt em figcaption figure hr i img kbd li mark ol p q s small ' +
    'span strong sub summary sup table tbody td th thead time tr u ul var'
  ).split(' '),
);

const propertyFaults = (
  entry: Entry,
  { name, offset, properties = new Map(), isSpread }: BodyPart,
  known: Map<string, boolean>,
): Finding[] => {
  const names = [...known.keys()];
  const unknown = [...properties.keys()].filter((one) => !known.has(one));
  const isCode = isSpread === true || [...properties.values()].includes(undefined);
  return [
    ...(isCode
      ? [
          at(entry, offset, {
            found: `<${name}> has a property in braces { }, which is run as code`,
            cure: `write the words in straight quotes: <${name} ${names.map((key) => `${key}="…"`).join(' ')}>`,
          }),
        ]
      : []),
    ...[...properties]
      .filter(([key, value]) => known.get(key) && value?.trim() === '')
      .map(([key]) =>
        at(entry, offset, {
          found: `“${key}” of <${name}> is empty`,
          cure: `write it between the quotes: ${key}="…"`,
        }),
      ),
    ...unknown.map((one) =>
      at(entry, offset, {
        found: `<${name}> has no property “${one}”`,
        allowed: `it has ${names.map((key) => `“${key}”`).join(' and ')}`,
        cure: didYouMean(one, names) || `take ${one}=… out`,
      }),
    ),
    ...names
      .filter(
        (one) =>
          known.get(one) &&
          !properties.has(one) &&
          isSpread !== true &&
          !unknown.some((typed) => nearest(typed, names, 1)[0] === one),
      )
      .map((one) =>
        at(entry, offset, {
          found: `<${name}> has no “${one}”`,
          cure: `write <${name} ${names
            .filter((key) => known.get(key))
            .map((key) => `${key}="…"`)
            .join(' ')}>`,
        }),
      ),
  ];
};

const find: Find = (project) =>
  project.entries.flatMap((entry) =>
    (entry.body?.parts ?? []).flatMap((part) => {
      if (part.kind === 'module')
        return at(entry, part.offset, {
          found: `a line of code: ${part.name}`,
          cure: 'take the line out: what authors may use is there without an import. A sentence must not begin with the small word “import” or “export”',
        });
      // Told as a mark of a chat program.
      if (
        part.kind === 'expression' &&
        entry.text.slice(0, part.offset).endsWith(']') &&
        /:contentReference\[[^\]\n]*\]$/.test(entry.text.slice(0, part.offset))
      )
        return [];
      if (part.kind === 'expression')
        return at(entry, part.offset, {
          found: `text in braces {${part.name.slice(0, 40)}}, which is run as code`,
          cure: 'write \\{ and \\} for the signs themselves, or take the braces out',
        });
      if (part.kind === 'component') {
        const properties = project.components.get(part.name);
        if (properties) return propertyFaults(entry, part, properties);
        const known = [...project.components.keys()].sort();
        return at(entry, part.offset, {
          found: `there is no component <${part.name}>`,
          allowed:
            known.length > 0
              ? `those there are: ${known.map((name) => `<${name}>`).join(', ')}`
              : 'entries need none: plain Markdown does',
          cure:
            nearest(part.name, known).length > 0
              ? didYouMean(part.name, known)
              : `take <${part.name}> and </${part.name}> out and keep the text`,
        });
      }
      const component = [...project.components.keys()].find((one) => one.toLowerCase() === part.name);
      if (component && part.properties && part.properties.size > 0)
        return at(entry, part.offset, {
          found: `<${part.name}> with a small letter is a tag of HTML, and its properties do nothing`,
          cure: `write <${component} …> and </${component}> with a capital letter`,
        });
      if (part.name === '' || tags.has(part.name)) return [];
      return at(entry, part.offset, {
        found: `the HTML tag <${part.name}>`,
        allowed: 'plain Markdown does without',
        cure: `take <${part.name}> and </${part.name}> out and keep the text; for a heading write ##, for a list -, for bold **`,
      });
    }),
  );

export const mdxParts = { id: 'mdx-parts', severity: 'error', find } as const satisfies Rule;

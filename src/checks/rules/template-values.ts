/** Values of the template that were left standing: on a page they are false facts. */
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';

const isFrontPage = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return /(^|\.)smart-policing\.com$/.test(url?.hostname ?? '') && url?.pathname === '/' && url.search === '';
};

/** Pages about the program as a whole may well name its front page. */
const aboutTheProgram = new Set(['pages', 'ta-types']);

export const templateValues = entryRule('template-values', 'error', function* (entry) {
  // A draft is still being filled in.
  if (entry.isDraft) return;
  const sources = entry.frontmatter.values['sources'];
  const isOnlySource =
    Array.isArray(sources) &&
    sources.filter((one: unknown) => typeof one === 'object' && one !== null && 'url' in one).length === 1;
  for (const { shape, value, path } of entry.marked)
    if (
      shape.kind === 'web-address' &&
      typeof value === 'string' &&
      isFrontPage(value) &&
      !aboutTheProgram.has(entry.collection) &&
      (path[0] !== 'sources' || isOnlySource)
    )
      yield atField(entry, path, {
        found: `${value} is the front page of the program, as in the template`,
        cure: 'write the address of the page itself, or take the line out if there is none',
      });
  for (const { path, value } of entry.words)
    if (/^(?:\.\/)?name-of-(?:its|this)-/.test(value))
      yield atField(entry, path, {
        found: `“${value}” is still the text of the template`,
        cure: 'write the name that belongs there, or take the line out',
      });
});

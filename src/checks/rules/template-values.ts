/** Values of the template that were left standing: on a page they are false facts. */
import { shapeOf, visit } from '../../kinds/shape.ts';
import { atField, type Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const isFrontPage = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return /(^|\.)smart-policing\.com$/.test(url?.hostname ?? '') && url?.pathname === '/' && url.search === '';
};

/** Pages about the program as a whole may well name its front page. */
const aboutTheProgram = new Set(['pages', 'ta-types']);

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] => {
    // A draft is still being filled in.
    if (entry.isDraft) return [];
    const found: Finding[] = [];
    const sources = entry.frontmatter?.values['sources'];
    const isOnlySource =
      Array.isArray(sources) &&
      sources.filter((one: unknown) => typeof one === 'object' && one !== null && 'url' in one).length === 1;
    visit(shapeOf(entry.collection), entry.frontmatter?.values, (shape, value, path) => {
      if (
        shape.kind === 'web-address' &&
        typeof value === 'string' &&
        isFrontPage(value) &&
        !aboutTheProgram.has(entry.collection) &&
        (path[0] !== 'sources' || isOnlySource)
      )
        found.push(
          atField(entry, path, {
            found: `${value} is the front page of the program, as in the template`,
            cure: 'write the address of the page itself, or take the line out if there is none',
          }),
        );
      if (typeof value === 'string' && /^(?:\.\/)?name-of-(?:its|this)-/.test(value))
        found.push(
          atField(entry, path, {
            found: `“${value}” is still the text of the template`,
            cure: 'write the name that belongs there, or take the line out',
          }),
        );
    });
    return found;
  });

export const templateValues = { id: 'template-values', severity: 'error', find } as const satisfies Rule;

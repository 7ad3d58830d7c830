/** A figure in the summary stands on the page too, where its source is named. */
import { atField } from '../finding.ts';
import { scalarsOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';

const inWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Figures of a text as plain numbers: “1,200” and “1200” are one. Small numbers in words count where they are looked up. */
const figuresIn = (text: string): string[] =>
  [...text.replace(/(\d),(?=\d{3}\b)/g, '$1').matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => String(Number(figure)));

const wordsAsFigures = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => (inWords.includes(word) ? [String(inWords.indexOf(word))] : []));

const find: Find = (project) =>
  project.entries.flatMap((entry) => {
    const summary = entry.frontmatter?.values['summary'];
    if (!entry.frontmatter || typeof summary !== 'string' || entry.collection === 'topics') return [];
    const rest = [
      ...scalarsOf(entry.frontmatter)
        .filter(({ path }) => path[0] !== 'summary')
        .map(({ value }) => String(value)),
      entry.body?.words ?? '',
      // Fields that cannot be read may hold the figure all the same.
      ...(entry.frontmatter.broken.size > 0
        ? [entry.text.slice(entry.frontmatter.start, entry.frontmatter.end).replace(/^summary:.*$/m, '')]
        : []),
    ].join(' ');
    const figures = new Set(figuresIn(rest));
    const notInFigures = [...new Set(figuresIn(summary))].filter((figure) => !figures.has(figure));
    if (notInFigures.length === 0) return [];
    const figuresInWords = new Set(wordsAsFigures(rest));
    const missing = notInFigures.filter((figure) => !figuresInWords.has(figure));
    if (missing.length === 0) return [];
    return atField(entry, ['summary'], {
      found: `the summary says ${missing.join(' and ')}, and nothing else on the page does`,
      allowed: 'a figure in the summary stands on the page too, with its source',
      cure: 'write it in the text or in the fields below, or correct the summary',
    });
  });

export const figures = { id: 'figures', severity: 'error', find } as const satisfies Rule;

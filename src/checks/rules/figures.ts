/** Figures: one in the summary, or in a project’s finding, stands on the page too, where its source is named; no fall is of more than all. */
import { at, atField, type Words } from '../finding.ts';
import { valueAt } from '../explain/complaint.ts';
import { entryRule } from '../rule.ts';

const inWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Figures of a text as plain numbers: “1,200” and “1200” are one. Small numbers in words count where they are looked up. */
const figuresIn = (text: string): Set<string> =>
  new Set(
    [...text.replace(/(\d),(?=\d{3}\b)/g, '$1').matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => String(Number(figure))),
  );

const wordsAsFigures = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .map((word) => String(inWords.indexOf(word))),
  );

/** “17 percent” of 17.3: words round. */
const rounded = (figures: ReadonlySet<string>): Set<string> =>
  new Set([...figures].map((figure) => String(Math.round(Number(figure)))));

export const figures = entryRule('figures', 'error', function* (entry) {
  const { frontmatter, body, collection, scalars } = entry;
  if (collection === 'topics') return;
  for (const field of ['summary', 'finding']) {
    const words = frontmatter.values[field];
    if (typeof words !== 'string') continue;
    const rest = [
      // The figures of a day or an address are no figures of the text.
      ...scalars.flatMap(({ path, value, shape }) =>
        path[0] === field || shape?.kind === 'day' || shape?.kind === 'web-address' ? [] : String(value),
      ),
      ...body.nodes('text', 'inlineCode', 'code').map(({ value }) => value),
      // Fields that cannot be read may hold the figure all the same.
      frontmatter.broken.size > 0 ? frontmatter.yaml.replace(new RegExp(`^${field}:.*$`, 'm'), '') : '',
    ].join(' ');
    const onPage = figuresIn(rest);
    // A finding is one short line, in which other numbers than percentages are often counted together.
    const wanted =
      field === 'summary'
        ? figuresIn(words)
        : figuresIn((words.match(/\d+(?:\.\d+)?(?=\s?%|\s+percent\b)/g) ?? []).join(' ')).difference(rounded(onPage));
    const notInFigures = wanted.difference(onPage);
    const missing = notInFigures.size > 0 ? notInFigures.difference(wordsAsFigures(rest)) : notInFigures;
    if (missing.size > 0)
      yield atField(entry, [field], {
        found: `the ${field} says ${[...missing].join(' and ')}, and nothing else on the page does`,
        allowed: `a figure in the ${field} stands on the page too, with its source`,
        cure: `write it in the text or in the fields below, or correct the ${field}`,
      });
  }
});

const over100 = String.raw`((?:\d,)?\d{3,}(?:\.\d+)?)(?:\s?%|\s+percent\b)(?!\s*of\b)`;
/** “fell by 120 percent”, “a drop of 120%”, “120% fewer”; not “fell from 150 percent”, nor “120 percent less than half”. */
const falls = new RegExp(
  String.raw`\b(?:fell|falls?|fallen|drop(?:s|ped)?|decreas(?:ed?|es|ing)|declin(?:ed?|es|ing)|reduc(?:ed?|es|ing|tions?)|down)(?:\s+(?:by|of|about|some|nearly|almost|over|more\s+than)){0,3}\s+${over100}|${over100}\s+(?:fewer|less|lower|drop|fall|decrease|decline|reduction)\b`,
  'gi',
);

/** Nothing falls by more than all of it. */
export const impossibleFalls = entryRule('impossible-falls', 'error', function* (entry) {
  const fallIn = (text: string): Words | undefined => {
    const match = [...text.matchAll(falls)].find(
      ([, after, before]) => Number((after ?? before ?? '').replace(',', '')) > 100,
    );
    return (
      match && {
        found: `a fall of more than 100 percent: “${match[0]}”`,
        allowed: 'a fall is at most 100 percent: from 300 to 100 is 67 percent',
        cure: 'look the figure up in the source, and correct it',
      }
    );
  };
  for (const { path, value } of entry.words) {
    // Beside a percentage the two are compared.
    const isCompared = path.at(-1) === 'figure' && valueAt(entry.frontmatter.values, [...path.slice(0, -1), 'percent']);
    const words = isCompared ? undefined : fallIn(value);
    if (words) yield atField(entry, path, words);
  }
  for (const { value, offset } of entry.body.texts) {
    const words = fallIn(value);
    if (words) yield at(entry, offset, words);
  }
});

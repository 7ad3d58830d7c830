/** content/synonyms.yaml: what people type beside the “synonyms” of each topic. Read with the place of every fault, so that the checks can say what to mend. */
import levenshtein from 'damerau-levenshtein';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { facetNames, type FacetName } from '../lib/facets.ts';
import { wordsIn } from './words.ts';

/** Words that mean the same, or lead somewhere. */
export interface Synonyms {
  /** Each phrase of a group stands for the others. */
  same: string[][];
  /** By facet, by id of its value. */
  facets: Partial<Record<FacetName, Record<string, string[]>>>;
  /** By address. */
  pages: Record<string, string[]>;
}

interface SynonymsFault {
  /** 1-based. */
  line: number;
  column: number;
  /** Where it stands: `['facets', 'topic', 'drugs', 0]`. */
  path: (string | number)[];
  found: string;
  allowed: string;
  cure: string;
}

/** What the file may name; left out, any id or address will do. */
export interface KnownNames {
  facets?: Partial<Record<FacetName, readonly string[]>>;
  pages?: readonly string[];
}

const sections = ['same', 'facets', 'pages'] as const;

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** A line whose list is opened and not closed, at or before the line of the parser’s complaint. */
const openLine = (text: string, upTo: number): number | undefined => {
  const lines = text.split('\n');
  for (let at = Math.min(upTo, lines.length) - 1; at >= 0; at -= 1) {
    const line = (lines[at] ?? '').replace(/"[^"]*"|#.*$/g, '');
    if (line.split('[').length > line.split(']').length) return at + 1;
    if (at < upTo - 1 && line.trim() !== '') return undefined;
  }
  return undefined;
};

/** Never throws: what cannot be read is a fault, and the rest of the file counts. `text` is the whole file. */
export const readSynonyms = (text: string, known: KnownNames = {}): { synonyms: Synonyms; faults: SynonymsFault[] } => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const faults: SynonymsFault[] = [];
  const synonyms: Synonyms = { same: [], facets: {}, pages: {} };
  const complain = (offset: number, path: SynonymsFault['path'], found: string, allowed: string, cure: string) => {
    const { line, col } = counter.linePos(offset);
    faults.push({ line: Math.max(1, line), column: Math.max(1, col), path, found, allowed, cure });
  };
  const offsetOf = (node: unknown): number =>
    typeof node === 'object' && node !== null && 'range' in node ? ((node as Node).range?.[0] ?? 0) : 0;
  const sourceOf = (node: unknown): string => {
    const range = typeof node === 'object' && node !== null ? (node as Node).range : undefined;
    return range ? (text.slice(range[0], range[1]).split('\n')[0] ?? '').trim() : '';
  };

  for (const { pos, code, message } of document.errors) {
    const { line } = counter.linePos(pos[0]);
    const open = openLine(text, line);
    if (open !== undefined)
      complain(
        counter.lineStarts[open - 1] ?? 0,
        [],
        `a list that is opened with “[” and not closed: ${(text.split('\n')[open - 1] ?? '').trim()}`,
        'a list stands between “[” and “]”',
        'put “]” after the last word of the line',
      );
    else if (code === 'DUPLICATE_KEY')
      complain(pos[0], [], 'the same name twice', 'a name stands once', 'move the words of both to one line');
    else
      complain(
        pos[0],
        [],
        `a line that cannot be read: ${message.split('\n')[0] ?? ''}`,
        'lists as “- [CAD, computer-aided dispatch]”, indented with spaces',
        "write the line as the lines around it are written; put a phrase with “:”, “#” or “'” in straight quotes",
      );
  }
  // One fault of the file’s form can make the rest unreadable: what follows from it is not told.
  if (document.errors.length > 0) return { synonyms, faults: faults.slice(0, 1) };

  const phrasesIn = (node: unknown, path: SynonymsFault['path'], key: string, least: number): string[] => {
    if (!isSeq(node)) {
      const words = sourceOf(node);
      const list = `[${words || 'first phrase, second phrase'}]`;
      complain(
        offsetOf(node),
        path,
        words ? `words without a list: ${words}` : 'nothing',
        'a list of phrases between “[” and “]”',
        `write ${key ? `${key}: ` : '- '}${list}`,
      );
      return [];
    }
    const phrases = node.items.flatMap((item, index): string[] => {
      const here = [...path, index];
      const phrase = isScalar(item) && item.value !== null ? String(item.source ?? item.value).trim() : '';
      if (isAlias(item) || !phrase || wordsIn(phrase).length === 0) {
        complain(
          offsetOf(item) || offsetOf(node),
          here,
          isScalar(item) ? `a phrase without a word: “${phrase}”` : `something that is no phrase: ${sourceOf(item)}`,
          'a phrase has at least one letter or figure',
          'write the phrase, or take it out; put a phrase with a comma, “:” or “#” in straight quotes',
        );
        return [];
      }
      return [phrase];
    });
    const twice = phrases.findIndex((phrase, index) => phrases.indexOf(phrase) < index);
    if (twice >= 0)
      complain(
        offsetOf(node.items[twice]),
        [...path, twice],
        `“${phrases[twice] ?? ''}” twice in one list`,
        'a phrase stands once',
        'take one out',
      );
    if (node.items.length < least)
      complain(
        offsetOf(node),
        path,
        `a list of ${node.items.length}`,
        least > 1 ? 'a group has two phrases or more: each stands for the others' : 'a list has a phrase or more',
        least > 1 ? 'add what means the same, or take the line out' : 'add a phrase, or take the line out',
      );
    return [...new Set(phrases)];
  };

  const entriesOf = (node: unknown, path: SynonymsFault['path'], allowed: string): [string, Pair][] => {
    if (isMap(node))
      return node.items.map((pair): [string, Pair] => [
        isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : '',
        pair,
      ]);
    if (node !== null && !(isScalar(node) && node.value === null))
      complain(offsetOf(node), path, sourceOf(node), allowed, 'write a name, “:” and what belongs to it on each line');
    return [];
  };

  const named = (
    name: string,
    pair: Pair,
    path: SynonymsFault['path'],
    what: string,
    names: readonly string[] | undefined,
  ): boolean => {
    if (!names || names.includes(name)) return true;
    const [near] = names
      .map((one) => ({ one, steps: levenshtein(one, name.toLowerCase().replaceAll(' ', '-')).steps }))
      .filter(({ steps }) => steps < 3)
      .sort((a, b) => a.steps - b.steps);
    complain(
      offsetOf(pair.key),
      path,
      `“${name}”, which is no ${what}`,
      names.length > 40 ? `a ${what} that this site has` : `a ${what}: ${quoted(names)}`,
      near ? `write ${near.one}` : `write the name of a ${what}, or take the lines out`,
    );
    return false;
  };

  for (const [section, pair] of entriesOf(document.contents, [], `sections ${quoted(sections)}`)) {
    if (!named(section, pair, [section], 'section', sections)) continue;
    if (section === 'same') {
      const { value } = pair;
      if (isSeq(value))
        synonyms.same = value.items
          .map((item, index) => phrasesIn(item, ['same', index], '', 2))
          .filter((group) => group.length > 1);
      else if (!(isScalar(value) && value.value === null))
        complain(
          offsetOf(value ?? pair.key),
          ['same'],
          sourceOf(value),
          'groups, one a line, as “- [CAD, computer-aided dispatch]”',
          'begin each line with “- [” and close it with “]”',
        );
    } else if (section === 'pages') {
      for (const [page, words] of entriesOf(pair.value, ['pages'], 'addresses of pages, each with its phrases')) {
        if (!/^\/(?:.*\/)?$/.test(page))
          complain(
            offsetOf(words.key),
            ['pages', page],
            `“${page}”`,
            'the address of a page of this site, with “/” at both ends',
            'write it as it stands in the address line after the name of the site, such as /experts/',
          );
        else if (named(page, words, ['pages', page], 'page of this site', known.pages))
          synonyms.pages[page] = phrasesIn(words.value, ['pages', page], page, 1);
      }
    } else {
      for (const [facet, values] of entriesOf(pair.value, ['facets'], `filters ${quoted(facetNames)}`)) {
        const name = facetNames.find((one) => one === facet);
        if (!named(facet, values, ['facets', facet], 'filter', facetNames) || !name) continue;
        const lists: Record<string, string[]> = {};
        for (const [value, words] of entriesOf(values.value, ['facets', facet], 'names of values, each with its list'))
          if (named(value, words, ['facets', facet, value], facet, known.facets?.[name]))
            lists[value] = phrasesIn(words.value, ['facets', facet, value], value, 1);
        synonyms.facets[name] = lists;
      }
    }
  }
  return { synonyms, faults };
};

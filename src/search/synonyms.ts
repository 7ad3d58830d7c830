/** content/synonyms.yaml: what people type beside the “synonyms” of each topic. Read with the place of every fault, so that the checks can say what to mend. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml';
import { facetNames, type FacetName } from '../lib/facets.ts';
import { nearest } from '../lib/nearest.ts';
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
  found: string;
  allowed: string;
  cure: string;
}

/** What the file may name; left out, any id or address will do. */
export interface KnownNames {
  facets?: Partial<Record<FacetName, readonly string[]>>;
  pages?: readonly string[];
}

/** A line of the file that has a name: `drugs: [dope, pills]`. */
interface Named {
  name: string;
  key: ParsedNode;
  value: ParsedNode;
}

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
  // “911” and “true” are phrases like others: all that stands in the file is text.
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'failsafe' });
  const faults: SynonymsFault[] = [];
  const synonyms: Synonyms = { same: [], facets: {}, pages: {} };
  const complain = (at: ParsedNode | number, found: string, allowed: string, cure: string) => {
    const { line, col } = counter.linePos(typeof at === 'number' ? at : at.range[0]);
    faults.push({ line: Math.max(1, line), column: Math.max(1, col), found, allowed, cure });
  };
  const sourceOf = ({ range }: ParsedNode): string => (text.slice(range[0], range[1]).split('\n')[0] ?? '').trim();
  const isEmpty = (node: ParsedNode): boolean => isScalar(node) && node.value === '';

  const [error] = document.errors;
  if (error) {
    // One fault of the file’s form can make the rest unreadable: what follows from it is not told.
    const open = openLine(text, counter.linePos(error.pos[0]).line);
    if (open !== undefined)
      complain(
        counter.lineStarts[open - 1] ?? 0,
        `a list that is opened with “[” and not closed: ${(text.split('\n')[open - 1] ?? '').trim()}`,
        'a list stands between “[” and “]”',
        'put “]” after the last word of the line',
      );
    else if (error.code === 'DUPLICATE_KEY')
      complain(error.pos[0], 'the same name twice', 'a name stands once', 'move the words of both to one line');
    else
      complain(
        error.pos[0],
        `a line that cannot be read: ${error.message.split('\n')[0] ?? ''}`,
        'lists as “- [CAD, computer-aided dispatch]”, indented with spaces',
        "write the line as the lines around it are written; put a phrase with “:”, “#” or “'” in straight quotes",
      );
    return { synonyms, faults };
  }

  const phrasesIn = (node: ParsedNode, least: number, name = ''): string[] => {
    if (!isSeq(node)) {
      const words = sourceOf(node)
        .replace(/^["'{]|["'}]$/g, '')
        .split(/\s*[,;=:]\s*/)
        .join(', ');
      complain(
        node,
        words ? `words without a list: ${sourceOf(node)}` : 'nothing',
        'a list of phrases between “[” and “]”',
        `write ${name ? `${name}: ` : '- '}[${words || 'first phrase, second phrase'}]`,
      );
      return [];
    }
    const phrases = new Set<string>();
    for (const item of node.items) {
      const phrase = isScalar(item) ? String(item.value).trim() : undefined;
      if (phrase === undefined || wordsIn(phrase).length === 0)
        complain(
          item,
          phrase === undefined
            ? `something that is no phrase: ${sourceOf(item)}`
            : `a phrase without a word: “${phrase}”`,
          'a phrase has at least one letter or figure',
          'write the phrase, or take it out; put a phrase with a comma, “:” or “#” in straight quotes',
        );
      else if (phrases.has(phrase))
        complain(item, `“${phrase}” twice in one list`, 'a phrase stands once', 'take one out');
      else phrases.add(phrase);
    }
    const [only] = node.items.length === 1 ? [...phrases] : [];
    const parts = only?.split(/\s*[;/|=]\s*/) ?? [];
    if (parts.length > 1)
      complain(node, `a list of 1: ${only}`, 'phrases are parted by commas', `write [${parts.join(', ')}]`);
    else if (node.items.length < least)
      complain(
        node,
        `a list of ${node.items.length}`,
        least > 1 ? 'a group has two phrases or more: each stands for the others' : 'a list has a phrase or more',
        least > 1 ? 'add what means the same, or take the line out' : 'add a phrase, or take the line out',
      );
    return [...phrases];
  };

  const namedIn = (node: ParsedNode, allowed: string): Named[] => {
    if (isMap(node))
      return node.items.map(({ key, value }) => ({
        name: isScalar(key) ? String(key.value) : '',
        key,
        value: value ?? key,
      }));
    if (!isEmpty(node))
      complain(node, sourceOf(node), allowed, 'write a name, “:” and what belongs to it on each line');
    return [];
  };

  const isKnown = ({ name, key }: Named, what: string, names: readonly string[] | undefined): boolean => {
    if (!names || names.includes(name)) return true;
    const [near] = nearest(name, names, 1);
    complain(
      key,
      `“${name}”, which is no ${what}`,
      names.length > 40 ? `a ${what} that this site has` : `a ${what}: ${quoted(names)}`,
      near ? `write ${near}` : `write the name of a ${what}, or take the lines out`,
    );
    return false;
  };

  const sections: Record<keyof Synonyms, (node: ParsedNode) => void> = {
    same: (node) => {
      if (isSeq(node)) synonyms.same = node.items.map((item) => phrasesIn(item, 2)).filter((group) => group.length > 1);
      else if (!isEmpty(node))
        complain(
          node,
          sourceOf(node),
          'groups, one a line, as “- [CAD, computer-aided dispatch]”',
          'begin each line with “- [” and close it with “]”',
        );
    },
    facets: (node) => {
      for (const facet of namedIn(node, `filters ${quoted(facetNames)}`)) {
        const name = facetNames.find((one) => one === facet.name);
        if (!isKnown(facet, 'filter', facetNames) || !name) continue;
        const values = namedIn(facet.value, 'names of values, each with its list').filter((value) =>
          isKnown(value, name, known.facets?.[name]),
        );
        synonyms.facets[name] = Object.fromEntries(
          values.map((value) => [value.name, phrasesIn(value.value, 1, value.name)]),
        );
      }
    },
    pages: (node) => {
      for (const page of namedIn(node, 'addresses of pages, each with its phrases'))
        if (!/^\/(?:.*\/)?$/.test(page.name))
          complain(
            page.key,
            `“${page.name}”`,
            'the address of a page of this site, with “/” at both ends',
            'write it as it stands in the address line after the name of the site, such as /experts/',
          );
        else if (isKnown(page, 'page of this site', known.pages))
          synonyms.pages[page.name] = phrasesIn(page.value, 1, page.name);
    },
  };
  const names = Object.keys(sections) as (keyof Synonyms)[];
  for (const section of document.contents ? namedIn(document.contents, `sections ${quoted(names)}`) : []) {
    const name = names.find((one) => one === section.name);
    if (isKnown(section, 'section', names) && name) sections[name](section.value);
  }
  return { synonyms, faults };
};

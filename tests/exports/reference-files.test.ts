/** RIS, BibTeX and CSL-JSON read back by citation-js: nothing is lost, no organization is split. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { evidenceOn } from '../../src/kinds/index.ts';
import { bibtex } from '../../src/lib/citation/bibtex.ts';
import type { CslItem, CslName } from '../../src/lib/citation/csl.ts';
import { ris } from '../../src/lib/citation/ris.ts';
import { built, builtJson, records, stemOf } from './built.ts';
import { hardWorks } from './hard-works.ts';

const require = createRequire(import.meta.url);

interface Read {
  type: string;
  title: string;
  year: number | undefined;
  authors: string[];
}

interface ReadItem {
  type?: string;
  title?: string;
  author?: {
    family?: string;
    given?: string;
    suffix?: string;
    literal?: string;
    'non-dropping-particle'?: string;
    'dropping-particle'?: string;
  }[];
  issued?: { 'date-parts'?: (number | string)[][] };
}

// Neither package has types of its own.
const { plugins } = require('@citation-js/core') as {
  plugins: { input: { chain: (text: string, options: object) => ReadItem[] } };
};
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');
/** Spaces and the marks that a name or title may be written with either way. */
const even = (text: string): string => text.replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim();

/** “[CNA]” in one piece, “Anthony A. Braga” in several. */
const nameOf = (name: NonNullable<ReadItem['author']>[number]): string => {
  const single = name.literal ?? (name.given ? undefined : name.family);
  if (single !== undefined) return `[${even(single)}]`;
  return even(
    [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
      .filter(Boolean)
      .join(' '),
  );
};

const readOf = (item: ReadItem | undefined): Read => {
  assert.ok(item, 'nothing was read');
  const year = item.issued?.['date-parts']?.[0]?.[0];
  return {
    type: item.type ?? '',
    title: even(item.title ?? ''),
    year: year === undefined ? undefined : Number(year),
    authors: (item.author ?? []).map(nameOf),
  };
};

const citationJs = (text: string): ReadItem[] => plugins.input.chain(text, { generateGraph: false });

/** What a parser should have read; RIS cannot keep the comma of an organization. */
const expected = (item: CslItem, format: 'ris' | 'bib' | 'csl'): Read => ({
  type: item.type,
  title: even(item.title),
  year: item.issued?.['date-parts'][0][0],
  authors: (item.author ?? []).map((name: CslName) =>
    'literal' in name
      ? `[${even(format === 'ris' ? name.literal.replaceAll(',', '') : name.literal)}]`
      : even([name.given, name.family, name.suffix].filter(Boolean).join(' ')),
  ),
});

/** Types that a format or a parser has only a wider word for. */
const widened: Record<string, readonly string[]> = {
  report: ['report', 'techreport'],
  'article-journal': ['article-journal', 'article'],
  book: ['book'],
  thesis: ['thesis', 'phdthesis'],
  webpage: ['webpage', 'document', 'online', 'misc'],
};

const compare = (
  works: readonly CslItem[],
  format: 'ris' | 'bib' | 'csl',
  text: (item: CslItem) => string,
  parse: (text: string) => ReadItem[],
): void => {
  const losses = works.flatMap((work) => {
    const read = readOf(parse(text(work))[0]);
    const wanted = expected(work, format);
    const isType = widened[wanted.type]?.includes(read.type) ?? false;
    return isType && JSON.stringify({ ...read, type: '' }) === JSON.stringify({ ...wanted, type: '' })
      ? []
      : [{ id: work.id, read, wanted }];
  });
  assert.deepEqual(losses, []);
};

const all = records();
const byId = new Map(all.map((record) => [record.citation.id, record]));
const fileOf =
  (ending: string) =>
  (work: CslItem): string => {
    const record = byId.get(work.id);
    assert.ok(record);
    return built(`${stemOf(record)}.${ending}`);
  };
const published = all.map(({ citation }) => citation);

test('every entry has its three files', () => assert.ok(published.length > 250));
test('CSL-JSON of every entry, read by citation-js', () => compare(published, 'csl', fileOf('csl.json'), citationJs));
test('RIS of every entry, read by citation-js', () => compare(published, 'ris', fileOf('ris'), citationJs));
test('BibTeX of every entry, read by citation-js', () => compare(published, 'bib', fileOf('bib'), citationJs));

test('hard works in RIS, read by citation-js', () => compare(hardWorks, 'ris', ris, citationJs));
test('hard works in BibTeX, read by citation-js', () => compare(hardWorks, 'bib', bibtex, citationJs));
test('the braces of every BibTeX file balance, as biber counts them', () => {
  for (const text of [...hardWorks.map(bibtex), built('data/v1/library.bib')])
    assert.equal(text.split('{').length, text.split('}').length, text);
});

test('the files of the whole library hold every publication', () => {
  const kinds: readonly string[] = evidenceOn('library');
  const ids = all.flatMap(({ collection, citation }) => (kinds.includes(collection) ? citation.id : [])).sort();
  assert.deepEqual(
    builtJson<CslItem[]>('data/v1/library.csl.json')
      .map(({ id }) => id)
      .sort(),
    ids,
  );
  assert.deepEqual([...built('data/v1/library.ris').matchAll(/^ID {2}- (.+)\r$/gm)].map(([, id]) => id).sort(), ids);
  assert.deepEqual([...built('data/v1/library.bib').matchAll(/^@\w+\{(.+),$/gm)].map(([, id]) => id).sort(), ids);
  assert.equal(citationJs(built('data/v1/library.ris')).length, ids.length);
  assert.equal(citationJs(built('data/v1/library.bib')).length, ids.length);
});

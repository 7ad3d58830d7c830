/** RIS, BibTeX and CSL-JSON read back by two parsers of different makes: nothing is lost, no organization is split. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
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
type Rich = { text?: string }[];
interface OtherEntry {
  bib_type: string;
  fields: {
    title?: Rich;
    date?: string;
    author?: { family?: Rich; given?: Rich; suffix?: Rich; prefix?: Rich; literal?: Rich }[];
  };
}
const converter = (await import('biblatex-csl-converter')) as unknown as {
  BibLatexParser: new (text: string, options: object) => { parse: () => { entries: Record<string, OtherEntry> } };
  RISParser: new (text: string) => { parse: () => { entries: Record<string, OtherEntry> } };
};

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

/** The other make's own form of an entry, before it restyles anything. */
const words = (rich: Rich | undefined): string | undefined => rich?.map(({ text = '' }) => text).join('');
const fromOther = ({ entries }: { entries: Record<string, OtherEntry> }): ReadItem[] =>
  Object.values(entries).map(({ bib_type, fields }) => ({
    type: bib_type,
    title: words(fields.title) ?? '',
    ...(fields.date ? { issued: { 'date-parts': [[fields.date.slice(0, 4)]] } } : {}),
    author: (fields.author ?? []).map(({ family, given, suffix, prefix, literal }) =>
      literal
        ? { literal: words(literal) ?? '' }
        : {
            family: [words(prefix), words(family)].filter(Boolean).join(' '),
            given: words(given) ?? '',
            suffix: words(suffix) ?? '',
          },
    ),
  }));
const otherBibtex = (text: string): ReadItem[] => fromOther(new converter.BibLatexParser(text, {}).parse());
/** This parser knows no suffix in RIS (“Coldren, James R., Jr.”): it drops it, so the works compared have none. */
const withoutSuffixes = (works: readonly CslItem[]): CslItem[] =>
  works.filter(({ author = [] }) => author.every((name) => !('suffix' in name)));
const otherRis = (text: string): ReadItem[] => fromOther(new converter.RISParser(text).parse());

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
test('RIS of every entry, read by biblatex-csl-converter', () =>
  compare(withoutSuffixes(published), 'ris', fileOf('ris'), otherRis));
test('BibTeX of every entry, read by citation-js', () => compare(published, 'bib', fileOf('bib'), citationJs));
test('BibTeX of every entry, read by biblatex-csl-converter', () =>
  compare(published, 'bib', fileOf('bib'), otherBibtex));

test('hard works in RIS, read by citation-js', () => compare(hardWorks, 'ris', ris, citationJs));
test('hard works in RIS, read by biblatex-csl-converter', () =>
  compare(withoutSuffixes(hardWorks), 'ris', ris, otherRis));
test('hard works in BibTeX, read by citation-js', () => compare(hardWorks, 'bib', bibtex, citationJs));
test('hard works in BibTeX, read by biblatex-csl-converter', () =>
  compare(
    // It drops every caret, however it is written.
    hardWorks.filter(({ title }) => !title.includes('^')),
    'bib',
    bibtex,
    otherBibtex,
  ));

test('the files of the whole library hold every publication', () => {
  const library = published.filter(({ id }) => /^(research-spotlights|resources)-/.test(id));
  const ids = library.map(({ id }) => id).sort();
  assert.deepEqual(
    builtJson<CslItem[]>('data/v1/library.csl.json')
      .map(({ id }) => id)
      .sort(),
    ids,
  );
  assert.deepEqual([...built('data/v1/library.ris').matchAll(/^ID {2}- (.+)\r$/gm)].map(([, id]) => id).sort(), ids);
  assert.deepEqual([...built('data/v1/library.bib').matchAll(/^@\w+\{(.+),$/gm)].map(([, id]) => id).sort(), ids);
  assert.equal(citationJs(built('data/v1/library.ris')).length, ids.length);
  assert.equal(otherBibtex(built('data/v1/library.bib')).length, ids.length);
});

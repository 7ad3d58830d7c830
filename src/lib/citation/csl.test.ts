import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from './bibtex.ts';
import { citationMeta } from './meta.ts';
import { pageRange, pagesOf, type CslItem } from './csl.ts';
import { ris } from './ris.ts';

test('first and last page, however a source prints them', () => {
  const expected: [string, string, string | undefined][] = [
    ['287–304', '287', '304'],
    ['287—304', '287', '304'],
    ['287−304', '287', '304'],
    ['287--304', '287', '304'],
    ['287-304', '287', '304'],
    ['287\u2010304', '287', '304'],
    ['287\u2011304', '287', '304'],
    ['287 to 304', '287', '304'],
    ['xii-xv', 'xii', 'xv'],
    ['287 – 304', '287', '304'],
    ['pp. 287–304', '287', '304'],
    ['S12-3–S12-9', 'S12-3', 'S12-9'],
    ['S12-S19', 'S12', 'S19'],
    ['S12-3', 'S12-3', undefined],
    ['xii–xv', 'xii', 'xv'],
    ['e12', 'e12', undefined],
    ['12–15, 20–22', '12–15, 20–22', undefined],
  ];
  for (const [pages, first, last] of expected) assert.deepEqual(pagesOf(pages), { first, last }, pages);
  assert.equal(pageRange('pp. 287—304'), '287–304');
});

const article: CslItem = {
  id: 'a',
  type: 'article-journal',
  title: 'Pages',
  author: [{ literal: 'CNA, Arlington' }],
  'container-title': 'Journal',
  page: 'S12-3',
  language: 'en-US',
};

test('no file has an empty line for what is not known', () => {
  const text = ris(article);
  assert.match(text, /^SP {2}- S12-3\r$/m);
  assert.doesNotMatch(text, /^EP/m);
  assert.match(ris({ ...article, page: '287−304' }), /^SP {2}- 287\r\nEP {2}- 304\r$/m);
  assert.match(bibtex({ ...article, page: 'S12-3–S12-9' }), /pages = \{S12-3--S12-9\}/);
});

test('an organization is never split into first and last name', () => {
  assert.deepEqual(
    citationMeta(article).filter(({ name }) => name.endsWith('reator') || name === 'citation_author'),
    [{ name: 'DC.creator', content: 'CNA Arlington,' }],
  );
});

test('BibTeX keeps the day and the language, and its braces balance', () => {
  const text = bibtex({ ...article, title: 'Trial of one { brace', issued: { 'date-parts': [[2026, 11, 23]] } });
  assert.match(text, /date = \{2026-11-23\}/);
  assert.match(text, /langid = \{american\}/);
  assert.match(text, /language = \{english\}/);
  assert.match(text, /\\textbraceleft\{\}/);
  assert.equal(text.split('{').length, text.split('}').length);
  assert.match(bibtex({ ...article, title: 'Balanced {SPI}' }), /\\textbraceleft\{\}SPI\\textbraceright\{\}/);
});

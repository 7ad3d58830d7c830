/** The parts of the search that need no browser. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { queryFrom, stateFrom } from '../../src/lib/search/address.ts';
import { buildCatalog, packed, unpacked, type CatalogFile } from '../../src/lib/search/catalog.ts';
import { countPage, type SearchRecord } from '../../src/lib/search/counted-page.ts';
import { markedPieces } from '../../src/lib/search/marks.ts';
import { dictionaryOf, parseQuery } from '../../src/lib/search/query.ts';
import { search, type CatalogReader } from '../../src/lib/search/search.ts';
import { nearestWords, splitWord } from '../../src/lib/search/spelling.ts';
import { indexedWordsOf, stemOf, wordsOf } from '../../src/lib/search/words.ts';

const record = (title: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
  href: `/${title.toLowerCase().replaceAll(' ', '-')}/`,
  title,
  summary: '',
  kicker: '',
  date: '2020',
  names: '',
  aka: '',
  headings: [],
  body: title,
  facets: { kind: ['Page'] },
  passages: title,
  ...more,
});

const readerOf = (
  records: SearchRecord[],
  synonyms = { same: [] as string[][], facets: {}, pages: {} },
): CatalogReader => {
  const { manifest, files } = buildCatalog(records.map(countPage), synonyms, () => 'v');
  const read = async <Contents>(name: string): Promise<Contents> => {
    const file: CatalogFile | undefined = files.find((candidate) => candidate.name === name);
    if (!file) throw new Error(name);
    return JSON.parse(file.text) as Contents;
  };
  return {
    manifest,
    terms: (shard) => read(`terms-${shard}`),
    facet: (name) => read(`facet-${name}`),
    cards: (file) => read(`cards-${file}`),
    vocabulary: () => read('vocabulary'),
  };
};

/** Pages are numbered newest first, then by title. */
const titlesFor = async (records: SearchRecord[], text: string, reader = readerOf(records)): Promise<string[]> => {
  const cards = await reader.cards(0);
  return (await search(reader, text)).pages.map((page) => cards[page]?.t ?? '');
};

describe('words', () => {
  test('lose accents, capitals and apostrophes', () =>
    assert.deepEqual(wordsOf('Café POLICE didn’t B&E'), ['cafe', 'police', 'didnt', 'b&e']));
  test('with inner capitals are found whole and in parts', () =>
    assert.deepEqual(indexedWordsOf('ShotSpotter'), ['shotspotter', 'shot', 'spotter']));
  test('have one stem for their endings', () =>
    assert.equal(new Set(['police', 'policing', 'policed'].map(stemOf)).size, 1));
});

describe('spelling', () => {
  const vocabulary = { common: ['policing', 'burglary', 'deterrence'], rare: ['spotter', 'sputter'] };
  test('finds the nearest word, and none where none is near', () => {
    assert.deepEqual(nearestWords('deterance', vocabulary, 1), ['deterrence']);
    assert.deepEqual(nearestWords('spoter', vocabulary, 1), ['spotter']);
    assert.deepEqual(nearestWords('zebra', vocabulary), []);
    assert.deepEqual(nearestWords('pol', vocabulary), []);
    assert.deepEqual(nearestWords('lass', { common: ['las'], rare: [] }), [], 'three letters are near to too much');
  });
  test('parts two words written as one', () =>
    assert.deepEqual(
      splitWord('bodyworn', (part) => ['body', 'worn'].includes(part)),
      ['body', 'worn'],
    ));
});

describe('the catalog', () => {
  test('packs pages and weights without loss', () => {
    const postings = fc
      .uniqueArray(fc.nat(20_000))
      .chain((pages) =>
        fc.tuple(
          ...pages
            .sort((a, b) => a - b)
            .map((page) => fc.integer({ min: 1, max: 31 }).map((weight): [number, number] => [page, weight])),
        ),
      );
    fc.assert(fc.property(postings, (list) => assert.deepEqual(unpacked(packed(list)), list)));
  });
  test('holds words that JavaScript objects have of their own', async () => {
    const records = [record('The constructor of prisons'), record('Another page')];
    assert.deepEqual(await titlesFor(records, 'constructor'), ['The constructor of prisons']);
    assert.deepEqual(await titlesFor(records, '__proto__ toString'), []);
  });
  test('of no pages answers nothing, and does not fail', async () =>
    assert.deepEqual(await titlesFor([], 'police', { ...readerOf([]), cards: async () => [] }), []));
});

describe('ranking', () => {
  test('a word in a title counts more than in the text', async () =>
    assert.deepEqual(
      await titlesFor([record('Burglary'), record('Newer page', { body: 'about burglary', date: '2024' })], 'burglary'),
      ['Burglary', 'Newer page'],
    ));
  test('a page with all words comes before pages with some', async () => {
    const records = [
      record('Foot patrol', { body: 'foot patrol' }),
      record('Other', { body: 'foot patrol in Newark' }),
    ];
    assert.equal((await titlesFor(records, 'foot patrol newark'))[0], 'Other');
  });
  test('a topic’s synonym finds the topic’s page first, then what is about it', async () => {
    const cameras = { kind: ['Topic'], topic: ['Body-worn cameras'] };
    const records = [
      record('Body-worn cameras', { aka: 'body cams; bodycam', facets: cameras }),
      record('Phoenix', { facets: { kind: ['Page'], topic: ['Body-worn cameras'] } }),
      record('Else'),
    ];
    for (const text of ['body cams', 'bodycams', 'Body Cam'])
      assert.deepEqual(await titlesFor(records, text), ['Body-worn cameras', 'Phoenix'], text);
  });
  test('words that mean the same stand for each other', async () =>
    assert.deepEqual(
      await titlesFor(
        [record('Dispatch', { body: 'computer-aided dispatch' }), record('Else')],
        'CAD',
        readerOf([record('Dispatch', { body: 'computer-aided dispatch' }), record('Else')], {
          same: [['CAD', 'computer-aided dispatch']],
          facets: {},
          pages: {},
        }),
      ),
      ['Dispatch'],
    ));
  test('postal codes are states in capitals, words in small letters', async () => {
    const records = [
      record('Portland', { facets: { kind: ['Page'], state: ['Oregon'] } }),
      record('Gangs or groups', { body: 'gangs or groups' }),
    ];
    assert.deepEqual(await titlesFor(records, 'OR'), ['Portland']);
    assert.deepEqual(await titlesFor(records, 'or'), []);
  });
});

describe('queries', () => {
  const dictionary = dictionaryOf({ phrases: [{ stems: ['bodi cam'], exact: ['who can help'] }] });
  test('take the longest phrase that the site knows, whatever stands between', () => {
    const { concepts } = parseQuery('who can help with the body cams of Reno', dictionary);
    assert.deepEqual(
      concepts.map(({ tokens }) => tokens.map(({ word }) => word).join(' ')),
      ['who can help', 'body cams', 'reno'],
    );
  });
  test('never fail, whatever is typed', async () => {
    const reader = readerOf([record('Burglary'), record('Robbery')]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) =>
        (await search(reader, text)).pages.every((page) => page >= 0),
      ),
    );
  });
});

describe('the address', () => {
  test('keeps the view', () => {
    const text = fc.string({ maxLength: 50 }).map((words) => words.trim());
    const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.record(
          {
            text,
            chosen: fc.record({ topic: slugs, state: slugs }, { requiredKeys: [], noNullPrototype: true }),
            sort: fc.constantFrom('relevance' as const, 'date' as const),
          },
          { noNullPrototype: true },
        ),
        (state) => assert.deepEqual(stateFrom(queryFrom(state)), state),
      ),
    );
  });
});

describe('marks', () => {
  test('are on words of the same stem, and change no letter', () => {
    assert.deepEqual(
      markedPieces('Patrols, foot-patrolled.', new Set(['patrol']))
        .filter(({ isMarked }) => isMarked)
        .map(({ text }) => text),
      ['Patrols', 'patrolled'],
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (text) =>
          markedPieces(text, new Set(['police']))
            .map(({ text: piece }) => piece)
            .join('') === text,
      ),
    );
  });
});

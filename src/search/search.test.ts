/** The parts of the search that need no browser. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildCatalog, type CatalogFile } from './catalog.ts';
import { packed, unpacked } from './format.ts';
import { queryFrom, stateFrom } from './page/address.ts';
import { markedPieces } from './page/marks.ts';
import { dictionaryOf, parseQuery } from './query.ts';
import { facetNames } from '../lib/facets.ts';
import type { FacetWords, SearchRecord } from './record.ts';
import type { CatalogReader } from './scores.ts';
import { search } from './search.ts';
import type { Synonyms } from './synonyms.ts';
import { indexedWordsOf, stemOf, wordsIn } from './words.ts';

const record = (title: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
  path: `/${title.toLowerCase().replaceAll(' ', '-')}/`,
  kind: 'resources',
  id: title.toLowerCase().replaceAll(' ', '-'),
  title,
  summary: '',
  kicker: '',
  date: '2020',
  names: [],
  aka: [],
  headings: [],
  text: title,
  facets: { kind: ['resources'] },
  ...more,
});

const words = {
  ...(Object.fromEntries(facetNames.map((name) => [name, {}])) as unknown as FacetWords),
  topic: { 'body-worn-cameras': 'Body-worn cameras', 'gun-violence': 'Gun violence' },
  setting: { corridors: 'Corridors' },
  state: { OR: 'Oregon' },
};

const readerOf = (records: SearchRecord[], synonyms: Synonyms = { same: [], facets: {}, pages: {} }): CatalogReader => {
  const { manifest, files } = buildCatalog({ records, words }, synonyms, () => 'v');
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
    titles: () => read('titles'),
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
    assert.deepEqual(
      wordsIn('Café POLICE didn’t B&E').map(({ joined }) => joined),
      ['cafe', 'police', 'didnt', 'b&e'],
    ));
  test('with inner capitals are found whole and in parts', () =>
    assert.deepEqual(indexedWordsOf('ShotSpotter'), ['shotspotter', 'shot', 'spotter']));
  test('have one stem for their endings', () =>
    assert.equal(new Set(['police', 'policing', 'policed'].map(stemOf)).size, 1));
});

describe('the catalog', () => {
  test('packs pages and weights without loss', () => {
    const postings = fc
      .uniqueArray(fc.nat(20_000))
      .chain((pages) =>
        fc.tuple(
          ...pages
            .sort((a, b) => a - b)
            .map((page) =>
              fc.record(
                { page: fc.constant(page), weight: fc.integer({ min: 1, max: 31 }), isInTitle: fc.boolean() },
                { noNullPrototype: true },
              ),
            ),
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
      await titlesFor([record('Burglary'), record('Newer page', { text: 'about burglary', date: '2024' })], 'burglary'),
      ['Burglary', 'Newer page'],
    ));
  test('a page with all words comes before pages with some', async () => {
    const records = [
      record('Foot patrol', { text: 'foot patrol' }),
      record('Other', { text: 'foot patrol in Newark' }),
    ];
    assert.equal((await titlesFor(records, 'foot patrol newark'))[0], 'Other');
  });
  test('a topic’s synonym finds its briefing first, then what is about it', async () => {
    const records = [
      record('Body-worn cameras', {
        kind: 'topics',
        id: 'body-worn-cameras',
        aka: ['body cams', 'bodycam'],
        facets: { kind: ['topics'], topic: ['body-worn-cameras'] },
      }),
      record('Phoenix', { facets: { kind: ['resources'], topic: ['body-worn-cameras'] } }),
      record('Else'),
    ];
    for (const text of ['body cams', 'bodycams', 'Body Cam', 'body-cams'])
      assert.deepEqual(await titlesFor(records, text), ['Body-worn cameras', 'Phoenix'], text);
    // By id: another title is as good.
    const renamed = records.map((one) => (one.kind === 'topics' ? { ...one, title: 'Cameras on officers' } : one));
    assert.equal((await titlesFor(renamed, 'body cams'))[0], 'Cameras on officers');
  });
  test('a briefing comes first with words of place and setting beside it, not with the name of a state', async () => {
    const about = { kind: ['program-profiles'], topic: ['gun-violence'], setting: ['corridors'], state: ['OR'] };
    const records = [
      record('Gun violence', {
        kind: 'topics',
        id: 'gun-violence',
        aka: ['shooting'],
        facets: { kind: ['topics'], topic: ['gun-violence'] },
      }),
      record('Tacoma', { facets: about }),
      ...['One', 'Two', 'Three'].map((title) => record(title)),
    ];
    const synonyms = { same: [], facets: { setting: { corridors: ['two streets'] } }, pages: {} };
    const reader = readerOf(records, synonyms);
    assert.deepEqual(await titlesFor(records, 'shooting on two streets', reader), ['Gun violence', 'Tacoma']);
    assert.equal((await titlesFor(records, 'shooting oregon', reader))[0], 'Tacoma');
    const found = await search(reader, 'shooting on two streets');
    assert.deepEqual(
      found.because(found.pages[1] ?? 0).map(([name, value]) => reader.manifest.facets[name][value]?.label),
      ['Gun violence', 'Corridors'],
    );
  });
  test('a page asked for by its title comes before the briefing; a tactic leads to the briefing that speaks of it', async () => {
    const records = [
      record('Body-worn cameras', {
        kind: 'topics',
        id: 'body-worn-cameras',
        aka: ['body cams'],
        facets: { kind: ['topics'], topic: ['body-worn-cameras'] },
      }),
      record('Court outcomes of body cams', { facets: { kind: ['resources'], tactic: ['body-worn-cameras'] } }),
      record('Outcomes', { text: 'court outcomes of body cams, and more of them' }),
    ];
    const synonyms = {
      same: [],
      facets: { tactic: { 'body-worn-cameras': ['lapel recorder'] }, topic: { 'body-worn-cameras': ['Camtronics'] } },
      pages: {},
    };
    const reader = readerOf(records, synonyms);
    assert.equal((await titlesFor(records, 'body cams court outcomes', reader))[0], 'Court outcomes of body cams');
    assert.equal((await titlesFor(records, 'body cams outcomes', reader))[0], 'Body-worn cameras');
    assert.equal((await titlesFor(records, 'lapel recorder', reader))[0], 'Body-worn cameras');
    // A word of the list that stands on no page is still a word to be spelled.
    const { corrections } = await search(reader, 'lapel recoder');
    assert.deepEqual(corrections, [{ from: 'recoder', to: 'recorder' }]);
    // One that leads to a topic and stands nowhere is said to.
    assert.deepEqual((await search(reader, 'camtronics')).corrections, [
      { from: 'camtronics', to: 'Body-worn cameras' },
    ]);
    assert.deepEqual((await search(reader, 'outcomes of body cams')).corrections, []);
  });
  test('of two topics both briefings come first; a place that is named, before what has the words in passing', async () => {
    const briefing = (id: string, title: string) =>
      record(title, { kind: 'topics', id, text: '', facets: { kind: ['topics'], topic: [id] } });
    const topics = [briefing('body-worn-cameras', 'Body-worn cameras'), briefing('gun-violence', 'Gun violence')];
    const others = Array.from({ length: 40 }, (_, at) => record(`Other ${at}`, { date: '2010' }));
    const ofOne = { kind: ['resources'], topic: ['body-worn-cameras'] };
    const about = ['One', 'Two', 'Three'].map((title) => record(title, { text: 'court', facets: ofOne }));
    const found = await titlesFor([...topics, ...about, ...others], 'body-worn cameras court gun violence');
    assert.deepEqual(new Set(found.slice(0, 2)), new Set(['Body-worn cameras', 'Gun violence']));
    const places = [
      record('Pasco, Florida', { kind: 'program-profiles', aka: ['Pasco'], date: '2021' }),
      record('Meeting', { text: 'the budget, and Pasco' }),
      ...Array.from({ length: 20 }, (_, at) => record(`Note ${at}`, { text: 'Pasco' })),
    ];
    assert.equal((await titlesFor(places, 'budget of Pasco'))[0], 'Pasco, Florida');
  });
  test('a person is found before what the person wrote, a county without the word, British spelling as American', async () => {
    const records = [
      record('Dennis Mares', { kind: 'experts', aka: ['Dennis Mares', 'Mares'], text: 'gunshots' }),
      record('Mares on gunshots', { aka: ['Mares'], text: 'Gunshots by Mares, Mares and Mares' }),
      record('Lists', { aka: ['Pasco County'] }),
      record('Randomized programs of crime centers', { text: 'behavior, defense' }),
    ];
    for (const text of ['Dennis Mares gunshots', 'Mares gunshots'])
      assert.equal((await titlesFor(records, text))[0], 'Dennis Mares', text);
    assert.equal((await titlesFor(records, 'Pasco'))[0], 'Lists');
    for (const text of ['randomised', 'programmes', 'centre', 'behaviour', 'defence'])
      assert.deepEqual(await titlesFor(records, text), ['Randomized programs of crime centers'], text);
  });
  test('words that stemming would throw together stay apart', () => {
    for (const [one, other] of [
      ['community', 'communications'],
      ['experiments', 'experience'],
      ['university', 'universal'],
    ] as const)
      assert.notEqual(stemOf(one), stemOf(other));
    assert.equal(stemOf('communities'), stemOf('community'));
  });
  test('of two that say the same, the one with the stronger study comes first', async () => {
    const level = (design: number) => ({ evidence: { level: design, own: ['none'], later: [] } });
    const records = [
      record('A', { text: 'foot patrol', date: '2024' }),
      record('B', { text: 'foot patrol', ...level(2) }),
      record('C', { text: 'foot patrol', ...level(5) }),
    ];
    assert.deepEqual(await titlesFor(records, 'foot patrol'), ['C', 'B', 'A']);
  });
  test('who asks for the newest gets the newest that answers first', async () => {
    const records = [
      record('Foot patrol', { date: '2012' }),
      record('Patrol plans', { date: '2020', text: 'Officers on foot, on patrol.' }),
      record('Drugs', { date: '2024' }),
    ];
    assert.deepEqual(await titlesFor(records, 'foot patrol'), ['Foot patrol', 'Patrol plans']);
    assert.deepEqual(await titlesFor(records, 'latest foot patrol'), ['Patrol plans', 'Foot patrol']);
  });

  test('words that mean the same stand for each other', async () => {
    const records = [record('Dispatch', { text: 'computer-aided dispatch' }), record('Else')];
    const synonyms = {
      same: [
        ['CAD', 'computer-aided dispatch'],
        ['nobody', 'here'],
      ],
      facets: {},
      pages: {},
    };
    const reader = readerOf(records, synonyms);
    assert.deepEqual(await titlesFor(records, 'CAD', reader), ['Dispatch']);
    assert.equal(
      reader.manifest.phrases.some(({ stems }) => stems.includes('nobodi')),
      false,
    );
  });
  test('postal codes are states in capitals, words in small letters', async () => {
    const records = [
      record('Portland', { facets: { kind: ['resources'], state: ['OR'] } }),
      record('Gangs or groups', { text: 'gangs or groups' }),
    ];
    assert.deepEqual(await titlesFor(records, 'OR'), ['Portland']);
    assert.deepEqual(await titlesFor(records, 'or'), []);
  });
});

describe('spellings', () => {
  test('says nothing of a correction that finds no more', async () => {
    const synonyms = { same: [['waste', 'rubbish']], facets: {}, pages: {} };
    const { corrections, unknown } = await search(readerOf([record('It')], synonyms), 'waiste');
    assert.deepEqual([corrections, unknown], [[], ['waiste']]);
  });
  /** However a page writes it and however it is asked for. */
  const alike: Record<string, readonly string[]> = {
    'a prefix': ['re-entry', 'reentry', 're entry', 'Re‑Entry'],
    'a letter': ['e-mail', 'email', 'E-Mail'],
    'two words': ['decision making', 'decisionmaking', 'decision-making'],
    'a doubled letter': ['co-operation', 'cooperation'],
    'a negation': ['non-profit', 'nonprofit', 'non profit'],
    dots: ['D.A.R.E.', 'DARE', 'D.A.R.E'],
    'an apostrophe': ['chief’s', "chief's", 'chiefs'],
    'an okina': ['Hawaiʻi', 'Hawaii', 'Hawai‘i', 'Hawai`i', "Hawai'i", 'Hawaiʼi'],
    'letters of other alphabets': ['Łódź', 'Lodz', 'LODZ'],
    'signs that nobody sees': ['con\u00ADnected', 'connected', 'co\uFEFFnnected'],
  };
  for (const [name, forms] of Object.entries(alike))
    test(`${name}: ${forms.join(', ')}`, async () => {
      for (const written of forms)
        for (const asked of forms) {
          const records = [record('It', { summary: `They wrote of ${written} here.` }), record('Else')];
          // Words that the site has elsewhere, too, apart.
          const more = record('Parts', { title: 'Parts', text: forms.join('; '), date: '2001' });
          for (const list of [records, [...records, more]])
            assert.ok((await titlesFor(list, asked)).includes('It'), `${asked} does not find ${written}`);
        }
    });
  test('two words that are one elsewhere are still two words', async () =>
    assert.deepEqual(
      await titlesFor([record('It', { text: 'making a decision' }), record('Else')], 'decision making'),
      ['It'],
    ));
  test('signs alone find nothing; no text at all finds everything', async () => {
    const reader = readerOf([record('It'), record('Else')]);
    for (const text of ['???', '...', '—', '“”', '🚔']) {
      const found = await search(reader, text);
      assert.deepEqual([found.pages, found.query.isWordless], [[], true], text);
    }
    assert.equal((await search(reader, ' ')).pages.length, 2);
  });
  test('a correction keeps the phrase a phrase', async () => {
    const reader = readerOf([record('It', { text: 'gunshot spotter' }), record('Two', { text: 'spotter' })]);
    const { query, corrections } = await search(reader, '"gunshot spoter"');
    assert.deepEqual(query.quoted, ['gunshot spotter']);
    assert.deepEqual(corrections, [{ from: 'spoter', to: 'spotter' }]);
  });
  test('a file that cannot be read is an error, never an empty answer', async () => {
    const reader = readerOf([record('Robbery')]);
    await assert.rejects(search({ ...reader, terms: () => Promise.reject(new Error('gone')) }, 'robbery'));
  });
});

describe('queries', () => {
  const dictionary = dictionaryOf({ phrases: [{ stems: ['bodi cam'], exact: ['who can help'] }], joins: [] });
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
    // Neighbors are one mark.
    assert.deepEqual(
      markedPieces('Policing hot spots in hot, dry spots', new Set(['hot', 'spot'])).map(({ text }) => text),
      ['Policing ', 'hot spots', ' in ', 'hot', ', dry ', 'spots'],
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

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readSynonyms, type KnownNames } from './synonyms.ts';

const known: KnownNames = { facets: { topic: ['gun-violence', 'drugs'] }, pages: ['/experts/'] };

/** Text of the file, and what is said: place, found, cure. */
const mistakes: Record<string, [text: string, line: number, found: RegExp, cure: RegExp]> = {
  'a list not closed': ['same:\n  - [foo, bar\n  - [a, b]\n', 2, /opened with “\[” and not closed/, /put “\]”/],
  'words without a list': ['same:\n  - foo, bar\n', 2, /words without a list: foo, bar/, /write - \[foo, bar\]/],
  'the label for the id': [
    'facets:\n  topic:\n    gun violence: shootings, guns\n',
    3,
    /“gun violence”, which is no topic/,
    /write gun-violence/,
  ],
  'a value without a list': [
    'facets:\n  topic:\n    gun-violence: shootings, guns\n',
    3,
    /words without a list/,
    /write gun-violence: \[shootings, guns\]/,
  ],
  'a filter that is none': ['facets:\n  topics:\n    drugs: [a]\n', 2, /“topics”, which is no filter/, /write topic/],
  'a section that is none': ['sme:\n  - [a, b]\n', 1, /“sme”, which is no section/, /write same/],
  'a page without slashes': ['pages:\n  experts: [who]\n', 2, /“experts”/, /address line/],
  'a page that is not there': ['pages:\n  /expert/: [who]\n', 2, /no page of this site/, /write \/experts\//],
  'a group of one': ['same:\n  - [a]\n', 2, /a list of 1/, /add what means the same/],
  'no list at all': ['pages:\n  /experts/:\n', 2, /nothing/, /first phrase/],
  'a phrase of signs': ['same:\n  - [a, "!!"]\n', 2, /without a word: “!!”/, /take it out/],
  'a phrase that is a list': ['same:\n  - [[a, b], c]\n', 2, /no phrase/, /straight quotes/],
  'a phrase that is a map': ['same:\n  - [a: b, c]\n', 2, /no phrase/, /straight quotes/],
  'a phrase twice': ['same:\n  - [a, b, a]\n', 2, /“a” twice/, /take one out/],
  'a name twice': ['same:\n  - [a, b]\nsame:\n  - [c, d]\n', 3, /the same name twice/, /one line/],
  'a tab': ['same:\n\t- [a, b]\n', 2, /Tabs/, /lines around it/],
  'a quotation mark not closed': ["same:\n  - [it's, 'b]\n", 3, /quote/, /lines around it/],
  'no sections': ['- a\n- b\n', 1, /- a/, /a name/],
  'words alone': ['hello\n', 1, /hello/, /a name/],
};

describe('synonyms', () => {
  for (const [name, [text, line, found, cure]] of Object.entries(mistakes))
    test(name, () => {
      const [fault] = readSynonyms(text, known).faults;
      assert.equal(fault?.line, line);
      assert.match(fault?.found ?? '', found);
      assert.ok(fault?.allowed);
      assert.match(fault?.cure ?? '', cure);
    });
  test('a cure that is followed is right', () =>
    assert.deepEqual(readSynonyms('facets:\n  topic:\n    gun-violence: [shootings, guns]\n', known), {
      synonyms: { same: [], facets: { topic: { 'gun-violence': ['shootings', 'guns'] } }, pages: {} },
      faults: [],
    }));
  test('figures and words of YAML are phrases; an empty file and empty sections are right', () => {
    assert.deepEqual(readSynonyms('same:\n  - [911, true, no]\n').synonyms.same, [['911', 'true', 'no']]);
    for (const text of ['', '# nothing yet\n', 'same:\npages:\nfacets:\n'])
      assert.deepEqual(readSynonyms(text).faults, []);
  });
  test('never fails, whatever stands in the file', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.stringMatching(/^(same|facets|pages|topic|drugs|- |\[|\]|:|,|\n|  |"|')*$/),
        ),
        (text) => {
          for (const { line, column } of readSynonyms(text, known).faults) assert.ok(line > 0 && column > 0);
        },
      ),
    ));
});

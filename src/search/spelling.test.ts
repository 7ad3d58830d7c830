/** What is taken for a slip, and what for a word of its own. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearestWords, splitWord } from './spelling.ts';

describe('spelling', () => {
  const vocabulary = { common: ['policing', 'burglary', 'deterrence'], rare: ['spotter', 'sputter'] };
  test('finds the nearest word, and none where none is near', () => {
    assert.deepEqual(nearestWords('deterance', vocabulary, 1), ['deterrence']);
    assert.deepEqual(nearestWords('spoter', vocabulary, 1), ['spotter']);
    assert.deepEqual(nearestWords('zebra', vocabulary), []);
    assert.deepEqual(nearestWords('pol', vocabulary), []);
    assert.deepEqual(nearestWords('lass', { common: ['las'], rare: [] }), [], 'three letters are near to too much');
  });
  /** Typed, and what the site has that is near to it. */
  const slips = {
    sargeant: 'sergeant',
    shcool: 'school',
    ofender: 'offender',
    evalution: 'evaluation',
    survelliance: 'surveillance',
    weaponds: 'weapons',
    cameraa: 'camera',
    chicargo: 'chicago',
    cincinatti: 'cincinnati',
  };
  const ownWords = {
    wasted: 'wanted',
    cheating: 'creating',
    elder: 'older',
    smuggling: 'mugging',
    concert: 'concern',
    rapist: 'racist',
    chaplain: 'captain',
    grooming: 'growing',
    healthy: 'health',
    appeal: 'appear',
    plant: 'plan',
    addition: 'edition',
    printers: 'printed',
  };
  for (const [typed, near] of Object.entries(slips))
    test(`takes “${typed}” for ${near}`, () =>
      assert.deepEqual(nearestWords(typed, { common: [near], rare: [] }), [near]));
  for (const [typed, near] of Object.entries(ownWords))
    test(`takes “${typed}” for a word of its own, not for ${near}`, () =>
      assert.deepEqual(nearestWords(typed, { common: [near], rare: [] }), []));
  test('parts two words written as one, and no word of one part', () => {
    const isKnown = (part: string) => ['body', 'worn', 'per', 'jury', 'mind', 'entry'].includes(part);
    assert.deepEqual(splitWord('bodyworn', isKnown), ['body', 'worn']);
    assert.deepEqual(splitWord('reentry', isKnown), ['re', 'entry']);
    for (const whole of ['perjury', 'remind']) assert.equal(splitWord(whole, isKnown), undefined, whole);
  });
});

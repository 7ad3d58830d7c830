import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passagesOf } from './transcript.ts';
import { parseWebVtt } from './webvtt.ts';

const faults = (text: string) => parseWebVtt(text).faults.map(({ kind, line }) => [kind, line]);

test('no word is lost in silence', () => {
  assert.deepEqual(faults('1\n00:00:01,000 --> 00:00:04,000\nSubRip'), [
    ['no-signature', 1],
    ['unreadable-time', 2],
  ]);
  assert.deepEqual(faults('WEBVTT\n\n00:61.000 --> 00:62.000\nWords'), [['unreadable-time', 3]]);
  assert.deepEqual(faults('WEBVTT\n\nWords without a time'), [['text-without-time', 3]]);
  assert.deepEqual(faults('WEBVTT\n\n00:01.000 --> 00:02.000\n\nWords below'), [
    ['cue-without-text', 3],
    ['text-without-time', 5],
  ]);
  assert.deepEqual(faults('WEBVTT\n\n75:01.000 --> 75:02.000\nWords'), [['unreadable-time', 3]]);
  assert.deepEqual(faults('WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\t\n2\n00:02.000 --> 00:03.000\nTwo.'), [
    ['blank-line', 7],
  ]);
  const together = 'WEBVTT\n\n00:01.000 --> 00:02.000\nGood afternoon.\n00:02.000 --> 00:03.000\nThank you.';
  assert.deepEqual(faults(together), [['cues-run-together', 5]]);
  assert.deepEqual(
    passagesOf(parseWebVtt(together).cues).map(({ text }) => text),
    ['Good afternoon. Thank you.'],
  );
  assert.deepEqual(faults('WEBVTT\n\nNOTE\nnothing\n\nSTYLE\n::cue {}\n\nREGION\nid:a'), [['no-cues', 1]]);
});

test('words in the head of a file or a cue, which the standard drops, are told', () => {
  for (const [text, line] of [
    ['WEBVTT\nGood afternoon.\n\n00:01.000 --> 00:02.000\nOne.', 2],
    ['WEBVTT\n\nDana Cole\n00:01.000 --> 00:02.000\nOne.', 3],
    ['WEBVTT\n\nDana\n00:01.000 --> 00:02.000\nOne.', 3],
    ['WEBVTT\n\n00:01.000 --> 00:02.000 Good afternoon.\nOne.', 3],
  ] as const)
    assert.deepEqual(faults(text), [['words-in-head', line]], text);
  assert.deepEqual(
    faults(
      'WEBVTT\nKind: captions\nLanguage: en\n\na1b2-c3/12-0\n00:01.000 --> 00:02.000 align:start line:0\nOne.\n\ncue 3\n00:03.000 --> 00:04.000\nTwo.',
    ),
    [],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockTime, parseWebVtt, passagesOf } from './webvtt.ts';

const file = `WEBVTT - a webinar

NOTE made by hand

1
00:00:01.000 --> 00:00:04.000
<v Hildy Saizow>Welcome to this webinar
on <i>dosage</i>.

00:00:04.500 --> 00:00:09.000
<v Hildy Saizow>We begin with Q&amp;A.

00:01:02.000 --> 00:01:05.000 align:start
<v James Coldren>Thank you.

01:00:00.000 --> 01:00:05.000
Closing words.
`;

test('cues keep time, speaker and plain words', () => {
  const cues = parseWebVtt(file);
  assert.equal(cues.length, 4);
  assert.deepEqual(cues[0], { start: 1, speaker: 'Hildy Saizow', text: 'Welcome to this webinar on dosage.' });
  assert.equal(cues[1]?.text, 'We begin with Q&A.');
  assert.equal(cues[3]?.start, 3600);
});

test('passages break at a new speaker and after a minute', () => {
  assert.deepEqual(
    passagesOf(parseWebVtt(file)).map(({ id, time, speaker }) => [id, time, speaker]),
    [
      ['cue-1', '00:01', 'Hildy Saizow'],
      ['cue-62', '01:02', 'James Coldren'],
      ['cue-3600', '1:00:00', 'James Coldren'],
    ],
  );
});

test('what is not WebVTT is refused in plain words', () => {
  assert.throws(() => parseWebVtt('1\n00:00:01,000 --> 00:00:04,000\nSubRip'), /begins with a line that says WEBVTT/);
  assert.throws(() => parseWebVtt('WEBVTT\n\n00:00:01,000 --> 00:00:04,000\nSubRip'), /Write 00:01:02\.000/);
});

test('clock times', () => {
  assert.deepEqual([0, 59, 60, 3599, 3661].map(clockTime), ['00:00', '00:59', '01:00', '59:59', '1:01:01']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unseenIn, withoutUnseen } from './unseen.ts';

test('signs that nobody sees are found, whatever their family', () => {
  for (const sign of [
    ...'\u200b\u200c\u200d\u200e\u200f\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062',
    ...'\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u2800\u3164\ufe0f\ufeff\uffa0\ufff9\ufffa\ufffb\ufffc\u{1d173}\u{e0001}\u{e0061}\u{e0100}',
  ]) {
    const name = `U+${sign.codePointAt(0)?.toString(16)}`;
    assert.equal(unseenIn(`foot${sign}patrol`).length, 1, name);
    assert.equal(withoutUnseen(`${sign}foot ${sign}patrol${sign}`), 'foot patrol', name);
  }
});

test('signs that belong are left alone', () => {
  for (const text of [
    '👮‍♀️ and 👨‍👩‍👧, 👩🏽‍🚒, 🏳️‍🌈, ❤️‍🔥',
    '1️⃣ ☎️ ©︎ ™️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇺🇸',
    'می‌خواهم', // Persian: zero-width non-joiner
    'क्‍ष and শ্রীমান্‌কে', // Hindi and Bengali
    'ශ්‍රී', // Sinhala
    'the word \u200fשלום\u200f, in Hebrew',
    'Peña’s “words” – 5 % — plain',
  ])
    assert.deepEqual(unseenIn(text), [], text);
});

/** The committed fonts hold every character that a page shows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subsetCharacters } from '../support/subset-characters.ts';
import { builtPages, elementsOf } from '../support/pages.ts';

test('pages show no character that the fonts lack', () => {
  const known = new Set([...subsetCharacters, '\n', '\t', '\r']);
  const lacking = new Map<string, string>();
  let read = 0;
  for (const { path, html } of builtPages()) {
    // The text of html holds the text of all below it; the title stands in the head.
    const text = elementsOf(html).find(({ name }) => name === 'html')?.text ?? '';
    read += text.length;
    for (const character of text) if (!known.has(character)) lacking.set(character, path);
  }
  assert.ok(read > 500_000, `read ${read} characters only`);
  assert.deepEqual(
    [...lacking].map(([character, path]) => `U+${character.codePointAt(0)?.toString(16)} ${character} on ${path}`),
    [],
  );
});

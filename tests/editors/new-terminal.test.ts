/** `npm run new` as a person meets it, in a real terminal. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTerminal, type Terminal } from '../support/terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy = '';
let terminal: Terminal | undefined;

before(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-terminal-'));
  for (const part of ['content', 'src', 'public']) cpSync(join(root, part), join(copy, part), { recursive: true });
});
after(() => {
  terminal?.close();
  rmSync(copy, { recursive: true, force: true });
});

test('a webinar with two presenters, one of them found by part of a name', async () => {
  terminal = openTerminal(`"${process.execPath}" "${join(root, 'src/editors/new.ts')}" --root "${copy}"`, copy);
  const answers: [string, string][] = [
    ['Number or word:', 'webniars'],
    ['did you mean “webinars”?', 'webinars'],
    ['Title.', 'How three agencies measured foot patrol'],
    ['(Enter for “how-three-agencies-measured-foot-patrol”)', ''],
    ['Summary.', 'Three agencies show how they counted minutes on foot.'],
    ['Topics.', 'place'],
    ['Number (Enter to search again):', '1'],
    ['Another (Enter to go on):', ''],
    ['Date.', '5/12/2016'],
    ['2016-05-12 for May 12, 2016, or 2016-12-05 for December 5, 2016', ''],
    ['Experts of ours who spoke', 'nobody-like-this'],
    ['Nothing in content/experts/ has “nobody-like-this”', 'saizow'],
    ['Number (Enter to search again):', '1'],
    ['Chosen: hildy-saizow. Another', ''],
    ['Others who spoke', 'Jordan Newcomer, Newtown Police Department'],
    ['Page.', 'https://www.smart-policing.com/x'],
    ['Recording.', ''],
    ['Profiles.', ''],
    ['Title | Publisher | https://address', 'Webinar page | CNA | https://www.smart-policing.com/x'],
    ['Written: content/webinars/how-three-agencies-measured-foot-patrol.mdx', ''],
  ];
  for (const [words, answer] of answers) {
    await terminal.waitFor(words);
    terminal.type(answer);
  }
  await terminal.waitFor('It passes “npm run check”');
  await terminal.waitFor('(ended: 0)');
  const text = readFileSync(join(copy, 'content/webinars/how-three-agencies-measured-foot-patrol.mdx'), 'utf8');
  assert.match(
    text,
    /presenters:\n {2}- expert: hildy-saizow\n {2}- name: Jordan Newcomer\n {4}affiliation: Newtown Police Department/,
  );
  assert.match(text, /^topics: \[place-based-policing\]$/m);
  assert.match(text, /^# date: /m);
});

/** `npm run new` in a real terminal: the questions of the schema, the words of the check, and a way out at any time. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTerminal, type Terminal } from '../support/terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy = '';
let terminal: Terminal | undefined;

before(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-terminal-'));
  for (const part of ['content', 'src', 'public']) cpSync(join(root, part), join(copy, part), { recursive: true });
});
afterEach(() => {
  terminal?.close();
  terminal = undefined;
});
after(() => rmSync(copy, { recursive: true, force: true }));

const start = (words: string): Terminal =>
  openTerminal(`"${process.execPath}" "${join(root, 'src/editors/new.ts')}" --root "${copy}" ${words}`, copy);

test('a meeting by questions: a wrong date is told by the check and asked again, a choice is chosen', async () => {
  const asked = (terminal = start('meeting --title "A workshop in June" --id a-workshop-in-june --startDate 1/8/2024'));
  await asked.waitFor('Summary (needed)');
  asked.type('Sites met for two days.');
  await asked.waitFor('Topics (needed)');
  const title = /^title: (.+)$/m.exec(readFileSync(join(copy, 'content/topics/gun-violence.mdx'), 'utf8'))?.[1] ?? '';
  const beginning = title.slice(0, 8);
  asked.press(beginning);
  // All of it: while it looks for what begins so, the question takes no Enter.
  await asked.waitFor(`> ${beginning}`);
  await asked.waitFor(`❯ ${title}`);
  asked.press('Enter');
  await asked.waitFor('Another? So far gun-violence');
  asked.type('');
  await asked.waitFor('Kind (needed)');
  asked.type('');
  // A flag that the check refuses is told, and asked for.
  await asked.waitFor('2024-01-08 for January 8, 2024');
  await asked.waitFor('Start date (needed)');
  asked.type('June 15, 2016');
  await asked.waitFor('End date (Enter to leave out)');
  for (const question of ['City', 'State', 'Hosts', 'Objectives', 'Page', 'Profiles', 'Sources']) {
    asked.type('');
    await asked.waitFor(`${question} (`);
  }
  asked.type('Workshop page | CNA | https://www.cna.org/workshop');
  await asked.waitFor('Written: content/meetings/a-workshop-in-june.mdx');
  await asked.waitFor('(ended: 0)');
  const text = readFileSync(join(copy, 'content/meetings/a-workshop-in-june.mdx'), 'utf8');
  assert.match(text, /^startDate: 2016-06-15$/m);
  assert.match(text, /^topics: \[gun-violence\]$/m);
  assert.match(text, /^kind: national-meeting$/m);
  assert.match(text, /publisher: CNA\n {4}url: https:\/\/www\.cna\.org\/workshop$/m);
});

test('Ctrl+C writes nothing', async () => {
  terminal = start('webinar --title "Never written" --id never-written');
  await terminal.waitFor('Summary (needed)');
  terminal.press('C-c');
  await terminal.waitFor('Nothing was written.');
  await terminal.waitFor('(ended: 1)');
  assert.ok(!existsSync(join(copy, 'content/webinars/never-written.mdx')));
});

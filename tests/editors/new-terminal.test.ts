/** `npm run new` as a person meets it, in a real terminal: once for every collection. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFaults } from '../../src/checks/find.ts';
import { collectionNames, type CollectionName } from '../../src/kinds/fields.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';
import { fillBlanks } from './blanks.ts';
import { readProject } from '../../src/checks/reading/project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy = '';
let terminal: Terminal | undefined;

before(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-terminal-'));
  for (const part of ['content', 'src', 'public']) cpSync(join(root, part), join(copy, part), { recursive: true });
  writeFileSync(join(copy, 'slides.pdf'), 'slides');
});
afterEach(() => terminal?.close());
after(() => rmSync(copy, { recursive: true, force: true }));

/** What the screen says, and what is typed then. */
type Walk = readonly (readonly [words: string, answer: string])[];

const sources: Walk = [
  ['Sources (needed)', 'https://www.cna.org/a-page'],
  ['Title of that page', 'Page the facts were read on'],
  ['Who published it', 'CNA'],
  ['Another, or Enter', ''],
];
const topics: Walk = [
  ['Topics (needed)', 'gun violence'],
  ['Gun violence (gun-violence)', ''],
];
const summary: Walk = [['Summary (needed)', 'What it was about, in a sentence.']];
const page: Walk = [['Page (Enter to leave out)', 'www.cna.org/a-page']];
const profiles: Walk = [
  ['Profiles (Enter to leave out)', 'boston; philadelphia'],
  ['Its number, or another word', '1'],
  ['Its number, or another word', '1'],
  ['Another, or Enter', ''],
];

const walks: Record<CollectionName, { title: string; walk: Walk; holds: RegExp[] }> = {
  webinars: {
    title: 'How three agencies measured foot patrol',
    walk: [
      ...summary,
      ['Topics (needed)', 'policing'],
      ['Its number, or another word', '1'],
      ['Another, or Enter', ''],
      ['Date (Enter', '5/12/2016'],
      ['2016-05-12 for May 12, 2016, or 2016-12-05 for December 5, 2016', 'back'],
      ['Topics (needed)', 'place-based-policing'],
      ['Another, or Enter', ''],
      ['Date (Enter', 'May 12, 2016'],
      ['Presenters (Enter', 'Saizow, Hildy, SPI'],
      ['linked to the page of our expert Hildy Saizow', 'Moderator'],
      ['Another, or Enter', 'Jordan Newcomer, Newtown Police Department'],
      ['Role of Jordan Newcomer', ''],
      ['Another, or Enter', ''],
      ['Objectives (Enter', 'Count minutes; Say what they did'],
      ['Another, or Enter', ''],
      ['Page (Enter', 'smart'],
      ['is no whole web address', 'https://www.cna.org/x'],
      ['Recording (Enter', ''],
      ['Materials (Enter', 'Slides | slides.pdf'],
      ['will be copied to', ''],
      ['Transcript (Enter', 'notes.docx'],
      ['from Word you cannot', ''],
      ['Profiles (Enter', ''],
      ...sources,
    ],
    holds: [
      /^topics: \[place-based-policing\]$/m,
      /^date: 2016-05-12$/m,
      /presenters:\n {2}- expert: hildy-saizow\n {4}role: Moderator\n {2}- name: Jordan Newcomer\n {4}affiliation: Newtown Police Department/,
      /objectives:\n {2}- Count minutes\n {2}- Say what they did$/m,
      /file: \.\/how-three-agencies-measured-foot-patrol\/slides\.pdf$/m,
      /^# transcript: \.\/how-three-agencies-measured-foot-patrol\/transcript\.vtt$/m,
    ],
  },
  'ta-types': {
    title: 'Visits by peers',
    walk: [
      ...summary,
      ...topics,
      ['Order (needed)', '9th'],
      ['Example topics (needed)', ''],
      ['Modes (Enter', '3'],
      ['Another, or Enter', ''],
      ['How to request (needed)', 'Ask your assigned expert.'],
      ...sources,
    ],
    holds: [/^order: 9$/m, /^exampleTopics: \[\]$/m, /^modes: \[virtual\]$/m],
  },
  experts: {
    title: 'Jordan van Newcomer',
    walk: [
      ...summary,
      ...topics,
      ['Enter for “Jordan van Newcomer”', ''],
      ['Enter for “van Newcomer”', ''],
      ['Position (needed)', 'Analyst'],
      ['Affiliation (Enter', 'CNA'],
      ['Expertise (Enter', 'Crime analysis, mapping'],
      ['Put a semicolon between them', ''],
      ['As of (needed)', '2016'],
      ...sources,
    ],
    holds: [/^name: Jordan van Newcomer\nfamilyName: van Newcomer$/m, /^asOf: 2016$/m],
  },
  'program-profiles': {
    title: 'Newtown, Ohio (2015)',
    walk: [
      ...summary,
      ...topics,
      ['Agency (needed)', 'Newtown Police Department'],
      ['Place (needed)', 'Newtown, Ohio'],
      ['State (needed)', 'ohio'],
      ['Cohort (Enter', '2015'],
      ['Location (needed)', '44.94, 123.04'],
      ['or write W behind it', '44.94 N, 123.04 W'],
      ['Research partners (Enter', 'Jordan Newcomer, Temple University; RAND'],
      ['Another, or Enter', ''],
      ['Design (needed)', '5'],
      ['Experts (Enter', 'saizow'],
      ['Hildy Saizow (hildy-saizow)', ''],
      ...sources,
    ],
    holds: [
      /^state: OH$/m,
      /^location: \{latitude: 44\.94, longitude: -123\.04\}$/m,
      /^design:\n {2}kind: descriptive$/m,
      /- name: Jordan Newcomer\n {4}affiliation: Temple University\n {2}- affiliation: RAND/,
    ],
  },
  'research-spotlights': {
    title: 'A report on patrol',
    walk: [
      ...summary,
      ...topics,
      ['Authors (Enter', 'Braga, Anthony A.; Thomas White Jr.'],
      ['Another, or Enter', ''],
      ['Year (Enter', '2016'],
      ['Publisher (Enter', 'CNA'],
      ['Url (Enter', ''],
      ...profiles,
      ['Key findings (Enter', 'Calls fell'],
      ['Another, or Enter', ''],
      ...sources,
    ],
    holds: [
      /- given: Anthony A\.\n {4}family: Braga\n {2}- given: Thomas\n {4}family: White\n {4}suffix: Jr\./,
      /^profiles: \[boston-[\w-]+, philadelphia-[\w-]+\]$/m,
    ],
  },
  resources: {
    title: 'A guide to patrol',
    walk: [
      ...summary,
      ...topics,
      ['Authors (Enter', 'Bureau of Justice Assistance'],
      ['Another, or Enter', ''],
      ['Year (Enter', ''],
      ['Publisher (Enter', 'CNA'],
      ['Url (Enter', ''],
      ['Profiles (Enter', ''],
      ['Kind (needed)', 'guide'],
      ['listed because it helps', '2'],
      ...sources,
    ],
    holds: [/- organization: Bureau of Justice Assistance/, /^kind: guide\norigin: other$/m],
  },
  meetings: {
    title: 'A workshop in June',
    walk: [
      ...summary,
      ...topics,
      ['Kind (needed)', 'regional workshop'],
      ['Start date (needed)', 'June 15-16, 2016'],
      ['City (Enter', 'Columbus'],
      ['State (Enter', 'OH'],
      ['Hosts (Enter', 'CNA; BJA'],
      ['Another, or Enter', ''],
      ['Objectives (Enter', 'First aim\nSecond aim\nThird aim'],
      ['Another, or Enter', ''],
      ...page,
      ['Profiles (Enter', ''],
      ...sources,
    ],
    holds: [
      /^startDate: 2016-06-15\nendDate: 2016-06-16$/m,
      /hosts:\n {2}- CNA\n {2}- BJA/,
      /objectives:\n {2}- First aim\n {2}- Second aim\n {2}- Third aim$/m,
    ],
  },
  podcasts: {
    title: 'An episode on cameras',
    walk: [
      ...summary,
      ...topics,
      ['Date (Enter', '2016-09'],
      ['Guests (Enter', 'Kevin Johnson (Phoenix PD)'],
      ['Role of Kevin Johnson', ''],
      ['Another, or Enter', ''],
      ...page,
      ['Audio (Enter', ''],
      ['Transcript (Enter', ''],
      ['Profiles (Enter', ''],
      ...sources,
    ],
    holds: [/- name: Kevin Johnson\n {4}affiliation: Phoenix PD$/m, /^page: https:\/\/www\.cna\.org\/a-page$/m],
  },
  assistance: {
    title: 'Newtown: help with a plan',
    walk: [
      ...summary,
      ...topics,
      ['one site visited or advised another', '1'],
      ['Ta types (needed)', 'targeted-technical-assistance'],
      ['Another, or Enter', ''],
      ['Date (Enter', '2016'],
      ['Requester (needed)', 'Newtown Police Department'],
      ['Host (Enter', ''],
      ['Mode (Enter', '3'],
      ['Issue (needed)', 'A plan for an evaluation.'],
      ['Outcome (Enter', ''],
      ['Page (Enter', ''],
      ['Profiles (Enter', ''],
      ...sources,
    ],
    holds: [/^kind: targeted$/m, /^mode: virtual$/m],
  },
  topics: {
    title: 'A newer topic',
    walk: [
      ['Summary (needed)', 'What it is.'],
      ['Heading (needed)', 'crime'],
      ['Synonyms (Enter', ''],
    ],
    holds: [/^heading: crime$/m],
  },
  pages: { title: 'A newer page', walk: [...summary, ...topics], holds: [/^topics: \[gun-violence\]$/m] },
};

const one: Partial<Record<CollectionName, string>> = { webinars: 'webinar', 'program-profiles': 'Program profile' };

for (const collection of collectionNames)
  test(`a new entry of ${collection}, question by question`, async () => {
    const { title, walk, holds } = walks[collection];
    terminal = openTerminal(`"${process.execPath}" "${join(root, 'src/editors/new.ts')}" --root "${copy}"`, copy);
    const answers: Walk = [
      ['What do you want to add?', 'webniars'],
      ['did you mean “webinars”?', one[collection] ?? collection],
      ['Title (needed)', 'https://www.cna.org/x'],
      ['That is an address', title],
      ['Name of the file', 'back'],
      ['Title (needed)', title],
      ['Name of the file', ''],
      ...walk,
    ];
    for (const [words, answer] of answers) {
      await terminal.waitFor(words);
      terminal.type(answer);
    }
    await terminal.waitFor('Written: content/');
    await terminal.waitFor('(ended: 0)');
    const file = /Written: (\S+)/.exec(terminal.screen())?.[1] ?? '';
    const text = readFileSync(join(copy, file), 'utf8');
    for (const pattern of holds) assert.match(text, pattern);
    writeFileSync(join(copy, file), fillBlanks(collection, text));
    const faults = findFaults(readProject(copy)).filter((fault) => fault.file === file);
    assert.deepEqual(
      faults.map(({ line, path = [], found }) => `${line} ${path.join('.')}: ${found}`),
      [],
    );
    if (collection === 'webinars')
      assert.ok(existsSync(join(copy, 'content/webinars/how-three-agencies-measured-foot-patrol/slides.pdf')));
  });

test('Ctrl+C writes nothing', async () => {
  const command = `"${process.execPath}" "${join(root, 'src/editors/new.ts')}" --root "${copy}" webinar --title "Never written" --id never-written`;
  terminal = openTerminal(command, copy);
  for (const words of ['Summary (needed)', 'Topics (needed)', 'Date (Enter', 'Presenters (Enter']) {
    await terminal.waitFor(words);
    terminal.type('');
  }
  await terminal.waitFor('Objectives (Enter');
  terminal.press('C-c');
  await terminal.waitFor('Nothing was written.');
  await terminal.waitFor('(ended: 1)');
  assert.ok(!existsSync(join(copy, 'content/webinars/never-written.mdx')));
});

/** `npm run new` by flags: for every collection, a file that passes the check once its blanks are filled. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFaults } from '../../src/checks/find.ts';
import { readProject } from '../../src/checks/project.ts';
import { collectionNames, type CollectionName } from '../../src/schemas/fields.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy = '';

before(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-entry-'));
  for (const part of ['content', 'src', 'public']) cpSync(join(root, part), join(copy, part), { recursive: true });
});
after(() => rmSync(copy, { recursive: true, force: true }));

const make = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'src/editors/new.ts'), '--root', copy, ...words], {
    encoding: 'utf8',
    input: '',
  });

/** What an editor writes into the blanks. */
const blanks: Partial<Record<CollectionName, Record<string, string>>> & { all: Record<string, string> } = {
  all: {
    summary: 'What it was about, in a sentence.',
    title: 'Page the facts were read on',
    publisher: 'CNA',
    kind: 'guide',
    origin: 'spi',
  },
  'ta-types': { order: '9', howToRequest: 'Ask your assigned expert.' },
  experts: { name: 'Jordan Newcomer', familyName: 'Newcomer', position: 'Analyst', asOf: '2026' },
  'program-profiles': {
    agency: 'Newtown Police Department',
    place: 'Newtown, Ohio',
    state: 'OH',
    latitude: '40.1',
    longitude: '-82.9',
    kind: 'descriptive',
  },
  meetings: { kind: 'academy', startDate: '2026-05' },
  assistance: {
    kind: 'targeted',
    requester: 'Newtown Police Department',
    issue: 'A plan for an evaluation.',
    taTypes: 'targeted-technical-assistance',
  },
  topics: { heading: 'crime' },
};

const fill = (collection: CollectionName, text: string): string => {
  const words = { ...blanks.all, ...blanks[collection] };
  return text
    .replace(/(\w+): ""/g, (all, name: string) => (words[name] ? `${name}: ${words[name]}` : all))
    .replace(/^(\w+): \[\]$/gm, (all, name: string) => (words[name] ? `${name}: [${words[name]}]` : all));
};

for (const collection of collectionNames)
  test(`a new entry of ${collection} passes the check when its blanks are filled`, () => {
    const { status, stdout, stderr } = make(collection, '--title', `A newcomer’s ${collection}`);
    assert.equal(status, 0, stderr);
    const file = /Written: (\S+)/.exec(stdout)?.[1] ?? '';
    assert.match(file, new RegExp(`^content/${collection}/a-newcomer-s-`));
    const text = readFileSync(join(copy, file), 'utf8');
    assert.match(text, /# Next steps:/);
    writeFileSync(join(copy, file), fill(collection, text));
    const faults = findFaults(readProject(copy)).filter((fault) => fault.file === file);
    assert.deepEqual(
      faults.map(({ line, field, found }) => `${line} ${field}: ${found}`),
      [],
    );
  });

test('flags fill the fields: dates are understood, experts told from other people', () => {
  const { stdout } = make(
    'webinars',
    '--title',
    'Filled by flags',
    '--summary',
    'All of it.',
    '--date',
    'May 5, 2026',
    '--topics',
    'gun-violence, outreach',
    '--presenters',
    'hildy-saizow; Jordan Newcomer, Newtown Police Department',
    '--sources',
    'Webinar page | CNA | https://www.cna.org/webinar',
    '--status',
    'published',
  );
  assert.match(stdout, /It passes “npm run check”/);
  const text = readFileSync(join(copy, 'content/webinars/filled-by-flags.mdx'), 'utf8');
  assert.match(text, /^date: 2026-05-05$/m);
  assert.match(text, /^topics: \[gun-violence, outreach\]$/m);
  assert.match(text, /- expert: hildy-saizow\n {2}- name: Jordan Newcomer\n {4}affiliation: Newtown Police Department/);
  assert.doesNotMatch(text, /draftReason/);
});

test('nothing is written over, and a wrong word is told with the nearest right one', () => {
  const file = join(copy, 'content/webinars/spi-101-april-2014.mdx');
  const before = readFileSync(file, 'utf8');
  const over = make('webinars', '--title', 'Something else', '--id', 'spi-101-april-2014');
  assert.equal(over.status, 1);
  assert.match(over.stderr, /is there already, and was not changed/);
  assert.equal(readFileSync(file, 'utf8'), before);
  assert.match(make('webinars', '--titel', 'X').stderr, /“--titel” is no field of webinars; did you mean “title”\?/);
  assert.match(make('webinares', '--title', 'X').stderr, /did you mean “webinars”\?/);
  assert.match(make('webinars', '--title', 'X', '--id', 'Not Good').stderr, /cannot be a file name.*not-good/);
  assert.match(
    make('topics', '--title', 'Gun violence').stderr,
    /content\/topics\/gun-violence\.mdx has this title already/,
  );
  assert.match(make().stderr, /Say what to add/);
});

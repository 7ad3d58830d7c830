/** `npm run new` by flags: for every collection, a file that passes the check once its blanks are filled. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFaults } from '../../src/checks/find.ts';
import { collectionNames } from '../../src/kinds/fields.ts';
import { fillBlanks } from './blanks.ts';
import { readProject } from '../../src/checks/reading/project.ts';

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

for (const collection of collectionNames)
  test(`a new entry of ${collection} passes the check when its blanks are filled`, () => {
    const { status, stdout, stderr } = make(collection, '--title', `A newcomer’s ${collection}`);
    assert.equal(status, 0, stderr);
    const file = /Written: (\S+)/.exec(stdout)?.[1] ?? '';
    assert.match(file, new RegExp(`^content/${collection}/a-newcomer-s-`));
    const text = readFileSync(join(copy, file), 'utf8');
    assert.match(text, /# Next steps:/);
    writeFileSync(join(copy, file), fillBlanks(collection, text));
    const faults = findFaults(readProject(copy)).filter((fault) => fault.file === file);
    assert.deepEqual(
      faults.map(({ line, path = [], found }) => `${line} ${path.join('.')}: ${found}`),
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

test('flags are read like answers: names, titles, ranges, degrees and words for a state', () => {
  const written = (...words: string[]): string => {
    const { stdout, stderr } = make(...words);
    const file = /Written: (\S+)/.exec(stdout)?.[1];
    assert.ok(file, stderr);
    return readFileSync(join(copy, file), 'utf8');
  };
  const slides = join(copy, 'My Slides.PDF');
  writeFileSync(slides, 'x');
  const webinar = written(
    'webinar',
    '--title=How three agencies counted',
    '--id=How Three Agencies.mdx',
    '--topics=Body-worn cameras; Gun violence',
    '--presenters=Saizow, Hildy, SPI | Moderator; Kevin Johnson (Phoenix PD)',
    `--materials=Slides | ${slides}\nHandout | www.cna.org/handout.`,
    '--objectives=Count minutes\nSay what to do with them',
    '--profiles=Boston, Massachusetts (2009)',
  );
  assert.match(webinar, /^topics: \[body-worn-cameras, gun-violence\]$/m);
  assert.match(
    webinar,
    /- expert: hildy-saizow\n {4}role: Moderator\n {2}- name: Kevin Johnson\n {4}affiliation: Phoenix PD$/m,
  );
  assert.match(
    webinar,
    /- title: Slides\n {4}file: \.\/how-three-agencies\/my-slides\.pdf\n {2}- title: Handout\n {4}url: https:\/\/www\.cna\.org\/handout$/m,
  );
  assert.ok(existsSync(join(copy, 'content/webinars/how-three-agencies/my-slides.pdf')));
  assert.match(webinar, /objectives:\n {2}- Count minutes\n {2}- Say what to do with them$/m);
  assert.match(webinar, /^profiles: \[boston-massachusetts-2009\]$/m);
  assert.match(webinar, /^# transcript: \.\/how-three-agencies\/transcript\.vtt$/m);

  const meeting = written('meetings', '--title=A workshop in June', '--startDate=June 15–16, 2016', '--state=ohio');
  assert.match(meeting, /^startDate: 2016-06-15\nendDate: 2016-06-16$/m);
  assert.match(meeting, /^state: OH$/m);

  const profile = written(
    'profile',
    '--title=Newtown, Ohio (2015)',
    '--location=44.94 N, 123.04 W',
    '--researchPartners=Jordan Newcomer, Temple University; RAND',
  );
  assert.match(profile, /^location: \{latitude: 44\.94, longitude: -123\.04\}$/m);
  assert.match(profile, /- name: Jordan Newcomer\n {4}affiliation: Temple University\n {2}- affiliation: RAND$/m);

  const report = written('spotlight', '--title=A report', '--authors=Braga, Anthony A.; Thomas White Jr.; CNA');
  assert.match(
    report,
    /- given: Anthony A\.\n {4}family: Braga\n {2}- given: Thomas\n {4}family: White\n {4}suffix: Jr\.\n {2}- organization: CNA$/m,
  );
});

test('what cannot be read is told, all of it at once, and nothing is written', () => {
  const { status, stderr } = make(
    'program-profiles',
    '--title=Oldtown, Ohio (2015)',
    '--location=44.94, 123.04',
    '--cohort=ninth',
    '--state=Ohoi',
    '--sources=https://www.cna.org/x',
    '--outcomes=Fewer calls',
  );
  assert.equal(status, 1);
  assert.match(stderr, /--location: .*-123\.04, or write W/);
  assert.match(stderr, /--cohort: “ninth” is no number/);
  assert.match(stderr, /--state: “Ohoi”/);
  assert.match(stderr, /--sources: A source needs a title and a publisher/);
  assert.match(stderr, /--outcomes: .*write it in the file/);
  assert.match(stderr, /Nothing was written/);
  assert.ok(!existsSync(join(copy, 'content/program-profiles/oldtown-ohio-2015.mdx')));
  assert.match(make('webinars', '--title', 'https://www.cna.org/x').stderr, /That is an address\. Type the title/);
  assert.match(make('webinars', '--title=T', '--page', 'https://smart').stderr, /--page: .*is no whole web address/);
});

test('the end tells what is open, and the closing step fits the collection', () => {
  const type = make('ta-types', '--title', 'Visits by peers');
  assert.match(type.stdout, /exampleTopics: none yet/);
  assert.match(type.stdout, /the text, under the second line of ---/);
  assert.match(type.stdout, /write “status: published”/);
  const topic = make('topics', '--title', 'A newer topic', '--heading=crime', '--summary=What it is.');
  assert.match(topic.stdout, /It passes “npm run check”/);
  assert.doesNotMatch(topic.stdout, /the text, under|status: published/);
  assert.match(topic.stdout, /It has no status/);
});

test('every command says what it does', () => {
  for (const [script, ...words] of [
    ['src/editors/new.ts', 'npm run new asks a few questions', '--id'],
    ['src/checks/check.ts', 'npm run check', '--json', '--counts'],
    ['src/checks/fix.ts', 'npm run fix', '--dry-run'],
    ['src/editors/review.ts', 'npm run review', '--links'],
    ['src/editors/generate.ts', 'npm run generate'],
  ] as const) {
    const { status, stdout } = spawnSync(process.execPath, [join(root, script), '--help'], { encoding: 'utf8' });
    assert.equal(status, 0, script);
    for (const word of words) assert.ok(stdout.includes(word), `${script} --help does not say “${word}”`);
  }
  const wrong = spawnSync(process.execPath, [join(root, 'src/checks/check.ts'), '--jsno'], { encoding: 'utf8' });
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /“--jsno”.*npm run check -- --help/s);
  assert.doesNotMatch(wrong.stderr, / at /);
  assert.match(make('webinar', '--help').stdout, /--presenters/);
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
  assert.match(make('webinars', '--title', 'X', '--id', '…').stderr, /small letters, figures and hyphens/);
  assert.match(
    make('topics', '--title', 'Gun violence').stderr,
    /content\/topics\/gun-violence\.mdx has this title already/,
  );
  assert.match(make().stderr, /Say what to add/);
});

/** `npm run new` by flags: what is given is filled in, judged by the checks, and never written over. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFaults } from '../../src/checks/find.ts';
import { readProject } from '../../src/checks/reading/project.ts';
import { fillBlanks } from './blanks.ts';
import { collectionNames } from '../../src/kinds/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy = '';
before(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-'));
  for (const part of ['content', 'src', 'public']) cpSync(join(root, part), join(copy, part), { recursive: true });
});
after(() => rmSync(copy, { recursive: true, force: true }));

const make = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'src/editors/new.ts'), '--root', copy, ...words], {
    encoding: 'utf8',
    input: '',
  });

const written = (...words: string[]): string => {
  const { stdout, stderr } = make(...words);
  const file = /Written: (\S+)/.exec(stdout)?.[1];
  assert.ok(file, stderr);
  return readFileSync(join(copy, file), 'utf8');
};

test('a new entry of every kind passes the check when its blanks are filled', () => {
  const files = new Set<string>();
  for (const collection of collectionNames) {
    const { status, stdout, stderr } = make(collection, '--title', `A newcomer’s ${collection}`);
    assert.equal(status, 0, stderr);
    const file = /Written: (\S+)/.exec(stdout)?.[1] ?? '';
    assert.match(file, new RegExp(`^content/${collection}/a-newcomer-s-`));
    const text = readFileSync(join(copy, file), 'utf8');
    assert.match(text, /# Next steps:/);
    writeFileSync(join(copy, file), fillBlanks(collection, text));
    files.add(file);
  }
  const faults = findFaults(readProject(copy)).filter(({ file }) => files.has(file));
  assert.deepEqual(
    faults.map(({ file, line, path = [], found }) => `${file}:${line} ${path.join('.')}: ${found}`),
    [],
  );
});

test('flags fill the fields: dates in words, titles for file names, parts by bars, files of this computer', () => {
  const slides = join(copy, 'My Slides.PDF');
  writeFileSync(slides, '%PDF-1.7');
  const webinar = written(
    'webinar',
    '--title=How four agencies counted',
    '--id=How Four Agencies.mdx',
    '--summary=Four agencies show how they counted.',
    '--date=May 5, 2016',
    '--topics=Body-worn cameras; gun-violence',
    '--presenters=hildy-saizow | Host of the webinar; Robin Walker | Analyst | Newtown Police Department',
    '--sources=Webinar page | CNA | https://www.cna.org/webinar',
    `--materials=Slides | ${slides}; Handout | https://www.cna.org/handout`,
    '--objectives=Count minutes; Say what to do with them',
    '--profiles=boston-massachusetts-2009',
  );
  assert.match(webinar, /^date: 2016-05-05$/m);
  assert.match(webinar, /^topics: \[body-worn-cameras, gun-violence\]$/m);
  assert.match(
    webinar,
    /- expert: hildy-saizow\n {4}role: Host of the webinar\n {2}- name: Robin Walker\n {4}role: Analyst\n {4}affiliation: Newtown Police Department$/m,
  );
  assert.match(webinar, /- title: Webinar page\n {4}publisher: CNA\n {4}url: https:\/\/www\.cna\.org\/webinar$/m);
  assert.match(
    webinar,
    /- title: Slides\n {4}file: \.\/how-four-agencies\/my-slides\.pdf\n {2}- title: Handout\n {4}url: https:\/\/www\.cna\.org\/handout$/m,
  );
  assert.ok(existsSync(join(copy, 'content/webinars/how-four-agencies/my-slides.pdf')));
  assert.match(webinar, /objectives:\n {2}- Count minutes\n {2}- Say what to do with them$/m);
  assert.match(webinar, /^profiles: \[boston-massachusetts-2009\]$/m);

  const profile = written(
    'profile',
    '--title=Newtown, Ohio (2015)',
    '--state=ohio',
    '--location=44.94, -123.04',
    '--researchPartners=Jordan Newcomer | Temple University',
  );
  assert.match(profile, /^state: OH$/m);
  assert.match(profile, /^location: \{latitude: 44\.94, longitude: -123\.04\}$/m);
  assert.match(profile, /- name: Jordan Newcomer\n {4}affiliation: Temple University$/m);

  const report = written(
    'spotlight',
    '--title=A report of ours',
    '--authors=Anthony A. | Braga; Thomas | White | Jr.; CNA',
  );
  assert.match(
    report,
    /- given: Anthony A\.\n {4}family: Braga\n {2}- given: Thomas\n {4}family: White\n {4}suffix: Jr\.\n {2}- organization: CNA$/m,
  );
});

test('fields that need each other can be given, and a list with its bullets', () => {
  const podcast = written('podcast', '--title=Walks', '--audio=https://www.cna.org/x.mp3', '--audioBytes=12345');
  assert.match(podcast, /^audioBytes: 12345\naudio: https:\/\/www\.cna\.org\/x\.mp3$/m);
  const webinar = written('webinar', '--title=Walks', '--objectives=• Count minutes\n- Choose an area');
  assert.match(webinar, /objectives:\n {2}- Count minutes\n {2}- Choose an area$/m);
});

test('parts of lists are judged as fields are: a copy of somebody else, a name that is none yet', () => {
  const source = make('webinars', '--title=T', '--sources', 'Title of it | CNA | https://www.scribd.com/document/1');
  assert.equal(source.status, 1);
  assert.match(source.stderr, /--sources: .*scribd\.com.*find the document at its publisher/);
  const person = make('webinars', '--title=T', '--presenters', 'TODO Person');
  assert.equal(person.status, 1);
  assert.match(person.stderr, /--presenters: .*“TODO” is text that was meant to be replaced/);
  const ours = make('webinars', '--title=T', '--presenters', 'Ms. Hildy Saizow');
  assert.match(ours.stderr, /--presenters: .*a page of their own here.*write expert: hildy-saizow/);
  assert.ok(!existsSync(join(copy, 'content/webinars/t.mdx')));
  assert.match(written('webinars', '--title=U', '--presenters', 'Hildy Saizow'), /- expert: hildy-saizow$/m);
});

test('what cannot be read is told in the words of the check, all of it at once, and nothing is written', () => {
  const { status, stderr } = make(
    'program-profiles',
    '--title=Oldtown, Ohio (2015)',
    '--cohort=ninth',
    '--state=Ohoi',
    '--topics=gun-violense',
    '--sources=https://www.cna.org/x',
  );
  assert.equal(status, 1);
  assert.match(stderr, /--cohort: “ninth”, and a whole number is wanted/);
  assert.match(stderr, /--state: “Ohoi” is not one of the words allowed/);
  assert.match(stderr, /--topics: .*gun-violense.*did you mean “gun-violence”\?/);
  assert.match(stderr, /--sources: .*missing/);
  assert.match(stderr, /Nothing was written/);
  assert.ok(!existsSync(join(copy, 'content/program-profiles/oldtown-ohio-2015.mdx')));
  assert.match(
    make('webinars', '--title', 'https://www.cna.org/x').stderr,
    /an address in place of the title.*write the title/,
  );
  assert.match(make('webinars', '--title=T', '--date=1/8/2024').stderr, /--date: .*2024-01-08 for January 8, 2024/);
  assert.match(make('webinars', '--title=T', '--page', 'https://smart').stderr, /--page: .*is no whole web address/);
  const unsure = make('webinars', '--title=T', '--date=ca. May 2016', '--transcript=/nowhere/x.vtt').stderr;
  assert.match(unsure, /--date: .*write 2016-05 .*dateEstimated: true/);
  assert.match(unsure, /--transcript: there is no file “\/nowhere\/x\.vtt” on this computer/);
  assert.match(
    make('webinars', '--title=T', '--objectives', '- Count').stderr,
    /begins with a hyphen.*--objectives="…"/,
  );
});

test('the end tells what is open', () => {
  const { stdout } = make('ta-types', '--title', 'Visits by peers');
  assert.match(stdout, /Still to do:\n/);
  assert.match(stdout, /summary: .*is empty/);
  assert.match(stdout, /the text, under the second line of ---/);
  assert.match(stdout, /write “status: published”/);
});

test('every command says what it does', () => {
  for (const [script, ...words] of [
    ['src/editors/new.ts', 'npm run new asks a few questions', '--id'],
    ['src/checks/check.ts', 'npm run check', '--json', '--counts'],
    ['src/checks/fix.ts', 'npm run fix', '--dry-run'],
    ['src/editors/review.ts', 'npm run review', '--links'],
    ['src/editors/generate.ts', 'npm run generate'],
    ['editor/serve.ts', 'npm run editor', '--help'],
  ] as const) {
    // What serves instead of explaining would never end.
    const { status, stdout } = spawnSync(process.execPath, [join(root, script), '--help'], {
      encoding: 'utf8',
      timeout: 60_000,
    });
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
  assert.match(
    make('webinars', '--titel', 'X').stderr,
    /“--titel” is no flag.*; did you mean “--title”\? “npm run new -- webinars --help”/,
  );
  assert.match(make('webinares', '--title', 'X').stderr, /did you mean “webinar”\? What can be added/);
  assert.match(make('webinars', '--title', 'X', '--id', '…').stderr, /small letters, figures and hyphens/);
  const taken = /^title: (.+)$/m.exec(readFileSync(join(copy, 'content/topics/gun-violence.mdx'), 'utf8'))?.[1] ?? '';
  assert.ok(
    make('topics', '--title', taken).stderr.includes(`“${taken}” is also the title of content/topics/gun-violence.mdx`),
  );
  assert.match(make().stderr, /Say what to add/);
});

/** What the build must refuse: each with file, line, what was found and what is allowed. One build is told of all. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { goodEntries, webinarFile } from './good-entries.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const webinar = String(goodEntries.get(webinarFile));
const withoutMedia = webinar.replace(/^transcript:.*\n/m, '').replace(/^!\[.*\n/m, '');

const cases: { name: string; file?: string; text: string; at?: string; words: string[] }[] = [
  {
    name: 'a missing field',
    text: withoutMedia.replace(/^reviewed:.*\n/m, ''),
    words: ['reviewed', 'missing', '2026-11-04'],
  },
  {
    name: 'an unknown field',
    text: withoutMedia.replace('audience:', 'audiance:'),
    at: 'audiance',
    words: ['“audiance” is no field', 'did you mean “audience”?'],
  },
  {
    name: 'a wrong date',
    text: withoutMedia.replace('2016-05-12', '1/8/2024'),
    at: 'date: 1/8',
    words: ['“1/8/2024”', 'year-month-day', '2024-01-08 for January 8, 2024', '2024-08-01'],
  },
  {
    name: 'a dangling reference',
    text: withoutMedia.replace('hildy-saizow', 'hilda-saizow'),
    at: 'hilda',
    words: ['no entry “hilda-saizow” in content/experts/', 'did you mean “hildy-saizow”?'],
  },
  {
    name: 'a missing image',
    text: withoutMedia.replace(
      '## What was found',
      '![A chart of walks](./fixture-webinar/gone.png)\n\n## What was found',
    ),
    at: 'gone.png',
    words: ['there is no file content/webinars/fixture-webinar/gone.png', 'upload'],
  },
  {
    name: 'broken MDX',
    text: withoutMedia.replace('By radio.', 'By <radio.'),
    at: '<radio',
    words: ['<radio', 'tag', '\\<'],
  },
  {
    name: 'a duplicate id',
    file: 'content/webinars/SPI-101-april-2014.mdx',
    text: withoutMedia,
    words: ['spi-101-april-2014', 'same name', 'another name'],
  },
];

const mistakes = cases.map(
  ({ name, file = `content/webinars/${name.toLowerCase().replaceAll(' ', '-')}.mdx`, ...rest }) => ({
    name,
    file,
    ...rest,
  }),
);

let copy = '';
let output = '';

before(() => {
  copy = mkdtempSync(join(tmpdir(), 'bad-input-'));
  for (const part of ['content', 'src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { file, text } of mistakes) writeFileSync(join(copy, file), text);
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` },
  });
  output = stdout + stderr;
  assert.equal(status, 1, output);
});
after(() => rmSync(copy, { recursive: true, force: true }));

test('nothing is published', () => assert.equal(existsSync(join(copy, 'dist')), false));

for (const { name, file, text, at, words } of mistakes)
  test(`${name} is an error, with file, line and cure`, () => {
    const line = at ? text.slice(0, text.indexOf(at)).split('\n').length : 1;
    const report = output.split('\n').filter((one) => one.includes(`${file}:${line}:`));
    // Each of them alone fails the build: that is what an error is.
    assert.ok(
      report.some((one) => / error /.test(one)),
      output,
    );
    for (const word of words)
      assert.ok(
        report.some((one) => one.includes(word)),
        `“${word}” is not in:\n${output}`,
      );
  });

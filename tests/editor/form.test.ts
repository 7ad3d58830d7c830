/**
 * The form in a browser: what is saved passes the checks, and a saved entry differs from the one opened by what was typed
 * and nothing else.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Field } from '../../editor/field.ts';
import { entryFormat, isPartialDate } from '../../editor/format.ts';
import { parseEntry } from '../../src/lib/entry.ts';
import { launchBrowser } from '../support/chromium.ts';
import { beginWebinar, config, openForm, type Form } from '../support/editor-form.ts';
import { root } from '../support/pages.ts';
import { scratchSite, type ScratchSite } from '../support/scratch-site.ts';

const entries = globSync('content/*/*.mdx', { cwd: root }).filter((file) => !file.startsWith('content/templates/'));

/** In the browser: what is pointed at, and one of each kind. */
const seeded = config.collections.flatMap(({ name, folder }) => {
  const ofKind = entries.filter((file) => file.startsWith(`${folder}/`));
  return ['topics', 'experts', 'ta-types'].includes(name) ? ofKind : ofKind.slice(0, 1);
});

const kindOf = (name: string) => {
  const kind = config.collections.find((one) => one.name === name);
  assert.ok(kind, name);
  return kind;
};

let browser: Browser;
let form: Form;
let copy: ScratchSite;

before(async () => {
  browser = await launchBrowser();
  copy = scratchSite({ content: true });
  form = await openForm(browser, seeded);
});

after(async () => {
  await browser.close();
  form.stop();
  copy.remove();
});

const samples: Record<string, string> = {
  date: '2016',
  finding: 'Foot patrols were tried on 12 streets; no result is public',
  url: 'https://www.example.gov/report',
  latitude: '41.4',
  longitude: '-73.3',
  place: 'Newtown, Alabama',
  familyName: 'Newtown',
  asOf: '2016',
};

/** Something that fits: what the checks would say to a person’s own words is not asked here. */
const fill = async (field: Field, keyPath: string): Promise<void> => {
  const { widget, fields, types, name } = field;
  if (widget === 'string' || widget === 'text')
    await form.type(
      keyPath,
      samples[isPartialDate(field) ? 'date' : name] ?? `Words for ${name} of the newcomers in Newtown`,
    );
  else if (widget === 'number')
    await form
      .part(keyPath)
      .getByRole('spinbutton')
      .fill(samples[name] ?? String(field['min'] ?? 1));
  else if (widget === 'relation' || widget === 'select') await form.choose(keyPath);
  else if (widget === 'object') await fillNeeded(fields ?? [], keyPath);
  else if (widget === 'list') {
    await form.add(keyPath, types?.[0]?.label);
    await fillNeeded(types?.[0]?.fields ?? fields ?? [], `${keyPath}.0`);
  }
};

const fillNeeded = async (fields: readonly Field[], within = '', also: readonly string[] = []): Promise<void> => {
  for (const field of fields)
    if ((field.required && field.default === undefined) || also.includes(field.name))
      await fill(field, within ? `${within}.${field.name}` : field.name);
};

/** What is asked besides what the schema needs, because a check of the whole wants it. */
const also: Record<string, readonly string[]> = { 'program-profiles': ['noResult'], pages: ['body'] };

test('every entry is read and written back byte for byte', () => {
  assert.ok(entries.length > 300);
  for (const file of entries) {
    const { fromFile, toFile } = entryFormat(kindOf(file.split('/')[1] ?? '').fields);
    const text = readFileSync(join(root, file), 'utf8');
    assert.equal(`${toFile(fromFile(text)).trim()}\n`, text, file);
  }
});

test('a value changed deep inside leaves all other lines as they were', () => {
  const { fromFile, toFile } = entryFormat(kindOf('program-profiles').fields);
  const text = readFileSync(join(root, 'content/program-profiles/boston-massachusetts-2009.mdx'), 'utf8');
  const values = fromFile(text) as { studies: { outcomes: { figure: string }[] }[]; location: { latitude: number } };
  const [outcome] = values.studies[0]?.outcomes.slice(-1) ?? [];
  assert.ok(outcome);
  outcome.figure = 'no change: as before';
  values.location.latitude = 42.4;
  const lines = toFile(values).split('\n');
  const added = lines.filter((line) => !text.includes(`${line}\n`));
  assert.deepEqual(added, [
    'location: { latitude: 42.4, longitude: -71.06 }',
    '        figure: "no change: as before"',
  ]);
});

test('an entry written by other programs keeps its lines too', () => {
  const { fromFile, toFile } = entryFormat(kindOf('webinars').fields);
  const text =
    '---\n"title": One\ntopics: []\nobjectives:\n- Count\n- Compare\ncaveats:\n    - Ours\n    - Theirs\n---\n\n    code\n\nWords.';
  const changed = (source: string): string => {
    const values = fromFile(source) as { objectives: string[]; caveats: string[] };
    values.objectives[1] = 'Choose';
    values.caveats[1] = 'Mine';
    return toFile(values);
  };
  const wanted = text.replace('Compare', 'Choose').replace('Theirs', 'Mine');
  assert.equal(changed(text), wanted);
  assert.equal(changed(text.replaceAll('\n', '\r\n')), wanted.replaceAll('\n', '\r\n'));
  assert.equal(changed(`\uFEFF${text}`), `\uFEFF${wanted}`);
});

test('a published entry loses its draft reason; what says nothing is left out', () => {
  const { toFile } = entryFormat(kindOf('webinars').fields);
  const text = toFile({
    title: 'One: two ',
    topics: ['funding'],
    dateEstimated: false,
    presenters: [
      { _is: 'expert', expert: 'hildy-saizow', role: '' },
      { _is: 'name', name: 'Jordan Example', role: 'Analyst' },
    ],
    status: 'published',
    draftReason: 'Being written',
    recording: '',
    _pictures: ['./one/chart.png'],
    body: '## What was said\n',
  });
  assert.equal(
    text,
    '---\ntitle: "One: two"\ntopics: [funding]\npresenters:\n  - expert: hildy-saizow\n  - name: Jordan Example\n    role: Analyst\nstatus: published\n---\n## What was said',
  );
});

for (const { name, folder } of config.collections)
  test(`${name}: an entry that was opened and saved differs by what was typed`, async () => {
    const [file = ''] = entries.filter((one) => one.startsWith(`${folder}/`));
    const old = readFileSync(join(root, file), 'utf8');
    await form.open(`${name}/entries/${file.slice(folder.length + 1, -4)}`);
    const { title } = parseEntry(old)?.data as { title: string };
    await form.holds('title', title);
    await form.type('title', `${title} again`);
    const text = await form.save(file, old);
    assert.equal(
      text,
      old.replace(/^title: .*/m, (line) => line.replace(title, `${title} again`)),
    );
  });

for (const { name, folder, fields } of config.collections)
  test(`${name}: a new entry is saved under the name of its title, as a draft that says why`, async () => {
    await form.open(`${name}/new`);
    await fillNeeded(fields, '', also[name]);
    await form.type('title', `How newcomers tried ${name}`);
    const file = `${folder}/how-newcomers-tried-${name}.mdx`;
    const text = await form.save(file);
    assert.match(text, /^---\ntitle: How newcomers/);
    assert.match(text, /^status: draft\ndraftReason: Being written$/m);
    copy.write(file, text);
  });

test('a newcomer adds a webinar with two presenters, slides and a transcript', async (context) => {
  const started = performance.now();
  await beginWebinar(form);
  await form.add('materials');
  await form.type('materials.0.title', 'Slides');
  await form.lay('materials.0.file', 'My Slides.pdf', 'application/pdf', '%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n');
  const captions = 'WEBVTT\n\n00:00.000 --> 00:04.000\nGood morning.\n';
  await form.lay('transcript', 'transcript.vtt', 'text/vtt', captions);
  await form.add('sources');
  await form.type('sources.0.title', 'Webinar page');
  await form.type('sources.0.publisher', 'CNA');
  await form.type('sources.0.url', 'https://www.example.gov/webinar');
  await form.type(
    'body',
    '## They counted minutes\n\n<Notice lead="Before you quote this.">\n\nOne summer.\n\n</Notice>\n',
  );
  const folder = 'content/webinars/foot-patrol-what-three-agencies-measured';
  const text = await form.save(`${folder}.mdx`);
  context.diagnostic(`from the empty form to the file: ${Math.round(performance.now() - started)} ms`);
  assert.match(text, /^title: "Foot patrol: what three agencies measured"\n/m);
  assert.match(text, /^presenters:\n {2}- expert: hildy-saizow\n {2}- name: Jordan Newcomer\n {4}role: Analyst\n/m);
  copy.write(`${folder}.mdx`, text);
  const name = folder.replace('content/webinars/', './');
  for (const file of [`${name}/my-slides.pdf`, `${name}/transcript.vtt`]) {
    assert.ok(text.includes(`: ${file}\n`), text);
    const bytes = await form.read(`content/webinars/${file.slice(2)}`);
    assert.ok(bytes, `${file} lies beside the page`);
    copy.writeBytes(`content/webinars/${file}`, bytes);
  }
});

test('all of them pass npm run check', () => {
  const { status, output } = copy.run('check');
  assert.equal(status, 0, output);
});

test('the public site holds nothing of it', () => {
  const pages = globSync('dist/**/*.{html,js,css}', { cwd: root });
  assert.ok(pages.length > 300);
  const holding = pages.filter((file) => /sveltia|api\.github\.com/i.test(readFileSync(join(root, file), 'utf8')));
  assert.deepEqual(holding, []);
});

test('nothing is asked of another host but fonts that the policy refuses', () => {
  assert.deepEqual([...new Set(form.outside)], ['cdn.jsdelivr.net']);
});

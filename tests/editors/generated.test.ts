/** What is made from the schemas is in step with them. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { parse } from 'yaml';
import { findFaults } from '../../src/checks/find.ts';
import { generatedFiles } from '../../src/editors/generate.ts';
import { shapeOf, type Shape } from '../../src/kinds/shape.ts';
import { fillBlanks, uncommented, valuesIn } from './blanks.ts';
import { fieldName, type Fault } from '../../src/checks/finding.ts';
import { readProject } from '../../src/checks/reading/project.ts';
import { withChanges } from '../support/with-changes.ts';
import { collectionNames, type CollectionName } from '../../src/kinds/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');

for (const [file, text] of generatedFiles())
  test(`${file} is in step with the schemas (“npm run generate” writes it)`, () => assert.equal(read(file), text));

test('among the templates and forms nothing lies but these and two that are written by hand', () => {
  const there = ['content/templates', '.github/ISSUE_TEMPLATE'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  assert.deepEqual(
    there.filter((file) => !generatedFiles().has(file)),
    ['.github/ISSUE_TEMPLATE/config.yml', '.github/ISSUE_TEMPLATE/report-a-mistake.yml'],
  );
});

const project = readProject(root);
const faultsOf = (collection: CollectionName, text: string): Fault[] => {
  const file = `content/${collection}/a-copy-of-the-template.mdx`;
  return findFaults(withChanges(project, new Map([[file, text]]))).filter((fault) => fault.file === file);
};

test('the guide for editors names the folder and the template of every kind', () => {
  const guide = read('content/README.md');
  assert.deepEqual(
    collectionNames.filter((name) => !guide.includes(`](${name})`) || !guide.includes(`](templates/${name}.mdx)`)),
    [],
  );
});

test('every template is an entry without a fault once its blanks are filled, but for being a template', () => {
  for (const collection of collectionNames)
    assert.deepEqual(
      faultsOf(collection, fillBlanks(collection, read(`content/templates/${collection}.mdx`)))
        .filter(({ rule }) => rule !== 'placeholders')
        .map((fault) => `${collection} ${fault.rule} ${fieldName(fault.path)}: ${fault.found}`),
      [],
    );
});

test('nothing that a template says is published unnoticed: every value left in it is found', () => {
  for (const collection of collectionNames) {
    const text = read(`content/templates/${collection}.mdx`);
    const found = new Set(faultsOf(collection, text).map(({ path }) => fieldName(path)));
    const values = valuesIn(text);
    assert.ok(values.length > 1, collection);
    assert.deepEqual(
      values
        .map(({ field }) => field)
        .filter((field) => !/^(status|draftReason)$|(?:^|, )(key|source)$/.test(field) && !found.has(field)),
      [],
      collection,
    );
  }
});

test('a note turned into a field is read, and its sample is found', () => {
  for (const collection of collectionNames) {
    const text = read(`content/templates/${collection}.mdx`);
    const open = uncommented(text);
    const faults = faultsOf(collection, open);
    assert.deepEqual(
      faults.filter(({ rule }) => rule === 'yaml').map(({ line, found }) => `${collection}:${line} ${found}`),
      [],
    );
    const found = new Set(faults.map(({ path }) => fieldName(path)));
    const before = new Set(valuesIn(text).map(({ field }) => field));
    assert.deepEqual(
      valuesIn(open)
        .filter(({ field }) => !before.has(field) && !found.has(field) && !/, key$/.test(field))
        .map(({ field, value }) => `${collection} ${field}: ${value}`),
      [],
    );
  }
});

test('every field is described in an editor’s words', () => {
  const bare: string[] = [];
  const walk = (shape: Shape | undefined, path: string): void => {
    for (const [name, field] of Object.entries(shape?.properties ?? {})) {
      if (!field.description && !field.anyOf) bare.push(`${path}.${name}`);
      for (const inner of [field, field.items, ...(field.items?.anyOf ?? [])]) walk(inner, `${path}.${name}`);
    }
  };
  for (const collection of collectionNames) walk(shapeOf(collection), collection);
  assert.deepEqual(bare, []);
});

test('the issue forms are valid: known elements, unique ids, needed fields of the schema asked for', () => {
  for (const file of readdirSync(join(root, '.github/ISSUE_TEMPLATE'))) {
    if (file === 'config.yml') continue;
    const text = read(`.github/ISSUE_TEMPLATE/${file}`);
    const form = parse(text) as {
      name: string;
      description: string;
      body: {
        type: string;
        id?: string;
        attributes: { label?: string; options?: string[] };
        validations?: { required: boolean };
      }[];
    };
    assert.ok(form.name && form.description);
    assert.deepEqual(
      form.body.filter(({ type }) => !['markdown', 'input', 'textarea', 'dropdown'].includes(type)),
      [],
    );
    const ids = form.body.flatMap(({ id }) => id ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { type, attributes } of form.body) if (type !== 'markdown') assert.ok(attributes.label);
    for (const { type, attributes } of form.body)
      if (type === 'dropdown') assert.ok((attributes.options?.length ?? 0) > 1);
  }
});

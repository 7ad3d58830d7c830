/** The open data read back: records against their schemas, CSV by another reader, the data package against itself. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { csv, csvForPeople } from '../../src/lib/open-data/csv.ts';
import { built, builtFiles, builtJson, records, stemOf, type BuiltRecord } from './built.ts';

const collections = builtFiles('data/v1/schemas/*.json').map((path) => path.replace(/^.*\/|\.json$/g, ''));
const recordsOf = (collection: string) =>
  builtJson<{ schema: string; entries: BuiltRecord[] }>(`data/v1/${collection}.json`);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

const rowsOf = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, bom: true, relax_column_count: false });

test('every record keeps the schema of its collection, in the file of the collection and in its own', () => {
  assert.ok(collections.length >= 11);
  for (const collection of collections) {
    const validate = ajv.compile(builtJson<object>(`data/v1/schemas/${collection}.json`));
    const { schema, entries } = recordsOf(collection);
    assert.ok(entries.length > 0);
    for (const record of entries) {
      assert.ok(validate(record), `${collection}/${record.id}: ${ajv.errorsText(validate.errors)}`);
      assert.equal(record.$schema, schema);
      if (collection !== 'topics') assert.deepEqual(builtJson<BuiltRecord>(`${stemOf(record)}.json`), record);
    }
  }
});

test('a schema refuses what is not a record', () => {
  const validate = ajv.compile({
    ...builtJson<object>('data/v1/schemas/resources.json'),
    $id: 'https://example.org/again',
  });
  const [record] = recordsOf('resources').entries;
  assert.ok(record);
  assert.equal(validate({ ...record, data: { ...record.data, kind: 'poster' } }), false);
  assert.equal(validate({ ...record, data: { ...record.data, unknown: 1 } }), false);
  assert.equal(validate({ ...record, sha256: 'abc' }), false);
});

test('the version is the SHA-256 of the entry’s file', () => {
  for (const record of records().slice(0, 40)) {
    const contents = readFileSync(new URL(`../../content/${record.collection}/${record.id}.mdx`, import.meta.url));
    assert.equal(record.sha256, createHash('sha256').update(contents).digest('hex'));
  }
});

interface Descriptor {
  name: string;
  licenses: { name: string; path: string }[];
  sources: { title: string }[];
  resources: {
    name: string;
    path: string;
    schema: { fields: { name: string; type: string }[]; primaryKey: string[] };
  }[];
}

/** Frictionless Table Schema 1: what a value of each type looks like in CSV. */
const looksLike: Record<string, (value: string) => boolean> = {
  string: () => true,
  integer: (value) => /^-?\d+$/.test(value),
  number: (value) => /^-?\d+(\.\d+)?$/.test(value),
  boolean: (value) => value === 'true' || value === 'false',
  date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
  array: (value) => Array.isArray(JSON.parse(value)),
};

test('the data package describes every CSV file: its columns in order, their types, its keys', () => {
  const descriptor = builtJson<Descriptor>('data/v1/datapackage.json');
  assert.match(descriptor.name, /^[a-z0-9._/-]+$/);
  assert.ok(descriptor.licenses[0]?.path && descriptor.sources.length > 5);
  assert.deepEqual(descriptor.resources.map(({ path }) => `data/v1/${path}`).sort(), builtFiles('data/v1/*.csv'));
  for (const { name, path, schema } of descriptor.resources) {
    const text = built(`data/v1/${path}`);
    const [head] = parse(text, { bom: true, to: 1 }) as string[][];
    assert.deepEqual(
      head,
      schema.fields.map((field) => field.name),
      path,
    );
    const rows = rowsOf(text);
    assert.ok(rows.length > 0);
    for (const row of rows)
      for (const field of schema.fields) {
        const value = row[field.name] ?? '';
        if (value !== '')
          assert.ok(
            looksLike[field.type]?.(value),
            `${name}: ${field.name} is ${field.type}, and a row has ${value.slice(0, 60)}`,
          );
      }
    const keys = rows.map((row) => schema.primaryKey.map((key) => row[key]).join('\u0000'));
    assert.equal(new Set(keys).size, rows.length, `${name}: the key is unique`);
  }
});

test('CSV says the same as JSON, odd characters intact', () => {
  for (const collection of collections) {
    const { entries } = recordsOf(collection);
    const rows = rowsOf(built(`data/v1/${collection}.csv`));
    assert.equal(rows.length, entries.length);
    entries.forEach(({ id, data }, index) => {
      const row = rows[index];
      assert.equal(row?.['id'], id);
      assert.equal(row['title'], data['title']);
      assert.equal(row['summary'], data['summary']);
      if (Array.isArray(data['topics'])) assert.equal(row['topics'], data['topics'].join(' | '));
    });
  }
  // The tools of Frictionless take a byte order mark for a part of the first name; people's files have it.
  for (const path of builtFiles('data/v1/*.csv')) assert.doesNotMatch(built(path), /^\uFEFF/);
  assert.match(built('program-profiles/compare/gun-violence.csv'), /^\uFEFF/);
  assert.match(built('data/v1/resources.csv'), /Nuño/);
});

test('whatever stands in a field, another reader gets it back', () => {
  const values = ['comma, quote " and\nline', ' spaces ', '=1+1', '“é” 🙂', '\r\n', '', 'a;b\tc'];
  const rows = values.map((value, index) => ({ id: String(index), value }));
  assert.deepEqual(rowsOf(csv(['id', 'value'], rows)), rows);
});

test('in a file for people no words are taken for a formula, and numbers stay numbers', () => {
  const rows = ['=1+1', '@SUM', '-2', '\t=x', ['+1', 'b'], -2, 'a=b'].map((value) => ({ value }));
  assert.deepEqual(
    rowsOf(csvForPeople(rows)).map(({ value }) => value),
    ["'=1+1", "'@SUM", "'-2", "'\t=x", "'+1 | b", '-2', 'a=b'],
  );
});

interface ProfileData {
  studies: { outcomes: { headline?: true; direction: string }[] }[];
  laterEvidence: unknown[];
}

test('evidence: a row a study with its vote, a row an outcome, a row a later finding, each with the level of its design', () => {
  const profiles = recordsOf('program-profiles').entries.map(({ data }) => data as unknown as ProfileData);
  const studies = profiles.flatMap((profile) => profile.studies);
  const tables = {
    studies: rowsOf(built('data/v1/studies.csv')),
    outcomes: rowsOf(built('data/v1/outcomes.csv')),
    later: rowsOf(built('data/v1/later-evidence.csv')),
  };
  assert.deepEqual(
    tables.studies.map((row) => row['direction']),
    studies.map(({ outcomes }) => outcomes.find(({ headline }) => headline)?.direction),
  );
  assert.equal(tables.outcomes.length, studies.flatMap(({ outcomes }) => outcomes).length);
  assert.equal(tables.outcomes.filter((row) => row['headline'] === 'true').length, studies.length);
  assert.equal(tables.later.length, profiles.flatMap(({ laterEvidence }) => laterEvidence).length);
  const levels: Record<string, string> = {
    'randomized-trial': '5',
    'matched-comparison': '4',
    'comparison-group': '3',
    'before-after': '2',
    descriptive: '1',
    'not-reported': '0',
  };
  for (const row of Object.values(tables).flat()) assert.equal(row['level'], levels[row['design'] ?? '']);
});

/** Whatever an editor writes is shown: every field of every kind stands on the page of an entry that has it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'parse5';
import { collectionNames, kinds, type CollectionName } from '../../src/kinds/index.ts';
import { shapeOf, type Shape } from '../../src/kinds/shape.ts';
import { dateInWords } from '../../src/lib/dates.ts';
import * as labels from '../../src/lib/labels.ts';
import { stateNames } from '../../src/lib/states.ts';
import { root } from '../support/pages.ts';
import { built, builtJson, type BuiltRecord } from './built.ts';

/** Fields that steer and are not read: each with what they steer. */
const steering: Record<string, string> = {
  status: 'whether the entry is published',
  draftReason: 'shown on drafts alone',
  'sources[].key': 'leads from a figure to its source',
  'studies[].outcomes[].source': 'chooses the source line under a table',
  'laterEvidence[].source': 'chooses the source line under a list',
  'studies[].outcomes[].headline': 'which outcome is the vote of a study',
  'studies[].outcomes[].change': 'the arrow in a mark',
  'studies[].outcomes[].percent': 'said in the words of “figure”',
  'studies[].outcomes[].points': 'said in the words of “figure”',
  'studies[].independent': 'a word beside the author where it is true',
  familyName: 'the order of experts',
  order: 'the order of the kinds of assistance',
  activities: 'which lists a kind of assistance shows',
  'location.latitude': 'the dot on the map',
  'location.longitude': 'the dot on the map',
  audioBytes: 'for podcast players',
  transcript: 'the file whose text the page shows',
  'materials[].file': 'the address of a download',
  dateEstimated: 'a word beside the date where it is true',
  virtual: 'the word “Online”',
  origin: 'a notice on what is not the program’s own',
  heading: 'the group of a topic',
  'tonight[].tested': 'a word beside the step',
  'thisWeek[].tested': 'a word beside the step',
};

interface Leaf {
  path: string;
  value: string | number | boolean;
  shape: Shape | undefined;
}

const leavesOf = (value: unknown, shape: Shape | undefined, path = ''): Leaf[] => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [{ path, value, shape }];
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, shape?.items, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const branches = shape?.anyOf ?? (shape ? [shape] : []);
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(
      item,
      branches.map(({ properties }) => properties?.[key]).find((found) => found !== undefined),
      path ? `${path}.${key}` : key,
    ),
  );
};

const pathsIn = (shape: Shape | undefined, path = ''): string[] => {
  if (!shape) return [];
  if (shape.anyOf?.some(({ properties }) => properties)) return shape.anyOf.flatMap((one) => pathsIn(one, path));
  if (shape.items) return pathsIn(shape.items, `${path}[]`);
  if (shape.properties)
    return Object.entries(shape.properties).flatMap(([key, part]) => pathsIn(part, path ? `${path}.${key}` : key));
  return [path];
};

interface TreeNode {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: TreeNode[];
  content?: TreeNode;
}

/** What is read or followed in the body of a page, in small letters, spaces as one. */
const readable = (html: string): string => {
  const parts: string[] = [];
  const walk = (node: TreeNode): void => {
    if (node.nodeName === 'script' || node.nodeName === 'head' || node.nodeName === 'template') return;
    if (node.nodeName === '#text') parts.push(node.value ?? '');
    for (const { name, value } of node.attrs ?? [])
      if (name === 'href' || name === 'datetime') parts.push(` ${value} `);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(html) as unknown as TreeNode);
  return parts.join('').replace(/\s+/g, ' ').toLowerCase();
};

const tables = Object.values(labels).filter((table): table is never => typeof table === 'object');

/** All the ways in which a page may say a value. */
const sayings = ({ value, shape }: Leaf): string[] => {
  const text = String(value);
  const words = tables.flatMap((table) => {
    const found: unknown = (table as Record<string, unknown>)[text];
    if (typeof found === 'string') return [found];
    if (typeof found !== 'object' || found === null) return [];
    return Object.values(found).filter((one): one is string => typeof one === 'string');
  });
  const state = (stateNames as Record<string, string>)[text];
  const isDate = /^\d{4}(-\d{2}){0,2}$/.test(text);
  return [
    text,
    ...(typeof value === 'number' ? [value.toLocaleString('en-US')] : []),
    ...words,
    ...(state ? [state] : []),
    ...(isDate ? [dateInWords(text), text.slice(0, 4)] : []),
    ...(shape?.references ? [`/${text}/`] : []),
  ].map((saying) => saying.replace(/\s+/g, ' ').toLowerCase());
};

/** What makes pages of entries: a kind after its schema, the joins, the markup. */
const makers = globSync(
  ['src/{pages,layouts,components,data}/**/*.{astro,ts}', 'src/kinds/*.ts', 'src/lib/citation/*.ts'],
  { cwd: root },
)
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .map((text) => text.slice(Math.max(0, text.indexOf('defineKind({'))))
  // No page shows what is said elsewhere.
  .map((text) => text.replace(/^ *elsewhere\(.*$/gm, ''))
  .join('\n');

/** No entry has it yet, so no page can show it: then the code that would takes it from the entry. */
const isTaken = (path: string): boolean => {
  const key = path.split(/[.[\]]+/).findLast(Boolean);
  return new RegExp(`\\.${key}\\b|[{,]\\s*${key}\\s*[,}=]`).test(makers);
};

/** Fields of a kind that none of its entries shows. */
const unseen = (collection: CollectionName): string[] => {
  const { entries } = builtJson<{ entries: BuiltRecord[] }>(`data/v1/${collection}.json`);
  const had = new Set<string>();
  const seen = new Set<string>();
  for (const { address, data } of entries) {
    const page = readable(built(`${new URL(address).pathname}index.html`));
    for (const leaf of leavesOf(data, shapeOf(collection))) {
      const path = leaf.path.replace(/(\[\])+$/, '');
      had.add(path);
      if (!seen.has(path) && sayings(leaf).some((saying) => page.includes(saying))) seen.add(path);
    }
  }
  const fields = new Set(pathsIn(shapeOf(collection)).map((path) => path.replace(/(\[\])+$/, '')));
  return [...fields]
    .filter((path) => !(path in steering) && (had.has(path) ? !seen.has(path) : !isTaken(path)))
    .map((path) => `${collection}: ${path}`);
};

test('every field is shown on the page of an entry that has it', () => {
  assert.deepEqual(collectionNames.flatMap(unseen), []);
});

test('a field that no page would show is told', () => {
  const leaf: Leaf = { path: 'secret', value: 'never printed anywhere', shape: undefined };
  assert.equal(
    sayings(leaf).some((saying) => readable(built('about/index.html')).includes(saying)),
    false,
  );
});

test('what steers and is not read is a field of some kind', () => {
  const known = new Set(
    collectionNames.flatMap((collection) => pathsIn(shapeOf(collection)).map((path) => path.replace(/(\[\])+$/, ''))),
  );
  assert.deepEqual(
    Object.keys(steering).filter((path) => !known.has(path)),
    [],
  );
  assert.ok(Object.keys(kinds).length === collectionNames.length);
});

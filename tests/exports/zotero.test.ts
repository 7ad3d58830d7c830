/** Zotero saves each page as what it is: type, creators, date. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typeNames } from '../../src/lib/citation/csl.ts';
import { citationMeta } from '../../src/lib/citation/meta.ts';
import { site } from '../../src/site.ts';
import { built, metaTags, records, stemOf, type BuiltRecord } from './built.ts';
import { hardWorks } from './hard-works.ts';
import { zoteroItem, type Creator } from './zotero.ts';

const saved = (record: BuiltRecord) => {
  const page = built(`${stemOf(record)}/index.html`);
  return zoteroItem(metaTags(page), /<time[^>]* datetime="([^"]*)"/.exec(page)?.[1]);
};

const creatorOf = (name: NonNullable<BuiltRecord['citation']['author']>[number]): Creator =>
  'literal' in name
    ? { lastName: name.literal.replaceAll(',', ''), isSingle: true }
    : { lastName: name.family, firstName: [name.given, name.suffix].filter(Boolean).join(' '), isSingle: false };

const all = records();

test('every page gives the item type, title, creators and date of its citation', () => {
  assert.ok(all.length > 250);
  const wrong = all.flatMap((record) => {
    const { citation } = record;
    const item = saved(record);
    const date = citation.issued?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-');
    const expected = {
      itemType: typeNames[citation.type].zotero,
      title: citation.title,
      creators: (citation.author ?? []).map(creatorOf),
      date,
    };
    const actual = {
      itemType: item.itemType,
      title: item.title,
      creators: item.creators,
      date: item.date?.replaceAll('/', '-'),
    };
    return JSON.stringify(actual) === JSON.stringify(expected) ? [] : [{ id: citation.id, actual, expected }];
  });
  assert.deepEqual(wrong, []);
});

/** Kinds named by hand, so that a mistake in the citation itself shows too; “reviewed” is the day of the page’s last check. */
const byHand: [stem: string, itemType: string, creators: string[], date: string | undefined][] = [
  ['/research-spotlights/spotlight-boston-2017', 'report', ['Braga | Anthony A.', 'Dusseault | Desiree'], '2017'],
  ['/library/article-bond-hajjar-2013', 'journalArticle', ['Bond | Brenda J.', 'Hajjar | Lauren M.'], '2013'],
  [
    '/library/article-coldren-huntoon-medaris-2013',
    'journalArticle',
    ['Coldren | James R. Jr.', 'Huntoon | Alissa', 'Medaris | Michael'],
    '2013',
  ],
  ['/library/report-asu-thesis-2013', 'thesis', ['Martin-Roethele | Chelsie'], '2013'],
  ['/library/guide-effective-marketing-2011', 'report', [], '2011'],
  ['/program-profiles/boston-massachusetts-2011', 'webpage', [site.name], 'reviewed'],
  ['/experts/hildy-saizow', 'webpage', [site.name], 'reviewed'],
  ['/about', 'webpage', [site.name], 'reviewed'],
];

for (const [stem, itemType, creators, date] of byHand)
  test(`${stem}: ${itemType}`, () => {
    const record = all.find((one) => stemOf(one) === stem);
    assert.ok(record);
    const item = saved(record);
    assert.equal(item.itemType, itemType);
    if (creators.length > 0)
      assert.deepEqual(
        item.creators.map(({ lastName, firstName }) => [lastName, firstName].filter(Boolean).join(' | ')),
        creators,
      );
    assert.equal(item.date?.replaceAll('/', '-'), date === 'reviewed' ? record.data['reviewed'] : date);
  });

for (const collection of ['webinars', 'meetings'])
  test(`a page of ${collection} is a web page of this site`, () => {
    const record = all.find((one) => one.collection === collection);
    assert.ok(record);
    assert.equal(saved(record).itemType, 'webpage');
    assert.deepEqual(saved(record).creators, [{ lastName: site.name, isSingle: true }]);
  });

test('an organization is never split, alone or among persons, and suffixes and particles stay', () => {
  for (const work of hardWorks) {
    const item = zoteroItem(citationMeta(work).map(({ name, content }) => ({ name, content })));
    assert.equal(item.itemType, typeNames[work.type].zotero, work.title);
    assert.deepEqual(item.creators, (work.author ?? []).map(creatorOf), work.title);
  }
});

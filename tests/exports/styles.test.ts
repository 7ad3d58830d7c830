/**
 * APA held to citeproc-js with the official style, character for character. Chicago held to what citeproc-js 2.4 printed of the
 * hard works with the official author-date style (17th edition) in November 2026: no small package ships that style.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRequire } from 'node:module';
import { apa } from '../../src/lib/citation/apa.ts';
import { chicago } from '../../src/lib/citation/chicago.ts';
import { distinctPublisher, type CslItem } from '../../src/lib/citation/csl.ts';
import type { Runs } from '../../src/lib/citation/runs.ts';
import { records } from './built.ts';
import printedChicago from './chicago.json' with { type: 'json' };
import { hardWorks } from './hard-works.ts';

const require = createRequire(import.meta.url);

interface Engine {
  opt: { development_extensions: Record<string, boolean> };
  setOutputFormat: (format: string) => void;
  updateItems: (ids: string[]) => void;
  makeBibliography: () => [unknown, string[]];
}

// The package has no types of its own.
const CSL = require('citeproc') as {
  Engine: new (system: object, style: string, language: string, force: boolean) => Engine;
};
const { 'en-US': locale } = require('@citation-js/plugin-csl/lib/locales.json') as Record<string, string>;
const { apa: apaStyle } = require('@citation-js/plugin-csl/lib/styles.json') as Record<string, string>;
const referee = (style: string) => {
  let item: CslItem | undefined;
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => item }, style, 'en-US', true);
  engine.opt.development_extensions['wrap_url_and_doi'] = false;
  // Our family names hold their particle, as the editors are told.
  engine.opt.development_extensions['parse_names'] = false;
  engine.setOutputFormat('html');
  return (work: CslItem): string => {
    // Titles keep the capitals they are printed with: a language that is not English switches the styles’ own off.
    const { publisher, ...rest } = work;
    const distinct = distinctPublisher(work);
    item = { ...rest, ...(distinct ? { publisher: distinct } : {}), language: 'zxx' };
    engine.updateItems([work.id]);
    return (engine.makeBibliography()[1][0] ?? '').replace(/<\/?div[^>]*>/g, '').trim();
  };
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;');
const html = (runs: Runs): string =>
  runs.map((run) => (typeof run === 'string' ? escaped(run) : `<i>${escaped(run.italic)}</i>`)).join('');

const works = [...hardWorks, ...records().map(({ citation }) => citation)];

test('APA, 7th edition: every published entry and every hard one as citeproc-js prints it', () => {
  assert.ok(works.length > 250);
  assert.ok(apaStyle);
  const judge = referee(apaStyle);
  const differences = works.flatMap((work) => {
    const expected = judge(work);
    const actual = html(apa(work));
    return actual === expected ? [] : [{ id: work.id, actual, expected }];
  });
  assert.deepEqual(differences, []);
});

test('Chicago, author-date: every hard work as citeproc-js printed it', () => {
  assert.deepEqual(Object.fromEntries(hardWorks.map((work) => [work.title, html(chicago(work))])), printedChicago);
});

/** APA and Chicago held to citeproc-js with the official styles, character for character. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { apa } from '../../src/lib/citation/apa.ts';
import { chicago } from '../../src/lib/citation/chicago.ts';
import { distinctPublisher, type CslItem } from '../../src/lib/citation/csl.ts';
import type { Runs } from '../../src/lib/citation/runs.ts';
import { records } from './built.ts';
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
// The package keeps its Chicago style (CC BY-SA 3.0, Chicago 17, author-date) in a file of its own.
const chicagoStyle = (
  (await import(
    fileURLToPath(new URL('../../node_modules/rehype-citation/dist/node/styles/chicago.js', import.meta.url))
  )) as { default: string }
).default;

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

for (const [name, style, format] of [
  ['APA, 7th edition', apaStyle, apa],
  ['Chicago, author-date', chicagoStyle, chicago],
] as const) {
  test(`${name}: every published entry and every hard one as citeproc-js prints it`, () => {
    assert.ok(works.length > 250);
    assert.ok(style);
    const judge = referee(style);
    const differences = works.flatMap((work) => {
      const expected = judge(work);
      const actual = html(format(work));
      return actual === expected ? [] : [{ id: work.id, actual, expected }];
    });
    assert.deepEqual(differences, []);
  });
}

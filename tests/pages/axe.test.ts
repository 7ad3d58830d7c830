/** axe finds nothing on any template: light, dark, forced colors, telephone and desk. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axeFaults } from '../support/axe.ts';
import { builtPages, onePerTemplate } from '../support/pages.ts';
import { openSite, viewport, visit, widths } from '../support/site.ts';

const site = openSite();
const pages = onePerTemplate(builtPages());

/** Rules whose answer depends on colors; the others read structure, which is the same in the dark. */
const colorRules = ['color-contrast', 'link-in-text-block'];

interface Look {
  name: string;
  colorScheme: 'light' | 'dark';
  forcedColors: 'none' | 'active';
  width: number;
  /** Of axe's rules, all or these. */
  rules?: string[];
}

const looks: Look[] = [
  { name: 'light, telephone', colorScheme: 'light', forcedColors: 'none', width: widths.telephone },
  { name: 'light, desk', colorScheme: 'light', forcedColors: 'none', width: widths.desk },
  { name: 'dark, telephone', colorScheme: 'dark', forcedColors: 'none', width: widths.telephone, rules: colorRules },
  { name: 'dark, desk', colorScheme: 'dark', forcedColors: 'none', width: widths.desk, rules: colorRules },
  {
    name: 'forced colors, telephone',
    colorScheme: 'dark',
    forcedColors: 'active',
    width: widths.telephone,
    rules: colorRules,
  },
];

describe('axe finds nothing', () => {
  for (const { path, template } of pages)
    test(`on ${template}, in five looks`, async () => {
      await site.withPage({}, async (page) => {
        await visit(page, path);
        const faults: string[] = [];
        for (const { name, width, rules, ...media } of looks) {
          await page.setViewportSize(viewport(width));
          await page.emulateMedia(media);
          faults.push(...(await axeFaults(page, rules)).map((fault) => `${name}, ${fault}`));
        }
        assert.deepEqual(faults, [], path);
      });
    });

  test('is asked about every template', () => {
    assert.ok(pages.length >= 19, `${pages.length} templates only`);
  });
});
